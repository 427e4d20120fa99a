"""Chronology: the dated events of the selected sentences, one row an event."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import NamedTuple

from briefgen.compose.brief import Brief, Content
from briefgen.compose.clause import narrow
from briefgen.compose.events import Event
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
    kept = sorted(found, key=lambda one: -worth(brief, one))[: brief.shape("chronology").limit]
    rows = sorted((row(brief, one) for one in kept), key=lambda one: one.first or date.min)
    items = (Item(one.text, one.cites, refs=ledger.refs(one.cites), when=one.when) for one in rows)
    return Content(label("C", items), more=remainder(brief, len(kept), 0, len(found)))


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
