"""What documents of one origin have in common, and where the derived ones depart from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from briefgen.link.changes import divergences
from briefgen.link.relation import Derivation, relate
from briefgen.link.version import Version
from briefgen.model import Divergence, Document, Kinship, Pair


class Departures(NamedTuple):
    """Statements that two documents of one origin share, and what differs; by derived document."""

    pairs: tuple[Pair, ...] = ()
    divergences: tuple[Divergence, ...] = ()


def departures(
    kinships: Sequence[Kinship], document: Callable[[str], Document], used: Collection[str] | None = None
) -> Departures:
    """Of all derived documents; of those that are used or whose origin is, when `used` says which are.

    `document` gives a document by its `Source.id`, with all its layers. A memo asks no others: its rows show
    where versions of a selected sentence differ, and a sentence is selected in a used document.
    """
    derived: dict[str, list[str]] = defaultdict(list)
    for one in kinships:
        if one.origin != one.source and (used is None or one.source in used or one.origin in used):
            derived[one.origin].append(one.source)
    found = dict(chain.from_iterable(_departures(origin, some, document) for origin, some in derived.items()))
    ordered = [found[one.source] for one in kinships if one.source in found]
    return Departures(
        tuple(chain.from_iterable(one.pairs for one in ordered)),
        tuple(chain.from_iterable(one.divergences for one in ordered)),
    )


def _departures(
    origin: str, derived: Sequence[str], document: Callable[[str], Document]
) -> Iterator[tuple[str, Departures]]:
    """Of each document derived from one: what is worked out of the origin serves for all, then is dropped."""
    original = Version(document(origin))
    for source in derived:
        relation = relate(original, Version(document(source)))
        yield source, Departures(tuple(_pairs(relation)), divergences(relation))


def _pairs(relation: Derivation) -> list[Pair]:
    left, right = relation.original.sentences, relation.derived.sentences
    return [Pair(left[m.left], right[m.right], round(m.score, 4)) for m in relation.matches]
