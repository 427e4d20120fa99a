"""Resolves dates that name a month, a weekday, a season, a quarter or a feast, but not the year."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType

from briefgen.timex.expression import Meaning
from briefgen.timex.frame import Frame, Result, Task, Written
from briefgen.timex.values import day, shift_days, shift_month, week

AGAINST_PAST, AGAINST_FUTURE = 5, 4
"""How many times nearer a date must be to be taken against the tense of its sentence: "the June 3 vote" told
of in May lies ahead, without a verb that says so."""
AGAINST_GOVERNING = 20
"""A verb that governs the date ("must be ready by September", "will meet on Aug. 7", "opened in April")
leaves room only for the last weeks: "will try the men of the Aug. 7 attacks", told in August."""

NEAR = 5
"""Days back that "this Sunday" told of in the past may lie; "this Friday" of a Thursday is tomorrow."""

_CHANGED = 14
"""Days from publication to a change up to which the change may speak of days behind the publication."""

_WEEK_END = MappingProxyType({"W": "", "WE": "-WE"})


def _iso(meaning: Meaning, year: str) -> str:
    month = "" if meaning.month is None else f"-{meaning.month:02d}"
    return year + month + ("" if meaning.day is None else f"-{meaning.day:02d}")


def _clocked(value: str, meaning: Meaning) -> str:
    return f"{value}T{meaning.part}" if meaning.part else value


def calendar(meaning: Meaning, frame: Frame, task: Task) -> Result | None:
    """Years, months and days by name."""
    if meaning.year is not None:
        value = _iso(meaning, f"{meaning.year:04d}")
        known = day(meaning.year, meaning.month or 1, meaning.day or 1)
        if meaning.unit in _WEEK_END and known:
            return Result(week(known) + _WEEK_END[meaning.unit], "stated")
        if meaning.unit == "KNOWN":
            named = frame.found[min(task.one.last, len(frame.found) - 1)]
            return Result(value, "resolved", counted_from=(task.one.start, named.end))
        return Result(_clocked(value, meaning), "stated")
    if meaning.unit == "Y" and frame.year:
        before = frame.found[task.one.first - 1].word if task.one.first else ""
        by = -1 if meaning.mod == "END" and before == "since" else meaning.rel or 0  # "since year-end"
        return Result(_iso(meaning, f"{frame.year + by:04d}"))
    if frame.day is None:
        return Result(_clocked(_iso(meaning, "XXXX"), meaning), "undated")
    if meaning.day is not None and meaning.unit in _WEEK_END:
        found = _day_month(meaning, frame.day, task)
        return Result(week(found) + _WEEK_END[meaning.unit]) if found else None
    if meaning.day is None:
        return Result(_iso(meaning, f"{_month_year(meaning, frame.day, task):04d}"))
    found = _day_month(meaning, frame.day, task)
    return Result(_clocked(found.isoformat(), meaning)) if found else None


def _month_year(meaning: Meaning, today: date, task: Task) -> int:
    """The year of a month named alone: the nearest one that its sentence allows."""
    month = meaning.month or 1
    if meaning.rel == 0:
        return today.year
    if meaning.rel == -1:
        return today.year - (month >= today.month)
    if meaning.rel == 1:
        return today.year + (month <= today.month)
    years = (today.year - 1, today.year, today.year + 1)
    return min(years, key=lambda year: _cost((year - today.year) * 12 + month - today.month, task))


def _cost(off: int, task: Task) -> tuple[int, int]:
    """Distance from now, counted more when the sentence speaks of the other side; ties go to the past."""
    against = task.cued and (off > 0 if task.past else off < 0)
    cue = AGAINST_GOVERNING if task.strong else AGAINST_PAST if task.past else AGAINST_FUTURE
    return abs(off) * (cue if against else 1), off


def _day_month(meaning: Meaning, today: date, task: Task) -> date | None:
    years = (today.year - 1, today.year, today.year + 1)
    month, dom = meaning.month or 1, meaning.day or 1
    days = [d for year in years if (d := day(year, month, dom))]
    if (month, dom) == (2, 29):
        days = [d for by in range(-8, 9) if (d := day(today.year + by, month, dom))]
    if meaning.weekday:
        wide = (day(today.year + by, month, dom) for by in range(-5, 6))
        days = [d for d in wide if d and d.isoweekday() == meaning.weekday] or days
    if meaning.rel == -1:
        days = [d for d in days if d < today] or days
    return min(days, key=lambda d: _cost((d - today).days, task), default=None)


def weekday(meaning: Meaning, frame: Frame, task: Task) -> Result:
    """A weekday: back from the day of speaking for what happened, forward for what is planned."""
    number = meaning.weekday or 1
    base = frame.day
    if base is None:
        return Result(_clocked(f"XXXX-WXX-{number}", meaning), "undated")
    counted = None
    if meaning.anchor == "mention" and frame.focus_day and (named := frame.mentioned()):
        base, counted = named, (frame.focus_day.start, frame.focus_day.end)
    elif meaning.anchor == "mention" and meaning.rel == 1:
        return Result(_clocked(f"XXXX-WXX-{number}", meaning), "undated")
    if meaning.rel is None and _follows(frame, task):
        return _second_of_range(meaning, frame, base)
    if meaning.unit == "W":
        monday = shift_days(base, 1 - base.isoweekday() + 7 * (meaning.rel or 0))
        return Result(shift_days(monday, number - 1).isoformat())
    if meaning.rel is not None:
        return Result(_clocked(_near(meaning.rel, number, base, task), meaning), counted_from=counted)
    return _bare(meaning, base, frame, task)


def _near(rel: int, number: int, base: date, task: Task) -> str:
    """ "last Friday", "this Sunday", "next Monday"."""
    back, ahead = (base.isoweekday() - number) % 7, (number - base.isoweekday()) % 7
    by = {-1: -(back or 7), 0: ahead, 1: ahead or 7}[rel]
    told = rel == 0 and task.past and task.cued and back < NEAR
    return shift_days(base, -back if told else by).isoformat()


def _bare(meaning: Meaning, base: date, frame: Frame, task: Task) -> Result:
    """ "on Friday": by the verb; nobody can tell without one, or where the page was written on."""
    number = meaning.weekday or 1
    back = shift_days(base, -((base.isoweekday() - number) % 7))
    ahead = shift_days(base, (number - base.isoweekday()) % 7)
    told = task.past and task.cued
    if told and (later := _since_update(number, base, frame.written.updated)):
        return _updated(later, back, meaning, frame.written)
    likely, other = (back, ahead) if task.past else (ahead, back)
    written_on = told and (base - back).days == 6 and base == frame.day and _tells_today(frame, base)
    if written_on or ((task.conflict or not task.cued) and likely != other):
        readings = (_clocked(likely.isoformat(), meaning), _clocked(other.isoformat(), meaning))
        return Result(_clocked(f"XXXX-WXX-{number}", meaning), "undated", readings)
    return Result(_clocked(likely.isoformat(), meaning))


def _tells_today(frame: Frame, today: date) -> bool:
    """Whether the text names the weekday of its own day: a page of Saturday that tells what was said "on
    Saturday" and "on Sunday" was written on after its date, or tells of a Sunday before; nobody can know."""
    return any(token.cls == "d" and token.value == str(today.isoweekday()) for token in frame.found)


