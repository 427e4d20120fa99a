"""Reads dates written in numbers, one span at a time.

Year first, and where a number over 12 proves the order, there is one reading only and nothing to parse.
Otherwise dateparser does the reading, with language, order and base always given: left to itself it
takes 05.06.2018 for 6 May and fills missing parts from the clock. It is imported at the first such date
only (about 0.1 s) and asked once per distinct string.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from functools import cache
from typing import Literal

from briefgen.timex.values import day

Order = Literal["DMY", "MDY", "YMD"]
_YEAR_FIRST = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_PART = re.compile(r"\d+|[A-Za-z]+")
_NUMBERS = re.compile(r"\d+")
_BASE = datetime(2000, 1, 1)
"""Never shows: every part must stand in the span."""


@cache
def _parse(span: str, order: Order) -> date | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser meets deprecations of its own dependencies
        import dateparser

        found = dateparser.parse(
            span,
            date_formats=[_format(span, order)],
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


def _format(span: str, order: Order) -> str:
    """The form of the span as a strptime pattern, e.g. "%d.%m.%Y".

    With it dateparser reads the date at once (1 ms); without it, it first builds its tables of time
    zones and of the language (150 ms).
    """
    codes = iter({"DMY": "dmY", "MDY": "mdY", "YMD": "Ymd"}[order])
    return _PART.sub(lambda part: _code(part.group(), next(codes, "")), span)


def _code(part: str, code: str) -> str:
    """The strptime code of one part: names of months and years of two digits have their own."""
    if part.isalpha():
        return "%B" if len(part) > 3 else "%b"
    return "%y" if code == "Y" and len(part) == 2 else f"%{code}"


def _agrees(found: date, span: str) -> bool:
    """Whether the printed numbers are those of the date, so that nothing was invented or dropped."""
    printed = sorted(int(number) % 100 for number in _NUMBERS.findall(span))
    parts = [found.day, found.year % 100]
    if not re.search("[A-Za-z]", span):
        parts.append(found.month)
    return printed == sorted(parts)


def _two_digit_year(found: date, span: str) -> date:
    """ "5/6/98" is 1998 and "5/6/25" is 2025: two digits mean 1970 to 2069."""
    if _NUMBERS.findall(span)[-1] == f"{found.year:04d}" or len(_NUMBERS.findall(span)[0]) == 4:
        return found
    short = found.year % 100
    return found.replace(year=short + (1900 if short >= 70 else 2000))


def usual_order(span: str) -> Order:
    """How the form itself is mostly meant: year first, slashes month first, points and hyphens day first."""
    return "YMD" if re.match(r"\d{4}", span) else "MDY" if "/" in span else "DMY"


def fixed_order(span: str) -> Order | None:
    """The order that the numbers themselves prove ("28/05/2018"), or None."""
    numbers = [int(number) for number in _NUMBERS.findall(span)]
    if len(numbers) != 3 or re.match(r"\d{4}", span) or numbers[0] <= 12 >= numbers[1]:
        return None
    return "DMY" if numbers[0] > 12 else "MDY"


def other_reading(span: str) -> date | None:
    """The day a numeric date names when day and month change places; None where that can not be meant.

    Points are day first everywhere; with slashes or hyphens and two numbers up to 12 nobody can tell.
    """
    numbers = _NUMBERS.findall(span)
    if len(numbers) != 3 or len(numbers[0]) == 4 or "." in span or numbers[0] == numbers[1]:
        return None
    if int(numbers[0]) > 12 or int(numbers[1]) > 12:
        return None
    return read(span, "DMY" if usual_order(span) == "MDY" else "MDY")


def _proven(span: str) -> date | None:
    """The day of a date with a full year whose numbers leave one order only; there is nothing to parse."""
    order, numbers = fixed_order(span), [int(number) for number in _NUMBERS.findall(span)]
    if order is None or numbers[2] < 1000:
        return None
    month, on = (numbers[0], numbers[1]) if order == "MDY" else (numbers[1], numbers[0])
    return day(numbers[2], month, on)


@cache
def read(span: str, order: Order | None = None) -> date | None:
    """The day a numeric date names, or None when the calendar has no such day.

    `order` matters only where both readings are days; without it the usual order of the form is taken, and
    the caller should look at `other_reading`.
    """
    if match := _YEAR_FIRST.match(span):
        return day(*map(int, match.groups()))
    proven = _proven(span)
    if proven:
        return proven
    wanted = order or usual_order(span)
    for attempt in ("MDY", "DMY") if wanted == "MDY" else ("DMY", "MDY"):
        found = _parse(span, attempt)
        if found and _agrees(found, span):
            return _two_digit_year(found, span)
    return None
