"""Where dates change sides: an invented sentence on either side of each line."""

from __future__ import annotations

import pytest

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
    assert value(f"He died on {named}.", "2025-03-01") == meant


@pytest.mark.parametrize(("named", "meant"), [("14 May", "2026-05-14"), ("25 May", "2025-05-25")])
def test_what_is_planned_lies_back_only_when_four_times_nearer(named: str, meant: str) -> None:
    assert value(f"They plan to vote on {named}.", "2025-07-31") == meant
