"""What turns a statement into its opposite: "never", "did not", "failed to"."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon

_CONTRACTED = r"\w+n['’]t"
_NO_DENIAL = r"not (?:only|just|merely|least)|no (?:doubt|less|fewer)|nothing but|none other"
"""These hold a word of the list and affirm what follows."""


def denies(word: str) -> bool:
    """Whether a word alone denies what stands beside it; capitals do not count."""
    low = word.casefold()
    return low in lexicon.grammar.negations() or contracted(low)


def denial(words: str) -> re.Match[str] | None:
    """The first word or phrase that denies something in words written in small letters."""
    return next((found for found in _expression().finditer(words) if found["denial"]), None)


def contracted(word: str) -> bool:
    """Whether a word ends in "n't"."""
    return _contracted().fullmatch(word.casefold()) is not None


@cache
def _contracted() -> re.Pattern[str]:
    return re.compile(_CONTRACTED)


@cache
def _expression() -> re.Pattern[str]:
    listed = sorted(lexicon.grammar.negations(), key=lambda entry: (-len(entry), entry))
    found = "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in listed)
    return re.compile(rf"\b(?:(?:{_NO_DENIAL})\b|(?P<denial>{_CONTRACTED}|(?:{found})\b))")
