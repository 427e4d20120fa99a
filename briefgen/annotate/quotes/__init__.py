"""Statements of a document: direct, mixed and indirect speech, without their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefgen.annotate.quotes.attribution import Attribution, attribute_all
from briefgen.annotate.quotes.indirect import reported
from briefgen.annotate.quotes.marks import Stretch, stretches
from briefgen.annotate.quotes.speech import is_speech
from briefgen.annotate.quotes.statements import Piece, statements
from briefgen.english.passages import SEARCHED, Passage, analyse
from briefgen.errors import Problem
from briefgen.model import Document


class Quoted(NamedTuple):
    """One block with its quoted stretches, before the decision what is speech."""

    passage: Passage
    stretches: tuple[Stretch, ...]
    attributions: tuple[Attribution, ...]
    continues: bool
    """Its first stretch goes on with the unclosed quotation of the block before."""


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.quotes` with statements whose speaker is still None.

    A quotation that is never closed is reported as `quote-unbalanced`; nothing raises.
    """
    text = document.source.text
    blocks = tuple(read_blocks(document))
    spoken = [_spoken(text, block) for block in blocks]
    quotes = statements(document, [piece for pieces in spoken for piece in pieces])
    for block, pieces in zip(blocks, spoken, strict=True):
        quotes += reported(document, block.passage, [piece.attribution for piece in pieces])
    quotes.sort(key=lambda quote: quote.parts[0])
    return replace(document, quotes=tuple(quotes)), tuple(_problems(document, blocks))


def _spoken(text: str, block: Quoted) -> list[Piece]:
    return [
        Piece(block.passage, stretch, attribution, block.continues and index == 0)
        for index, (stretch, attribution) in enumerate(zip(block.stretches, block.attributions, strict=True))
        if is_speech(text, block.passage, stretch, attribution)
    ]


def read_blocks(document: Document) -> Iterator[Quoted]:
    """The searched blocks with every quoted stretch and the cue that governs it."""
    text = document.source.text
    previous: Passage | None = None
    unclosed = False
    for index, block in enumerate(document.blocks):
        if block.label not in SEARCHED:
            continue
        found = stretches(text, block.span.start, block.span.end)
        passage = analyse(document, index, [(s.outer_start, s.outer_end) for s in found])
        attributions = attribute_all(passage, found, text, previous)
        reopened = unclosed and bool(found) and found[0].outer_start == block.span.start
        yield Quoted(passage, tuple(found), tuple(attributions), reopened)
        unclosed = bool(found) and not found[-1].closed
        previous = passage


def _problems(document: Document, blocks: tuple[Quoted, ...]) -> Iterator[Problem]:
    for index, block in enumerate(blocks):
        for stretch in block.stretches:
            if stretch.closed or (
                index + 1 < len(blocks) and blocks[index + 1].continues and stretch is block.stretches[-1]
            ):
                continue
            where = f"{document.source.file}, {document.source.place(stretch.outer_start)}"
            yield Problem(where, "quote-unbalanced", "a quotation mark opens here and is never closed")
