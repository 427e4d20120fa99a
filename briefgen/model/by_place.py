"""What was found in a document, by the place where it stands, so that no list is gone through."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from briefgen.model.source import Span

Found = TypeVar("Found")


class ByPlace(Generic[Found]):
    """Things with the spans they stand in, made once for one document."""

    def __init__(self, placed: Iterable[tuple[Span, Found]]) -> None:
        rows = sorted(enumerate(placed), key=lambda row: row[1][0].start)
        self._rows = [(number, span, one) for number, (span, one) in rows]
        self._starts = [span.start for _, span, _ in self._rows]
        # The end that is reached so far: behind it nothing before can go over a place.
        self._reach = list(accumulate((span.end for _, span, _ in self._rows), max))

    def over(self, *spans: Span) -> tuple[Found, ...]:
        """What shares a character with one of the spans, each once, in the order in which it was given."""
        return _in_order([row for span in spans for row in self._near(span) if row[1].overlaps(span)])

    def inside(self, *spans: Span) -> tuple[Found, ...]:
        """What lies wholly in one of the spans, each once, in the order in which it was given."""
        return _in_order([row for span in spans for row in self._near(span) if span.contains(row[1])])

    def _near(self, span: Span) -> list[tuple[int, Span, Found]]:
        low = bisect_right(self._reach, span.start)
        return self._rows[low : bisect_left(self._starts, span.end)]


def _in_order(rows: Sequence[tuple[int, Span, Found]]) -> tuple[Found, ...]:
    """Each once, by number."""
    if len(rows) < 2:
        return tuple(one for _, _, one in rows)
    met = {number: one for number, _, one in rows}
    return tuple(met[number] for number in sorted(met))
