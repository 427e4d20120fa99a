"""Same origin, same statement, what differs.

A rewrite, reprint or translation is no second source. This stage finds the documents that were made
from another one of the folder (`groups`, `relation`), pairs the statements that both make
(`alignment`), and lists where the derived one departs from its origin (`changes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from briefgen.link import alignment, grams, keyed, offices, pairing
from briefgen.link import relation as kin
from briefgen.link.changes import divergences
from briefgen.link.dating import date_all
from briefgen.link.groups import relations
from briefgen.link.relation import Derivation
from briefgen.link.version import Version
from briefgen.model import Corpus, Document, Kinship, Pair

__all__ = ["link"]


def link(documents: tuple[Document, ...]) -> Corpus:
    """The corpus with kinships (one for each document), pairs and divergences, in reading order.

    Uses blocks, sentences, metadata and dates where they are filled; needs only blocks or sentences.
    A derived document that is undated may get inferred dates (see `dating`); nothing else changes.
    """
    found = relations([Version(document) for document in documents])
    corpus = Corpus(
        date_all(documents, found),
        _kinships(documents, found),
        tuple(pair for relation in found for pair in _pairs(relation)),
        tuple(one for relation in found for one in divergences(relation)),
    )
    _forget()
    return corpus


def _forget() -> None:
    """Drop what was kept of the versions that were compared: it holds their sentences in several forms."""
    kept = (grams.KEPT, keyed.KEPT, offices.KEPT, pairing.KEPT, kin.KEPT, alignment.KEPT)
    for cached in chain.from_iterable(kept):
        cached.cache_clear()


def _kinships(documents: Sequence[Document], found: Sequence[Derivation]) -> tuple[Kinship, ...]:
    derived = {relation.derived.id: relation for relation in found}
    return tuple(_kinship(document.source.id, derived.get(document.source.id)) for document in documents)


def _kinship(source: str, relation: Derivation | None) -> Kinship:
    if relation is None:
        return Kinship(source, source, "original")
    return Kinship(source, relation.original.id, relation.kind, relation.reasons)


def _pairs(relation: Derivation) -> list[Pair]:
    left, right = relation.original.sentences, relation.derived.sentences
    return [Pair(left[m.left], right[m.right], round(m.score, 4)) for m in relation.matches]
