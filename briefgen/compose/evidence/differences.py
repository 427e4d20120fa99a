"""The differences of sources, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.compose.brief import cited_spans
from briefgen.model import Span
from briefgen.paper.evidence import DIFFERENCES, CitedPassage, Difference, DifferingSide
from briefgen.paper.memo import Item, Memo, Text


def differences(memo: Memo, passages: Sequence[CitedPassage]) -> tuple[Difference, ...]:
    """Each row on which sources differ, with the passages of each side."""
    rows = [i for section in memo.sections if section.id == DIFFERENCES for i in section.items]
    numbers = {one.place.span: one.number for one in passages}
    return tuple(Difference(at, row.text, sides(row, numbers)) for at, row in enumerate(rows, 1))


def sides(row: Item, numbers: dict[Span, int]) -> tuple[DifferingSide, ...]:
    """The versions of a row; a passage belongs to the first whose words it holds, else to the silent one."""
    homes = [home(row, cite) for cite in row.cites]
    return tuple(
        DifferingSide(
            words, tuple(numbers[cite] for cite, at in zip(row.cites, homes, strict=True) if at == side)
        )
        for side, words in enumerate(row.versions)
    )


def home(row: Item, cite: Span) -> int:
    """Index of the version that a place belongs to: that which prints its words, else words of its source,
    else the one that prints none."""
    for test in (cite.overlaps, lambda span: span.source == cite.source):
        for at, words in enumerate(row.versions):
            if any(test(span) for span in cited_spans(words)):
                return at
    return next((at for at, words in enumerate(row.versions) if not spoken(words)), 0)


def spoken(words: Text) -> bool:
    """Whether a version has words of a source."""
    return bool(cited_spans(words))
