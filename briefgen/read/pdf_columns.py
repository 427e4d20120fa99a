"""The order in which the parts of a page are read: columns, what spans them, tables, boxes at the side.

A page is cut at vertical strips without words, which run over several rows; what stands above and below such
a band spans its columns. The parts are cut on in the same way (recursive cuts: Nagy and Seth 1984).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefgen.read.pdf_gutters import gutters, open_rows
from briefgen.read.pdf_tables import has_labels, labelled
from briefgen.read.pdf_words import PdfRow, leading, usual_size

_FEWEST_ROWS = 3
_NARROWEST = 0.05
"""Share of the page's width."""
_PROSE_WORDS = 3.0
"""Words a row in a column of prose; cells of a table have fewer."""
_FULL = 0.5
"""Share of the rows of a column of prose that reach its right edge, nearly."""
_REACHES = 0.75
_SAME_BASE = 0.6
"""Share of the rows of a table that stand level with one on the other side."""
_NARROW = 0.62
"""Share of the width of the column beside it, up to which a column is a box at the side."""
_DEEPEST = 8
_LEVEL_TOPS = 1.0
"""Of the type size: how far the tops of columns may differ in height."""
_BREAK = 3.0
"""Of the leading: a larger gap, below which only one of the columns goes on, ends the band."""


@dataclass(frozen=True, slots=True, eq=False)
class PdfColumn:
    """Where lines stand that are read from the top down, and what they are."""

    left: float
    right: float
    table: bool = False
    passages: bool = False
    """Whether it is a table whose rows are labels with passages of several lines."""
    aside: bool = False
    """Whether it stands beside the text and does not interrupt it."""


class PdfRegion(NamedTuple):
    """A part of a page."""

    rows: list[PdfRow]
    column: PdfColumn


class _Band(NamedTuple):
    first: int
    end: int
    """Rows from `first` up to `end` have columns."""
    at: float
    """The middle of the gutter."""
    score: float


class Order(NamedTuple):
    """The regions of a page in the order in which they are read."""

    regions: list[PdfRegion]
    sure: bool


def regions_of(rows: list[PdfRow], width: float) -> Order:
    """The parts of a page of `width` points."""
    found = _Cutter(width, usual_size(word for row in rows for word in row.words))
    regions = list(found.cut(rows, 0))
    return Order(
        [*(r for r in regions if not r.column.aside), *(r for r in regions if r.column.aside)], found.sure
    )


class _Cutter:
    def __init__(self, width: float, size: float) -> None:
        self.width, self.size, self.sure = width, size, True

    def cut(self, rows: list[PdfRow], depth: int) -> Iterator[PdfRegion]:
        """The parts of some rows."""
        if not rows:
            return
        band = self._best_band(rows) if depth < _DEEPEST and len(rows) >= _FEWEST_ROWS else None
        if band is None:
            yield _region(rows)
            return
        yield from self.cut(rows[: band.first], depth + 1)
        yield from self._columns(rows[band.first : band.end], band.at, depth)
        yield from self.cut(rows[band.end :], depth + 1)

    def _columns(self, rows: list[PdfRow], at: float, depth: int) -> Iterator[PdfRegion]:
        left, right = _sides(rows, at)
        kinds = _is_prose(left), _is_prose(right)
        level = _level(left, right)
        if not all(kinds) and (level >= _SAME_BASE or (kinds[1] and has_labels(left, right))):
            yield self._table(rows, left, right)
            return
        self.sure &= all(kinds) or level < _SAME_BASE / 2
        parts = [list(self.cut(side, depth + 1)) for side in (left, right)]
        widest = [max(r.column.right - r.column.left for r in part) for part in parts]
        for part, own, other in zip(parts, widest, widest[::-1], strict=True):
            for region in part:
                aside = region.column.aside or own < _NARROW * other
                yield PdfRegion(region.rows, replace(region.column, aside=aside))

    def _table(self, rows: list[PdfRow], left: list[PdfRow], right: list[PdfRow]) -> PdfRegion:
        """Rows with cells: level with each other, or passages with a label before and a cell behind them."""
        labels, prose, behind = left, right, list[PdfRow]()
        if _is_prose(left):
            labels, prose, behind = *self._halves(left), right
        elif _is_prose(right):
            prose, behind = self._halves(right)
            if _is_prose(behind) or not _is_prose(prose):
                prose, behind = right, []
        if prose and _is_prose(prose) and not _is_prose(labels):
            return _region(list(labelled(labels, prose, behind)), table=True, passages=True)
        self.sure &= not _is_prose(left)
        return _region(rows, table=True)

    def _halves(self, rows: list[PdfRow]) -> tuple[list[PdfRow], list[PdfRow]]:
        """The rows left and right of the best gutter; all and none where there is none."""
        band = self._best_band(rows)
        return _sides(rows, band.at) if band else (rows, [])

    def _best_band(self, rows: list[PdfRow]) -> _Band | None:
        found = (band for at in gutters(rows, self.size) for band in self._bands(rows, at))
        return max(found, key=lambda band: (band.score, -band.at), default=None)

    def _bands(self, rows: list[PdfRow], at: float) -> Iterator[_Band]:
        """Stretches of rows in which no word stands at `at`, and rows on both sides of it."""
        open_at = open_rows(rows, at, self.size)
        first = 0
        for i in range(len(rows) + 1):
            if i < len(rows) and open_at[i]:
                continue
            if i - first >= _FEWEST_ROWS:
                band = self._band(rows, first, i, at)
                if band is not None:
                    yield band
            first = i + 1

    def _band(self, rows: list[PdfRow], first: int, end: int, at: float) -> _Band | None:
        sides = [_side_flags(row, at) for row in rows[first:end]]
        left = [first + i for i, (one, _) in enumerate(sides) if one]
        right = [first + i for i, (_, two) in enumerate(sides) if two]
        if len(left) < _FEWEST_ROWS or len(right) < _FEWEST_ROWS:
            return None
        gap = _BREAK * leading(rows[first:end], self.size)
        first, end = _trimmed(rows, left, right, gap)
        parts = _sides(rows[first:end], at)
        if min(map(_width, parts)) < _NARROWEST * self.width or min(map(len, parts)) < _FEWEST_ROWS:
            return None
        overlap = min(parts[0][-1].base, parts[1][-1].base) - max(parts[0][0].base, parts[1][0].base)
        if overlap < 1.5 * self.size:
            return None
        return _Band(first, end, at, sum(len(row.words) for row in rows[first:end]))


