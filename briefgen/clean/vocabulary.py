"""The names of the traits of a line. Their weights are lexicon/weights/furniture.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.lexicon.feature_names import Names, vocabulary

BIAS = "bias"
SIZES = ("short", "mid", "long")
ENDINGS = ("ends-dots", "ends-sentence", "ends-colon", "ends-open")
STARTS = ("starts-lower", "starts-upper", "starts-quote", "starts-digit", "starts-mark")

WORDS = Names("words{}", range(9))
LOWER = Names("lower{}", range(5))
GRAMMAR = Names("grammar{}", range(5))
CELLS = Names("cells{}", range(1, 3))
SIZE_ENDING = Names("{}-{}", SIZES, ENDINGS)
TO_READER, TO_READER_MUCH, QUOTE_MARKS, WEB_MARKS, DIGITS, DIGITS_SHORT = LONE = (
    "to-reader",
    "to-reader-much",
    "quote-marks",
    "web-marks",
    "digits",
    "digits-short",
)
STEPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(counted[k] for k in range(1, step + 1))
        for counted, most in ((WORDS, 8), (LOWER, 4), (GRAMMAR, 4), (CELLS, 2))
        for step in range(1, most + 1)
        for name in (counted[step],)
    }
)
"""A trait that counts ("words5") as the steps up to it, so that rare long lines learn from others."""
FROM_ZERO = frozenset({WORDS[0], LOWER[0], GRAMMAR[0]})
"""Traits that count and are below the first step."""

TRAITS = vocabulary(WORDS, LOWER, GRAMMAR, CELLS, SIZE_ENDING, STARTS, LONE, (BIAS,))
