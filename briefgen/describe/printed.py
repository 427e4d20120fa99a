"""Dates printed in a stretch of the document, looked up once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from briefgen.timex import PrintedDate, other_dates, printed_dates

REACH = 4000
"""Characters of a block that are looked at: longer than any paragraph, and a bound for a file of one line."""
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=512)
def dates(text: str, order: Literal["DMY", "MDY"] | None = None) -> tuple[PrintedDate, ...]:
    """As `timex.printed_dates`, for the beginning of a block and with days that other languages print; most
    blocks hold no digit and cost nothing."""
    start = text[:REACH]
    return _joined(printed_dates(start, order), other_dates(start)) if _DIGIT.search(start) else ()


def _joined(english: tuple[PrintedDate, ...], others: tuple[PrintedDate, ...]) -> tuple[PrintedDate, ...]:
    """Both in order; where two overlap the longer one: "4. April 2025" holds "April 2025"."""
    kept = [
        one for one in english if not any(_overlap(one, other) and _longer(other, one) for other in others)
    ]
    more = [one for one in others if not any(_overlap(one, other) for other in kept)]
    return tuple(sorted([*kept, *more])) if more else english


def _overlap(one: PrintedDate, other: PrintedDate) -> bool:
    return one.start < other.end and other.start < one.end


def _longer(one: PrintedDate, other: PrintedDate) -> bool:
    return one.end - one.start > other.end - other.start
