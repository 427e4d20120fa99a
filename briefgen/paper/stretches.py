"""A span cut at the edges of others, so that each stretch is of one kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from briefgen.model import Span

Kind = TypeVar("Kind")


def stretches(span: Span, kinds: Mapping[Kind, Sequence[Span]], other: Kind) -> Iterator[tuple[Span, Kind]]:
    """The stretches of a span in order, each with the first of `kinds` that has a span over it, else `other`;
    neighbours of one kind are one stretch."""
    ranks = list(kinds)
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for rank, spans in enumerate(kinds.values()):
        for one in spans:
            if one.overlaps(span):
                opening[max(one.start, span.start)].append(rank)
                closing[min(one.end, span.end)].append(rank)
    edges = sorted({span.start, span.end, *opening, *closing})
    over: Counter[int] = Counter()
    begin, kind = span.start, other
    for at in edges:
        over.update(opening[at])
        for rank in closing[at]:
            over[rank] -= 1
            if not over[rank]:
                del over[rank]
        now = ranks[min(over)] if over else other
        if at < span.end and now != kind:
            if at > begin:
                yield Span(span.source, begin, at), kind
            begin, kind = at, now
    yield Span(span.source, begin, span.end), kind


def marked(span: Span, cited: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """The stretches of a span, each with the first of `cited` that lies over it, or None."""
    kinds: dict[Span | None, tuple[Span, ...]] = {one: (one,) for one in cited}
    yield from stretches(span, kinds, None)


def inside(words: Span, span: Span) -> Span:
    """The part of `words` that lies in a span which they overlap."""
    return Span(span.source, max(words.start, span.start), min(words.end, span.end))
