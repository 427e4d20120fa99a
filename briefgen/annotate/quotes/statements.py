"""Quoted stretches to statements: what belongs to one speech act is one `Quote`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.annotate.quotes.attribution import Attribution, opens_sentence
from briefgen.english.passages import Passage
from briefgen.model import Document, Quotation, Quote, QuoteKind, Span


class Piece(NamedTuple):
    """One quotation that counts as speech, with what was found around it."""

    passage: Passage
    stretch: Quotation
    attribution: Attribution


def statements(document: Document, pieces: Sequence[Piece]) -> list[Quote]:
    """Joins split and continued quotations; one quote a statement, in reading order."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _joins(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_quote(document, group) for group in groups]


def _joins(group: Sequence[Piece], piece: Piece) -> bool:
    last = group[-1]
    if piece.passage.block != last.passage.block:
        return piece.stretch.continues and not (
            _names_speaker(piece) and any(_names_speaker(p) for p in group[:3])
        )
    mine, theirs = piece.attribution, last.attribution
    if mine.side == "pure" and mine.cue is None:
        return True
    return mine.cue is not None and mine.cue in (theirs.cue, group[0].attribution.cue)


def _names_speaker(piece: Piece) -> bool:
    """Whether the reporter's words around the stretch name its speaker, other than by a pronoun.

    A quotation that was never closed and is followed by another person's is no continued one.
    """
    cue = piece.attribution.cue
    if cue is None or cue.subject is None or piece.attribution.side == "colon":
        return False
    return piece.passage.mentions[cue.subject].kind != "pronoun"


def _quote(document: Document, group: Sequence[Piece]) -> Quote:
    source = document.source
    parts = tuple(source.span(p.stretch.start, p.stretch.end) for p in group)
    carrier = next((p for p in group if p.attribution.cue is not None), None)
    return Quote(
        kind=_kind(document.source.text, group),
        parts=parts,
        frame=_frame(document, group),
        cue=_cue_span(document, carrier) if carrier else None,
    )


def _kind(text: str, group: Sequence[Piece]) -> QuoteKind:
    """Mixed when quoted words stand inside a clause of the reporter's."""
    return "mixed" if any(_inside_clause(text, piece) for piece in group) else "direct"


def _inside_clause(text: str, piece: Piece) -> bool:
    at = piece.attribution.token
    if opens_sentence(piece.passage, at) or piece.stretch.continues:
        return False
    before = piece.passage.tokens[at - 1]
    starts_small = text[piece.stretch.start].islower()
    if before.text[0] in ",:–—":
        return (
            starts_small
            and piece.attribution.side == "leading"
            and before.text[0] != ":"
            and not _split(piece)
        )
    return before.tag != "CUE" or starts_small


def _split(piece: Piece) -> bool:
    """ "..., she said, “...”": the reporter's words between two halves of a sentence."""
    cue = piece.attribution.cue
    return cue is not None and any(
        t.tag == "QUOTE" for t in piece.passage.tokens[max(cue.first - 8, 0) : cue.first]
    )


def _cue_span(document: Document, piece: Piece) -> Span | None:
    cue = piece.attribution.cue
    if cue is None or piece.attribution.side == "colon":
        return None
    tokens = piece.passage.tokens
    return document.source.span(tokens[cue.first].start, tokens[cue.last].end)


def _frame(document: Document, group: Sequence[Piece]) -> tuple[Span, ...]:
    """Sentences that hold the parts or the cue, in order, without repeats."""
    found: dict[tuple[int, int], None] = {}
    for piece in group:
        passage, stretch = piece.passage, piece.stretch
        indexes = set(range(passage.sentence_at(stretch.start), passage.sentence_at(stretch.end - 1) + 1))
        if piece.attribution.cue is not None and piece.attribution.side != "colon":
            indexes.add(passage.sentence[piece.attribution.cue.first])
        for index in sorted(indexes):
            found[passage.bounds[index]] = None
    return tuple(document.source.span(a, b) for a, b in sorted(found))
