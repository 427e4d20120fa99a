"""In brief: the few lines that must stand alone, and what the sources leave open."""

from __future__ import annotations

from collections.abc import Collection
from math import ldexp

from briefgen.compose.brief import Brief, Content, as_text, cited_spans, content_words, joined, places
from briefgen.compose.clause import tells, whole
from briefgen.compose.events import Event
from briefgen.compose.outcomes import open_events
from briefgen.compose.spelling import printed
from briefgen.compose.statements import Statement, wording
from briefgen.compose.telling import contradict, telling
from briefgen.compose.wording import outlet, published, said, shown
from briefgen.english.openings import leans, opening
from briefgen.model import Evidence, Span
from briefgen.paper.memo import Item, Text

ALIKE = 0.5
"""Share of common content words above which two sentences say the same here."""

SHORT = 45
"""Words; a longer sentence does not belong in a box that is read in ten seconds."""


def content(brief: Brief) -> Content:
    """The strongest sentences of different content, then what is still ahead."""
    said = brief.statement_of
    lines = [line(brief, span, said.get(span)) for span in chosen(brief)]
    return Content((*lines, *ahead(brief)))


LEAD = 0.5
"""Bonus of a document's first selected sentence, halved with each further one. Reporters put the news
first; taking leads alone is the hardest simple method to beat in news summaries."""


def chosen(brief: Brief) -> tuple[Span, ...]:
    """Evidence by weight, each document's share bounded, nothing said twice."""
    limit = brief.shape("in-brief").limit
    taken: dict[Span, Evidence] = {}
    fitting = [piece for piece in weighed(brief) if fits(brief, piece.span)]
    # Each voice once first, so that the other side gets its line; what room is left goes by weight.
    for piece in (*new_voices(brief, fitting), *fitting):
        if len(taken) < limit and piece.span not in taken and adds(brief, piece, taken.values()):
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


def adds(brief: Brief, piece: Evidence, taken: Collection[Evidence]) -> bool:
    """Whether a piece says something new and its document has room."""
    share = max(1, brief.shape("in-brief").limit - len(brief.documents) + 1)
    own = sum(other.span.source == piece.span.source for other in taken)
    return own < share and not any(alike(brief, piece, other) for other in taken)


def weighed(brief: Brief) -> list[Evidence]:
    """Evidence by score and earliness in its document, best first."""
    weight: dict[Span, float] = {}
    for document in brief.documents:
        for rank, sentence in enumerate(brief.sentences(document)):
            weight[sentence.span] = brief.evidence[sentence.span].score + ldexp(LEAD, -rank)
    return sorted(brief.selection.evidence, key=lambda piece: (-weight.get(piece.span, 0.0), piece.span))


def fits(brief: Brief, span: Span) -> bool:
    """Whether a sentence, or the statement it belongs to, can stand alone in the box."""
    document = brief.corpus.document(span)
    said = brief.statement_of.get(span)
    if (said is not None and said.sentence != span) or hangs(document.text(span)) or span in overtaken(brief):
        return False
    stands = tells(document, span) if said is None else not leans(document.text(span))
    return stands and short(brief, span, said)


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


def short(brief: Brief, span: Span, said: Statement | None) -> bool:
    """Whether what would be printed has at most SHORT words."""
    spans = cited_spans(wording(said)) if said else (span,)
    return sum(len(brief.corpus.text(one).split()) for one in spans) <= SHORT


def alike(brief: Brief, one: Evidence, other: Evidence) -> bool:
    """Whether two sentences share most of their content words, and neither denies what the other says."""
    pieces = [(brief.corpus.document(piece.span), piece.span) for piece in (one, other)]
    first, second = (content_words(*piece) for piece in pieces)
    if len(first & second) < ALIKE * min(len(first), len(second)):
        return False
    return not contradict(*(telling(document, [span]) for document, span in pieces))


def is_person(statement: Statement) -> bool:
    """Whether a person makes a statement."""
    return statement.speaker is not None and statement.speaker.kind == "person"


def line(brief: Brief, span: Span, statement: Statement | None) -> Item:
    """A sentence with, at its end, who says so and when."""
    document = brief.corpus.document(span)
    when = said(brief, statement) if statement else published(brief, document)
    speaker: Text = ()
    if statement and statement.named:
        speaker = printed(brief.corpus, statement.named, person=is_person(statement))
    who = speaker or as_text(outlet(brief, document) or document.source.id)
    tail = brief.say("brief-who-when", {"who": who, "when": when.text})
    return Item(
        joined((wording(statement) if statement else whole(document, span), tail), " "),
        places(statement) if statement else (span,),
        speaker=speaker,
        when=when,
    )


def ahead(brief: Brief) -> tuple[Item, ...]:
    """One line on announced events whose outcome the sources do not tell."""
    coming = open_events(brief)
    if not coming:
        return ()
    told: dict[Text, list[Text]] = {}
    for event in coming:
        told.setdefault(event.text, []).append(shown(brief, event.document, event.mention).text)
    parts = [joined((joined(whens, ", "), text), ": ") for text, whens in told.items()]
    text = joined((brief.say("brief-ahead"), joined(parts, "; ")), "")
    cites = dict.fromkeys(span for event in coming for span in event.cites)
    return (Item(text, tuple(cites)),)
