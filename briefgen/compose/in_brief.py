"""In brief: the few lines that must stand alone, and what the sources leave open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import ldexp, log2

from briefgen.compose.background import TOLD_BY
from briefgen.compose.brief import Brief, Content, cited_spans, joined, places
from briefgen.compose.clause import cut_to, first_verb, length, narrow, tells, unstopped
from briefgen.compose.events import Event
from briefgen.compose.ledger import Ledger, label
from briefgen.compose.outcomes import open_events
from briefgen.compose.positions import short, speaker_of
from briefgen.compose.room import printed_lines
from briefgen.compose.statements import Statement
from briefgen.compose.telling import contradict
from briefgen.compose.wording import published, said, shown
from briefgen.english.openings import leans, opening
from briefgen.model import Evidence, Span
from briefgen.paper.memo import Item, Text

ALIKE = 0.5
"""Share of common content words above which two sentences say the same here."""

LONGEST = 34
"""Words; what can not be cut to as many does not belong in a box that is read in ten seconds."""


AT_MOST = 25
"""Words of a line: two printed lines with who or when in front."""
AHEAD, AHEAD_LONGEST = 12, 22
"""Words of a thing that lies ahead, of which one line names several; what can not be cut to as many is left
to the chronology."""
HELD = 0.3
"""Bonus of a passage that a row of the body tells in full: the reader is led there."""


def content(brief: Brief, ledger: Ledger) -> Content:
    """The strongest clauses of different content, then what is still ahead."""
    said = brief.statement_of
    coming = ahead(brief, ledger)
    room = brief.shape("in-brief").limit - len(coming)
    told = {cite for one in coming for cite in one.cites}
    best = [span for span in chosen(brief, ledger, room + len(told)) if span not in told][:room]
    lines = [line(brief, ledger, span, said.get(span)) for span in best]
    return Content(label("", shortened(brief, (*lines, *coming))))


def shortened(brief: Brief, lines: Sequence[Item]) -> tuple[Item, ...]:
    """The lines that the box has room for, the first in any case; a long one leaves its room to others."""
    shape = brief.shape("in-brief")
    kept: list[Item] = []
    room: float = shape.lines
    for one in lines:
        high = printed_lines(brief, shape, one)
        if not kept or high <= room:
            kept.append(one)
            room -= high
    return tuple(kept)


LEAD = 0.5
"""Bonus of a document's first selected sentence, halved with each further one. Reporters put the news
first; taking leads alone is the hardest simple method to beat in news summaries."""


def chosen(brief: Brief, ledger: Ledger, limit: int) -> tuple[Span, ...]:
    """Evidence by weight, each document's share bounded, nothing said twice."""
    taken: dict[Span, Evidence] = {}
    passed = overtaken(brief)
    best = (piece for piece in weighed(brief, ledger) if piece.span not in passed)
    fitting = [piece for piece in best if fits(brief, piece.span)]
    # Each voice once first, so that the other side gets its line; what room is left goes by weight.
    for piece in (*new_voices(brief, fitting), *fitting):
        if len(taken) < limit and piece.span not in taken and adds(brief, piece, taken.values(), limit):
            taken[piece.span] = piece
    return tuple(sorted(taken, key=lambda span: (brief.used[span.source], span.start)))


def new_voices(brief: Brief, pieces: list[Evidence]) -> list[Evidence]:
    """The first piece of each speaker; pieces that are nobody's statement all stay."""
    said = brief.statement_of
    heard: set[frozenset[str]] = set()
    kept: list[Evidence] = []
    for piece in pieces:
        one = said.get(piece.span)
        voice = one.lead.voice if one else None
        if voice is None or voice not in heard:
            kept.append(piece)
        if voice is not None:
            heard.add(voice)
    return kept


def adds(brief: Brief, piece: Evidence, taken: Collection[Evidence], limit: int) -> bool:
    """Whether a piece says something new and its document has room."""
    share = max(1, limit - len(brief.documents) + 1)
    own = sum(other.span.source == piece.span.source for other in taken)
    return own < share and not any(alike(brief, piece, other) for other in taken)


