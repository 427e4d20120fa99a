"""Abbreviations of the body, spelt out once, where a source does so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.compose.brief import Brief, Content
from briefgen.compose.ledger import Ledger
from briefgen.english.other_names import other_names
from briefgen.model import Document, Span
from briefgen.paper.memo import Cited, House, Item

_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,8}s?\b")


class SpeltOut(NamedTuple):
    """Where a source spells an abbreviation out."""

    short: Span
    full: Span
    sentence: Span


def content(brief: Brief, ledger: Ledger) -> Content:
    """One row for each abbreviation that the body prints without its long form, by the alphabet."""
    printed = body(brief, ledger)
    used = {word.removesuffix("s") for word in _CAPITALS.findall(printed)}
    found: dict[str, SpeltOut] = {}
    for document in brief.documents:
        for name, one in spelt_out(document):
            if name in used and brief.corpus.text(one.full) not in printed:
                found.setdefault(name, one)
    rows = [row(found[name]) for name in sorted(found)]
    return Content(tuple(rows[: brief.shape("abbreviations").limit]))


def body(brief: Brief, ledger: Ledger) -> str:
    """The words that the sections of the body print."""
    sections = (one.id for one in brief.style.sections if not one.annex)
    items = (item for name in sections for item in ledger.written.get(name, Content(())).items)
    rows = (row for item in items for row in (item, *item.positions))
    return " ".join(
        brief.words_of(text)
        for row in rows
        for text in (row.lead, row.band, row.text, row.relation, row.raised_by)
    )


def spelt_out(document: Document) -> Iterator[tuple[str, SpeltOut]]:
    """The abbreviations that the sentences of a document spell out."""
    for sentence in document.citable():
        words = document.text(sentence.span)
        # The scan for names is dear, and every abbreviation that is spelt out has its bracket.
        if "(" not in words:
            continue
        for name in other_names(words):
            full, short = words.find(name.full), words.find(f"({name.short}")
            if name.short.isupper() and full >= 0 and short > full:
                source, at = sentence.span.source, sentence.span.start
                start = at + short + 1
                yield (
                    name.short,
                    SpeltOut(
                        Span(source, start, start + len(name.short)),
                        Span(source, at + full, at + full + len(name.full)),
                        sentence.span,
                    ),
                )


def row(one: SpeltOut) -> Item:
    """The abbreviation and what it stands for, both as the source prints them."""
    return Item(text=(Cited(one.short), House(": "), Cited(one.full)), cites=(one.sentence,))
