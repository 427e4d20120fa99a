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


def tells_how_long(sentence: str, start: int, end: int) -> bool:
    """Whether a date says since when something is so ("since 1996") or about how long ago it was."""
    before = sentence[:start]
    ago = sentence[start:end].casefold().endswith("ago")
    return _SINCE.search(before) is not None or (ago and _ABOUT.search(before) is not None)
