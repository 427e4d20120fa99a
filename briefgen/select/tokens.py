"""Words of a text as stems, in order; what terms, ranking and centrality all work on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefgen import lexicon
from briefgen.select.stem import stem

Tokens = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_STOPPED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s\b")


def tokens(text: str) -> Tokens:
    """Stems of all words, hyphens dividing; "U.S." is one word, a possessive s is none."""
    text = _STOPPED.sub(lambda m: m[0].replace(".", "") + " ", text)
    return tuple(stem(word) for word in _WORD.findall(_POSSESSIVE.sub("", text).lower()))


def content(words: Sequence[str]) -> Tokens:
    """The words that carry a topic."""
    stop = stop_stems()
    return tuple(word for word in words if word not in stop)


@cache
def stop_stems() -> frozenset[str]:
    """Stems of the stop words."""
    return frozenset(stem(word) for word in lexicon.words("stopwords"))
