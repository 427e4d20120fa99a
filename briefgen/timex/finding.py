"""Finds temporal expressions: runs the grammar over a text and drops what only looks like one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.timex.calendar_rules import ABSOLUTE, RANGES
from briefgen.timex.context import is_rate, keep
from briefgen.timex.duration_rules import SPANS
from briefgen.timex.expression import Expression, Meaning
from briefgen.timex.period_rules import PERIODS
from briefgen.timex.relative_rules import RELATIVE
from briefgen.timex.rules import Run, by_start, run
from briefgen.timex.tokens import classes

GRAMMAR = by_start((*RANGES, *ABSOLUTE, *SPANS[:3], *PERIODS, *RELATIVE, *SPANS[3:]))


_MODALS = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "to"})


def find(found: Run) -> tuple[Expression, ...]:
    """Temporal expressions among tokens, left to right, without overlap."""
    kept = (one for one in run(GRAMMAR, found, classes(found)) if keep(one, found))
    return tuple(_in_context(one, found) for one in kept)


def _in_context(one: Expression, found: Run) -> Expression:
    """What the words around an expression change in its meaning."""
    for step in (_conjunction, _yearly, _some_day, _known_day):
        one = step(one, found)
    return one


def _conjunction(one: Expression, found: Run) -> Expression:
    """ "said that Thursday's deadline": "that" joins a clause unless a preposition stands before it."""
    if found[one.first].word != "that" or one.last - one.first < 2:
        return one
    if one.meaning.kind not in ("weekday", "calendar") and found[one.first + 1].cls != "L":
        return one
    before = found[one.first - 1] if one.first else None
    if before is None or before.cls in "@c<-.?!|" or before.word in ("by", "since", "from", "late", "early"):
        return one
    rel = one.meaning.rel if found[one.first + 1].cls == "L" else None
    meaning = replace(one.meaning, rel=rel, anchor="speech")
    return one._replace(start=found[one.first + 1].start, first=one.first + 1, meaning=meaning)


@cache
def _known_days() -> Mapping[tuple[int, int], tuple[int, frozenset[str]]]:
    """Year and following words by month and day."""
    rows = lexicon.time.known_days()
    return MappingProxyType(
        {(int(day[:2]), int(day[3:])): (year, frozenset(words)) for day, year, words in rows}
    )


def _known_day(one: Expression, found: Run) -> Expression:
    """ "the October 7 attacks" have their year in common knowledge, not in the day of speaking."""
    meaning = one.meaning
    if meaning.kind != "calendar" or meaning.year is not None or not meaning.month or not meaning.day:
        return one
    year, words = _known_days().get((meaning.month, meaning.day), (0, frozenset()))
    after = found[one.last].word if one.last < len(found) else ""
    return one._replace(meaning=replace(meaning, year=year, unit="KNOWN")) if after in words else one


def _yearly(one: Expression, found: Run) -> Expression:
    """ "$5 million a year": of rates only the yearly ones are told as times; they are sets."""
    before = found[max(one.first - 2, 0) : one.first]
    words = [token.cls for token in found[one.first : one.last]]
    if words != ["a", "u"] or one.meaning.type != "DURATION" or not is_rate(before):
        return one
    lasting = before[-1].word in lexicon.time.lasting()
    return one if lasting else one._replace(meaning=replace(one.meaning, type="SET"))


def _some_day(one: Expression, found: Run) -> Expression:
    """ "may one day lose" speaks of some time to come, not of a length."""
    words = [token.word for token in found[max(one.first - 1, 0) : one.last]]
    if words[1:] != ["one", "day"] or words[0] not in _MODALS:
        return one
    return one._replace(meaning=Meaning("fixed", value="FUTURE_REF"))
