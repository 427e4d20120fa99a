"""Who raises a matter, and who tells of it: the speaker of the sentence, else the name that acts in it."""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from briefgen import lexicon
from briefgen.model import Document, Name, Quote, Sentence, Span

_GOVERNED = re.compile(r"\b(?:by|with|of|to|on|against|from|for|about|over|than|in|despite|after) (?:the )?$")
_BEHIND = re.compile(r" (\w+(?:-\w+)*)")
_AGENT = re.compile(
    r"\s+((?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=\s+(?:for|to|that|in|on|at|and|over|about|against)\b|\s*[,.;:])"
)
"""The nouns behind "by", up to what is called for."""
_HEARSAY = re.compile(r"\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?(\w+)\s+to\b")
_UNSAID = re.compile(r"(?:has|have|had)(?:n['’]t| not| never)(?: yet)? \w+ \w+|not explained$")
_REACH = 70  # characters between a name and the cue whose subject it may be
_OPENING = 30
"""Characters from the start of a sentence within which its subject is taken to stand: an article, an
adjective or two, an office. Names further in were wrong as often as right in ordinary news."""


class Raised(NamedTuple):
    """See `Issue.core`, `Issue.holder` and `Issue.teller`."""

    core: Span
    holder: Span | None
    teller: Span | None = None


class Raisers:
    """Finds who raises a matter in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [name.span.start for name in document.names]

    def find(self, sentence: Sentence, cue: Span) -> Raised:
        """Who raises the matter of `cue`; a `holder` of None is the reporter."""
        agent = self._agent(sentence, cue)
        quote = quote_at(self._document, sentence.span, cue)
        if quote is None or quote.speaker is None:
            return Raised(cue, agent or self._named(sentence, cue))
        speaker = quote.joint or quote.speaker.name
        view = agent or quote.relayed
        core = _core(quote, sentence, cue)
        return Raised(core, view, speaker) if view else Raised(core, speaker)

    def _agent(self, sentence: Sentence, cue: Span) -> Span | None:
        """Who a cue with "by" names: "calls by senior officials for restraint" are the officials'."""
        if not self._document.text(cue).casefold().endswith(" by"):
            return None
        found = _AGENT.match(self._document.source.text, cue.end, sentence.span.end)
        return Span(cue.source, found.start(1), found.end(1)) if found else None

    def _named(self, sentence: Sentence, cue: Span) -> Span | None:
        """The nearest name before the cue that can be its subject, with its office ("US officials")."""
        text, source = self._document.source.text, self._document.source
        if _UNSAID.match(self._document.text(cue).casefold()):
            return None  # whoever "has not said how" raises nothing
        last = bisect.bisect_left(self._starts, cue.start)
        first = bisect.bisect_left(self._starts, max(sentence.span.start, cue.start - _REACH))
        for name in reversed(self._document.names[first:last]):
            end = _office_end(text, name.span.end)
            if name.span.end > cue.start or not _subject(text, sentence, name, end > name.span.end):
                continue
            whole = source.span(name.span.start, end)
            opens = whole.start - sentence.span.start <= _OPENING
            return whole if opens and not _is_hearsay(text, whole.end) else None
        return None


def _office_end(text: str, end: int) -> int:
    """Where the office or group behind a name that ends at `end` ends, else `end`; a word is looked up rather
    than an expression of all of them compiled."""
    behind = _BEHIND.match(text, end)
    if behind:
        low, groups = behind[1].casefold(), lexicon.persons.acting_groups()
        for at in (*(at for at, sign in enumerate(low) if sign == "-"), len(low)):
            if low[:at] in groups or low[:at] in ("minister", "counterparts"):
                return behind.start(1) + at
    return end


def _is_hearsay(text: str, end: int) -> bool:
    """Whether others tell it of what ends at `end`: "is said to"."""
    told = _HEARSAY.match(text, end)
    return told is not None and (told[1] in ("rumored", "rumoured") or told[1] in lexicon.saying.hearsay())


def _core(quote: Quote, sentence: Sentence, cue: Span) -> Span:
    if any(part.overlaps(cue) for part in quote.parts):
        return cue
    inside = [part for part in quote.parts if sentence.span.contains(part)]
    return Span(cue.source, inside[0].start, inside[0].start + 1) if inside else cue


def quote_at(document: Document, sentence: Span, cue: Span) -> Quote | None:
    """The quote with a known speaker in whose words, or else in whose frame, the cue of an issue stands."""
    framed = [q for q in document.quotes_in.get(sentence, ()) if q.speaker]
    inside = [q for q in framed if any(part.overlaps(cue) for part in q.parts)]
    # "Oslo maintains that ..., while Bergen insists that ...": who insists is Bergen.
    inside = inside or [q for q in framed if q.cue is not None and q.cue.overlaps(cue)]
    # In a frame of two, what a person says counts before what a document does.
    framed.sort(key=lambda q: q.speaker is not None and q.speaker.kind == "document")
    return next(iter([*inside, *framed]), None)


def _subject(text: str, sentence: Sentence, name: Name, office: bool) -> bool:
    if name.kind not in ("person", "organisation", "state") or (name.adjective and not office):
        return False
    possessive = text[name.span.end : name.span.end + 1] in ("'", "’")
    before = text[max(sentence.span.start, name.span.start - 30) : name.span.start]
    return not possessive and not _GOVERNED.search(before)
