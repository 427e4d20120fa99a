"""What documents of one origin have in common, and where the derived ones depart from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
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
    pairs: list[Pair] = []
    found: list[Divergence] = []
    for relation in _relations(kinships, document, used):
        pairs += _pairs(relation)
        found += divergences(relation)
    return Departures(tuple(pairs), tuple(found))


def _relations(
    kinships: Sequence[Kinship], document: Callable[[str], Document], used: Collection[str] | None
) -> Iterator[Derivation]:
    origins: dict[str, Version] = {}
    for one in kinships:
        if one.origin != one.source and (used is None or one.source in used or one.origin in used):
            if one.origin not in origins:
                origins[one.origin] = Version(document(one.origin))
            yield relate(origins[one.origin], Version(document(one.source)))


def _pairs(relation: Derivation) -> list[Pair]:
    left, right = relation.original.sentences, relation.derived.sentences
    return [Pair(left[m.left], right[m.right], round(m.score, 4)) for m in relation.matches]
