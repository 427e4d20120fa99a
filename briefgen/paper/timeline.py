"""The chronology as a line of time: where each row lies, without a layout engine.

Places are per cent of the width, so that the signs keep their size on a narrow screen. Time in which nothing
is dated is shortened, and shown to be: a folder may hold one event of 2013 and ten of one week.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from briefgen.paper.evidence import DatedEvent
from briefgen.paper.evidence_page import Timeline, TimelineMark, TimelineTick
from briefgen.paper.house import HouseStyle
from briefgen.paper.printed import printed
from briefgen.timex import english

LEFT, RIGHT = 5.0, 95.0
"""Per cent; a sign is centred on its day and must not be cut off at the edge."""
WIDEST = 3
"""A stretch between two neighbouring days is shortened to so many times the usual one."""
LEAST = 0.01
"""Share of the line that the shortest stretch has at least, so that two days are not one."""
SIGN = 10.0
"""Per cent of the width that a sign takes on a screen of 320 points, with room beside it."""
YEARS, MONTHS = 3 * 365, 100
"""Days that the line spans from which years, and months, are named below it."""
ROOM = {"year": 12.0, "month": 26.0, "day": 30.0}
"""Per cent of the width that the name of a year, month or day takes on a screen of 320 points."""


def timeline(events: Sequence[DatedEvent], style: HouseStyle) -> Timeline | None:
    """The rows that have days as marks; None where fewer than two do, which make no line."""
    dated = [(one, one.first, one.last or one.first) for one in events if one.first]
    if len(dated) < 2:
        return None
    days = sorted({day for _, first, last in dated for day in (first, last) if day})
    places, breaks = _scale(days)
    marks = _in_lanes([(one, places[first], places[last or first]) for one, first, last in dated])
    first, last = _printed(days[0], "day"), _printed(days[-1], "day")
    told = style.phrase("evidence-timeline", rows=len(dated), first=first, last=last)
    lanes = max(mark.lane for mark in marks) + 1
    return Timeline(printed(told), marks, _ticks(days, places), breaks, lanes)


def _scale(days: Sequence[date]) -> tuple[dict[date, float], tuple[float, ...]]:
    """The place of each day, and the places where time was left out."""
    gaps = [(after - before).days for before, after in pairwise(days)]
    if not gaps:
        return {days[0]: (LEFT + RIGHT) / 2}, ()
    most = max(WIDEST * median(gaps), 1)
    least = LEAST * sum(min(gap, most) for gap in gaps)
    widths = [max(min(gap, most), least) for gap in gaps]
    unit = (RIGHT - LEFT) / sum(widths)
    at, places, breaks = LEFT, {days[0]: LEFT}, []
    for day, gap, width in zip(days[1:], gaps, widths, strict=True):
        if gap > most:
            breaks.append(round(at + width * unit / 2, 2))
        at += width * unit
        places[day] = round(at, 2)
    return places, tuple(breaks)


def _in_lanes(found: Sequence[tuple[DatedEvent, float, float]]) -> tuple[TimelineMark, ...]:
    """The marks, each in the first lane in which it does not lie on another."""
    free: list[float] = []
    marks = []
    for event, start, end in sorted(found, key=lambda one: (one[1], one[2])):
        lane = next((at for at, busy in enumerate(free) if busy <= start), len(free))
        if lane == len(free):
            free.append(0.0)
        free[lane] = max(end + 1.0, start + SIGN)
        marks.append(TimelineMark(printed(event.label), start, end, lane, event.sure))
    return tuple(marks)


def _ticks(days: Sequence[date], places: dict[date, float]) -> tuple[TimelineTick, ...]:
    """Names of years, months or days, as many as have room."""
    spanned = (days[-1] - days[0]).days
    unit = "year" if spanned > YEARS else "month" if spanned > MONTHS else "day"
    half = ROOM[unit] / 2
    ticks: list[TimelineTick] = []
    for day in days:
        text, middle = _printed(day, unit), min(max(places[day], half), 100.0 - half)
        if ticks and (ticks[-1].text == text or middle - ticks[-1].middle < ROOM[unit]):
            continue
        ticks.append(TimelineTick(places[day], text, middle))
    return tuple(ticks)


def _printed(day: date, unit: str) -> str:
    """A day as "2025", "May 2025" or "22 May 2025"."""
    return english(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[unit]])
