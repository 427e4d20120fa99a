"""Dates and document names as the memo prints them."""

from __future__ import annotations

from datetime import date

from briefgen.compose.brief import Brief, Filling, as_text, joined
from briefgen.memo import Cited, House, Text, When
from briefgen.model import DateMention, Document, DocumentDate, Fact, Span
from briefgen.timex import english


def shown(brief: Brief, document: Document, mention: DateMention) -> When:
    """A date that a text gives, with how it is known.

    A printed date is the source's own; a resolved one shows the words it was resolved from.
    """
    if mention.status == "undated" or not calendar(mention.value):
        text = brief.say("date-unresolved", {"words": Cited(mention.span)})
        # Words that cannot be resolved still stand between the bounds of their document.
        bounds = () if document.meta.published.value else undated(brief, document.meta.published)
        return When(None, "undated", joined((text, bounds), "; "))
    value, printed = mention.value, english(mention.value)
    if mention.status == "stated":
        return When(value, "stated", as_text(printed))
    fields: dict[str, Filling] = {"date": printed, "words": Cited(mention.span)}
    return When(value, mention.status, brief.say(f"date-{mention.status}", fields))


def published(brief: Brief, document: Document) -> When:
    """The date of a document, as the date of what it reports."""
    dated = document.meta.published
    if dated.value is None:
        return When(None, "undated", undated(brief, dated))
    fields = {"date": english(dated.value)}
    phrase = {"user": "published-user", "inferred": "published-inferred"}.get(dated.status, "published")
    return When(dated.value, dated.status, brief.say(phrase, fields))


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


def calendar(value: str) -> bool:
    """Whether a TIMEX3 value has a place in the calendar."""
    return value[:2].isdigit() and "X" not in value


def fact(found: Fact | None) -> Text:
    """A piece of metadata: in the source's words where it was printed there."""
    if found is None:
        return ()
    if found.span is not None and found.status == "stated":
        return (Cited(found.span),)
    return (House(found.value),)


def outlet(document: Document) -> str:
    """Who published: the carrier, and whose text it carries."""
    meta = document.meta
    names = [f.value for f in (meta.publisher, meta.original_publisher) if f]
    return " / ".join(dict.fromkeys(names))


def place_of(document: Document, span: Span) -> str:
    """Where a person finds the first character of `span`."""
    return document.source.place(span.start)
