"""Whether the words before a date make it a bound or a guess, so that nothing is told to happen then."""

from __future__ import annotations

import re

_SINCE = re.compile(
    r"\b(?:since|ever since|dating (?:back )?(?:to|from))\s+(?:about |around |at least )?$", re.I
)
_ABOUT = re.compile(
    r"\b(?:about|almost|around|at least|more than|less than|nearly|over|roughly|some|approximately|well over|"
    r"under|up to)\s+$",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:at least |the end of |late |early |mid-)?$", re.I)
_A_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)|day\b", re.I)
"""A date that names a day."""


def tells_how_long(sentence: str, start: int, end: int) -> bool:
    """Whether a date says since when something is so ("since 1996"), up to what month or year ("a delay until
    2026"), or about how long ago it was."""
    before, date = sentence[:start], sentence[start:end]
    ago = date.casefold().endswith("ago")
    if _UNTIL.search(before) is not None and _A_DAY.search(date) is None:
        return True
    return _SINCE.search(before) is not None or (ago and _ABOUT.search(before) is not None)
