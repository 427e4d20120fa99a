"""Dates as they are printed, for stamps and bylines; nothing relative, nothing resolved."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.model import Granularity
from briefgen.timex import numeric
from briefgen.timex.calendar_rules import ABSOLUTE
from briefgen.timex.expression import Meaning
from briefgen.timex.rules import by_start, run
from briefgen.timex.tokens import classes, tokens


class PrintedDate(NamedTuple):
    """One date as printed; `start` and `end` are offsets into the text given, a clock time included."""

    start: int
    end: int
    value: str
    """ISO with the precision printed: "2025-07-21", "2018-05"; "XXXX-07-21" when the year is missing."""
    granularity: Granularity
    ambiguous: bool
    """True for a numeric date whose day and month could change places, when no order was given."""


_RULES = by_start(ABSOLUTE)


def iso(meaning: Meaning) -> str:
    """The value of a calendar meaning without resolving anything."""
    year = "XXXX" if meaning.year is None else f"{meaning.year:04d}"
    month = "" if meaning.month is None else f"-{meaning.month:02d}"
    return year + month + ("" if meaning.day is None else f"-{meaning.day:02d}")


def printed_dates(text: str, order: numeric.Order | None = None) -> tuple[PrintedDate, ...]:
    """Calendar dates printed in `text`: "2025/07/21 at 10:39 AM", "28.05.2018", "May 2018", "July 21".

    `order` says how numeric dates are to be read; without it points and hyphens mean day first, slashes
    month first, and `ambiguous` warns where the other reading is a day too. A month alone and a year
    alone are not dates here, nor is a day the calendar does not have.
    """
    found = tokens(text)
    dates = []
    for one in run(_RULES, found, classes(found)):
        if one.meaning.kind == "void":
            continue
        if one.meaning.kind == "fixed":
            value, ambiguous = one.meaning.value, bool(one.meaning.other)
            if ambiguous and order in ("DMY", "MDY"):
                numbers = next(t.word for t in found[one.first : one.last] if t.cls == "A")
                day = numeric.read(numbers, order)
                value, ambiguous = (day.isoformat() if day else value), False
        else:
            value, ambiguous = iso(one.meaning), False
        granularity: Granularity = "day" if value.count("-") == 2 else "month"
        dates.append(PrintedDate(one.start, one.end, value, granularity, ambiguous))
    return tuple(dates)


def impossible_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` prints a day that its month does not have: "30 February", "29 February 2025"."""
    found = tokens(text)
    met = run(_RULES, found, classes(found))
    return tuple((one.start, one.end) for one in met if one.meaning.kind == "void")
