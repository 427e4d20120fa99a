"""Statements of a document: direct, mixed and indirect speech, and own words, without their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefgen.annotate.quotes import speech
from briefgen.annotate.quotes.asides import is_asked
from briefgen.annotate.quotes.attribution import Attribution, attribute_all
from briefgen.annotate.quotes.indirect import reported
from briefgen.annotate.quotes.own import in_turn, is_own, of_another, own
from briefgen.annotate.quotes.statements import Piece, statements
from briefgen.annotate.quotes.vocabulary import BIAS
from briefgen.english.mentions import is_nickname
from briefgen.english.passages import Passage, analyse
from briefgen.errors import Problem
from briefgen.lexicon.weights import weighed
from briefgen.model import PROSE, Document, Quotation


class QuotedBlock(NamedTuple):
    """One block with its quotations, before the decision what is speech."""

    passage: Passage
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]


class SpeechDecision(NamedTuple):
    """Whether one quotation is speech, and why."""

    quotation: Quotation
    speech: bool
    term: bool
    """One word between single marks: never speech, whatever its score."""
    score: float
    """Log-odds of speech."""
    threshold: float
    """The score above which it counts as speech."""
    features: tuple[tuple[str, float], ...]
    """What holds for it, with its weight, the bias included; what has no weight is left out."""


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.quotes` with statements whose speaker is still None; gives no problems."""
    text = document.source.text
    blocks = tuple(read_blocks(document))
    spoken = [_spoken(text, block) for block in blocks]
    turns = [in_turn(document, block.passage) for block in blocks]
    kept = [
        piece
        for pieces, turn in zip(spoken, turns, strict=True)
        for piece in pieces
        if not turn or of_another(piece)
    ]
    quotes = statements(document, kept)
    for block, pieces, turn in zip(blocks, spoken, turns, strict=True):
        if not turn and block.passage.label != "headline":  # the text under it says so better
            quotes += reported(document, block.passage, [piece.attribution for piece in pieces])
    if document.turns:
        passages = [block.passage for block in blocks]
        quotes = [quote for quote in quotes if not is_own(document, passages, quote)]
        quotes += own(document, passages, tuple(quotes))
    quotes.sort(key=lambda quote: quote.parts[0])
    return replace(document, quotes=tuple(quotes)), ()


def explain(document: Document) -> tuple[SpeechDecision, ...]:
    """How it was decided which quotations of a document are speech, in reading order."""
    text = document.source.text
    return tuple(
        _decision(text, block.passage, quotation, attribution)
        for block in read_blocks(document)
        for quotation, attribution in zip(block.quotations, block.attributions, strict=True)
    )


def _decision(text: str, passage: Passage, quotation: Quotation, attribution: Attribution) -> SpeechDecision:
    found = list(speech.features(text, passage, quotation, attribution))
    score = speech.log_odds(found)
    term = _is_term(text, quotation)
    known = weighed((BIAS, *found), speech.weights())
    return SpeechDecision(
        quotation, not term and score > speech.THRESHOLD, term, score, speech.THRESHOLD, known
    )


def _spoken(text: str, block: QuotedBlock) -> list[Piece]:
    return [
        Piece(block.passage, quotation, attribution)
        for quotation, attribution in zip(block.quotations, block.attributions, strict=True)
        if not _is_term(text, quotation)
        and not _is_aside(block.passage, quotation, attribution)
        and speech.is_speech(text, block.passage, quotation, attribution)
    ]


def _is_aside(passage: Passage, quotation: Quotation, attribution: Attribution) -> bool:
    """Words that nobody says."""
    at = passage.token_at(quotation.start)
    return is_nickname(passage.tokens, at) or is_asked(passage, at, attribution)


def _is_term(text: str, quotation: Quotation) -> bool:
    """One word between single marks is a term or a nickname."""
    return quotation.single and not any(c.isspace() for c in text[quotation.start : quotation.end])


def read_blocks(document: Document) -> Iterator[QuotedBlock]:
    """The blocks of prose with every quotation and the cue that governs it."""
    text = document.source.text
    previous: Passage | None = None
    for index, block in enumerate(document.blocks):
        if block.label not in PROSE:
            continue
        found = document.quotations_in(block.span.start, block.span.end)
        passage = analyse(document, index, [(q.outer_start, q.outer_end) for q in found])
        yield QuotedBlock(passage, found, tuple(attribute_all(passage, found, text, previous)))
        previous = passage
