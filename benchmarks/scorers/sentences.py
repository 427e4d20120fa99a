"""Findings by sentence: what the scorers of partners and of open issues have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from benchmarks.scorers.corpus import Entry, Gold
from benchmarks.scorers.counting import f1, inside, letters
from briefgen.model import Span

ENOUGH = 0.5
"""Share of the gold's words that a sentence must hold to be the one meant."""

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """Sentences of one text, with what was found in each."""

    hits: tuple[tuple[Gold, T], ...]
    extra: tuple[T, ...]
    """Found in sentences in which there is nothing to find."""
    missed: tuple[Gold, ...]


def compared(entry: Entry, found: Mapping[Span, T]) -> Found[T]:
    """Findings by sentence beside the gold; those in sentences that may be taken or left are dropped."""
    gold, spared = entry.of("yes"), entry.of("either")
    hits = {one: span for one in gold for span in found if holds(entry.text, span, one)}
    rest = [span for span in found if span not in hits.values()]
    extra = tuple(found[s] for s in rest if not any(holds(entry.text, s, one) for one in spared))
    missed = tuple(one for one in gold if one not in hits)
    return Found(tuple((one, found[span]) for one, span in hits.items()), extra, missed)


def holds(text: str, span: Span, gold: Gold) -> bool:
    """Whether a sentence holds the words of a line of the gold."""
    return inside(letters(text, gold.places), [letters(text, [(span.start, span.end)])]) >= ENOUGH


def sentence_f1(every: Iterable[Found[T]]) -> float:
    """F1 of sentences, whatever was found in them."""
    counts = [(len(one.hits), len(one.extra), len(one.missed)) for one in every]
    right, extra, missed = (sum(column) for column in zip(*counts, strict=True))
    return f1(right, right + extra, right + missed)
