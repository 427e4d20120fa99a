"""Resolves dates that are counted from a day: last week, two months ago, a day earlier, tonight, 7 p.m."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from briefgen.timex.counts import VAGUE, amount
from briefgen.timex.cues import ends_sentence
from briefgen.timex.expression import Expression, Meaning
from briefgen.timex.frame import Frame, Result, Task, Timex
from briefgen.timex.rules import number
from briefgen.timex.values import bounds, shift_days, shift_month, week

_UNKNOWN = MappingProxyType(
    {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
)
_FINER = MappingProxyType({"Y": ("M", 12), "E": ("Y", 10), "C": ("Y", 100), "M": ("W", 4), "W": ("D", 7)})
"""The unit in which a fraction of a unit is counted, and how many of them make it."""


def place(unit: str, base: date, by: int) -> str | None:
    """The value of a unit `by` units from the one that holds `base`."""
    if unit == "D":
        return shift_days(base, by).isoformat()
    if unit in ("W", "FN"):
        return week(base, by * (2 if unit == "FN" else 1))
    if unit == "WE":
        return week(base, by) + "-WE"
    if unit in ("M", "Q"):
        year, month = shift_month(base.year, base.month, by * (3 if unit == "Q" else 1))
        return f"{year:04d}-{month:02d}" if unit == "M" else f"{year:04d}-Q{(month - 1) // 3 + 1}"
    years = {"Y": (1, 4), "E": (10, 3), "C": (100, 2)}.get(unit)
    if years is None or not 1 <= base.year + by * years[0] <= 9999:
        return None
    return f"{base.year + by * years[0]:04d}"[: years[1]]


def _span(one: Timex | None) -> tuple[int, int] | None:
    return (one.start, one.end) if one else None


def _same_sentence(frame: Frame, one: Expression) -> bool:
    """Whether the last date named stands in the sentence of an expression."""
    between = range(one.first - 1, max(one.first - 40, -1), -1)
    for index in between:
        if frame.focus and frame.found[index].start < frame.focus.end:
            return True
        if ends_sentence(frame.found, index):
            return False
    return False


def _named_base(frame: Frame, unit: str, one: Expression) -> tuple[date | None, tuple[int, int] | None]:
    """The date named before that is fine enough to count `unit` from."""
    if unit in ("D", "TH", "TM"):
        return frame.mentioned(), _span(frame.focus_day)
    if frame.focus is None:
        return None, None
    if unit == "Y" and not _same_sentence(frame, one):
        return None, None
    fine = {"Y": 4, "E": 3, "C": 2}.get(unit, 7)
    first = bounds(frame.focus.value)[0]
    return (first, _span(frame.focus)) if len(frame.focus.value) >= fine else (None, None)


def unit(meaning: Meaning, frame: Frame, task: Task) -> Result | None:
    """Weeks, months, years ... before, at or after the day of speaking or the date named before."""
    if meaning.mod in ("FOCUS", "LATEST"):
        return _spoken_quarter(meaning, frame, task.one)
    if meaning.anchor == "mention":
        base, counted = _named_base(frame, meaning.unit, task.one)
        if base is not None and (value := place(meaning.unit, base, meaning.rel or 0)):
            return Result(_parted(value, meaning), counted_from=counted)
    return _from_speech(meaning, frame, task)


def _closing_quarter(frame: Frame, one: Expression) -> str | None:
    """The quarter of the calendar that holds most of "the quarter ended July 31" (the second)."""
    after = frame.found[one.last : one.last + 5]
    if frame.day is None or len(after) < 2 or after[1].cls not in "mn":
        return None
    if after[0].word not in ("ended", "ending"):
        return None
    month, year = int(after[1].value), number(after[2:], "y")
    off = frame.day.month - month
    if year is None:
        year = frame.day.year - (off < 0) if after[0].word == "ended" else frame.day.year + (off > 0)
    year, middle = shift_month(year, month, -1)
    return f"{year:04d}-Q{(middle + 2) // 3}"


def _spoken_quarter(meaning: Meaning, frame: Frame, one: Expression) -> Result | None:
    """ "the quarter" is the one spoken of; "the latest quarter" else the last one that ended."""
    if closing := _closing_quarter(frame, one):
        return Result(closing)
    last = place("Q", frame.day, -1) if frame.day and meaning.mod == "LATEST" else None
    if frame.quarter and (last is None or frame.quarter.value <= last):
        return Result(frame.quarter.value, counted_from=_span(frame.quarter))
    return Result(last) if last else None


def _from_speech(meaning: Meaning, frame: Frame, task: Task) -> Result | None:
    by = meaning.rel or 0
    back = meaning.anchor == "mention"
    if (back and by == 0 and not meaning.mod) or (meaning.unit == "D" and not back):
        return None  # "that day" with no day named before; "this day", "the last day"
    if meaning.unit == "Y" and frame.year is not None:
        return Result(f"{frame.year + by:04d}")
    if frame.day is None:
        return Result(_UNKNOWN.get(meaning.unit, "XXXX"), "undated")
    if meaning.unit == "WE":
        by = _weekend(meaning, frame.day, task)
    # On a Sunday "the past week" is the week that ends that day.
    gone = any(token.word == "past" for token in frame.found[task.one.first : task.one.last])
    ended = meaning.unit == "W" and by == -1 and gone and frame.day.isoweekday() == 7
    value = place(meaning.unit, frame.day, 0 if ended else by)
    return Result(_parted(value, meaning)) if value else None


def _parted(value: str, meaning: Meaning) -> str:
    return f"{value}T{meaning.part}" if meaning.part and len(value) == 10 else value


def _weekend(meaning: Meaning, today: date, task: Task) -> int:
    """Weeks to move: on a Monday to Thursday "the weekend" told of is the one before."""
    if meaning.rel == -1:
        return -1
    if meaning.rel == 1:
        return 1
    return -1 if task.past and today.isoweekday() < 6 and (task.cued or today.isoweekday() < 4) else 0


def ago(meaning: Meaning, frame: Frame, task: Task) -> Result | None:
    """A number of units before or after; the value is as coarse as the unit that is counted."""
    direction = meaning.rel or -1
    if meaning.count is None and direction > 0 and meaning.anchor == "mention":
        return Result(amount(VAGUE, meaning.unit), "stated", type="DURATION")
    if meaning.count is None:
        return Result("PAST_REF" if direction < 0 else "FUTURE_REF", "undated", type="DATE")
    if meaning.unit == "Y" and meaning.count == 1 and frame.quarter and direction < 0:
        year, rest = frame.quarter.value[:4], frame.quarter.value[4:]
        return Result(f"{int(year) - 1:04d}{rest}", counted_from=_span(frame.quarter))
    if meaning.anchor == "mention" and frame.day and _a_length(meaning, frame):
        return Result(amount(meaning.count, meaning.unit), "stated", type="DURATION")
    base, counted = frame.day, None
    if meaning.anchor == "mention":
        named, where = _named_base(frame, meaning.unit, task.one)
        if named is not None:
            base, counted = named, where
        elif direction > 0 or frame.day is None:
            base = None
    if base is None and meaning.unit == "Y" and frame.year and meaning.anchor == "speech":
        base = date(frame.year, 1, 1)
    if base is None:
        return Result(_UNKNOWN.get(meaning.unit, "XXXX"), "undated")
    value = _moved(meaning.unit, base, direction * meaning.count)
    return Result(value, counted_from=counted) if value else None


def _a_length(meaning: Meaning, frame: Frame) -> bool:
    """ "an hour later" tells the time between two events; so does "three days later" with no day before."""
    return meaning.unit in ("TH", "TM", "TS") or (meaning.rel == 1 and frame.focus is None)


def _moved(unit_: str, base: date, by: float) -> str | None:
    if unit_.startswith("T"):
        return base.isoformat()
    if by != int(by):
        finer = _FINER.get(unit_)
        value = place(finer[0], base, int(by * finer[1])) if finer else None
        return value[:4] if value and unit_ == "Y" else value
    if unit_ == "WE":
        unit_ = "W"
    return place(unit_, base, int(by))


def offset(meaning: Meaning, frame: Frame, task: Task) -> Result | None:
    """Days counted from today, with a part of the day: "yesterday", "last night", "this morning"."""
    base, counted = frame.day, None
    if meaning.anchor == "mention" and frame.focus_day:
        base, counted = frame.mentioned(), _span(frame.focus_day)
    elif meaning.anchor == "mention" and meaning.mod != "BARE":
        base = None
    if base is None:
        return Result(_parted("XXXX-XX-XX", meaning), "undated")
    return Result(_parted(shift_days(base, meaning.rel or 0).isoformat(), meaning), counted_from=counted)


def clock(meaning: Meaning, frame: Frame, task: Task) -> Result:
    """A time of day: on the day named last, else on the day of speaking. What closed at noon did not close
    on a day ahead that was named before."""
    base, counted = frame.day, None
    named = frame.mentioned()
    ahead = named is not None and base is not None and named > base and task.cued and task.past
    if frame.focus_day and not ahead:
        base, counted = named, _span(frame.focus_day)
    if base is None:
        return Result(f"XXXX-XX-XXT{meaning.part}", "undated")
    return Result(f"{base.isoformat()}T{meaning.part}", counted_from=counted)


def fixed(meaning: Meaning, frame: Frame, task: Task) -> Result:
    """What stands in the words. A numeric date with two readings is read as the text writes its other dates;
    without such a one it claims neither."""
    if meaning.value.endswith("_REF") or (meaning.type == "DATE" and meaning.value.startswith("X")):
        return Result(meaning.value, "undated")
    if not meaning.other:
        return Result(f"{meaning.value}T{meaning.part}" if meaning.part else meaning.value, "stated")
    if frame.order is not None:
        return Result(meaning.value if frame.order == meaning.order else meaning.other, "stated")
    return Result(f"{meaning.value[:4]}-XX-XX", "undated", (meaning.value, meaning.other))