def weighed(brief: Brief, ledger: Ledger) -> list[Evidence]:
    """Evidence by score and earliness in its document, best first; of many sources what more of them tell."""
    weight: dict[Span, float] = {}
    rows = (row for written in ledger.written.values() for row in written.items)
    others = {cite: len(row.also) for row in rows for cite in row.cites}
    for document in brief.documents:
        for rank, sentence in enumerate(brief.sentences(document)):
            held = any(ledger.in_body(row) for row in ledger.rows_of(sentence.span))
            weight[sentence.span] = brief.evidence[sentence.span].score + ldexp(LEAD, -rank) + HELD * held
            weight[sentence.span] += TOLD_BY * log2(1 + others.get(sentence.span, 0))
    return sorted(brief.selection.evidence, key=lambda piece: (-weight.get(piece.span, 0.0), piece.span))


def fits(brief: Brief, span: Span) -> bool:
    """Whether a sentence, or the statement it belongs to, can stand alone in the box."""
    document = brief.corpus.document(span)
    said = brief.statement_of.get(span)
    if (said is not None and said.sentence != span) or hangs(document.text(span)):
        return False
    stands = tells(document, span) if said is None else not leans(document.text(span))
    return stands and brief_enough(brief, span, said)


def overtaken(brief: Brief) -> frozenset[Span]:
    """Sentences that announce what another source tells to have come to pass."""
    told = (event for event in brief.events if not event.announced)
    return frozenset(span for event in told for span in event.cites if ahead_of(brief, span, event))


def ahead_of(brief: Brief, span: Span, event: Event) -> bool:
    """Whether a sentence was published before the day of an event."""
    day = brief.corpus.document(span).meta.published.day
    return day is not None and event.mention.earliest is not None and day < event.mention.earliest


def hangs(words: str) -> bool:
    """Whether a sentence begins with a connective that is not left out: "Then some of them slept"."""
    found = opening(words)
    return found.goes_on and not found.leans and not found.connective


def brief_enough(brief: Brief, span: Span, said: Statement | None) -> bool:
    """Whether what would be printed has at most LONGEST words."""
    shown = cut_down(brief, span, said)
    return sum(len(brief.corpus.text(one).split()) for one in cited_spans(shown)) <= LONGEST


def cut_down(brief: Brief, span: Span, statement: Statement | None) -> Text:
    """The words of a line: a clause of a fact, or of what somebody says."""
    if statement:
        return short(statement, AT_MOST)
    document = brief.corpus.document(span)
    return cut_to(document, span, first_verb(document, span), AT_MOST)


def alike(brief: Brief, one: Evidence, other: Evidence) -> bool:
    """Whether two sentences share most of their content words, and neither denies what the other says."""
    first, second = (brief.words_in(piece.span) for piece in (one, other))
    if len(first & second) < ALIKE * min(len(first), len(second)):
        return False
    return not contradict(*(brief.telling_of(piece.span) for piece in (one, other)))


def line(brief: Brief, ledger: Ledger, span: Span, statement: Statement | None) -> Item:
    """A clause, with who says so and when in front, and the row that tells it in full."""
    document = brief.corpus.document(span)
    cites = places(statement) if statement else (span,)
    speaker: Text = speaker_of(brief, statement) if statement else ()
    if statement:
        when = said(brief, statement)
    else:
        event = brief.event_of.get(span)
        when = shown(brief, document, event.mention) if event else published(brief, document)
    day = when.plain or brief.say("day-unknown")
    if speaker:
        lead = brief.say("brief-who-when", {"who": speaker, "when": day})
    else:
        lead = brief.say("fact-lead", {"when": day})
    text = cut_down(brief, span, statement)
    quotes = statement.quotes if statement else ()
    return Item(text, cites, refs=ledger.refs(cites), quotes=quotes, speaker=speaker, when=when, lead=lead)


def ahead(brief: Brief, ledger: Ledger) -> tuple[Item, ...]:
    """One line on announced events whose outcome the sources do not tell, as far as each is told in few
    words."""
    told: dict[Text, list[Event]] = {}
    for event in open_events(brief):
        text = narrow(event.document, event.cites[0], event.mention.span, AHEAD)
        if length(event.document, text) <= AHEAD_LONGEST:
            told.setdefault(unstopped(event.document, text), []).append(event)
    if not told:
        return ()
    parts = [joined((joined(days(brief, events), ", "), text), ": ") for text, events in told.items()]
    cites = tuple(dict.fromkeys(span for events in told.values() for one in events for span in one.cites))
    lead = brief.say("brief-ahead")
    return (Item(joined(parts, "; "), cites, refs=ledger.refs(cites), lead=lead),)


def days(brief: Brief, events: Iterable[Event]) -> Iterator[Text]:
    """The day of each event."""
    for event in events:
        yield shown(brief, event.document, event.mention).plain or brief.say("day-unknown")
