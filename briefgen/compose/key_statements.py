"""Key statements: who said what, in what role, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from briefgen.compose.brief import Brief, Content, places, shortened
from briefgen.compose.order import chosen
from briefgen.compose.statements import Statement, wording
from briefgen.compose.wording import said
from briefgen.model import Quote, Span
from briefgen.paper.memo import Cited, Item, Text

Found = TypeVar("Found")


def content(brief: Brief) -> Content:
    """One row for each statement that bears most on the topic, main document first, in reading order."""
    found = brief.statements
    best = set(map(id, chosen(brief, found, brief.shape("key-statements").limit)))
    shown = [one for one in found if id(one) in best]
    rows = tuple(row(brief, number, one) for number, one in enumerate(shown, 1))
    return Content(rows, shortened(brief, len(rows), len(found)))


def row(brief: Brief, number: int, statement: Statement) -> Item:
    """The row of one statement."""
    return Item(
        text=text(brief, statement),
        cites=places(statement),
        speaker=speaker(brief, statement),
        role=role(statement),
        kind=kind(statement.quotes),
        when=said(brief, statement),
        place=cited(first(q.place for q in statement.quotes)),
        occasion=cited(first(q.occasion for q in statement.quotes)),
        label=f"K{number}",
    )


def speaker(brief: Brief, statement: Statement) -> Text:
    """The resolved name, and for whom a spokesperson speaks."""
    who = statement.speaker
    if who is None or statement.named is None:
        return brief.say("speaker-unknown")
    name: Text = (Cited(statement.named),)
    if who.behalf is None or statement.lead.joint:
        return name
    return brief.say("on-behalf", {"speaker": name, "principal": Cited(who.behalf)})


def text(brief: Brief, statement: Statement) -> Text:
    """The words, and whose view they are where the speaker reports another's."""
    relayed = first(q.relayed for q in statement.quotes)
    words = wording(statement)
    return brief.say("relayed-words", {"words": words, "view": Cited(relayed)}) if relayed else words


def role(statement: Statement) -> Text:
    """The role as this document gives it; of several who speak together none."""
    who = statement.speaker
    return cited(who.role) if who and not statement.lead.joint else ()


def kind(quotes: tuple[Quote, ...]) -> str:
    """The kind of the row: mixed as soon as quoted and reported words stand together."""
    kinds = {quote.kind for quote in quotes}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def first(values: Iterable[Found | None]) -> Found | None:
    """The first value that is there."""
    return next((value for value in values if value is not None), None)


def cited(span: Span | None) -> Text:
    """The words of a span, nothing for None."""
    return (Cited(span),) if span else ()
