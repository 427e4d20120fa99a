"""What holds for any text and any day."""

from __future__ import annotations

import json
import re
from calendar import month_name, monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen import lexicon
from briefgen.timex import (
    Timex,
    Written,
    bounds,
    english,
    find,
    impossible_dates,
    pause,
    printed_dates,
    resolve,
    tokens,
)

DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAYS = st.dates(date(1600, 1, 1), date(2150, 12, 31))
WORDS = """on last next this the past Tuesday Sunday May March Dec. July 2024 1999 12 31 1st week years month
day days ago earlier later two a few couple of hundred thousand - – / . , ' ’s : 10:39 p.m. quarter third
fiscal Q4 FY26 1990s summer fall night Easter today yesterday will said until and to every daily half
05/06/2018 28.05.2018 2025-07-21 2014-2020 999999999 now recent end of ( \x00 😀 שלום"""
TABLES = (lexicon.time.vocabulary, lexicon.time.phrases, lexicon.time.holidays, lexicon.time.tenses)
PIECES = st.one_of(
    st.sampled_from((*WORDS.split(), "\n\n", "\N{THIN SPACE}", "1,200 p.m.", "25:61", "1/2")),
    st.sampled_from([row[0] for table in TABLES for row in table()]),
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join)
)
EDGES = (date.min, date(1000, 1, 1), date(9000, 12, 31), date.max)
"""Ends of the calendar, and of what counts as a day of writing."""
WRITTEN = st.one_of(
    st.builds(Written, st.one_of(st.none(), DAYS, st.sampled_from(EDGES))),
    st.builds(Written, st.none(), st.sampled_from((None, *EDGES)), st.sampled_from((None, *EDGES))),
)


def timexes(text: str, written: Written) -> tuple[Timex, ...]:
    found = tokens(text)
    return resolve(find(found), found, written)


@settings(max_examples=200, deadline=None)
@given(TEXTS, WRITTEN)
def test_any_text_gives_expressions_in_order_and_inside_it(text: str, written: Written) -> None:
    end = 0
    for one in timexes(text, written):
        assert end <= one.start < one.end <= len(text)
        assert one.value
        assert english(one.value)
        end = one.end


@settings(max_examples=150, deadline=None)
@given(TEXTS, WRITTEN)
def test_a_resolved_day_lies_within_its_bounds(text: str, written: Written) -> None:
    if written.earliest and written.latest:
        assume(written.earliest <= written.latest)
    for one in timexes(text, written):
        first, last = bounds(one.value)
        if one.earliest and one.latest:
            assert one.earliest <= one.latest
        if one.status in ("stated", "resolved") and first and last and first == last:
            assert one.earliest == first
            assert one.latest == last


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), WRITTEN)
def test_paragraphs_may_begin_and_end_with_anything(parts: list[str], written: Written) -> None:
    found = tuple(token for part in parts for token in (*tokens(part), pause(len(part))))
    for one in resolve(find(found), found, written):
        assert english(one.value)


@pytest.mark.parametrize("opening", ["A month", "A decade", "A week", "An hour", "The year", "A century"])
@pytest.mark.parametrize("rest", ["", " after the vote", " of talks", " later", " ago"])
def test_a_paragraph_may_open_with_a_length_of_time(opening: str, rest: str) -> None:
    found = (pause(0), *tokens(opening + rest), pause(99))
    assert len(resolve(find(found), found, Written(date(2025, 7, 21)))) <= 1


FORMS = (
    "{day} {name} {year}",
    "{name} {day}, {year}",
    "{year}-{month:02}-{day:02}",
    "{day:02}.{month:02}.{year}",
)
NUMBERS = st.tuples(st.integers(1, 31), st.integers(1, 12), st.sampled_from((1900, 2000, 2024, 2025, 2099)))


@settings(max_examples=300, deadline=None)
@given(NUMBERS, st.sampled_from(FORMS), WRITTEN)
def test_a_day_is_read_when_the_calendar_has_it_and_only_then(
    numbers: tuple[int, int, int], form: str, written: Written
) -> None:
    day, month, year = numbers
    words = form.format(day=day, month=month, name=month_name[month], year=year)
    wanted = [f"{year}-{month:02}-{day:02}"] if day <= monthrange(year, month)[1] else []
    assert [one.value for one in printed_dates(words, "DMY")] == wanted
    assert [one.value for one in timexes(f"It was on {words}.", written)] == wanted
    if wanted == [] and month_name[month] in words:
        ((start, end),) = impossible_dates(words)
        assert words[start:end] == words


@settings(max_examples=200, deadline=None)
@given(TEXTS, WRITTEN)
def test_no_day_is_given_that_the_calendar_does_not_have(text: str, written: Written) -> None:
    values = [value for one in timexes(text, written) for value in (one.value, *one.alternatives)]
    for value in (*values, *(one.value for one in printed_dates(text))):
        if DAY.fullmatch(value.partition("T")[0]):
            assert date.fromisoformat(value.partition("T")[0])


@settings(max_examples=100, deadline=None)
@given(DAYS, st.one_of(st.none(), DAYS))
def test_a_printed_date_gives_itself_whenever_it_is_read(day: date, written: date | None) -> None:
    for words in (
        english(day.isoformat()),
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        (one,) = timexes(f"It happened on {words}.", Written(written))
        assert (one.value, one.status) == (day.isoformat(), "stated")


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_a_day_said_in_english_is_read_back(day: date) -> None:
    (one,) = printed_dates(english(day.isoformat()))
    assert one.value == day.isoformat()


@settings(max_examples=100, deadline=None)
@given(
    DAYS,
    st.integers(-500, 500),
    st.sampled_from(
        ("It ended on {}.", "It will end on {}.", "{}'s talks", "It ended last {}.", "It ends next {}.")
    ),
    st.sampled_from(("Monday", "Wednesday", "Sunday")),
)
def test_weeks_move_the_answers_with_the_day_of_writing(day: date, weeks: int, frame: str, name: str) -> None:
    text = frame.format(name)
    (one,) = timexes(text, Written(day))
    (other,) = timexes(text, Written(day + timedelta(weeks=weeks)))
    for value, moved in zip((one.value, *one.alternatives), (other.value, *other.alternatives), strict=True):
        if not value.startswith("X"):
            assert date.fromisoformat(value) + timedelta(weeks=weeks) == date.fromisoformat(moved)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_without_a_day_of_writing_nothing_relative_is_resolved(text: str) -> None:
    for one in timexes(text, Written()):
        if one.status == "resolved" and one.anchor is None:
            pytest.fail(f"{one} is resolved from nothing")


@pytest.mark.parametrize(
    "unit",
    [
        "one ",
        "1,111",
        "a.",
        "the last ",
        "Monday ",
        "-",
        " ",
        "\n",
        "1-",
        "9",
        "x",
        "“",
        "10:39",
        "July 1-",
        "two hundred-",
    ],
)
def test_a_long_line_of_anything_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert json.dumps([one.value for one in timexes(text, Written(date(2025, 7, 21)))])
