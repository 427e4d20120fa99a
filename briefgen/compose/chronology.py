"""Chronology: the dated events of the selected sentences, one row an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefgen.compose.brief import Brief, Content, Filling, as_text
from briefgen.compose.events import Event
from briefgen.compose.wording import outlet, shown
from briefgen.model import Span
from briefgen.paper.memo import Cited, Item, Text, When
from briefgen.timex import english


@dataclass(frozen=True, slots=True)
class DatedRow:
    """One row on its way to the table."""

    first: date | None
    """First day."""
    text: Text
    when: When
    cites: tuple[Span, ...]


def content(brief: Brief) -> Content:
    """Events in order of time; those that only say "this year" tell nothing and stay out."""
    rows = sorted((*told(brief), *publications(brief)), key=lambda row: row.first or date.min)
    return Content(tuple(Item(row.text, row.cites, when=row.when) for row in rows))


def told(brief: Brief) -> Iterator[DatedRow]:
    """What the sentences date."""
    for event in brief.events:
        when = shown(brief, event.document, event.mention)
        yield DatedRow(event.mention.earliest, line(brief, event), when, event.cites)


def publications(brief: Brief) -> Iterator[DatedRow]:
    """The days on which the sources used were published, where there are few of them."""
    few = brief.shape("chronology").publications
    for document in brief.documents if len(brief.documents) <= few else ():
        title, dated = document.meta.title, document.meta.published
        if title and title.span and dated.value and dated.earliest:
            name = outlet(brief, document) or document.source.id
            fields: dict[str, Filling] = {"title": Cited(title.span), "outlet": name}
            when = When(dated.value, dated.status, as_text(english(dated.value)))
            yield DatedRow(dated.earliest, brief.say("publication", fields), when, (title.span,))


def line(brief: Brief, event: Event) -> Text:
    """The event's words, marked when it was only announced."""
    return brief.say("announced", {"event": event.text}) if event.announced else event.text
