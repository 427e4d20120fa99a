"""In brief: the few lines that must stand alone, and what the sources leave open."""

from __future__ import annotations

from briefgen.compose.brief import Brief, joined
from briefgen.compose.chronology import events
from briefgen.compose.clause import orphan, whole
from briefgen.compose.statements import Statement, statements
from briefgen.compose.wording import published
from briefgen.memo import Cited, House, Item, Text
from briefgen.model import Document, Evidence, Span

LIMIT = 4
"""Lines beside the closing one: an in-brief box holds five at most."""

ALIKE = 0.5
"""Share of common content words above which two sentences say the same here."""

SHORT = 45
"""Words; a longer sentence does not belong in a box that is read in ten seconds."""


def items(brief: Brief) -> tuple[Item, ...]:
    """The strongest sentences of different content, then what is still ahead."""
    said = {span: one for one in statements(brief) for span in one.quotes[0].frame[:1]}
    lines = [line(brief, span, said.get(span)) for span in chosen(brief)]
    return (*lines, *ahead(brief))


def chosen(brief: Brief) -> tuple[Span, ...]:
    """Evidence by score, each document's share bounded, nothing said twice."""
    taken: list[Evidence] = []
    share = max(1, LIMIT - len(brief.documents) + 1)
    for piece in brief.selection.evidence:
        document = brief.corpus.document(piece.span)
        same = [t for t in taken if t.span.source == piece.span.source]
        if (
            len(same) < share
            and fits(document, piece.span)
            and not any(alike(brief, piece, t) for t in taken)
        ):
            taken.append(piece)
        if len(taken) == LIMIT:
            break
    order = [document.source.id for document in brief.documents]
    taken.sort(key=lambda piece: (order.index(piece.span.source), piece.span.start))
    return tuple(piece.span for piece in taken)


def fits(document: Document, span: Span) -> bool:
    """Whether a sentence can stand alone in the box."""
    words = document.text(span)
    return not orphan(words) and len(words.split()) <= SHORT


def alike(brief: Brief, one: Evidence, other: Evidence) -> bool:
    """Whether two sentences share most of their longer words."""
    first, second = (content(brief.corpus.text(piece.span)) for piece in (one, other))
    return len(first & second) >= ALIKE * min(len(first), len(second))


def content(words: str) -> set[str]:
    """Words of five letters and more: function words are shorter."""
    return {word.strip("“”\"'’.,;:()") for word in words.casefold().split() if len(word) > 4}


def line(brief: Brief, span: Span, statement: Statement | None) -> Item:
    """A sentence with, at its end, who says so and when."""
    document = brief.corpus.document(span)
    when = published(brief, document)
    tail: Text = brief.say("brief-when", {"when": when.text})
    speaker: Text = ()
    if statement and statement.speaker:
        speaker = (Cited(statement.speaker.name),)
        tail = brief.say("brief-who-when", {"who": speaker, "when": when.text})
    return Item(joined((whole(document, span), tail), " "), (span,), speaker=speaker, when=when)


def ahead(brief: Brief) -> tuple[Item, ...]:
    """One line on announced events whose outcome the sources do not tell."""
    coming = [event for event in events(brief) if event.announced]
    if not coming:
        return ()
    parts = [joined((event.when.text, event.text), ": ") for event in coming]
    text = joined((brief.say("brief-ahead"), joined(parts, "; ")), "")
    cites = dict.fromkeys(span for event in coming for span in event.cites)
    return (Item((*text, House(".")), tuple(cites)),)
