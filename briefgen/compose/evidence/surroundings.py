"""What stands round a passage: the sentence before and after it, and the line in which other words stand."""

from __future__ import annotations

import bisect

from briefgen.model import Document, Span

MOST = 400
"""Characters of a sentence beside a passage; a list without full stops would bury it."""


def before(document: Document, place: Span) -> Span | None:
    """The sentence before a place, its end where it is long; None where there is none to be shown."""
    if document.confidential:
        return None
    at = bisect.bisect_left(document.sentences, place.start, key=lambda one: one.span.end)
    ahead = [one.span for one in document.sentences[max(at - 1, 0) : at + 1] if one.span.end <= place.start]
    return _end_of(document, ahead[-1]) if ahead else None


def after(document: Document, place: Span) -> Span | None:
    """The sentence behind a place, its beginning where it is long; None where there is none to be shown."""
    if document.confidential:
        return None
    at = bisect.bisect_left(document.sentences, place.end, key=lambda one: one.span.start)
    return _start_of(document, document.sentences[at].span) if at < len(document.sentences) else None


def around(document: Document, words: Span) -> Span | None:
    """The sentence in which words of a document stand, else their line; None in a confidential one."""
    if document.confidential:
        return None
    sentence = document.sentence_at(words)
    if sentence is not None and sentence.span.contains(words):
        return _near(document, sentence.span, words)
    block = next((one.span for one in document.blocks if one.span.contains(words)), words)
    return _near(document, block, words)


def _near(document: Document, whole: Span, words: Span) -> Span:
    """`whole`, or the stretch of it that begins or ends near the words where it is long."""
    if whole.end - whole.start <= MOST:
        return whole
    start = max(whole.start, words.start - MOST // 2)
    end = min(whole.end, max(words.end, start + MOST))
    return _on_words(document, Span(whole.source, start, end), whole)


def _end_of(document: Document, sentence: Span) -> Span:
    start = max(sentence.start, sentence.end - MOST)
    return _on_words(document, Span(sentence.source, start, sentence.end), sentence)


def _start_of(document: Document, sentence: Span) -> Span:
    end = min(sentence.end, sentence.start + MOST)
    return _on_words(document, Span(sentence.source, sentence.start, end), sentence)


def _on_words(document: Document, piece: Span, whole: Span) -> Span:
    """The piece without a word that its edges tear; the whole piece where it has no blank."""
    text = document.source.text
    start, end = piece.start, piece.end
    if start > whole.start and not text[start - 1].isspace():
        start = next((at + 1 for at in range(start, end) if text[at].isspace()), start)
    if end < whole.end and not text[end].isspace():
        end = next((at for at in range(end - 1, start, -1) if text[at].isspace()), end)
    return Span(piece.source, start, end) if start < end else piece
