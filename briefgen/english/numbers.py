"""Numbers in words and their value: "twelve", "twenty-eight"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english.expressions import either


@cache
def values() -> Mapping[str, float]:
    """Numbers of one word, and "half", to their value."""
    return MappingProxyType(dict(lexicon.grammar.numbers()))


_MULTIPLES = MappingProxyType(
    {
        "m": 1e6,
        "mln": 1e6,
        "bn": 1e9,
        "tn": 1e12,
        "hundred": 1e2,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        "dozen": 12.0,
    }
)
_DIGITS = re.compile(r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,15})?")


def multiples() -> Mapping[str, float]:
    """Words that multiply the number before them, to their value."""
    return _MULTIPLES


def value(low: str) -> float | None:
    """The value of one word in small letters: "12,000", "eleven", "twenty-eight"; None: it is no number."""
    if _DIGITS.fullmatch(low):
        return float(low.replace(",", ""))
    tens, _, unit = low.partition("-")
    known = [values().get(part) for part in (tens, unit) if part]
    return sum(one for one in known if one) if None not in known and is_number(low) else None


def is_number(low: str) -> bool:
    """Whether a word in small letters is a whole number or an age: "twenty-eight", "ten-year-old"."""
    return _number().fullmatch(low) is not None


@cache
def _number() -> re.Pattern[str]:
    whole = {word: value for word, value in values().items() if value >= 1}
    units = either(word for word, value in whole.items() if value < 10)
    tens = either(word for word, value in whole.items() if value >= 20)
    return re.compile(rf"(?:(?:{tens})-(?:{units})|{either(whole)})(?:-years?-olds?)?")
