"""Chronology: the dated events of the selected sentences, one row an event."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from briefgen import lexicon
from briefgen.compose.brief import Brief, Content, Filling, as_text, cited_spans, content_words
from briefgen.compose.clause import clause
from briefgen.compose.wording import calendar, outlet, shown
from briefgen.model import DateMention, Document, Span
from briefgen.paper.memo import Cited, Item, Text, When
from briefgen.timex import english

SAME = 0.3
"""Share of common words above which two sentences about one date tell one event."""

FEW = 6
"""Sources whose publication is an event of its own; of more, the last annex has the dates."""
Row = tuple[date | None, Text, When, tuple[Span, ...]]
"""First day, words, date as printed, places."""
DAYS = frozenset({"minute", "hour", "part-of-day", "day"})
CALENDAR = re.compile("|".join({*lexicon.time.weekdays(), *lexicon.time.months()} - {"may"}))
PRECISE = frozenset({"minute", "hour", "part-of-day", "day", "weekend", "week", "month", "season", "quarter",
                     "half-year", "year"})  # fmt: skip
"""Decades and vaguer dates are no events."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date."""

    mention: DateMention
    when: When
    text: Text
    cites: tuple[Span, ...]
    announced: bool
    """Still ahead when its source was published."""


def content(brief: Brief) -> Content:
    """Events in order of time; those that only say "this year" tell nothing and stay out."""
    told: list[Row] = [
        (event.mention.earliest, line(brief, event), event.when, event.cites) for event in events(brief)
    ]
    rows = sorted((*told, *publications(brief)), key=lambda row: row[0] or date.min)
    return Content(tuple(Item(text, cites, when=when) for _, text, when, cites in rows))


def publications(brief: Brief) -> list[Row]:
    """The days on which the sources used were published, where there are few of them."""
    rows: list[Row] = []
    for document in brief.documents if len(brief.documents) <= FEW else ():
        title, dated = document.meta.title, document.meta.published
        if title and title.span and dated.value and dated.earliest:
            name = outlet(brief, document) or document.source.id
            fields: dict[str, Filling] = {"title": Cited(title.span), "outlet": name}
            when = When(dated.value, dated.status, as_text(english(dated.value)))
            rows.append((dated.earliest, brief.say("publication", fields), when, (title.span,)))
    return rows


def line(brief: Brief, event: Event) -> Text:
    """The event's words, marked when it was only announced."""
    return brief.say("announced", {"event": event.text}) if event.announced else event.text


@lru_cache(maxsize=1)
def events(brief: Brief) -> tuple[Event, ...]:
    """The events of all documents used; the same event from two sources is one."""
    found: list[Event] = []
    for document in brief.documents:
        for mention in document.dates:
            sentence = document.sentence_at(mention.span)
            if sentence and sentence.span in brief.evidence and datable(mention, document):
                add(brief, found, event(brief, document, sentence.span, mention))
    return tuple(sorted(found, key=lambda one: (bounds(one.mention), one.mention.span)))


def datable(mention: DateMention, document: Document) -> bool:
    """Whether a date fixes an event: a calendar value finer than "this year", told by the reporter."""
    if mention.type not in ("DATE", "TIME") or mention.granularity not in PRECISE:
        return False
    if not calendar(mention.value) or inside_quotation(mention, document):
        return False
    own = document.meta.published.value or ""
    vague = own.startswith(mention.value) and own != mention.value
    return mention.status == "stated" or not vague


def inside_quotation(mention: DateMention, document: Document) -> bool:
    """Whether a date is the speaker's ("a brighter tomorrow"), not the reporter's."""
    quotes = (quote for quote in document.quotes if quote.kind != "indirect")
    return any(part.contains(mention.span) for quote in quotes for part in quote.parts)


def event(brief: Brief, document: Document, sentence: Span, mention: DateMention) -> Event:
    """One event: the clause that holds the date."""
    own = document.meta.published.day
    ahead = own is not None and mention.earliest is not None and mention.earliest > own
    text = clause(document, sentence, mention.span)
    return Event(mention, shown(brief, document, mention), text, (sentence,), ahead)


def add(brief: Brief, found: list[Event], new: Event) -> None:
    """Add an event, or its citation to the same event found before."""
    for index, old in enumerate(found):
        if old.when.value == new.when.value and same(brief, old, new):
            cites = tuple(dict.fromkeys((*old.cites, *new.cites)))
            found[index] = replace(old, cites=cites)
            return
    found.append(new)


def same(brief: Brief, one: Event, other: Event) -> bool:
    """Whether two mentions of one date tell one event.

    A day needs few common words ("Thursday’s summit", "a summit on Thursday"); a month or a year holds
    many events, which one article does not tell twice.
    """
    first, second = (words(brief, event.text) for event in (one, other))
    if one.mention.granularity in DAYS:
        return len(first & second) > 0
    other_source = one.mention.span.source != other.mention.span.source
    return other_source and len(first & second) >= SAME * min(len(first), len(second))


def words(brief: Brief, text: Text) -> set[str]:
    """The longer words of a text, weekdays and months left out: those two mentions share anyway."""
    printed = " ".join(brief.corpus.text(span) for span in cited_spans(text))
    return {word for word in content_words(printed) if not CALENDAR.match(word)}


def bounds(mention: DateMention) -> tuple[date, date]:
    """First and last day, as sort key: a year comes before its months."""
    return (mention.earliest or date.min, mention.latest or date.max)
