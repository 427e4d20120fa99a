"""Events: what the selected sentences date, the same event from two places once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefgen import lexicon
from briefgen.compose.clause import clause
from briefgen.compose.telling import Telling, differ, named, one_matter, shared, telling
from briefgen.english.attributes import head_noun
from briefgen.english.bounds import tells_how_long
from briefgen.english.due import announces
from briefgen.english.marks import ends_sentence
from briefgen.english.place_line import behind_place_line
from briefgen.english.words import searched
from briefgen.model import DateMention, Document, Evidence, Span
from briefgen.paper.memo import Cited, Text

SAME = 0.3
"""Share of common words from which two texts about one date tell one event when nothing in them differs."""

MOST = 200
"""Events of one date with which a further one is compared; those of the weightiest documents come first."""

SUNDAY = 7

CLOCK = frozenset({"minute", "hour"})
"""A time of the clock without its day ("open until midnight") is seldom an event; its day is the page's."""
DAYS = frozenset({"minute", "hour", "part-of-day", "day"})
PRECISE = DAYS | frozenset({"weekend", "week", "month", "season", "quarter", "half-year", "year"})
"""Decades and vaguer dates are no events."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date."""

    document: Document
    mention: DateMention
    text: Text
    cites: tuple[Span, ...]
    telling: Telling

    @property
    def announced(self) -> bool:
        """Whether it was still ahead when its source was published."""
        own = self.document.meta.published.day
        return own is not None and self.mention.earliest is not None and self.mention.earliest > own


def events_of(documents: Iterable[Document], evidence: Mapping[Span, Evidence]) -> tuple[Event, ...]:
    """The events of the selected sentences, in order of time; the same event from two sources is one."""
    found: dict[str, list[Event]] = {}
    for document in documents:
        for mention in document.dates:
            sentence = document.sentence_at(mention.span)
            if sentence and sentence.span in evidence and datable(mention, document):
                one = event(document, sentence.span, mention)
                if not titled(one, sentence.span):
                    add(found.setdefault(mention.value, []), one)
    flat = (one for of_date in found.values() for one in of_date)
    return tuple(sorted(flat, key=lambda one: (bounds(one.mention), one.mention.span)))


def titled(one: Event, sentence: Span) -> bool:
    """Whether words without a verb end in the date: a title with its day ("A history of salt, 2 March").

    "The ballot closes on 28 March." ends as sentences do, and its verb shows by its form only beside a plan.
    """
    document, end = one.document, one.mention.span.end
    behind = document.source.text[end : sentence.end]
    if one.telling.verbs or any(map(str.isalnum, behind)):
        return False
    if ends_sentence(document.text(sentence)) and announces(document.tokens, sentence.start, end):
        return False
    words = searched(document.tokens.between(sentence.start, end))
    return lexicon.saying.forms().isdisjoint(words)


def datable(mention: DateMention, document: Document) -> bool:
    """Whether a date fixes an event: a calendar value finer than "this year", told by the reporter."""
    if mention.type not in ("DATE", "TIME") or mention.granularity not in PRECISE:
        return False
    if not calendar(mention.value) or inside_quotation(mention, document):
        return False
    if mention.granularity in CLOCK and mention.status == "resolved":
        return False
    if not told_to_happen(mention, document):
        return False
    own = document.meta.published.value or ""
    vague = own.startswith(mention.value) and own != mention.value
    return mention.status == "stated" or not vague


def told_to_happen(mention: DateMention, document: Document) -> bool:
    """Whether something is told to happen then.

    Not so: the day in the line of the place ("BERGEN, 5 March (Wire) -"), the year of a thing ("the 2015
    deal"), since when something is so ("has had since 1996"), about how long ago ("over 60 years ago"), and
    "last week" of a Sunday, which may be either of two weeks.
    """
    sentence = document.sentence_at(mention.span)
    if sentence is None:
        return False
    if mention.span.end <= behind_place_line(document.tokens, sentence.span.start, sentence.span.end):
        return False
    text, first = document.text(sentence.span), sentence.span.start
    start, end = mention.span.start - first, mention.span.end - first
    if mention.granularity not in DAYS and head_noun(text, start, end) is not None:
        return False
    if tells_how_long(text, start, end):
        return False
    day = document.meta.published.day
    return not (text[start:end].casefold() == "last week" and day is not None and day.isoweekday() == SUNDAY)


def calendar(value: str) -> bool:
    """Whether a TIMEX3 value has a place in the calendar."""
    return value[:2].isdigit() and "X" not in value


def inside_quotation(mention: DateMention, document: Document) -> bool:
    """Whether a date is the speaker's ("a brighter tomorrow"), not the reporter's."""
    near = document.parts_at.over(mention.span)
    return any(quote.marked and part.contains(mention.span) for quote, part in near)


def event(document: Document, sentence: Span, mention: DateMention) -> Event:
    """One event: the clause that holds the date."""
    text = clause(document, sentence, mention.span)
    spans = [run.span for run in text if isinstance(run, Cited)]
    return Event(document, mention, text, (sentence,), telling(document, spans))


def add(found: list[Event], new: Event) -> None:
    """Add an event to those of its date, or its citation to the same event found before."""
    for index, old in enumerate(found[:MOST]):
        if same(old, new):
            first, second = (new, old) if better(new, old) else (old, new)
            found[index] = replace(first, cites=tuple(dict.fromkeys((*first.cites, *second.cites))))
            return
    found.append(new)


def better(new: Event, old: Event) -> bool:
    """Whether an event is told in the words of `new`: of a source that knows what came to pass, then of one
    that prints the day."""
    if old.announced != new.announced:
        return old.announced
    return new.mention.status == "stated" and old.mention.status != "stated"


def same(one: Event, other: Event) -> bool:
    """Whether two mentions of one date tell one event: nothing in them differs, and they share words.

    A month or a year holds many events, which one article does not tell twice. What was announced and what
    came of it are one event, though the verb is another: a vote is announced, an approval reported.
    """
    if one.mention.granularity not in DAYS and one.document.source.id == other.document.source.id:
        return False
    first, second = one.telling, other.telling
    if not named(first, second) and shared(first, second) < SAME:
        return False
    return one_matter(first, second) if one.announced != other.announced else not differ(first, second)


def bounds(mention: DateMention) -> tuple[date, date]:
    """First and last day, as sort key: a year comes before its months."""
    return (mention.earliest or date.min, mention.latest or date.max)
