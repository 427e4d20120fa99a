"""The words of a source without markup: a memo prints the words of a link, no image and no address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.compose.brief import Brief
from briefgen.english.markup import shown
from briefgen.model import Span
from briefgen.paper.memo import Cited, Item, Run, Text


def unmarked(brief: Brief, item: Item) -> Item:
    """The item with its words as a reader of the source sees them; its places stay whole."""
    return replace(
        item,
        text=without(brief, item.text),
        relation=without(brief, item.relation),
        versions=tuple(without(brief, one) for one in item.versions),
        positions=tuple(unmarked(brief, one) for one in item.positions),
    )


def without(brief: Brief, text: Text) -> Text:
    """A text without markup."""
    return tuple(part for run in text for part in pieces(brief, run))


def pieces(brief: Brief, run: Run) -> Iterator[Run]:
    """A run of a source as the stretches between its markup; any other run as it is."""
    if not isinstance(run, Cited):
        yield run
        return
    at, source = run.span.start, run.span.source
    for start, end in shown(brief.corpus.text(run.span)):
        yield Cited(Span(source, at + start, at + end))
