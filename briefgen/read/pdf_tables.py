"""Tables of labels and passages: which passage of prose a label on its left stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.read.pdf_words import PdfRow, PdfWord, leading

_PARTED = 1.2
"""Of the leading: the gap between the cells of a table."""


def has_labels(labels: Sequence[PdfRow], prose: Sequence[PdfRow]) -> bool:
    """Whether beside each of some passages that gaps part, and nowhere else, stands a label."""
    passages = _passages(labels, prose)
    beside = [[row for row in labels if _stands_at(row, passage)] for passage in passages]
    return len(passages) > 1 and all(beside) and sum(map(len, beside)) == len(labels)


def labelled(
    labels: Sequence[PdfRow], prose: Sequence[PdfRow], behind: Sequence[PdfRow] = ()
) -> Iterator[PdfRow]:
    """The rows of a table: the label with the first row of its passage, what stands behind with the last."""
    passages = _passages(labels, prose)
    before, after = _shared_out(labels, passages), _shared_out(behind, passages)
    for label, passage, rest in zip(before, passages, after, strict=True):
        for i, row in enumerate(passage):
            cells = [*(label if i == 0 else ()), *row.words, *(rest if i == len(passage) - 1 else ())]
            yield PdfRow(row.base, row.size, [word._replace(base=row.base) for word in cells])


def _shared_out(rows: Sequence[PdfRow], passages: Sequence[Sequence[PdfRow]]) -> list[list[PdfWord]]:
    """The words of the rows by the passage that they stand beside."""
    found: list[list[PdfWord]] = [[] for _ in passages]
    for row in rows:
        nearest = min(
            range(len(passages)), key=lambda i: (not _stands_at(row, passages[i]), _off(row, passages[i]))
        )
        found[nearest] += (word._replace(spaced=True) for word in row.words)
    return found


def _stands_at(row: PdfRow, passage: Sequence[PdfRow]) -> bool:
    return passage[0].base - row.size <= row.base <= passage[-1].base + row.size


def _off(row: PdfRow, passage: Sequence[PdfRow]) -> float:
    return abs((passage[0].base + passage[-1].base) / 2 - row.base)


def _passages(labels: Sequence[PdfRow], prose: Sequence[PdfRow]) -> list[Sequence[PdfRow]]:
    """The rows of each passage: they are parted by gaps, or else begin level with a label."""
    gap = _PARTED * leading(prose, prose[0].size)
    starts = [i for i in range(1, len(prose)) if prose[i].base - prose[i - 1].base > gap]
    if not starts:
        bases = {round(row.base) for row in labels}
        starts = [i for i, row in enumerate(prose) if i and round(row.base) in bases]
    return [prose[first:end] for first, end in pairwise((0, *starts, len(prose)))]
