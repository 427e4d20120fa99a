"""Same origin, same statement, what differs.

A rewrite, reprint or translation is no second source. This stage finds the documents that were made
from another one of the folder and lists where they depart from it, in three steps that can be asked for
one by one: what is kept of a document to find its kin (`trace`), who is whose (`kin`, for which the text is
asked only of documents that may have a relative: `candidates`, `groups`, `relation`), and the statements that
both make with what differs (`departures`: `alignment`, `changes`), for the documents that matter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain

from briefgen.link import alignment, departing, grams, groups, keyed, offices, pairing, relation, token_words
from briefgen.link.dating import date_all, dated
from briefgen.link.departing import Departures
from briefgen.link.tracing import Trace, trace
from briefgen.model import Corpus, Document, Kinship

__all__ = ["Departures", "Trace", "date_all", "dated", "departures", "kin", "link", "trace"]


def link(documents: tuple[Document, ...]) -> Corpus:
    """The corpus with kinships (one for each document), pairs and divergences, in reading order.

    Uses blocks, sentences, metadata and dates where they are filled; needs only blocks or sentences.
    A derived document that is undated may get inferred dates (see `dating`); nothing else changes.
    """
    by_id = {document.source.id: document for document in documents}
    kinships = kin({one: trace(document) for one, document in by_id.items()}, by_id.__getitem__)
    pairs, divergences = departures(kinships, by_id.__getitem__)
    return Corpus(date_all(documents, kinships), kinships, pairs, divergences)


def kin(traces: Mapping[str, Trace], document: Callable[[str], Document]) -> tuple[Kinship, ...]:
    """Where each document stands, in the order of `traces`: the trace of each under its `Source.id`.

    `document` gives a document by that; it is asked only for those that may have a relative here, and of them
    blocks, metadata, tokens, quotations and sentences are used.
    """
    try:
        return groups.kinships(traces, document)
    finally:
        _forget()


def departures(
    kinships: Sequence[Kinship], document: Callable[[str], Document], used: Collection[str] | None = None
) -> Departures:
    """The statements that documents of one origin share, and what differs, in the order of `kinships`.

    Of all; when `used` says which documents are used, of those that are derived from one of these or are one
    themselves. No other is asked for by a memo: it shows where versions of a selected sentence differ.
    """
    try:
        return departing.departures(kinships, document, used)
    finally:
        _forget()


def _forget() -> None:
    """Drop what was kept of the versions that were compared: it holds their sentences in several forms."""
    kept = (
        grams.KEPT,
        keyed.KEPT,
        offices.KEPT,
        pairing.KEPT,
        relation.KEPT,
        alignment.KEPT,
        token_words.KEPT,
    )
    for cached in chain.from_iterable(kept):
        cached.cache_clear()
