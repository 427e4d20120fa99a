"""Where dates change sides: an invented sentence on either side of each line."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.timex import Written, find, resolve, tokens
from tests.test_timex import day, timexes


def value(text: str, written: str = "2025-07-21") -> str:
    (one,) = timexes(text, day(written))
    return one.value


@pytest.mark.parametrize(("written", "meant"), [("2025-07-24", "2025-07-20"), ("2025-07-25", "2025-07-27")])
def test_this_sunday_told_in_the_past_lies_less_than_five_days_back(written: str, meant: str) -> None:
    assert value("He died this Sunday.", written) == meant


@pytest.mark.parametrize(("words", "meant"), [(18, "2025-07-24"), (34, "2025-07-24"), (36, "XXXX-WXX-4")])
def test_a_verb_forty_words_away_says_nothing_of_a_day(words: int, meant: str) -> None:
    assert value(f"He will come with {'old ' * words}ships on Thursday.") == meant


@pytest.mark.parametrize(
    ("named", "meant"), [("25 June", "2026-06-25"), ("3 July", "2026-07-03"), ("7 July", "2025-07-07")]
)
def test_will_leaves_room_for_the_last_weeks_only(named: str, meant: str) -> None:
    assert value(f"The attacks will end on {named}.") == meant


@pytest.mark.parametrize(
    ("named", "meant"),
    [("27 April", "2025-04-27"), ("5 May", "2024-05-05")],
)
def test_what_is_told_in_the_past_lies_ahead_only_when_five_times_nearer(named: str, meant: str) -> None:
    assert value(f"He spoke of the {named} vote.", "2025-03-01") == meant


@pytest.mark.parametrize(("named", "meant"), [("14 May", "2026-05-14"), ("25 May", "2025-05-25")])
def test_what_is_planned_lies_back_only_when_four_times_nearer(named: str, meant: str) -> None:
    assert value(f"They plan to prolong the {named} truce.", "2025-07-31") == meant


@pytest.mark.parametrize(("named", "meant"), [("13 July", "2026-07-13"), ("14 July", "2025-07-14")])
def test_a_plan_tied_to_its_date_leaves_room_for_the_last_weeks_only(named: str, meant: str) -> None:
    assert value(f"They plan to vote on {named}.", "2025-07-31") == meant


@pytest.mark.parametrize(("named", "meant"), [("19 March", "2024-03-19"), ("18 March", "2025-03-18")])
def test_a_past_tied_to_its_date_lies_ahead_by_days_only(named: str, meant: str) -> None:
    assert value(f"He died on {named}.", "2025-03-01") == meant


@pytest.mark.parametrize(
    ("updated", "meant"),
    [
        ("2025-07-27", "2025-07-25"),
        ("2025-07-28", "XXXX-WXX-5"),
        ("2025-08-04", "XXXX-WXX-5"),
        ("2025-08-05", "2025-07-18"),
    ],
)
def test_a_change_within_a_week_decides_and_after_two_weeks_counts_no_more(updated: str, meant: str) -> None:
    found = tokens("He spoke on Friday.")
    written = Written(date(2025, 7, 21), updated=date.fromisoformat(updated))
    (one,) = resolve(find(found), found, written)
    assert one.value == meant
