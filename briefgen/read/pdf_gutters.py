"""Where the strips between columns may run on a page of a PDF, and which rows leave them free."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.read.pdf_words import PdfRow

_GUTTER = 0.75
"""Of the type size: the least width of the strip between columns; spaces of a full line are narrower."""
_SPACE = 0.4
"""Of a gutter, at least: what may be left of it in a single row."""
_STEP = 2.0
"""Points; strips are looked for at such distances."""
_VALLEY = 0.55
"""Share of the rows that words may cover at a gutter, of those on either side: what spans covers it."""
_MOST_CANDIDATES = 8
_FEWEST_ROWS = 3
_WIDEST = 5000
"""Steps: a page so wide is none that is read."""


def gutters(rows: Sequence[PdfRow], size: float) -> list[float]:
    """Places from the left, in points, at which columns may be parted; the likely ones first."""
    return list(dict.fromkeys((*_valleys(rows, size), *_starts(rows, _GUTTER * size))))


def _valleys(rows: Sequence[PdfRow], size: float) -> list[float]:
    """Middles of the strips that hardly any row covers, though many stand on both sides."""
    covered = _coverage(rows, size)
    if not covered:
        return []
    before, after = _running_most(covered), _running_most(covered[::-1])[::-1]
    low = [
        count <= _VALLEY * min(b, a) and min(b, a) >= _FEWEST_ROWS
        for count, b, a in zip(covered, before, after, strict=True)
    ]
    origin = min(row.left for row in rows)
    strips = _strips(low, covered)
    strips.sort(key=lambda strip: (strip[2], strip[0] - strip[1]))
    return [origin + _STEP * (first + end) / 2 for first, end, _ in strips[:_MOST_CANDIDATES]]


def _starts(rows: Sequence[PdfRow], gutter: float) -> list[float]:
    """Where words stand under each other behind a gap, in some rows: columns that fill a part of a page."""
    edges: Counter[int] = Counter()
    for row in rows:
        for before, word in pairwise(row.words):
            if word.left - before.right >= gutter:
                edges[round(word.left / _STEP)] += 1
    often = [edge for edge, count in edges.most_common(_MOST_CANDIDATES) if count >= _FEWEST_ROWS]
    return [edge * _STEP - _STEP for edge in often]


def open_rows(rows: Sequence[PdfRow], at: float, size: float) -> list[bool]:
    """For each row whether it has no word at `at` and more than a space there.

    A line may run into the gutter: a row with a space there is open if those above and below are.
    """
    gutter = _GUTTER * size
    gaps = [_gap(row, at) for row in rows]
    found = [gap >= gutter for gap in gaps]
    for i in range(1, len(rows) - 1):
        if not found[i] and gaps[i] >= _SPACE * gutter and found[i - 1] and gaps[i + 1] >= gutter:
            found[i] = rows[i].size <= 1.05 * max(rows[i - 1].size, rows[i + 1].size)
    return found


def _gap(row: PdfRow, at: float) -> float:
    """The room around `at` in a row, in points; 0 where a word stands."""
    before = max((word.right for word in row.words if word.left < at), default=-math.inf)
    after = min((word.left for word in row.words if word.left >= at), default=math.inf)
    return 0.0 if before > at else after - before


def _coverage(rows: Sequence[PdfRow], size: float) -> list[int]:
    """How many rows stand at each step from the left, over spaces between words that a line may have."""
    left = min(row.left for row in rows)
    steps = int((max(row.right for row in rows) - left) / _STEP) + 2
    if steps > _WIDEST:
        return []
    changes = [0] * (steps + 1)
    for row in rows:
        for start, end in _segments(row, _GUTTER * size):
            changes[int((start - left) / _STEP)] += 1
            changes[int((end - left) / _STEP) + 1] -= 1
    covered, running = [], 0
    for change in changes:
        running += change
        covered.append(running)
    return covered


def _segments(row: PdfRow, gap: float) -> Iterator[tuple[float, float]]:
    start, end = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - end > gap:
            yield start, end
            start = word.left
        end = max(end, word.right)
    yield start, end


def _running_most(counts: Sequence[int]) -> list[int]:
    found, most = [], 0
    for count in counts:
        most = max(most, count)
        found.append(most)
    return found


def _strips(low: Sequence[bool], covered: Sequence[int]) -> list[tuple[int, int, int]]:
    """First step, end and least coverage of each valley, narrowed to where the coverage is least."""
    found = []
    first = 0
    for i in range(len(low) + 1):
        if i < len(low) and low[i]:
            continue
        if i > first:
            least = min(covered[first:i])
            at = [j for j in range(first, i) if covered[j] == least]
            found.append((at[0], _run_end(at) + 1, least))
        first = i + 1
    return found


def _run_end(at: Sequence[int]) -> int:
    """The end of the first run of consecutive numbers."""
    end = at[0]
    for i in at[1:]:
        if i != end + 1:
            break
        end = i
    return end
