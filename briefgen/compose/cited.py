"""The places that a memo cites, and how often each source is: its number in the memo follows from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefgen.compose.brief import Brief
from briefgen.compose.wording import place_of
from briefgen.model import Span
from briefgen.paper.memo import CitedPlace, Section, held_by


def places(brief: Brief, sections: Iterable[Section]) -> tuple[CitedPlace, ...]:
    """Where each cited span stands, in order of first appearance."""
    spans = dict.fromkeys(span for section in sections for item in section.items for span in held_by(item))
    return tuple(place(brief, span) for span in spans)


def place(brief: Brief, span: Span) -> CitedPlace:
    """Where one span stands."""
    document = brief.corpus.document(span)
    source = document.source
    start, end = source.in_file(span.start), source.in_file(span.end)
    return CitedPlace(span, place_of(document, span), source.line(span.start), start, end)


def numbers(brief: Brief, spans: Iterable[Span]) -> Mapping[str, str]:
    """The number of each source by its `Source.id`: S1 has the most passages that stand in the memo; those
    that have none follow in the order of reading."""
    cited = Counter(span.source for span in spans)
    order = sorted(brief.corpus.documents, key=lambda document: -cited[document.source.id])
    return MappingProxyType({document.source.id: f"S{at}" for at, document in enumerate(order, 1)})
