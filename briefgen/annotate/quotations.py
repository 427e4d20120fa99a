"""Finds what stands between quotation marks, speech or not; a mark that is never closed is reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.english.marks import quotations
from briefgen.errors import Problem
from briefgen.model import PROSE, Document, Quotation


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.quotations` for headline, teaser and body, in reading order.

    A quotation that is never closed is reported as `quote-unbalanced`; nothing raises.
    """
    found = tuple(_quotations(document))
    return replace(document, quotations=found), tuple(_problems(document, found))


def _quotations(document: Document) -> Iterator[Quotation]:
    """The quotations of all blocks; each knows whether it goes over the end of its block."""
    source = document.source
    last: Quotation | None = None
    for block in document.blocks:
        if block.label not in PROSE:
            continue
        found = quotations(source.text, block.span.start, block.span.end, source.id)
        reopened = bool(found) and found[0].outer_start == block.span.start
        if last is not None:
            goes_on = reopened and not last.closed
            yield last._replace(resumed=goes_on)
            if goes_on:
                found[0] = found[0]._replace(continues=True)
            last = None
        yield from found[:-1]
        last = found[-1] if found else None
    if last is not None:
        yield last


def _problems(document: Document, found: tuple[Quotation, ...]) -> Iterator[Problem]:
    for quotation in found:
        if not quotation.closed and not quotation.resumed:
            where = f"{document.source.file}, {document.source.place(quotation.outer_start)}"
            yield Problem(where, "quote-unbalanced", "a quotation mark opens here and is never closed")
