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


def is_number(low: str) -> bool:
    """Whether a word in small letters is a whole number or an age: "twenty-eight", "ten-year-old"."""
    return _number().fullmatch(low) is not None


@cache
def _number() -> re.Pattern[str]:
    whole = {word: value for word, value in values().items() if value >= 1}
    units = either(word for word, value in whole.items() if value < 10)
    tens = either(word for word, value in whole.items() if value >= 20)
    return re.compile(rf"(?:(?:{tens})-(?:{units})|{either(whole)})(?:-years?-olds?)?")
