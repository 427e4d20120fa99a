"""A word exchanged for a stronger or weaker one of its scale: "must" for "should"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english.words import plain
from briefgen.link.pairing import Change, Pairing
from briefgen.link.statement import SharedStatement, Side
from briefgen.model import Span


@cache
def _scales() -> MappingProxyType[str, tuple[int, int]]:
    """Word to (its scale, its place on it, the strongest first)."""
    found: dict[str, tuple[int, int]] = {}
    rows = itertools.groupby(lexicon.linking.strength(), lambda row: row.scale)
    for scale, (_, degrees) in enumerate(rows):
        for place, degree in enumerate(degrees):
            for word in degree.words:
                found.setdefault(word, (scale, place))
    return MappingProxyType(found)


def strength_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """One change for each scale at most; quoted words are compared as quotations."""
    mine = _graded(statement.original, statement.tiling.forward)
    theirs = _graded(statement.derived, statement.tiling.backward)
    for scale in sorted(mine.keys() & theirs.keys()):
        (left, strong), (right, weak) = mine[scale], theirs[scale]
        if strong != weak:
            original = _in_run(statement.original, left, statement.lost())
            derived = _in_run(statement.derived, right, statement.gained())
            yield Change("strength", original, derived, "notable")


def _graded(side: Side, taken: dict[int, int]) -> dict[int, tuple[int, int]]:
    """Scale to (word, place on it) for the free words outside quotations; the first of a scale counts."""
    found: dict[int, tuple[int, int]] = {}
    for k, token in enumerate(side.tokens):
        grade = _scales().get(plain(token.text))
        quoted = any(q.inner.start <= token.start < q.inner.end for q in side.quoted)
        if grade and k not in taken and not quoted:
            found.setdefault(grade[0], (k, grade[1]))
    return found


def _in_run(side: Side, k: int, free: tuple[range, ...]) -> Span:
    """A word with the free words around it."""
    run = next((some for some in free if k in some), range(k, k + 1))
    return side.span(run.start, run.stop)
