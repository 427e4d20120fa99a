"""Resolves the expressions of a text in reading order against the day of speaking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.timex import anniversaries, calendar_resolution, numeric, relative_resolution, tense
from briefgen.timex.cues import Cues
from briefgen.timex.expression import Expression, Kind, Meaning
from briefgen.timex.frame import Frame, Result, Task, Timex, Written
from briefgen.timex.rules import Run
from briefgen.timex.values import Bounds, bounds, shift_days

_RESOLVERS: Mapping[str, Callable[[Meaning, Frame, Task], Result | None]] = MappingProxyType(
    {
        "calendar": calendar_resolution.calendar,
        "weekday": calendar_resolution.weekday,
        "quarter": calendar_resolution.quarter,
        "season": calendar_resolution.season,
        "holiday": calendar_resolution.holiday,
        "unit": relative_resolution.unit,
        "ago": relative_resolution.ago,
        "offset": relative_resolution.offset,
        "clock": relative_resolution.clock,
        "fixed": relative_resolution.fixed,
    }
)


def resolve(expressions: Iterable[Expression], found: Run, written: Written) -> tuple[Timex, ...]:
    """What the expressions among the tokens `found` mean in a text `written` then.

    Without a day nothing relative is resolved: parts that are not known stay X.
    """
    if written.day is not None and not 1000 <= written.day.year <= 9000:
        written = Written()
    frame = Frame(found, Cues(found), written, order=_order(found) or written.order)
    resolved = []
    for counted in anniversaries.joined(tuple(expressions), found):
        for timex, kind in _of(counted, frame):
            frame.note(timex, kind)
            resolved.append(timex)
    return tuple(resolved)


def _of(counted: anniversaries.Counted, frame: Frame) -> Iterator[tuple[Timex, Kind]]:
    """One expression, or a count and the day it is counted from, which make one date where they can."""
    base = _resolve(counted.base, frame) if counted.base else None
    if whole := anniversaries.resolve(counted, frame, base):
        yield whole, "calendar"
        return
    for one in filter(None, counted):
        if (timex := _resolve(one, frame)) is not None:
            yield timex, one.meaning.kind


def _order(found: Run) -> numeric.Order | None:
    """The order of numeric dates that one of them proves, when none proves the opposite."""
    proven = {numeric.fixed_order(token.word) for token in found if token.cls == "A"} - {None}
    return proven.pop() if len(proven) == 1 else None


def _resolve(one: Expression, frame: Frame) -> Timex | None:
    reading = tense.read(frame.found, frame.cues, one)
    task = Task(
        one, reading.direction != "future", reading.direction is not None, reading.conflict, reading.strong
    )
    result = _RESOLVERS[one.meaning.kind](one.meaning, frame, task)
    if result is None:
        return None
    earliest, latest = _narrowed(task, result, frame)
    return Timex(
        one.start,
        one.end,
        result.type or one.meaning.type,
        result.value,
        result.status,
        result.counted_from if result.status == "resolved" else None,
        earliest,
        latest,
        result.alternatives,
        one.opens,
        result.by_update,
    )


def _narrowed(task: Task, result: Result, frame: Frame) -> Bounds:
    """Bounds of the value, narrowed by the words: "earlier this year" ends on the day of speaking."""
    if result.alternatives:
        days = sorted(day for value in result.alternatives for day in bounds(value) if day)
        return (days[0], days[-1]) if days else (None, None)
    if result.value in ("PAST_REF", "FUTURE_REF"):
        past = result.value == "PAST_REF"
        return (
            (None, frame.day or frame.written.latest) if past else (frame.day or frame.written.earliest, None)
        )
    earliest, latest = bounds(result.value)
    if result.value.startswith("XXXX-WXX-"):
        return _week_around(task, frame.written)
    if frame.day and earliest and latest and earliest <= frame.day <= latest:
        latest = frame.day if task.one.meaning.mod == "BEFORE" else latest
        earliest = frame.day if task.one.meaning.mod == "AFTER" else earliest
    return earliest, latest


def _week_around(task: Task, written: Written) -> Bounds:
    """Where a weekday of an undated text can lie: up to six days from a day within the bounds of the text."""
    first, last = written.earliest, written.latest
    if task.past or not task.cued:
        first = shift_days(first, -6) if first else None
    if not task.past or not task.cued:
        last = shift_days(last, 6) if last else None
    return first, last
