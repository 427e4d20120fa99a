"""Dates printed in a stretch of the document, looked up once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from briefgen.timex import PrintedDate, every_date

REACH = 4000
"""Characters of a block that are looked at: longer than any paragraph, and a bound for a file of one line."""
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=512)
def dates(text: str, order: Literal["DMY", "MDY"] | None = None) -> tuple[PrintedDate, ...]:
    """As `timex.every_date`, for the beginning of a block; most blocks hold no digit and cost nothing."""
    start = text[:REACH]
    return every_date(start, order) if _DIGIT.search(start) else ()