def _since_update(number: int, base: date, updated: date | None) -> date | None:
    """The last such weekday up to the day of the update, when it lies behind the day of publication."""
    if updated is None or not base < updated <= shift_days(base, _CHANGED):
        return None
    day_ = shift_days(updated, -((updated.isoweekday() - number) % 7))
    return day_ if day_ > base else None


def _updated(later: date, before: date, meaning: Meaning, written: Written) -> Result:
    """A weekday of a text that was changed: after a week every weekday may be one before or one after it."""
    first, last = (_clocked(one.isoformat(), meaning) for one in (later, before))
    if written.updated and written.day and (written.updated - written.day).days < 7:
        return Result(first, by_update=True)
    return Result(_clocked(f"XXXX-WXX-{meaning.weekday}", meaning), "undated", (first, last))


def _second_of_range(meaning: Meaning, frame: Frame, today: date) -> Result:
    base = frame.mentioned() or today
    last = shift_days(base, ((meaning.weekday or 1) - base.isoweekday()) % 7)
    span = (frame.focus_day.start, frame.focus_day.end) if frame.focus_day else None
    return Result(_clocked(last.isoformat(), meaning), counted_from=span)


def _follows(frame: Frame, task: Task) -> bool:
    """Whether the weekday is the second of "Monday to Friday", "Monday-Wednesday"."""
    at = task.one.first - 1
    if at < 1 or frame.focus_day is None:
        return False
    first, joint = frame.found[at - 1], frame.found[at]
    weekdays = first.cls in "dep" and first.end == frame.focus_day.end
    return weekdays and joint.cls in "-~" and joint.word != "until"


