"""Cuts a readable piece out of a long sentence, without changing a character of it."""

from __future__ import annotations

from typing import Literal

from briefgen.english.asides import is_formula, lists_present
from briefgen.english.clauses import clause_bounds
from briefgen.english.cutting import Room, count, cut, is_one_clause
from briefgen.english.cutting import first_verb as verb_in
from briefgen.english.marks import ends_sentence
from briefgen.english.openings import opening
from briefgen.english.place_line import behind_place_line
from briefgen.model import Document, Span
from briefgen.paper.memo import Cited, House, Run, Text

LONG = 48
"""Words. Up to here a sentence is shown whole: guides ask for 12 to 20 a sentence, news sentences run to 25
on average, and below twice the norm a cut does more harm than the length."""

SHORTEST = 7
"""Words; below it stand captions and labels ("Highest share in NATO.")."""


Flaw = Literal["question", "stump", "unended", "formula", "leaning", "torn", ""]
"""What keeps a sentence from telling a fact by itself: it asks, is too short, has no end as sentences have,
is a formula or lists those present, leans on the one before, or tears a quotation apart; "" for nothing."""


def flaw(document: Document, sentence: Span) -> Flaw:
    """The first thing that keeps a sentence from telling a fact by itself."""
    words = document.text(sentence)
    if words.endswith("?"):
        return "question"
    if len(words.split()) < SHORTEST:
        return "stump"
    if not ends_sentence(words):
        return "unended"
    if is_formula(words) or lists_present(words):
        return "formula"
    begins = opening(words)
    # A "Then" that is not left out ties a sentence to the one before as a "She" does.
    if begins.leans or (begins.goes_on and not begins.connective):
        return "leaning"
    return "torn" if document.tears(sentence) else ""


def tells(document: Document, sentence: Span) -> bool:
    """Whether a sentence states a fact by itself: no question, no stump, no heading, nothing left hanging."""
    return not flaw(document, sentence)


def whole(document: Document, sentence: Span) -> Text:
    """The sentence, without an opening connective ("But"), whose loss is shown, and without the line of its
    place ("LIMA (Agency) -"), which is none of it."""
    start = behind_place_line(document.tokens, sentence.start, sentence.end)
    cut = opening(document.text(Span(sentence.source, start, sentence.end))).connective
    shown = (Cited(Span(sentence.source, start + cut, sentence.end)),)
    return (House("… "), *shown) if cut else shown


def clause(document: Document, sentence: Span, core: Span, longest: int = LONG) -> Text:
    """The piece of a sentence round `core`: all of it up to `longest` words, else its clause, gaps shown."""
    words, at = document.text(sentence), sentence.start
    if len(words.split()) <= longest:
        return whole(document, sentence)
    start, end = clause_bounds(
        words, core.start - at, core.end - at, lambda offset: document.inside_quotation(at + offset)
    )
    start = start or opening(words).connective
    return shown_piece(trimmed(document, Span(sentence.source, at + start, at + end)), sentence)


def cut_to(document: Document, sentence: Span, core: Span, most: int, *, attributed: bool = False) -> Text:
    """The longest whole piece of a sentence round `core` of at most `most` words, gaps shown.

    `attributed`: whether the reader is told beside it whose words they are.
    """
    placed = behind_place_line(document.tokens, sentence.start, sentence.end)
    sentence = Span(sentence.source, placed, sentence.end)
    words, at = document.text(sentence), sentence.start
    start, end = cut(
        words,
        min(max(core.start - at, 0), len(words)),
        min(max(core.end - at, 0), len(words)),
        Room(most, lambda offset: document.inside_quotation(at + offset), attributed),
    )
    start = start or opening(words).connective
    return shown_piece(trimmed(document, Span(sentence.source, at + start, at + end)), sentence)


def unstopped(document: Document, text: Text) -> Text:
    """A text without the stop at its end, for a list of several."""
    last = text[-1] if text else None
    if not isinstance(last, Cited) or not document.text(last.span).endswith("."):
        return text
    return (*text[:-1], Cited(Span(last.span.source, last.span.start, last.span.end - 1)))


def narrow(document: Document, sentence: Span, core: Span, most: int) -> Text:
    """The same, but where no whole piece is as short, the clause between the nearest boundaries if it is."""
    piece = cut_to(document, sentence, core, most)
    nearest = clause(document, sentence, core, most)
    if length(document, piece) <= most or length(document, nearest) > most:
        return piece
    return nearest


def first_verb(document: Document, sentence: Span) -> Span:
    """The first verb of a sentence, round which it is cut."""
    start, end = verb_in(document.text(sentence))
    return Span(sentence.source, sentence.start + start, sentence.start + end)


def dates_whole(document: Document, sentence: Span, mention: Span) -> bool:
    """Whether a date is that of the whole sentence: no clause lies between it and the first verb."""
    verb = first_verb(document, sentence)
    at = sentence.start
    return is_one_clause(document.text(sentence), verb.start - at, mention.start - at)


def shown_piece(piece: Span, sentence: Span) -> Text:
    """A piece of a sentence with its gaps shown; the stop at the end of a sentence is no gap."""
    runs: list[Run] = [Cited(piece)]
    if piece.start > sentence.start:
        runs.insert(0, House("… "))
    if piece.end < sentence.end - 1:
        runs.append(House(" …"))
    return tuple(runs)


def length(document: Document, text: Text) -> int:
    """The number of words that a text prints of a document."""
    return sum(count(document.text(run.span)) for run in text if isinstance(run, Cited))


def trimmed(document: Document, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = document.text(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(span.source, start, start + len(words.strip()))
