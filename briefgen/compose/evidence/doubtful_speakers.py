"""Speakers that a reader should check: those who are not named beside the words, or not alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.compose.brief import Brief, Filling, cited_spans
from briefgen.compose.evidence.risks import reason
from briefgen.compose.wording import place_of
from briefgen.model import Document, Name, Quote, Span
from briefgen.paper.evidence import Reason
from briefgen.paper.memo import Cited, Item, Reference

BESIDE = 1
"""Characters between a name and the verb that it stands beside."""


def doubtful_speakers(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """Why to check who speaks in a passage."""
    yield from _two(brief, place, items)
    document = brief.corpus.document(place)
    for quote in dict.fromkeys(quote for item in items for quote in item.quotes):
        if quote.speaker is None or not any(place.overlaps(one) for one in quote.frame):
            continue
        name = unnamed(document, place, quote)
        if name:
            # Whoever is "she" once in a report is mostly "she" throughout.
            subject = f"{place.source} {quote.speaker.key or document.text(quote.speaker.name)}"
            yield reason(brief, "speaker", name, _named(brief, quote), subject)
            continue
        other = _nearer(document, place, quote)
        if other:
            fields = {"other": Cited(other.span), **_named(brief, quote)}
            beside = quote.cue is not None and _apart(other.span, quote.cue) <= BESIDE
            yield reason(brief, "speaker", "speaker-beside" if beside else "speaker-nearer", fields)


def unnamed(document: Document, place: Span, quote: Quote) -> str:
    """How a passage stands for its speaker without the name; "" where it names him, or a label does."""
    mention = quote.joint or quote.mention
    if mention is None:
        return "speaker-none" if quote.kind != "own" else ""
    if quote.kind == "own":
        return ""
    if not place.contains(mention):
        return "speaker-elsewhere"
    if any(name.span.overlaps(mention) for name in document.names):
        return ""
    speaker = quote.speaker
    if speaker is None or speaker.name == mention or place.contains(speaker.name):
        return ""
    words = document.text(mention).casefold()
    if words in document.text(speaker.name).casefold():
        return ""
    if len(words.split()) > 1:
        return "speaker-description"
    return "speaker-rival" if _rival(document, quote, mention) else "speaker-pronoun"


def _rival(document: Document, quote: Quote, mention: Span) -> bool:
    """Whether the last person named before a pronoun is another than the speaker."""
    key = quote.speaker.key if quote.speaker else None
    before = [n for n in document.names if n.kind == "person" and n.span.end <= mention.start]
    return bool(before) and before[-1].key != key


def _nearer(document: Document, place: Span, quote: Quote) -> Name | None:
    """Another person who is named nearer to the verb than the speaker is, outside of what is said."""
    mention, cue, speaker = quote.joint or quote.mention, quote.cue, quote.speaker
    if mention is None or cue is None or speaker is None or not place.contains(cue):
        return None
    for name in document.names:
        other = name.kind == "person" and name.key != speaker.key and place.contains(name.span)
        if not other or any(part.contains(name.span) for part in quote.parts):
            continue
        if not mention.overlaps(name.span) and _apart(name.span, cue) < _apart(mention, cue):
            return name
    return None


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _two(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """Two rows that give the same words to two speakers."""
    said: list[tuple[Item, list[Span]]] = []
    for item in items:
        words = [span for span in cited_spans(item.text) if span.overlaps(place)]
        if not item.speaker or not item.quotes or not words:
            continue
        for other, theirs in said:
            apart = {q.voice for q in item.quotes}.isdisjoint(q.voice for q in other.quotes)
            if apart and any(one.overlaps(two) for one in words for two in theirs):
                fields: dict[str, Filling] = {"one": other.speaker, "other": item.speaker}
                yield reason(brief, "speaker", "speaker-two", fields)
                return
        said.append((item, words))


def _named(brief: Brief, quote: Quote) -> Mapping[str, Filling]:
    speaker = quote.speaker
    if speaker is None:
        return {}
    mention = quote.joint or quote.mention
    document = brief.corpus.document(speaker.name)
    return {
        "words": Cited(mention) if mention else "",
        "cue": Cited(quote.cue) if quote.cue else "",
        "name": Cited(speaker.name),
        "source": Reference(speaker.name.source),
        "place": place_of(document, speaker.name),
    }
