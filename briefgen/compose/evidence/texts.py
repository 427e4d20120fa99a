"""The sources in full, line by line, with what cleaning dropped."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.compose.brief import Brief
from briefgen.compose.wording import place_of
from briefgen.model import PROSE, Block, Document
from briefgen.paper.evidence import LineKind, SourceLine, SourceText
from briefgen.paper.memo import Memo


def texts(brief: Brief, memo: Memo) -> tuple[SourceText, ...]:
    """The cited sources in the order of their numbers; of a confidential one no line."""
    return tuple(
        SourceText(
            entry.source,
            () if entry.confidential else tuple(lines(brief.corpus.by_id[entry.source])),
            entry.confidential,
        )
        for entry in memo.sources
        if entry.used
    )


def lines(document: Document) -> Iterator[SourceLine]:
    """The blocks of a document as lines."""
    for block in document.blocks:
        yield SourceLine(block.span, place_of(document, block.span), kind(block), block.rule)


def kind(block: Block) -> LineKind:
    """What a block is to a reader who looks for a passage."""
    if block.label in PROSE:
        return "prose"
    return "furniture" if block.label == "furniture" else "other"
