"""Cuts a readable piece out of a long sentence, without changing a character of it."""

from __future__ import annotations

from briefgen import lexicon
from briefgen.english.clauses import clause_bounds
from briefgen.english.marks import ends_sentence
from briefgen.english.openings import opening
from briefgen.english.verbs import verbs
from briefgen.english.words import searched
from briefgen.model import Document, Span
from briefgen.paper.memo import Cited, House, Run, Text

LONG = 48
"""Words. Up to here a sentence is shown whole: guides ask for 12 to 20 a sentence, news sentences run to 25
on average, and below twice the norm a cut does more harm than the length."""

SHORTEST = 7
"""Words; below it stand captions and labels ("Highest share in NATO.")."""


def tells(document: Document, sentence: Span) -> bool:
    """Whether a sentence states a fact by itself: no question, no stump, nothing left hanging."""
    words = document.text(sentence)
    begins = opening(words)
    # A "Then" that is not left out ties a sentence to the one before as a "She" does.
    hangs = begins.leans or (begins.goes_on and not begins.connective)
    # A question is told by its mark and a stump by its length: that is all that is read here.
    stump = words.endswith("?") or len(words.split()) < SHORTEST
    return not (stump or hangs or document.tears(sentence) or heads(document, sentence))


def heads(document: Document, sentence: Span) -> bool:
    """Whether words are a heading: they neither end as sentences do nor hold a verb that shows as one."""
    if ends_sentence(document.text(sentence)):
        return False
    read = searched(document.tokens.between(sentence.start, sentence.end))
    return next(verbs(read), None) is None and lexicon.saying.forms().isdisjoint(read)


def whole(document: Document, sentence: Span) -> Text:
    """The sentence, without an opening connective ("But"), whose loss is shown."""
    cut = opening(document.text(sentence)).connective
    if not cut:
        return (Cited(sentence),)
    return (House("… "), Cited(Span(sentence.source, sentence.start + cut, sentence.end)))


def clause(document: Document, sentence: Span, core: Span, longest: int = LONG) -> Text:
    """The piece of a sentence round `core`: all of it up to `longest` words, else its clause, gaps shown."""
    words, at = document.text(sentence), sentence.start
    if len(words.split()) <= longest:
        return whole(document, sentence)
    start, end = clause_bounds(
        words, core.start - at, core.end - at, lambda offset: document.inside_quotation(at + offset)
    )
    start = start or opening(words).connective
    piece = trimmed(document, Span(sentence.source, at + start, at + end))
    runs: list[Run] = [Cited(piece)]
    if piece.start > sentence.start:
        runs.insert(0, House("… "))
    if piece.end < sentence.end - 1:
        runs.append(House(" …"))
    return tuple(runs)


def trimmed(document: Document, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = document.text(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(span.source, start, start + len(words.strip()))
