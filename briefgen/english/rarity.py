"""How telling a word is: what is rare in general news is not shared by chance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english.stem import stem

UNLISTED = 1.5
"""Documents of a thousand in which a word of no list may stand; the list begins at two."""


def rarity(stem: str) -> float:
    """Natural logarithm of a thousand by the documents of a thousand with the stem; 0 for figures.

    The inverse document frequency of K. Spärck Jones (1972), counted over general news and not over the
    folder: where every document is on the topic, the topic's own words would weigh nothing.
    """
    return 0.0 if stem.isdigit() else _listed().get(stem, _RAREST)


def is_listed(word: str) -> bool:
    """Whether general news has a word, in any form."""
    return stem(word.casefold()) in _listed()


_RAREST = math.log(1000 / UNLISTED)


@cache
def _listed() -> Mapping[str, float]:
    rows = lexicon.topics.rarity()
    return MappingProxyType({stem: math.log(1000 / row.documents) for row in rows for stem in row.stems})
