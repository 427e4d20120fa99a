"""Who raises a matter: the speaker of the sentence, else the name that stands before the cue."""

from __future__ import annotations

import re

from briefgen.model import Document, Name, Sentence, Span

_PRONOUN = re.compile(r"(?:^|[,;“\"] ?)(he|she|they)\b", re.IGNORECASE)
_GOVERNED = re.compile(r"\b(?:by|with|of|to|on|against|from|for|about|over|than|in|despite|after) (?:the )?$")
_OFFICE = re.compile(
    r" (?:officials|diplomats|ministers?|lawmakers|government|authorities|negotiators|leaders|counterparts|"
    r"administration|regulators|investigators|campaign|Democrats|Republicans)\b"
)
_REACH = 70  # characters between a name and the cue whose subject it may be


def holder(document: Document, sentence: Sentence, cue: Span) -> Span | None:
    """The words that name who raises the matter; None when it is the reporter."""
    return _speaker(document, sentence, cue) or _named(document, sentence, cue) or _pronoun(document, sentence, cue)


def _speaker(document: Document, sentence: Sentence, cue: Span) -> Span | None:
    """The mention of whoever says the cue; else of whoever is quoted in the sentence."""
    near = [q for q in document.quotes if any(sentence.span.overlaps(s) for s in (*q.parts, *q.frame))]
    saying = [q for q in near if any(part.contains(cue) for part in q.parts)]
    for quote in (*saying, *near):
        mention = quote.mention or (quote.speaker.name if quote.speaker else None)
        if mention is not None:
            return mention
    return None


def _named(document: Document, sentence: Sentence, cue: Span) -> Span | None:
    """The nearest name before the cue that can be its subject, with its office ("US officials")."""
    text = document.source.text
    for name in reversed(document.names):
        inside = sentence.span.contains(name.span) and name.span.end <= cue.start
        if inside and cue.start - name.span.end <= _REACH:
            office = _OFFICE.match(text, name.span.end)
            if _subject(text, sentence, name, bool(office)):
                return document.source.span(name.span.start, office.end() if office else name.span.end)
    return None


def _subject(text: str, sentence: Sentence, name: Name, office: bool) -> bool:
    if name.kind not in ("person", "organisation", "state") or (name.adjective and not office):
        return False
    possessive = text[name.span.end : name.span.end + 1] in ("'", "’")
    return not possessive and not _GOVERNED.search(text[sentence.span.start : name.span.start])


def _pronoun(document: Document, sentence: Sentence, cue: Span) -> Span | None:
    """A pronoun that opens a clause before the cue ("He urged ...")."""
    match = _PRONOUN.search(document.source.text, sentence.span.start, cue.start)
    if match is None:
        return None
    return document.source.span(match.start(1), match.end(1))
