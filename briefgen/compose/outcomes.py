"""What was announced and is told by no later source: checked against the sources, not assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from briefgen.compose.brief import Brief
from briefgen.compose.clash.matter import Account, common, likeness
from briefgen.compose.events import Event
from briefgen.english.coming import is_coming, is_end
from briefgen.english.openings import leans
from briefgen.model import Span
from briefgen.paper.memo import Cited

MOST = 3
"""Announced events that are shown: more is a calendar, and that is in the chronology."""
LOOKED_AT = 60
"""Announced events, the weightiest, that are looked for in all sentences of the other sources until MOST are
found that none tells."""
LEAST = 9.0
"""Weight of the words that a later sentence shares with an announcement when it tells what came of it: two
rare ones, or a name and two common ones. Two reports of an event share more; "it was put off" will do."""
ALIKE = 0.3
"""Share of the shorter sentence's words that both have."""


def open_events(brief: Brief) -> tuple[Event, ...]:
    """The announced events whose outcome no later source tells, the weightiest, in order of time."""
    coming = [
        e for e in brief.events if e.announced and foretold(e) and not leans(e.document.text(e.cites[0]))
    ]
    told = brief.accounts if coming else ()
    heaviest = sorted(coming, key=lambda event: -max(score(brief, span) for span in event.cites))[:LOOKED_AT]
    best = list(islice((event for event in heaviest if not is_told(brief, event, told)), MOST))
    return tuple(event for event in coming if event in best)


def foretold(event: Event) -> bool:
    """Whether the clause of an event tells of it as to come."""
    spans = [run.span for run in event.text if isinstance(run, Cited)]
    tokens = event.document.tokens
    # What is denied, or was never said, is not announced.
    if event.telling.denied or is_end(tokens, event.mention.span.start):
        return False
    return is_coming(word for span in spans for word in tokens.between(span.start, span.end))


def is_told(brief: Brief, event: Event, accounts: Sequence[Account]) -> bool:
    """Whether a source that may be later tells what came of an event, as a thing of its time or the past."""
    own = Account(event.document, event.cites[0])
    return any(
        common(own, account) >= LEAST and likeness(own, account) >= ALIKE and not announces(account)
        for account in later(brief, event, accounts)
    )


def later(brief: Brief, event: Event, accounts: Sequence[Account]) -> Iterator[Account]:
    """The sentences of other sources that may have been written when an event was over."""
    day, kinship = event.mention.earliest, brief.corpus.kinship
    for account in accounts:
        published = account.document.meta.published
        known = published.latest
        after = known is None or day is None or known >= day
        if after and kinship(account.document.source.id).origin != kinship(event.document.source.id).origin:
            yield account


def announces(account: Account) -> bool:
    """Whether a sentence itself only tells of what is to come."""
    return is_coming(account.words)


def score(brief: Brief, span: Span) -> float:
    """How much a selected sentence bears on the topic."""
    return brief.evidence[span].score if span in brief.evidence else 0.0
