"""Key statements: who said what, in what role, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from briefgen.compose.bands import banded, in_order, led_once
from briefgen.compose.brief import Brief, Content, joined, places
from briefgen.compose.corroboration import Voices, corroborated, with_further
from briefgen.compose.ledger import Ledger, label, shared_out
from briefgen.compose.order import chosen
from briefgen.compose.statements import Statement, wording
from briefgen.compose.wording import said, speaker_name
from briefgen.model import Quote, Span
from briefgen.paper.memo import Cited, Item, Text

Found = TypeVar("Found")
SECTION = "key-statements"


def content(brief: Brief, ledger: Ledger) -> Content:
    """One row for each statement that bears most on the topic; those of one speaker, day and occasion stand
    under one band."""
    most = brief.shape("key-statements").most
    best = chosen(brief, brief.statements, most)
    rows = tuple(shared(row(brief, one) for one in best))
    if brief.many:
        rows = tuple(one_each(brief, best, rows))
    # Below the bound only what is told twice is missing, which nobody asks for.
    found = shared_out(
        brief, ledger, "key-statements", rows, len(rows if len(best) < most else brief.statements)
    )
    body = banded(brief, found.items)
    # What stands in the annex has its speaker in front; bands would be as many as rows there.
    items = label("K", (*body, *led_once(brief, in_order(brief, found.rest))))
    return found._replace(items=items[: len(body)], rest=items[len(body) :])


def one_each(brief: Brief, best: Sequence[Statement], rows: Sequence[Item]) -> Iterator[Item]:
    """Rows with the sources that tell of the same statement; the best one of each speaker is for the body and
    says how many more there are, the others for the annex."""
    voices = Voices(brief)
    statement_of = {one.quotes: one for one in best}
    heard: set[frozenset[str]] = set()
    for one in rows:
        statement = statement_of.get(one.quotes)
        if statement is None:  # of two speakers
            yield one
            continue
        shown = corroborated(brief, one, voices.also(statement))
        voice = statement.lead.voice
        if voice is not None and voice in heard:
            yield replace(shown, section=SECTION)
        else:
            further = 0 if brief.usual else voices.further(statement)
            yield with_further(brief, shown, further)
        heard |= {voice} if voice else set()


def shared(rows: Iterable[Item]) -> Iterable[Item]:
    """Rows that print the same words as one: two speakers of one sentence are one statement of both.

    Each role belongs to one of them, so it is left to the sentence that is printed.
    """
    found: dict[tuple[Text, tuple[Span, ...]], Item] = {}
    for one in rows:
        key = (one.text, one.cites)
        other = found.get(key)
        if other is None or one.speaker == other.speaker:
            found.setdefault(key, one)
        else:
            both = joined((other.speaker, one.speaker), "; ")
            found[key] = replace(other, speaker=both, role=(), quotes=(*other.quotes, *one.quotes))
    return found.values()


def row(brief: Brief, statement: Statement) -> Item:
    """The row of one statement."""
    return Item(
        text=text(brief, statement),
        cites=places(statement),
        quotes=statement.quotes,
        speaker=speaker(brief, statement),
        role=role(statement),
        kind=kind(statement.quotes),
        when=said(brief, statement),
        place=cited(first(q.place for q in statement.quotes)),
        occasion=cited(first(q.occasion for q in statement.quotes)),
    )


def speaker(brief: Brief, statement: Statement) -> Text:
    """The resolved name, and for whom a spokesperson speaks."""
    who = statement.speaker
    if who is None or statement.named is None:
        return brief.say("speaker-unknown")
    name = speaker_name(brief, statement.named, person=who.kind == "person")
    # "A spokesman for the port" says already for whom.
    told = (statement.named, who.role) if who.role else (statement.named,)
    if who.behalf is None or statement.lead.joint or any(span.contains(who.behalf) for span in told):
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
