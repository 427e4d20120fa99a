"""Numbers that differ, or that one version only has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.english.numbers import multiples, values
from briefgen.english.words import plain
from briefgen.link.changes.dates import expressions
from briefgen.link.keyed import KeyedWord
from briefgen.link.pairing import Change, Pairing, Severity
from briefgen.link.statement import SharedStatement, Side
from briefgen.model import Span

_DIGITS = re.compile(r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,15})?")


def numbers_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """Another number for the same thing is major; one that was left out or added is notable."""
    original, derived = statement.original, statement.derived
    mine, theirs = dict(_amounts(original)), dict(_amounts(derived))
    lost = [run for value, run in mine.items() if value not in theirs and _tells(original, run)]
    gained = [run for value, run in theirs.items() if value not in mine and _tells(derived, run)]
    for left in lost:
        right = next((run for run in gained if _same_thing(statement, left, run)), None)
        if right:
            gained.remove(right)
            yield Change("number", _span(original, left), _span(derived, right), "major")
        else:
            shown = _around(original, left, statement.lost())
            yield Change("omission", shown, None, _weight(original, left))
    for right in gained:
        shown = _around(derived, right, statement.gained())
        yield Change("addition", None, shown, _weight(derived, right))


def _tells(side: Side, run: range) -> bool:
    """Whether a number is one: "one" mostly is a pronoun, and counts only as the other version's "1"."""
    return len(run) > 1 or plain(side.tokens[run.start].text) != "one"


def _span(side: Side, run: range) -> Span:
    return side.span(run.start, run.stop)


def _same_thing(statement: SharedStatement, left: range, right: range) -> bool:
    """Whether two numbers count the same: the word after, or before, each belongs to that of the other."""
    forward = statement.tiling.forward
    return forward.get(left.stop, -1) == right.stop or forward.get(left.start - 1, -2) == right.start - 1


def _weight(side: Side, run: range) -> Severity:
    """A small number in words is often no more than a plural."""
    return "notable" if side.tokens[run.start].number or len(run) > 1 else "minor"


def _around(side: Side, run: range, free: tuple[range, ...]) -> Span:
    """The free run of words that holds a number: "marking 20 years of the treaty"."""
    return _span(side, next((r for r in free if r.start <= run.start and run.stop <= r.stop), run))


def _amounts(side: Side) -> Iterator[tuple[float, range]]:
    """Numbers that are no part of a date, with their value: "2 million", "two"."""
    dates = {k for run in expressions(side) for k in run}
    k = 0
    while k < len(side.tokens):
        value, end = _value(side.tokens[k]), k + 1
        if value is not None and k not in dates:
            if 20 <= value < 100 and (unit := _unit(side, end)):
                value, end = value + unit, end + 1
            times = multiples().get(plain(side.tokens[end].text)) if end < len(side.tokens) else None
            end += times is not None
            yield value * (times or 1.0), range(k, end)
        k = end


def _unit(side: Side, k: int) -> float | None:
    """The "eight" of "twenty-eight"."""
    if k >= len(side.tokens) or side.gap(k) not in ("-", " ") or side.tokens[k].number:
        return None
    value = _value(side.tokens[k])
    return value if value is not None and 1 <= value <= 9 else None


def _value(token: KeyedWord) -> float | None:
    if _DIGITS.fullmatch(token.text):
        return float(token.text.replace(",", ""))
    return values().get(plain(token.text))
