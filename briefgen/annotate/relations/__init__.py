"""Relations: sentences that state a partnership, talks, a request between named states and organisations.

A partner is a named state or organisation with which an actor has, seeks or is asked for a
relationship, in relation words. Opponents, venues, unnamed allies, companies' contracts and negated or
former relations are none. Steps: `masking` (names as marks), `patterns` (what states a relationship),
`reading` (who is the actor, which kind, what bars it).
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import replace

from briefgen.annotate.relations.holders import holders
from briefgen.annotate.relations.masking import Masked, mask
from briefgen.annotate.relations.reading import NEGATION, Bar, RelationMatch, matched, read
from briefgen.errors import Problem
from briefgen.model import Document, Name, Sentence

__all__ = ["NEGATION", "Bar", "RelationMatch", "annotate", "explain"]


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.relations` from sentences and names, in reading order; gives no problems."""
    found = tuple(relation for masked in _masked(document) for relation in read(masked))
    return replace(document, relations=found), ()


def explain(document: Document) -> tuple[RelationMatch, ...]:
    """All that the patterns match in a document, and what bars what states no relation."""
    return tuple(match for masked in _masked(document) for match in matched(masked))


def _masked(document: Document) -> Iterator[Masked]:
    """The sentences that name a state or an organisation, masked."""
    starts = [name.span.start for name in document.names]
    known = holders(document)
    for sentence in document.citable():
        names = [known.standing(name) for name in _inside(document.names, starts, sentence)]
        if any(name.kind in ("state", "organisation") for name in names):
            yield mask(document, sentence.span, names)


def _inside(names: tuple[Name, ...], starts: list[int], sentence: Sentence) -> list[Name]:
    """The names that lie in a sentence, each stretch once."""
    first, last = (bisect.bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
    inside: list[Name] = []
    for name in names[first:last]:
        if name.span.end <= sentence.span.end and (not inside or name.span.start >= inside[-1].span.end):
            inside.append(name)
    return inside
