"""Dates and document names as the memo prints them."""

from __future__ import annotations

from datetime import date

from briefgen.compose.brief import Brief, Filling, as_text, joined
from briefgen.compose.events import calendar
from briefgen.compose.spelling import printed
from briefgen.compose.statements import Statement
from briefgen.model import DateMention, Document, DocumentDate, Fact, Span
from briefgen.paper.memo import Cited, House, Reference, Text, When
from briefgen.timex import english


def shown(brief: Brief, document: Document, mention: DateMention) -> When:
    """A date that a text gives, with how it is known.

    A printed date is the source's own; a resolved one shows the words it was resolved from.
    """
    if mention.status == "undated" or not calendar(mention.value):
        text = brief.say("date-unresolved", {"words": Cited(mention.span)})
        # Words that cannot be resolved still stand between the bounds of their document.
        bounds = () if document.meta.published.value else undated(brief, document.meta.published)
        return When(None, "undated", joined((text, bounds), "; "), printed=mention.span)
    value, day = mention.value, english(mention.value)
    if mention.status == "stated":
        return read_from(mention, When(value, "stated", as_text(day), as_text(day)))
    fields: dict[str, Filling] = {"date": day, "words": Cited(mention.span)}
    found = When(value, mention.status, brief.say(f"date-{mention.status}", fields), worked_out(day))
    return read_from(mention, found)


def read_from(mention: DateMention, when: When) -> When:
    """The date with the words it was read from, and the days that it covers."""
    return when._replace(
        printed=mention.span, anchor=mention.anchor, first=mention.earliest, last=mention.latest
    )


def speaker_name(brief: Brief, name: Span, *, person: bool = False) -> Text:
    """The name of a speaker as the folder writes it."""
    return printed(brief.corpus, brief.spelt, name, person=person)


def worked_out(day: str) -> Text:
    """A date that the body prints though no source prints it so: it is resolved, or that of publication."""
    return (House(day, "worked-out"),)


def published(brief: Brief, document: Document) -> When:
    """The date of a document, as the date of what it reports."""
    dated = document.meta.published
    if dated.value is None:
        return When(None, "undated", joined((undated(brief, dated), by_origin(brief, document)), "; "))
    day = english(dated.value)
    phrase = {"user": "published-user", "inferred": "published-inferred"}.get(dated.status, "published")
    when = When(dated.value, dated.status, brief.say(phrase, {"date": day}), worked_out(day))
    return when._replace(printed=dated.evidence, rung=dated.note, first=dated.earliest, last=dated.latest)


def said(brief: Brief, statement: Statement) -> When:
    """When it was said, where the text tells; else when it was published."""
    dated = next((quote.dated for quote in statement.quotes if quote.dated), None)
    document = statement.document
    return shown(brief, document, dated) if dated else published(brief, document)


def in_body(brief: Brief, when: When) -> When:
    """A date as the columns of the body print it; how it is known stands in the annexes."""
    return when._replace(text=when.plain or brief.say("day-unknown"))


def by_origin(brief: Brief, document: Document) -> Text:
    """The day that an undated document names without a year, where its origin tells the year."""
    evidence = document.meta.published.evidence
    if evidence is None:
        return ()
    known = (d for d in document.dates if d.status == "inferred" and d.span.overlaps(evidence))
    origin = brief.corpus.kinship(document.source.id).origin
    for mention in known:
        fields: dict[str, Filling] = {
            "words": Cited(mention.span),
            "date": english(mention.value),
            "origin": Reference(origin),
        }
        return brief.say("names-day", fields)
    return ()


def undated(brief: Brief, dated: DocumentDate) -> Text:
    """ "undated", with the bounds that are known."""
    first, last = dated.earliest, dated.latest
    if first and last:
        return brief.say("undated-between", {"first": day(first), "last": day(last)})
    if first:
        return brief.say("undated-after", {"first": day(first)})
    if last:
        return brief.say("undated-before", {"last": day(last)})
    return brief.say("undated")


def day(value: date) -> str:
    """A day in the house's printing."""
    return english(value.isoformat())


def fact(brief: Brief, document: Document, found: Fact | None) -> Text:
    """A piece of metadata: in the source's words where they are printed there, the user's marked so."""
    if found is None:
        return ()
    if found.status == "user":
        return brief.say("by-user", {"words": found.value})
    printed = document.text(found.span) if found.span else ""
    return (Cited(found.span),) if found.span and printed == found.value else (House(found.value),)


def outlet(brief: Brief, document: Document) -> str:
    """Who published: the carrier, and whose text it carries; "" when neither is known."""
    carrier, original = (named(brief, f) for f in (document.meta.publisher, document.meta.original_publisher))
    if not original or original == carrier:
        return carrier
    return f"{carrier or brief.plain('carrier-unknown')} / {original}"


def named(brief: Brief, found: Fact | None) -> str:
    """The value of a fact, marked when the user stated it."""
    if found is None:
        return ""
    return brief.plain("by-user", {"words": found.value}) if found.status == "user" else found.value


def place_of(document: Document, span: Span) -> str:
    """Where a person finds the first character of `span`."""
    return document.source.place(span.start)
