"""Years or months counted back from a day named behind them: "ten years ago Sunday", "a year ago today"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

from briefgen.timex.expression import Expression
from briefgen.timex.frame import Frame, Timex
from briefgen.timex.rules import Run
from briefgen.timex.values import bounds, day, shift_days, shift_month

_JOINTS = frozenset({"on", "in", "this", ","})
_BASES = frozenset({"weekday", "offset", "unit", "calendar"})
_MONTHS = MappingProxyType({"Y": 12, "E": 120, "M": 1})


class Counted(NamedTuple):
    """A number of units and, where one stands behind it, the day they are counted from."""

    one: Expression
    base: Expression | None = None


def joined(expressions: Sequence[Expression], found: Run) -> Iterator[Counted]:
    """The expressions, each "ago" with the day behind it as one."""
    taken = False
    for one, following in zip_longest(expressions, expressions[1:]):
        if taken:
            taken = False
            continue
        taken = following is not None and _belongs(one, following, found)
        yield Counted(one, following if taken else None)


def _belongs(one: Expression, base: Expression, found: Run) -> bool:
    meaning = one.meaning
    if meaning.kind != "ago" or meaning.anchor != "speech" or meaning.rel != -1 or not meaning.count:
        return False
    if meaning.unit not in _MONTHS or meaning.count != int(meaning.count) or base.meaning.kind not in _BASES:
        return False
    if base.meaning.year is not None or base.meaning.anchor != "speech" or base.meaning.rel not in (None, 0):
        return False
    between = found[one.last : base.first]
    return len(between) <= 1 and all(token.word in _JOINTS for token in between)


def resolve(counted: Counted, frame: Frame, base: Timex | None) -> Timex | None:
    """The day, week or month so long before `base`; None when nobody can tell and the parts stand alone."""
    one = counted.one
    first = bounds(base.value)[0] if base else None
    if counted.base is None or base is None or first is None or frame.day is None:
        return None
    months = _MONTHS[one.meaning.unit] * int(one.meaning.count or 0)
    if counted.base.meaning.kind == "calendar":  # "two years ago in May": of that year
        base = base._replace(value=f"{frame.day.year:04d}{base.value[4:]}")
        first = bounds(base.value)[0] or first
    value = _back(first, months, base.value)
    if counted.base.meaning.kind == "weekday" and first != frame.day:
        value = _either(frame.day, counted.base.meaning.weekday or 1, months)
    if value is None:
        return None
    earliest, latest = bounds(value)
    return Timex(one.start, base.end, "DATE", value, "resolved", None, earliest, latest)


def _back(first: date, months: int, value: str) -> str | None:
    year, month = shift_month(first.year, first.month, -months)
    if len(value) < 10 and "W" not in value:
        return f"{year:04d}-{month:02d}" if len(value) == 7 else f"{year:04d}"
    same = day(year, month, first.day)
    if same is None:
        return None
    if "W" in value:
        calendar = same.isocalendar()
        return f"{calendar.year:04d}-W{calendar.week:02d}"
    return same.isoformat()


def _either(today: date, weekday: int, months: int) -> str | None:
    """An anniversary may be told before it or after it: what the days on both sides have in common."""
    around = (
        shift_days(today, -((today.isoweekday() - weekday) % 7)),
        shift_days(today, (weekday - today.isoweekday()) % 7),
    )
    values = [_back(one, months, one.isoformat()) for one in around]
    if None in values:
        return None
    first, last = sorted(value for value in values if value)
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else None
