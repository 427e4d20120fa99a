"""Dates as other languages print them: "5 mars 2026", "4. März 2026", "4 de mayo de 2026"."""

from __future__ import annotations

import re
from datetime import date

from briefgen import lexicon
from briefgen.english.expressions import either
from briefgen.timex.numeric import Order
from briefgen.timex.printed import PrintedDate, printed_dates

OTHER_DATE = (
    r"(?<![\w.])\d{1,2}(?:er|\.º|[.º°])?(?: de | di | d['’]| )"
    rf"(?:{either(lexicon.time.other_months())})\b\.?,?(?: de | del | )\d{{4}}(?!\w)"
)
"""Pattern of such a date, without groups; letter case is to be ignored."""
_OTHER_DATE = re.compile(OTHER_DATE, re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_MONTH_AND_YEAR = re.compile(
    rf"({either(name for name in lexicon.time.other_months() if len(name) > 3)}),?(?: de | del | )(\d{{4}})",
    re.IGNORECASE,
)
_SEASON_AND_YEAR = re.compile(
    rf"(?:{either(lexicon.time.seasons())})(?:[/–-]\w{{4,6}})? (\d{{4}})", re.IGNORECASE
)


def every_date(text: str, order: Order | None = None) -> tuple[PrintedDate, ...]:
    """`printed_dates` and `other_dates` in order; where two overlap the longer one: "4. April 2025" holds
    "April 2025". Of a text that is but a season and a year, the year."""
    if season := _SEASON_AND_YEAR.fullmatch(text.strip()):
        return (PrintedDate(0, len(text), season[1], "year", False),)
    return _joined(printed_dates(text, order), other_dates(text))


def other_dates(text: str) -> tuple[PrintedDate, ...]:
    """Dates of day, month and year in other languages than English; the month and year of a text that is
    nothing else. Days that the calendar does not have are none."""
    if alone := _MONTH_AND_YEAR.fullmatch(text):
        value = f"{int(alone[2]):04d}-{_month(alone[1]):02d}"
        return (PrintedDate(0, len(text), value, "month", False),)
    read = (_read(found) for found in _OTHER_DATE.finditer(text))
    return tuple(one for one in read if one is not None)


def _read(found: re.Match[str]) -> PrintedDate | None:
    day, year = (int(number) for number in _NUMBER.findall(found.group()))
    months = lexicon.time.other_months()
    month = next(_month(name) for name in _LETTERS.findall(found.group()) if name.casefold() in months)
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return None
    return PrintedDate(found.start(), found.end(), value, "day", False)


def _month(name: str) -> int:
    return lexicon.time.other_months()[name.casefold()]


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
