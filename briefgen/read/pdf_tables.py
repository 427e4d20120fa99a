"""Tables of labels and passages: which passage of prose a label on its left stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.read.pdf_words import PdfRow, PdfWord, leading

_PARTED = 1.2
"""Of the leading: the gap between the cells of a table."""


def has_labels(labels: Sequence[PdfRow], prose: Sequence[PdfRow]) -> bool:
    """Whether beside each of some passages that gaps part, and nowhere else, stands a label."""
    starts = _passages(labels, prose)
    ends = [*starts[1:], len(prose)]
    beside = [
        [row for row in labels if prose[first].base - row.size <= row.base <= prose[end - 1].base + row.size]
        for first, end in zip(starts, ends, strict=True)
    ]
    return len(starts) > 1 and all(beside) and sum(map(len, beside)) == len(labels)


def labelled(labels: Sequence[PdfRow], prose: Sequence[PdfRow]) -> Iterator[PdfRow]:
    """The rows of a table of labels and passages: the label with the first row of its passage."""
    starts = _passages(labels, prose)
    ends = [*starts[1:], len(prose)]
    beside: dict[int, list[PdfWord]] = {start: [] for start in starts}
    for row in labels:
        middles = {
            start: abs((prose[start].base + prose[end - 1].base) / 2 - row.base)
            for start, end in zip(starts, ends, strict=True)
            if prose[start].base - row.size <= row.base <= prose[end - 1].base + row.size
        }
        nearest = min(middles or {starts[0]: 0.0}, key=lambda start: middles.get(start, 0.0))
        beside[nearest] += (word._replace(spaced=True) for word in row.words)
    for i, row in enumerate(prose):
        yield PdfRow(row.base, row.size, [*beside.get(i, ()), *row.words])


def _passages(labels: Sequence[PdfRow], prose: Sequence[PdfRow]) -> list[int]:
    """Numbers of the rows at which passages begin: below a gap, or else level with a label."""
    gap = _PARTED * leading(prose, prose[0].size)
    below = [i for i in range(1, len(prose)) if prose[i].base - prose[i - 1].base > gap]
    if below:
        return [0, *below]
    bases = {round(row.base) for row in labels}
    return [i for i, row in enumerate(prose) if i == 0 or round(row.base) in bases]
