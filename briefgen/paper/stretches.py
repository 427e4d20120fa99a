"""A span cut at the edges of others, so that each stretch is of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from briefgen.model import Span

Kind = TypeVar("Kind")


def stretches(span: Span, kinds: Mapping[Kind, Sequence[Span]], other: Kind) -> Iterator[tuple[Span, Kind]]:
    """The stretches of a span in order, each with the first of `kinds` that has a span over it, else `other`;
    neighbours of one kind are one stretch."""
    edges = {span.start, span.end}
    for spans in kinds.values():
        for one in spans:
            if one.overlaps(span):
                edges |= {max(one.start, span.start), min(one.end, span.end)}
    found: list[tuple[int, int, Kind]] = []
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        piece = Span(span.source, start, end)
        kind = next((kind for kind, spans in kinds.items() if any(map(piece.overlaps, spans))), other)
        if found and found[-1][2] == kind:
            start = found.pop()[0]
        found.append((start, end, kind))
    yield from ((Span(span.source, start, end), kind) for start, end, kind in found)


def marked(span: Span, cited: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """The stretches of a span, each with the first of `cited` that lies over it, or None."""
    kinds: dict[Span | None, tuple[Span, ...]] = {one: (one,) for one in cited}
    yield from stretches(span, kinds, None)


def inside(words: Span, span: Span) -> Span:
    """The part of `words` that lies in a span which they overlap."""
    return Span(span.source, max(words.start, span.start), min(words.end, span.end))
