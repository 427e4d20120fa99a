"""Who raises a matter: the speaker of the sentence, else the name that stands before the cue."""

from __future__ import annotations

import re

from briefgen.model import Document, Name, Sentence, Span

_PRONOUN = re.compile(r"(?:^|[,.;“\"]\s?)(he|she|they)\b(?=[^.]{0,40}\b(?:said|says|added|told|urged|warned|called)\b)", re.I)
_HOLDERS = ("person", "organisation", "state")
_VERB = re.compile(r"(?:s|ed|ing|t|d)$")


def holder(document: Document, sentence: Sentence, cue: Span) -> Span | None:
    """The words that name who raises the matter; None when it is the reporter."""
    speaker = _speaker(document, sentence)
    if speaker is not None:
        return speaker
    inside = [n for n in document.names if sentence.span.contains(n.span) and n.kind in _HOLDERS]
    before = [n for n in inside if n.span.end <= cue.start and not n.adjective]
    if before and _VERB.search(document.text(cue).split()[0].lower()):
        return _subject(before).span
    return _pronoun(document, sentence)


def _speaker(document: Document, sentence: Sentence) -> Span | None:
    """The mention or name of whoever is quoted in the sentence, when it stands in the sentence."""
    for quote in document.quotes:
        if any(sentence.span.overlaps(part) for part in (*quote.parts, *quote.frame)):
            mention = quote.mention or (quote.speaker.name if quote.speaker else None)
            if mention is not None:
                return mention
    return None


def _subject(before: list[Name]) -> Name:
    """The last person before the cue, else the last name."""
    persons = [name for name in before if name.kind == "person"]
    return (persons or before)[-1]


def _pronoun(document: Document, sentence: Sentence) -> Span | None:
    match = _PRONOUN.search(document.text(sentence.span))
    if match is None:
        return None
    start = sentence.span.start + match.start(1)
    return document.source.span(start, start + len(match[1]))
