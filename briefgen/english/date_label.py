"""What the words beside a date say: whether a document was published or changed then, or something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english.expressions import either

_DATE_OF = re.compile(r"\bdate of (?:the )?(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_DONE = re.compile(r"(?:adopted|approved|delivered|endorsed|issued|published)\b.{0,70}\bon ", re.IGNORECASE)
_NOUN_DATE = re.compile(r"(?P<noun>[^\W\d_]+)[ -]date\W*$", re.IGNORECASE)


@cache
def _labels() -> Mapping[str, str]:
    return MappingProxyType({row.word: row.kind for row in lexicon.pages.date_labels()})


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_labels())})\b", re.IGNORECASE)


def kinds(text: str) -> frozenset[str]:
    """The kinds of all labels in a line."""
    return frozenset(_labels()[found.group().casefold()] for found in _pattern().finditer(text))


def kind(lead: str) -> str:
    """What the words right before a date make it: published, updated, other, or "" when they do not say."""
    for shape in (_DATE_OF, _NOUN_DATE):
        if found := shape.search(lead):
            noun = found["noun"].casefold()
            if noun not in lexicon.grammar.stopwords():
                return _labels().get(noun, "other")
    found_words = [found.group().casefold() for found in _pattern().finditer(lead)]
    named = [word for word in found_words if word != "date"] or found_words
    return _labels()[named[-1]] if named else ""


def is_done(lead: str) -> bool:
    """Whether the words before a date say by whom, where or how the paper was issued then: "Adopted by the
    Council at its 88th meeting, on "."""
    return _DONE.fullmatch(lead) is not None
