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
from briefgen.compose.corroboration import Facts, corroborated
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
    most = brief.shape("chronology").limit
    archive = is_archive(found, most)
    kept = of_days(brief, found, most) if archive else foremost(brief, found)[:most]
    rows = sorted((row(brief, one) for one in kept), key=lambda one: one.first or date.min)
    items = counted(brief, ledger, rows) if brief.many else (item(ledger, one, one.cites) for one in rows)
    return Content(label("C", items), more=last_line(brief, len(kept), len(found), archive=archive))


def last_line(brief: Brief, shown: int, found: int, *, archive: bool) -> Text:
    """How many there are more."""
    if archive:
        return brief.say("days-shown", {"shown": str(shown), "found": str(found)})
    return remainder(brief, shown, 0, found)


def counted(brief: Brief, ledger: Ledger, rows: Iterable[DatedRow]) -> Iterator[Item]:
    """Rows that cite the passage they print and count the other sources that tell the same: of a great day
    there are dozens."""
    facts = Facts(brief, ())
    for one in rows:
        own, *others = one.cites
        also = [span for span in others if facts.agrees(own, span)]
        yield corroborated(brief, item(ledger, one, (own,)), also)


def item(ledger: Ledger, one: DatedRow, cites: tuple[Span, ...]) -> Item:
    """The row, with the rows of other sections that tell its passages in full."""
    return Item(one.text, cites, refs=ledger.refs(cites), when=one.when)


def foremost(brief: Brief, found: Iterable[Event]) -> list[Event]:
    """The events, those first that are worth a row most."""
    return sorted(found, key=lambda one: -worth(brief, one))


def is_archive(found: Iterable[Event], most: int) -> bool:
    """Whether more days are told twice than there is room for: in a smaller folder hardly one is, which says
    nothing of the others."""
    return sum(len(told_by(events)) > 1 for events in by_day(found).values()) > most


def of_days(brief: Brief, found: Iterable[Event], most: int) -> list[Event]:
    """The days of an archive that matter most, each with what happened on it."""
    events = by_day(found)
    return [central(brief, events[day]) for day in days.foremost(mentions(brief, events), most)]


def by_day(found: Iterable[Event]) -> Mapping[date, Sequence[Event]]:
    """The events whose day is known."""
    dated: dict[date, list[Event]] = {}
    for one in found:
        # A time of the clock is mostly a stamp: "last updated at 23:19".
        if one.mention.granularity in DAYS - CLOCK and one.mention.earliest is not None:
            dated.setdefault(one.mention.earliest, []).append(one)
    return dated


def told_by(events: Iterable[Event]) -> set[str]:
    """The documents that tell some events, by `Source.id`."""
    return {span.source for one in events for span in one.cites}


def mentions(brief: Brief, dated: Mapping[date, Sequence[Event]]) -> Iterator[days.DayMention]:
    """Which documents tell of each day, and when they were published."""
    for day, events in dated.items():
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
