"""Finding and resolving temporal expressions."""

from __future__ import annotations

from datetime import date

from briefgen.timex import Timex, Written, find, resolve, tokens
from tests.casefile import Case, cases


def timexes(text: str, written: Written) -> tuple[Timex, ...]:
    found = tokens(text)
    return resolve(find(found), found, written)


def day(text: str) -> Written:
    return Written(date.fromisoformat(text))


@cases("timex_absolute", "timex_relative", "timex_direction")
def test_expressions_are_found_and_resolved(case: Case) -> str:
    when, _, text = case.input.partition("\n")
    written = Written() if when == "undated" else day(when)
    said = [
        f"{text[one.start : one.end]} = {' or '.join(sorted(one.alternatives)) or one.value}"
        for one in timexes(text, written)
    ]
    return "\n".join(said or ["nothing"])


def test_a_date_printed_in_full_is_stated() -> None:
    (one,) = timexes("It ended on 3 March 2024.", day("2025-07-21"))
    assert (one.status, one.anchor) == ("stated", None)


def test_a_weekday_is_resolved_from_the_day_of_writing() -> None:
    (one,) = timexes("It ended on Friday.", day("2025-07-21"))
    assert (one.status, one.anchor) == ("resolved", None)


def test_a_day_earlier_points_to_the_day_it_is_counted_from() -> None:
    text = "It ended on 3 March 2024. A day earlier it rained."
    _, one = timexes(text, day("2025-07-21"))
    assert one.anchor is not None
    assert text[slice(*one.anchor)] == "3 March 2024"


def test_conflicting_cues_claim_no_day() -> None:
    (one,) = timexes("Summit in Beijing on Thursday", day("2025-07-21"))
    assert one.status == "undated"
    assert one.value == "XXXX-WXX-4"
    assert (one.earliest, one.latest) == (date(2025, 7, 17), date(2025, 7, 24))


def test_earlier_this_year_ends_on_the_day_of_writing() -> None:
    (one,) = timexes("He resigned earlier this year.", day("2025-07-21"))
    assert (one.earliest, one.latest) == (date(2025, 1, 1), date(2025, 7, 21))


def test_recent_months_have_an_end_and_no_beginning() -> None:
    (one,) = timexes("In recent months it rained.", day("2025-07-21"))
    assert (one.earliest, one.latest) == (None, date(2025, 7, 21))


def test_bounds_in_one_year_resolve_this_year_and_nothing_finer() -> None:
    written = Written(None, date(2025, 3, 19), date(2025, 12, 31))
    said = {one.value for one in timexes("This year he came on Thursday in May.", written)}
    assert said == {"2025", "XXXX-WXX-4", "XXXX-05"}


def test_a_weekday_of_an_undated_text_lies_within_six_days_of_its_bounds() -> None:
    written = Written(None, date(2025, 3, 19), date(2025, 12, 31))
    (one,) = timexes("He will come on Thursday.", written)
    assert (one.earliest, one.latest) == (date(2025, 3, 19), date(2026, 1, 6))


def test_a_date_goes_on_over_the_end_of_a_wide_line() -> None:
    """Lines that end where the next word would have gone over the width are one paragraph, however wide."""
    head = f"Norway signed a partnership with {'the states of the east and of the west, ' * 2}on 1 September"
    assert len(head) > 100
    found = tokens(f"{head}\n2025.")
    (one,) = resolve(find(found), found, Written())
    assert one.value == "2025-09-01"


def test_a_short_line_among_wide_ones_ends_a_paragraph() -> None:
    wide = "It was said that the vote would be held when the ships were back in harbour. " * 2
    found = tokens(f"{wide}\nThe vote is on 1 September\n2025 was a year of storms, and much else.")
    values = [one.value for one in resolve(find(found), found, Written())]
    assert "2025-09-01" not in values
