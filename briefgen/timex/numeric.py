"""Reads dates whose parts are all numbers, or numbers around a short month name, one span at a time.

dateparser does the reading, with language, order and base always given: left to itself it takes
05.06.2018 for 6 May and fills missing parts from the clock. It is imported at the first such date only
(about 0.2 s) and asked once per distinct string.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from functools import cache
from typing import Literal

Order = Literal["DMY", "MDY", "YMD"]
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBERS = re.compile(r"\d+")
_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - never shows: every part must stand in the span


@cache
def _parse(span: str, order: Order) -> date | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser meets deprecations of its own dependencies
        import dateparser

        found = dateparser.parse(
            span,
            languages=["en"],
            settings={
                "DATE_ORDER": order,
                "RELATIVE_BASE": _BASE,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time"],
                "PREFER_DATES_FROM": "past",
            },
        )
    return found.date() if found else None


def _agrees(found: date, span: str) -> bool:
    """Whether the printed numbers are those of the date, so that nothing was invented or dropped."""
    printed = sorted(int(number) % 100 for number in _NUMBERS.findall(span))
    parts = [found.day, found.year % 100]
    if not re.search("[A-Za-z]", span):
        parts.append(found.month)
    return printed == sorted(parts)


def _two_digit_year(found: date, span: str) -> date:
    """"5/6/98" is 1998 and "5/6/25" is 2025: two digits mean 1970 to 2069."""
    if _NUMBERS.findall(span)[-1] == f"{found.year:04d}" or len(_NUMBERS.findall(span)[0]) == 4:
        return found
    short = found.year % 100
    return found.replace(year=short + (1900 if short >= 70 else 2000))


@cache
def ambiguous(span: str) -> bool:
    """Whether day and month could change places: both are at most 12 and differ, and the year is last."""
    numbers = [int(number) for number in _NUMBERS.findall(span)]
    if len(numbers) != 3 or len(_NUMBERS.findall(span)[0]) == 4:
        return False
    return numbers[0] <= 12 and numbers[1] <= 12 and numbers[0] != numbers[1]


@cache
def read(span: str, order: Order | None = None) -> date | None:
    """The day a numeric date names, or None when the calendar has no such day.

    `order` matters only where both readings are days; without it a date with points or hyphens is day
    first and a date with slashes is month first, and the caller should look at `ambiguous`.
    """
    if _ISO.match(span):
        try:
            return date.fromisoformat(span[:10])
        except ValueError:
            return None
    year_first = re.match(r"\d{4}", span) is not None
    usual: Order = "YMD" if year_first else "MDY" if "/" in span else "DMY"
    wanted = usual if year_first or order in (None, "YMD") else order
    for attempt in (wanted, "MDY" if wanted == "DMY" else "DMY"):
        found = _parse(span, "YMD" if year_first else attempt)
        if found and _agrees(found, span):
            return _two_digit_year(found, span)
    return None
