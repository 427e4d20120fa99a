"""Printed dates for stamps, and values said in English."""

from __future__ import annotations

import pytest

from briefgen.timex import bounds, english, granularity, other_dates, printed_dates
from tests.casefile import Case, cases


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Last updated: 2025/07/21 at 10:39 AM", "2025-07-21"),
        ("28.05.2018", "2018-05-28"),
        ("06 December 2025", "2025-12-06"),
        ("July 21, 2025", "2025-07-21"),
        ("Sat., Dec. 6, 2025", "2025-12-06"),
        ("21-Jul-2025", "2025-07-21"),
        ("2025 July 21", "2025-07-21"),
        ("2025-07-21T10:39:00Z", "2025-07-21"),
        ("May 2018", "2018-05"),
        ("on July 21.", "XXXX-07-21"),
        ("the 6th of December, 2025", "2025-12-06"),
        ("5/6/98", "1998-05-06"),
    ],
)
def test_a_printed_date_is_read(text: str, value: str) -> None:
    assert [one.value for one in printed_dates(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "we may go",
        "Published:",
        "5 Min Read",
        "30 February 2025",
        "2025-02-30",
        "v1.2.2020",
        "2023 ©",
        "in May",
        "50% of 2050",
    ],
)
def test_what_is_no_calendar_date_is_left_alone(text: str) -> None:
    assert printed_dates(text) == ()


def test_two_stamps_side_by_side_are_two_dates() -> None:
    assert [one.value for one in printed_dates("July 21, 2025 July 22, 2025")] == ["2025-07-21", "2025-07-22"]


def test_slashes_are_ambiguous_without_an_order() -> None:
    (one,) = printed_dates("05/06/2018")
    assert one.ambiguous


@pytest.mark.parametrize(("order", "value"), [("DMY", "2018-06-05"), ("MDY", "2018-05-06")])
def test_an_order_settles_a_date_with_slashes(order: str, value: str) -> None:
    (one,) = printed_dates("05/06/2018", order)  # type: ignore[arg-type]
    assert (one.value, one.ambiguous) == (value, False)


def test_points_are_day_first_and_not_ambiguous() -> None:
    (one,) = printed_dates("05.06.2018")
    assert (one.value, one.ambiguous) == ("2018-06-05", False)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-07-22", "22 July 2025"),
        ("2025-05", "May 2025"),
        ("2020", "2020"),
        ("2025-W30", "week of 21 July 2025"),
        ("2025-W30-WE", "weekend of 26–27 July 2025"),
        ("2025-Q3", "third quarter of 2025"),
        ("2025-H1", "first half of 2025"),
        ("2025-SU", "summer 2025"),
        ("199", "the 1990s"),
        ("18", "19th century"),
        ("20", "21st century"),
        ("2025-07-21T10:39", "21 July 2025, 10:39"),
        ("2025-07-21TMO", "morning of 21 July 2025"),
        ("XXXX-07-21", "21 July (year not given)"),
        ("XXXX-05", "May (year not given)"),
        ("XXXX-WXX-4", "a Thursday (date not given)"),
        ("XXXX-XX-XX", "day not given"),
        ("XXXX-XX-XXTNI", "night (date not given)"),
        ("XXXX-XX-XXT10:39", "10:39 (date not given)"),
        ("2018-XX-XX", "2018 (day not given)"),
        ("XXXX", "year not given"),
        ("P2D", "2 days"),
        ("PXD", "some days"),
        ("PT5H", "5 hours"),
        ("P2Y6M", "2 years 6 months"),
        ("PAST_REF", "in the past"),
        ("2025-07-10/2025-07-12", "10–12 July 2025"),
        ("2025-07-30/2025-08-02", "30 July – 2 August 2025"),
        ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2014/2020", "2014–2020"),
        ("no value", "no value"),
    ],
)
def test_a_value_is_said_in_english(value: str, words: str) -> None:
    assert english(value) == words


@pytest.mark.parametrize(
    ("value", "first", "last", "unit"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025-W30", "2025-07-21", "2025-07-27", "week"),
        ("2025-W30-WE", "2025-07-26", "2025-07-27", "weekend"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "quarter"),
        ("2024-WI", "2024-12-01", "2025-02-28", "season"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("18", "1800-01-01", "1899-12-31", "century"),
        ("2025-07-21TMO", "2025-07-21", "2025-07-21", "part-of-day"),
        ("2014/2020", "2014-01-01", "2020-12-31", "year"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str, unit: str) -> None:
    assert [str(day) for day in bounds(value)] == [first, last]
    assert granularity(value) == unit


@pytest.mark.parametrize("value", ["P2D", "PRESENT_REF", "XXXX-07-21", "2025-13", "2025-W60", "0000"])
def test_a_value_without_a_place_in_the_calendar_has_no_bounds(value: str) -> None:
    assert bounds(value) == (None, None)


@cases("other_dates")
def test_dates_in_other_languages_are_read(case: Case) -> str:
    found = other_dates(case.input)
    return "\n".join(f"{case.input[one.start : one.end]} = {one.value}" for one in found) or "nothing"
