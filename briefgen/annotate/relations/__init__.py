"""Relations: sentences that state a partnership, talks, a request between named states and organisations.

A partner is a named state or organisation with which an actor has, seeks or is asked for a
relationship, in relation words. Opponents, venues, unnamed allies, companies' contracts and negated or
former relations are none. Steps: `masking` (names as marks), `patterns` (what states a relationship),
`reading` (who is the actor, which kind, what bars it).
"""

from __future__ import annotations

import bisect
from dataclasses import replace

from briefgen.annotate.relations.masking import mask
from briefgen.annotate.relations.reading import read
from briefgen.errors import Problem
from briefgen.model import Document, Name, Relation, Sentence

__all__ = ["annotate"]


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.relations` from sentences and names, in reading order; gives no problems."""
    starts = [name.span.start for name in document.names]
    found: list[Relation] = []
    for sentence in document.citable():
        names = _inside(document.names, starts, sentence)
        if any(name.kind in ("state", "organisation") for name in names):
            found += read(mask(document, sentence.span, names))
    return replace(document, relations=tuple(found)), ()


def _inside(names: tuple[Name, ...], starts: list[int], sentence: Sentence) -> list[Name]:
    """The names that lie in a sentence, each stretch once."""
    first, last = (bisect.bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
    inside: list[Name] = []
    for name in names[first:last]:
        if name.span.end <= sentence.span.end and (not inside or name.span.start >= inside[-1].span.end):
            inside.append(name)
    return inside