def _trimmed(rows: list[PdfRow], left: list[int], right: list[int], gap: float) -> tuple[int, int]:
    """First and end of the band without rows that belong to what stands above or below it.

    Rows of the left side alone above, and of the right alone below, are read in the same order either way.
    """
    first, end = min(left[0], right[0]), max(left[-1], right[-1]) + 1
    both = max(left[0], right[0]), min(left[-1], right[-1])
    while first < right[0] and rows[right[0]].base - rows[first].base > _LEVEL_TOPS * rows[first].size:
        first += 1
    while end - 1 > left[-1] and rows[end - 1].base - rows[left[-1]].base > _LEVEL_TOPS * rows[end - 1].size:
        end -= 1
    for i in range(both[0], first, -1):
        if rows[i].base - rows[i - 1].base > gap:
            first = i
            break
    for i in range(both[1] + 1, end):
        if rows[i].base - rows[i - 1].base > gap:
            end = i
            break
    return first, end


def _region(rows: list[PdfRow], *, table: bool = False, passages: bool = False) -> PdfRegion:
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return PdfRegion(rows, PdfColumn(left, right, table, passages))


def _side_flags(row: PdfRow, at: float) -> tuple[bool, bool]:
    return row.words[0].left < at, row.words[-1].left >= at


def _sides(rows: list[PdfRow], at: float) -> tuple[list[PdfRow], list[PdfRow]]:
    """The rows left and right of a gutter."""
    found: tuple[list[PdfRow], list[PdfRow]] = ([], [])
    for row in rows:
        for side, words in (
            (0, [word for word in row.words if word.left < at]),
            (1, [word for word in row.words if word.left >= at]),
        ):
            if words:
                found[side].append(PdfRow(row.base, max(word.size for word in words), words))
    return found


def _width(rows: Sequence[PdfRow]) -> float:
    return max(row.right for row in rows) - min(row.left for row in rows) if rows else 0.0


def _is_prose(rows: Sequence[PdfRow]) -> bool:
    """Whether rows look like the lines of paragraphs: some words each, most as long as the column."""
    if not rows:
        return False
    words = sum(len(row.words) for row in rows)
    left, width = min(row.left for row in rows), _width(rows)
    full = sum(row.right - left >= _REACHES * width for row in rows)
    small = sum(word.text[0].islower() for row in rows for word in row.words)
    return words >= _PROSE_WORDS * len(rows) and full >= _FULL * len(rows) and small >= 0.35 * words


def _level(left: Sequence[PdfRow], right: Sequence[PdfRow]) -> float:
    """Share of the rows of the shorter side that stand on a baseline of the other."""
    fewer, more = sorted((left, right), key=len)
    bases = {round(row.base) for row in more}
    level = sum(not bases.isdisjoint((round(r.base) - 1, round(r.base), round(r.base) + 1)) for r in fewer)
    return level / len(fewer)
