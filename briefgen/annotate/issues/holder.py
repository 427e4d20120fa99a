"""Who raises a matter: the speaker of the sentence, else the name that stands before the cue."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from briefgen import lexicon
from briefgen.model import Document, Name, Quote, Sentence, Span

_PRONOUN = re.compile(r"(?:^|[,;“\"] ?)(he|she|they)\b", re.IGNORECASE)
_GOVERNED = re.compile(r"\b(?:by|with|of|to|on|against|from|for|about|over|than|in|despite|after) (?:the )?$")
_OFFICE = re.compile(rf" (?i:minister|counterparts|{'|'.join(sorted(lexicon.persons.acting_groups()))})\b")
_REACH = 70  # characters between a name and the cue whose subject it may be


class Holders:
    """Finds who raises a matter in one document; quotes and names are put in order once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names = [name.span.start for name in document.names]
        self._quotes = _by_sentence(document)

    def find(self, sentence: Sentence, cue: Span) -> Span | None:
        """The words that name who raises the matter; None when it is the reporter."""
        speaker = _speaker(self._quotes.get(sentence.span, ()), cue)
        return speaker or self._named(sentence, cue) or self._pronoun(sentence, cue)

    def _named(self, sentence: Sentence, cue: Span) -> Span | None:
        """The nearest name before the cue that can be its subject, with its office ("US officials")."""
        text = self._document.source.text
        last = bisect.bisect_left(self._names, cue.start)
        first = bisect.bisect_left(self._names, max(sentence.span.start, cue.start - _REACH))
        for name in reversed(self._document.names[first:last]):
            office = _OFFICE.match(text, name.span.end)
            if name.span.end <= cue.start and _subject(text, sentence, name, bool(office)):
                return self._document.source.span(name.span.start, office.end() if office else name.span.end)
        return None

    def _pronoun(self, sentence: Sentence, cue: Span) -> Span | None:
        """A pronoun that opens a clause before the cue ("He urged ...")."""
        source = self._document.source
        match = _PRONOUN.search(source.text[max(sentence.span.start, cue.start - 300) : cue.start])
        if match is None:
            return None
        start = max(sentence.span.start, cue.start - 300)
        return source.span(start + match.start(1), start + match.end(1))


def _by_sentence(document: Document) -> dict[Span, list[Quote]]:
    """Sentence to the quotes that stand in it, each once, in order."""
    spans = [sentence.span for sentence in document.sentences]
    starts = [span.start for span in spans]
    found: dict[Span, list[Quote]] = {}
    for quote in document.quotes:
        for part in (*quote.parts, *quote.frame):
            first = max(bisect.bisect_right(starts, part.start) - 1, 0)
            for span in spans[first : bisect.bisect_left(starts, part.end)]:
                quotes = found.setdefault(span, [])
                if span.overlaps(part) and quote not in quotes[-1:]:
                    quotes.append(quote)
    return found


def _speaker(near: Sequence[Quote], cue: Span) -> Span | None:
    """The mention of whoever says the cue; else of whoever is quoted in the sentence."""
    saying = [quote for quote in near if any(part.contains(cue) for part in quote.parts)]
    for quote in (*saying, *near):
        mention = quote.mention or (quote.speaker.name if quote.speaker else None)
        if mention is not None:
            return mention
    return None


def _subject(text: str, sentence: Sentence, name: Name, office: bool) -> bool:
    if name.kind not in ("person", "organisation", "state") or (name.adjective and not office):
        return False
    possessive = text[name.span.end : name.span.end + 1] in ("'", "’")
    before = text[max(sentence.span.start, name.span.start - 30) : name.span.start]
    return not possessive and not _GOVERNED.search(before)
