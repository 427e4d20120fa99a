"""The chronology as a line of time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.paper import house
from briefgen.paper.evidence import DatedEvent
from briefgen.paper.evidence_page import Timeline
from briefgen.paper.memo import House
from briefgen.paper.timeline import LEFT, RIGHT, ROOM, SIGN, timeline

STYLE = house.load()
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def event(label: str, first: str | None, last: str | None = None, *, sure: bool = True) -> DatedEvent:
    day = (House(first or "day not known"),)
    start = date.fromisoformat(first) if first else None
    return DatedEvent(label, start, date.fromisoformat(last) if last else start, day, day, sure)


def drawn(*events: DatedEvent) -> Timeline:
    found = timeline(events, STYLE)
    assert found is not None
    return found


def test_one_day_makes_no_line() -> None:
    assert timeline((event("C1", "2025-03-04"), event("C2", None)), STYLE) is None


def test_later_days_stand_further_right() -> None:
    marks = drawn(event("C1", "2025-03-04"), event("C2", "2025-03-09"), event("C3", "2025-04-01")).marks
    assert [one.label for one in marks] == ["C1", "C2", "C3"]
    assert marks[0].start == LEFT
    assert marks[0].start < marks[1].start < marks[2].start == RIGHT


def test_a_month_is_a_stretch_and_a_day_a_point() -> None:
    month, day = drawn(event("C1", "2025-03-01", "2025-03-31"), event("C2", "2025-05-01")).marks
    assert month.end > month.start
    assert day.end == day.start


def test_marks_of_one_day_stand_below_one_another() -> None:
    marks = drawn(event("C1", "2025-03-04"), event("C2", "2025-03-04"), event("C3", "2025-06-04")).marks
    assert [one.lane for one in marks] == [0, 1, 0]


def test_a_long_empty_time_is_shortened_and_the_line_broken_there() -> None:
    days = ["1913-01-01", "2025-03-01", "2025-03-05", "2025-03-09", "2025-03-13"]
    found = drawn(*(event(f"C{at}", day) for at, day in enumerate(days, 1)))
    assert len(found.breaks) == 1
    assert found.marks[1].start < found.breaks[0] + (RIGHT - LEFT) / 2
    assert found.marks[4].start - found.marks[1].start > (RIGHT - LEFT) / 4


def test_even_times_are_not_broken() -> None:
    assert not drawn(event("C1", "2025-03-01"), event("C2", "2025-03-05"), event("C3", "2025-03-09")).breaks


def test_years_months_or_days_are_named_as_the_line_is_long() -> None:
    years = drawn(event("C1", "2015-03-01"), event("C2", "2025-03-01"))
    months = drawn(event("C1", "2025-03-01"), event("C2", "2025-09-01"))
    days = drawn(event("C1", "2025-03-01"), event("C2", "2025-03-09"))
    assert [tick.text for tick in years.ticks] == ["2015", "2025"]
    assert [tick.text for tick in months.ticks] == ["March 2025", "September 2025"]
    assert [tick.text for tick in days.ticks] == ["1 March 2025", "9 March 2025"]


@given(st.lists(st.tuples(DAYS, DAYS), min_size=2, max_size=40))
def test_marks_lie_on_the_line_and_never_on_each_other(spans: list[tuple[date, date]]) -> None:
    rows = (event(f"C{at}", str(min(one)), str(max(one))) for at, one in enumerate(spans, 1))
    found = timeline(tuple(rows), STYLE)
    assert found is not None
    for one in found.marks:
        assert LEFT <= one.start <= one.end <= RIGHT
    for lane in range(found.lanes):
        row = [one for one in found.marks if one.lane == lane]
        assert all(after.start - before.start >= SIGN for before, after in pairwise(row))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=2, max_size=40))
def test_names_of_days_are_not_cut_off_at_the_ends_and_never_lie_on_each_other(
    spans: list[tuple[date, date]],
) -> None:
    rows = (event(f"C{at}", str(min(one)), str(max(one))) for at, one in enumerate(spans, 1))
    found = timeline(tuple(rows), STYLE)
    assert found is not None
    room = ROOM[("year", "month", "day")[len(found.ticks[0].text.split()) - 1]]
    middles = [tick.middle for tick in found.ticks]
    assert room / 2 <= middles[0]
    assert middles[-1] <= 100 - room / 2
    assert all(after - before >= room for before, after in pairwise(middles))
