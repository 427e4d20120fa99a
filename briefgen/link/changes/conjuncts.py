"""One of two things that were named together is gone: "military and intelligence aid", "military aid"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.link.pairing import Change, Pairing
from briefgen.link.statement import SharedStatement, Side

_LONGEST = 4  # words of what was left out; more is a clause
_JOINS = frozenset({"and", "or"})


def conjuncts_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """What was left out, then what was added; with the word that it was joined to."""
    original, derived = statement.original, statement.derived
    for run, kept in _loose(
        original, statement.lost(), statement.tiling.forward, derived, statement.gained()
    ):
        left, right = original.span(run.start, run.stop), derived.span(kept, kept + 1)
        yield Change("omission", left, right, "notable")
    for run, kept in _loose(
        derived, statement.gained(), statement.tiling.backward, original, statement.lost()
    ):
        left, right = original.span(kept, kept + 1), derived.span(run.start, run.stop)
        yield Change("addition", left, right, "notable")


def _loose(
    side: Side, free: tuple[range, ...], taken: dict[int, int], other: Side, others: tuple[range, ...]
) -> Iterator[tuple[range, int]]:
    """A free run joined by "and" to a matched word, which stands alone on the other side."""
    for run in free:
        start = run.start - 2
        if len(run) > _LONGEST or start not in taken or side.tokens[run.start - 1].text not in _JOINS:
            continue
        kept = taken[start]
        if _spoken(side, run.start) or not side.tokens[start].content or not side.together(start, run.stop):
            continue
        if not any(kept - 2 <= k <= kept + 3 for some in others for k in some):
            yield range(start, run.stop), kept


def _spoken(side: Side, k: int) -> bool:
    """Quoted words are compared as quotations."""
    return any(q.inner.start <= side.tokens[k].start < q.inner.end for q in side.quoted)
