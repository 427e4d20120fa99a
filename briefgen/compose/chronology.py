"""Chronology: the dated events of the selected sentences, one row an event; of an archive the days that
matter, one row a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, islice
from typing import NamedTuple

from briefgen.compose import days
from briefgen.compose.brief import Brief, Content
from briefgen.compose.clause import narrow
from briefgen.compose.events import CLOCK, DAYS, Event
from briefgen.compose.ledger import Ledger, label, remainder
from briefgen.compose.outcomes import foretold
from briefgen.compose.wording import shown
from briefgen.english.coming import is_past
from briefgen.model import Span
from briefgen.paper.memo import Cited, Item, Text, When

TOLD_TWICE, OPENS, WEEK = 0.2, 0.15, 0.3
"""Of nine folders, half of the events that two sources tell belong in a chronology and two fifths of those
that open a report, against a quarter of all; of those that only have their week ("last week") none."""
HEAD = 3
"""Sentences that open a report."""


class DatedRow(NamedTuple):
    """One row on its way to the table."""

    first: date | None
    """First day."""
    text: Text
    when: When
    cites: tuple[Span, ...]


SHORT = 15
"""Words of a row: the clause of the verb that the date belongs to."""


def content(brief: Brief, ledger: Ledger) -> Content:
    """Events in order of time; those that only say "this year" tell nothing and stay out."""
    found = [one for one in brief.events if not (one.announced and told_as_past(one))]
    kept = chosen(brief, found, brief.shape("chronology").limit)
    rows = sorted((row(brief, one) for one in kept), key=lambda one: one.first or date.min)
    items = (Item(one.text, one.cites, refs=ledger.refs(one.cites), when=one.when) for one in rows)
    return Content(label("C", items), more=remainder(brief, len(kept), 0, len(found)))


def chosen(brief: Brief, found: Sequence[Event], most: int) -> list[Event]:
    """The events that are worth a row, best first.

    An archive tells more days twice than there is room for: there the day is chosen first, then what happened
    on it. In a smaller folder hardly a day is told twice, which says nothing of the others.
    """
    of_days = by_day(found)
    if sum(len(told_by(events)) > 1 for events in of_days.values()) > most:
        return [central(brief, of_days[day]) for day in days.foremost(mentions(brief, of_days), most)]
    return sorted(found, key=lambda one: -worth(brief, one))[:most]


def by_day(found: Iterable[Event]) -> Mapping[date, Sequence[Event]]:
    """The events whose day is known."""
    of_days: dict[date, list[Event]] = {}
    for one in found:
        # A time of the clock is mostly a stamp: "last updated at 23:19".
        if one.mention.granularity in DAYS - CLOCK and one.mention.earliest is not None:
            of_days.setdefault(one.mention.earliest, []).append(one)
    return of_days


def told_by(events: Iterable[Event]) -> set[str]:
    """The documents that tell some events, by `Source.id`."""
    return {span.source for one in events for span in one.cites}


def mentions(brief: Brief, of_days: Mapping[date, Sequence[Event]]) -> Iterator[days.DayMention]:
    """Which documents tell of each day, and when they were published."""
    for day, events in of_days.items():
        for source in sorted(told_by(events)):
            yield days.DayMention(day, source, brief.corpus.by_id[source].meta.published.day)


def central(brief: Brief, events: Sequence[Event]) -> Event:
    """Of the events of one day the one that comes nearest to all that is told of the day; what only stands
    under its date (a heading, a stamp), or was ahead, where nothing else is told."""
    told = [brief.words_in(span) for one in events for span in one.cites]
    first = accumulate((len(one.cites) for one in events), initial=0)
    at = dict(zip(first, events, strict=False))
    happened = [number for number, one in at.items() if one.telling.verbs and not one.announced]
    nearest = days.extract(told, happened or at, 1)
    return at[nearest[0]] if nearest else events[0]


def row(brief: Brief, event: Event) -> DatedRow:
    """What an event prints."""
    when = shown(brief, event.document, event.mention)
    return DatedRow(event.mention.earliest, line(brief, event), when, event.cites)


def told_as_past(event: Event) -> bool:
    """Whether words that are read as a day after their source tell of what was over: the day is another."""
    clause = [run.span for run in event.text if isinstance(run, Cited)]
    words = [word for span in clause for word in event.document.tokens.between(span.start, span.end)]
    return event.mention.status == "resolved" and is_past(words) and not foretold(event)


def worth(brief: Brief, event: Event) -> float:
    """What an event is worth a row: that it bears on the topic, opens a report, is told by several."""
    found = max(brief.evidence[span].score for span in event.cites if span in brief.evidence)
    found += TOLD_TWICE * (len({span.source for span in event.cites}) > 1) + OPENS * opens(event)
    return found - WEEK * (event.mention.granularity == "week")


def opens(event: Event) -> bool:
    """Whether the event stands among the first sentences of its document."""
    head = list(islice(event.document.citable(), HEAD))
    return any(sentence.span in event.cites for sentence in head)


def line(brief: Brief, event: Event) -> Text:
    """The event's words, marked when it was only announced."""
    text = narrow(event.document, event.cites[0], event.mention.span, SHORT)
    return brief.say("announced", {"event": text}) if event.announced and not event.telling.denied else text