def quarter(meaning: Meaning, frame: Frame, task: Task) -> Result | None:
    """Quarters and halves of a year; "the 1988 quarter" is the one spoken of, a year back or on."""
    if not meaning.unit:
        named = frame.quarter
        suffix, span = (named.value[4:], (named.start, named.end)) if named else ("", None)
        return Result(f"{meaning.year}{suffix}", "resolved" if named else "stated", counted_from=span)
    if meaning.year is not None:
        return Result(f"{meaning.year:04d}-{meaning.unit}", "stated")
    if meaning.rel is not None and frame.year:
        return Result(f"{frame.year + meaning.rel:04d}-{meaning.unit}")
    if frame.day is None:
        return Result(f"XXXX-{meaning.unit}", "undated")
    size = 3 if meaning.unit[0] == "Q" else 6
    now = (frame.day.month - 1) // size + 1
    ahead = int(meaning.unit[1]) - now
    last_year = task.past and (ahead > 1 or (ahead == 1 and task.cued))
    # One quarter back has figures still to come: "will report first-quarter results", said in April.
    next_year = not task.past and ahead < (-1 if size == 3 else 0)
    return Result(f"{frame.day.year - last_year + next_year:04d}-{meaning.unit}")


_SEASON_STARTS = MappingProxyType({"SP": 3, "SU": 6, "FA": 9, "WI": 12})


def season(meaning: Meaning, frame: Frame, task: Task) -> Result:
    """Seasons of the northern hemisphere, as news agencies there use them."""
    if meaning.year is not None:
        return Result(f"{meaning.year:04d}-{meaning.unit}", "stated")
    if frame.day is None:
        return Result(f"XXXX-{meaning.unit}", "undated")
    starts = _SEASON_STARTS[meaning.unit]
    year, month = frame.day.year, frame.day.month
    started = month >= starts
    inside = starts <= month < starts + 3 or (starts == 12 and month < 3)
    if meaning.rel == 1:
        year += started
    elif meaning.rel == -1:
        year -= inside or not started
    elif meaning.rel is None:
        # The middle of the season counts: in January "the winter" is the one that began in December.
        years = (year - 1, year, year + 1)
        year = min(years, key=lambda y: _cost((y - year) * 12 + starts + 1 - month, task))
    return Result(f"{year:04d}-{meaning.unit}")


_NTH = re.compile(r"(\d\d)-(\d)-(-?\d)(?:\+(\d))?")


def easter(year: int) -> date:
    """Western Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, dom = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, dom + 1)


def _nth_weekday(year: int, month: int, weekday_: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return shift_days(first, (weekday_ - first.isoweekday()) % 7 + 7 * (nth - 1))
    next_year, next_month = shift_month(year, month, 1)
    last = shift_days(date(next_year, next_month, 1), -1)
    return shift_days(last, -((last.isoweekday() - weekday_) % 7))


def feast(rule: str, year: int) -> date:
    """The day of a rule of time/holidays.tsv in a year."""
    if rule.startswith("easter"):
        return shift_days(easter(year), int(rule[6:]))
    if rule == "election":
        return shift_days(_nth_weekday(year, 11, 1, 1), 1)
    if match := _NTH.fullmatch(rule):
        nth = _nth_weekday(year, int(match[1]), int(match[2]), int(match[3]))
        return shift_days(nth, int(match[4] or 0))
    return date(year, int(rule[:2]), int(rule[3:]))


def holiday(meaning: Meaning, frame: Frame, task: Task) -> Result:
    """A named day: the nearest one that its sentence allows."""
    if meaning.year is not None:
        return Result(feast(meaning.unit, meaning.year).isoformat(), "stated")
    if frame.day is None:
        fixed = re.fullmatch(r"\d\d-\d\d", meaning.unit)
        return Result(f"XXXX-{meaning.unit}" if fixed else "XXXX-XX-XX", "undated")
    today = frame.day
    days = [feast(meaning.unit, today.year + by) for by in (-1, 0, 1)]
    if meaning.rel == 0:
        return Result(days[1].isoformat())
    if meaning.rel is not None:
        days = [d for d in days if (d > today if meaning.rel > 0 else d < today)]
    return Result(min(days, key=lambda d: _cost((d - today).days, task)).isoformat())
