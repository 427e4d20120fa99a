"""Words of dates and times."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.lexicon.cells import maybe, one_of, phrase, shaped, whole, word, words
from briefgen.lexicon.schema import Table, Words

_CLASSES = "mndeDuUspzwvoahcN-LTgbG<KSHMZF@"
_RULE = r"\d\d-\d\d|\d\d-[1-7]-(?:-1|[1-5])(?:\+\d+)?|easter(?:[+-]\d+)?|election"


class TimeWord(NamedTuple):
    """A word of a temporal expression with its class; the file explains the classes."""

    word: str
    kind: str
    value: str


class TimePhrase(NamedTuple):
    """Words that are a temporal expression of their own."""

    phrase: str
    kind: str
    value: str


class Holiday(NamedTuple):
    """A named day and the rule that finds it."""

    name: str
    rule: str


class KnownDay(NamedTuple):
    """An event that news names by its day without the year."""

    day: str
    """Month and day."""
    year: int
    words: tuple[str, ...]


class OtherWord(NamedTuple):
    """A month or a weekday in another language than English, with its short forms without stop."""

    language: str
    """ISO 639-1."""
    kind: str
    number: int
    """January and Monday are 1."""
    forms: tuple[str, ...]


class Tense(NamedTuple):
    """A word that tells whether a date beside it lies ahead or behind."""

    word: str
    tense: str


vocabulary = Table("time/words.tsv", TimeWord, phrase, one_of(*_CLASSES), maybe(phrase))
phrases = Table("time/phrases.tsv", TimePhrase, phrase, one_of("P", "p", "S", "E"), word)
holidays = Table("time/holidays.tsv", Holiday, phrase, shaped(_RULE, "a rule for a day"))
known_days = Table(
    "time/known_days.tsv", KnownDay, shaped(r"\d\d-\d\d", "month and day (10-07)"), whole, words
)
other_languages = Table(
    "time/other_languages.tsv",
    OtherWord,
    shaped("[a-z]{2}", "the code of a language in small letters"),
    one_of("month", "weekday"),
    whole,
    words,
    key=None,
)
tenses = Table("time/tense.tsv", Tense, phrase, one_of("F", "P", "?"))
counted = Words("time/counted.txt")
dateline_words = Words("time/dateline_words.txt")
parts_of_day_of = Words("time/of_part_of_day.txt")
fixing = Words("time/fixing.txt")
happening = Words("time/happening.txt")
intended = Words("time/intended.txt")
lasting = Words("time/lasting.txt")
days_from_now = Words("time/days_from_now.txt")
month_cues = Words("time/month_cues.txt")
moved = Words("time/moved.txt")
not_past = Words("time/not_past.txt")
numbered = Words("time/numbered.txt")
planned = Words("time/planned.txt")


@cache
def months() -> tuple[str, ...]:
    """Names of the months in order, in small letters."""
    return tuple(max(month_forms(n), key=len) for n in range(1, 13))


@cache
def month_forms(number: int) -> tuple[str, ...]:
    """A month's name and its short forms without stop, in small letters."""
    return tuple(row.word for row in vocabulary() if row.kind in ("m", "n") and row.value == str(number))


@cache
def month_names() -> tuple[str, ...]:
    """All months with their short forms without stop, in small letters, the longest first."""
    named = (form for number in range(1, 13) for form in month_forms(number))
    return tuple(sorted(named, key=lambda form: (-len(form), form)))


@cache
def weekday_names() -> tuple[str, ...]:
    """All weekdays with their short forms without stop, in small letters, the longest first."""
    named = (row.word for row in vocabulary() if row.kind in ("d", "e"))
    return tuple(sorted(named, key=lambda form: (-len(form), form)))


@cache
def weekdays() -> tuple[str, ...]:
    """Names of the weekdays from Monday on, in small letters."""
    return tuple(row.word for row in vocabulary() if row.kind == "d")


@cache
def other_months() -> Mapping[str, int]:
    """Number of the month by its names and short forms in other languages than English, in small letters."""
    rows = (row for row in other_languages() if row.kind == "month")
    return MappingProxyType({form: row.number for row in rows for form in row.forms})


@cache
def other_weekdays() -> frozenset[str]:
    """Names and short forms of weekdays in other languages than English, in small letters."""
    rows = (row for row in other_languages() if row.kind == "weekday")
    return frozenset(form for row in rows for form in row.forms)


@cache
def seasons() -> frozenset[str]:
    """Names of the seasons, in small letters."""
    return frozenset(row.word for row in vocabulary() if row.kind == "s")


@cache
def spans_of_time() -> frozenset[str]:
    """Nouns that "this" and "last" stand before: "week", "autumn", "morning"."""
    return frozenset(row.word for row in vocabulary() if row.kind in ("u", "s", "p") and " " not in row.word)


@cache
def calendar_names() -> frozenset[str]:
    """Months and weekdays with their short forms, in small letters."""
    return frozenset((*month_names(), *weekday_names()))


@cache
def cut_short() -> frozenset[str]:
    """Short forms of months and weekdays, which keep their stop: "jan", "mon"."""
    return calendar_names() - frozenset((*months(), *weekdays()))


@cache
def dating_words() -> frozenset[str]:
    """Words that place a statement in time, as written: "Monday", "March", "today"."""
    named = (name.capitalize() for name in (*weekdays(), *months()))
    return frozenset((*named, *days_from_now.lines()))
