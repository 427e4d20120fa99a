"""Numbers of lines in the margin of pleadings, bills and drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from briefgen.read.pdf_words import PdfWord

_NUMBERED = 5
"""So many numbers one below the other, at one edge and rising by one step, are numbers of lines."""
_COVER = 0.5
"""Share of the rows of text that they run along."""
_RISING = 0.8
"""Share of the steps that are alike."""
_STEPS = (1, 2, 5, 10)
_SAME_EDGE = 3.0
_SAME_PLACE = 12.0
"""Points by which the margin of a left page may differ from that of a right one."""
_FIFTH = 5
_NUMBERED_FIFTHS = 3
"""The same where every fifth or tenth line has a number."""
_EDGES: tuple[Callable[[PdfWord], float], ...] = (attrgetter("left"), attrgetter("right"))


class LineNumbers:
    """The numbers that count the lines in the margin of pleadings, bills and drafts, page after page."""

    def __init__(self) -> None:
        self._columns: list[_Column] = []

    def without(self, words: Sequence[PdfWord]) -> list[PdfWord]:
        """The words of the next page without those numbers."""
        numbers = [word for word in words if word.text.isdecimal() and len(word.text) <= 5]
        others = [word for word in words if not word.text.isdecimal()]
        if not numbers or not others:
            return list(words)
        found = {*self._margin(numbers, others, left=True), *self._margin(numbers, others, left=False)}
        return [word for word in words if word not in found] if found else list(words)

    def _margin(self, numbers: Sequence[PdfWord], others: Sequence[PdfWord], *, left: bool) -> list[PdfWord]:
        """The numbers beyond the left or right edge of all text, if they count its lines, or go on with the
        count of the page before."""
        edges = sorted(word.left if left else word.right for word in others)
        edge = edges[len(edges) // 50] if left else edges[-1 - len(edges) // 50]
        beyond = [word for word in numbers if (word.right < edge if left else word.left > edge)]
        columns = [(_one_column(beyond, edge_of), edge_of) for edge_of in _EDGES]
        counting = [(one, edge_of) for one, edge_of in columns if _counts_lines(one, others)]
        counting = counting or [one for one in columns if any(known.goes_on(*one) for known in self._columns)]
        if not counting:
            return []
        column, edge_of = max(counting, key=lambda one: len(one[0]))
        steps = Counter(int(after.text) - int(word.text) for word, after in pairwise(column))
        step = steps.most_common(1)[0][0] if steps else self._columns[-1].step
        self._columns.append(_Column(edge_of(column[-1]), int(column[-1].text), step))
        return column


class _Column(NamedTuple):
    """The numbers of the lines of one page."""

    edge: float
    last: int
    step: int

    def goes_on(self, column: Sequence[PdfWord], edge_of: Callable[[PdfWord], float]) -> bool:
        """Whether a column of the page behind has the numbers that follow, at the same edge."""
        following = range(self.last + self.step, self.last + self.step * (len(column) + 1), self.step)
        there = bool(column) and abs(edge_of(column[0]) - self.edge) <= _SAME_PLACE
        return there and [int(word.text) for word in column] == list(following)


def _counts_lines(column: Sequence[PdfWord], others: Sequence[PdfWord]) -> bool:
    values = [int(word.text) for word in column]
    steps = Counter(after - value for value, after in pairwise(values))
    if not steps:
        return False
    step, count = steps.most_common(1)[0]
    fewest = _NUMBERED if step < _FIFTH or values[0] % step else _NUMBERED_FIFTHS
    rising = step in _STEPS and count >= _RISING * (len(column) - 1)
    return len(column) >= fewest and rising and _beside(column, others) >= _COVER


def _beside(column: Sequence[PdfWord], others: Sequence[PdfWord]) -> float:
    """Share of the rows of text that stand between the first and the last number, or next to them."""
    bases = {round(word.base) for word in others}
    first, end = column[0].base, column[-1].base
    room = (end - first) / (len(column) - 1)
    return sum(first - room < base < end + room for base in bases) / len(bases)


def _one_column(words: Sequence[PdfWord], edge_of: Callable[[PdfWord], float]) -> list[PdfWord]:
    """Those of the words whose left or right edges stand under each other, from the top down."""
    if not words:
        return []
    usual = Counter(round(edge_of(word) / _SAME_EDGE) for word in words).most_common(1)[0][0] * _SAME_EDGE
    return sorted((w for w in words if abs(edge_of(w) - usual) <= _SAME_EDGE), key=lambda word: word.base)
