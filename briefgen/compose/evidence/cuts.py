"""What a line of the memo leaves out of its passage, and whether that could turn its sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.compose.brief import cited_spans
from briefgen.compose.clause import trimmed
from briefgen.compose.statements import BARE, words_outside
from briefgen.english.openings import opening
from briefgen.english.place_line import behind_place_line
from briefgen.english.turning import turned
from briefgen.model import Document, Quote, Span
from briefgen.paper.memo import Item
from briefgen.paper.stretches import inside


def printed(item: Item, place: Span) -> tuple[Span, ...]:
    """The words of a place that an item prints as its statement, fact or relationship, in order."""
    texts = (item.text, item.relation, *item.versions)
    found = (span for text in texts for span in cited_spans(text) if span.overlaps(place))
    whole: list[Span] = []
    for span in sorted(inside(span, place) for span in found):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(span.source, whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return tuple(whole)


def borne_out(item: Item, place: Span) -> bool:
    """Whether an item prints words of other places only, and cites this one beside them."""
    return bool(cited_spans(item.text)) and not printed(item, place)


def dropped(document: Document, item: Item, place: Span) -> tuple[Span, ...]:
    """The words of a place that an item leaves out which prints a piece of it as its own text."""
    shown = [inside(span, place) for span in cited_spans(item.text) if span.overlaps(place)]
    if not shown:
        return ()
    gaps = _between(place, shown)
    return tuple(trimmed(document, gap) for gap in gaps if _has_words(document, gap))


def clauses(document: Document, gaps: Iterable[Span], quotes: tuple[Quote, ...]) -> tuple[Span, ...]:
    """Of what is left out the stretches that say more than who speaks."""
    names = [span for quote in quotes for span in _voice(quote)]
    return tuple(gap for gap in gaps if words_outside(document, _behind_place(document, gap), names) > BARE)


def _behind_place(document: Document, gap: Span) -> Span:
    """The stretch without the line of a place at its head ("LIMA (Agency) -"), which is no clause."""
    begin = behind_place_line(document.tokens, gap.start, gap.end)
    return Span(gap.source, min(begin, gap.end - 1), gap.end)


def turning(document: Document, place: Span, shown: Iterable[Span]) -> tuple[Span, bool] | None:
    """The words left out of a place that deny or limit what is shown of it ("denied that", "unless"), and
    whether they deny."""
    # What a connective at the head of a sentence turns is the sentence before.
    begin = place.start + opening(document.text(place)).connective
    spans = sorted(shown)
    for number, span in enumerate(spans):
        first = max(begin, spans[number - 1].end) if number else min(begin, span.start)
        last = spans[number + 1].start if number + 1 < len(spans) else place.end
        words = document.text(Span(place.source, first, last))
        found = turned(words, max(span.start - first, 0), span.end - first)
        # One word that is left out between two sentences is a connective ("But").
        if found and len(words[found.start : found.end].split()) > 1:
            return Span(place.source, first + found.start, first + found.end), found.denies
    return None


def voices(quote: Quote) -> Iterator[Span]:
    """The words that say who speaks: the name or pronoun, and the verb."""
    yield from (span for span in (quote.joint or quote.mention, quote.cue, quote.relayed) if span)


def _voice(quote: Quote) -> Iterator[Span]:
    yield from voices(quote)
    if quote.speaker:
        yield quote.speaker.name
        yield from (span for span in (quote.speaker.role, quote.occasion, quote.place) if span)
    if quote.dated:
        yield quote.dated.span


def _between(place: Span, shown: Iterable[Span]) -> Iterator[Span]:
    """The stretches of a place that none of `shown` covers, in order."""
    at = place.start
    for span in sorted(shown):
        if span.start > at:
            yield Span(place.source, at, span.start)
        at = max(at, span.end)
    if at < place.end:
        yield Span(place.source, at, place.end)


def _has_words(document: Document, gap: Span) -> bool:
    return any(map(str.isalnum, document.text(gap)))
