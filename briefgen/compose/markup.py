"""Markup inside the words of a source: a memo prints the words of a link, no image and no address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.compose.brief import Brief
from briefgen.model import Span
from briefgen.paper.memo import Cited, Item, Run, Text

_MARKUP = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)\s*|\[([^\[\]\n]+)\]\([^()\s]+\)")
"""An image, or a link with its words, of Markdown."""


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
    words, at, source = brief.corpus.text(run.span), run.span.start, run.span.source
    begin = 0
    for found in _MARKUP.finditer(words) if "](" in words else ():
        if found.start() > begin:
            yield Cited(Span(source, at + begin, at + found.start()))
        if found[1]:
            yield Cited(Span(source, at + found.start(1), at + found.end(1)))
        begin = found.end()
    if begin < len(words):
        yield Cited(Span(source, at + begin, at + len(words)))
