"""One document on its way to the corpus: cleaned, described, annotated; its faults never cost another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from briefgen.annotate import ANNOTATORS
from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.errors import Problem
from briefgen.fences import fenced, lost_document, lost_layer, lost_links
from briefgen.link import date_all, departures, kin, trace
from briefgen.model import Corpus, Document, Kinship, Source

Prepared = tuple[Document, tuple[Problem, ...]]
Loaded = tuple[Corpus, tuple[Problem, ...]]
"""What a stage gives of one document, and of all, with the problems it met."""


def prepare(source: Source) -> Prepared:
    """One source through cleaning, description and all annotators."""
    document, problems = first_level(source)
    document, met = annotated(document)
    return document, (*problems, *met)


def first_level(source: Source) -> Prepared:
    """One source, cleaned and described; of a foreign language, and of what a fault cost, no text is left."""
    document, problems = fenced(partial(_described, source), partial(lost_document, source))
    return (replace(document, blocks=()) if is_left_alone(document) else document), problems


def is_left_alone(document: Document) -> bool:
    """Whether nothing of a document is read: it is in another language, or a fault cost it."""
    return document.foreign or document.failed


def annotated(document: Document) -> Prepared:
    """A document with what all annotators find in it; one that is left alone comes back as it is."""
    problems: tuple[Problem, ...] = ()
    for layer, annotate in ANNOTATORS.items() if not is_left_alone(document) else ():
        document, met = fenced(partial(annotate, document), partial(lost_layer, document, layer))
        problems += met
    return document, problems


def _described(source: Source) -> Prepared:
    blocks, from_cleaning = clean(source)
    meta, from_describing = describe(source, blocks)
    return Document(source, blocks, meta), (*from_cleaning, *from_describing)


def linked(documents: tuple[Document, ...], kinships: tuple[Kinship, ...] | None = None) -> Loaded:
    """The corpus of the documents: who is whose, and the days that one has from another; where they can not
    be compared, without that. `kinships`: where they are known already."""
    return fenced(partial(_linked, documents, kinships), partial(lost_links, documents))


def _linked(documents: tuple[Document, ...], kinships: tuple[Kinship, ...] | None) -> Loaded:
    by_id = {document.source.id: document for document in documents}
    if kinships is None:
        kinships = kin({one: trace(document) for one, document in by_id.items()}, by_id.__getitem__)
    return Corpus(date_all(documents, kinships), kinships), ()


def departed(loaded: Loaded, used: Collection[str] | None = None) -> Loaded:
    """With what differs between documents of one origin: of all, or of those in whose relation one is used;
    no other difference can be told."""
    return fenced(partial(_departed, loaded, used), partial(_without_departures, loaded))


def _departed(loaded: Loaded, used: Collection[str] | None) -> Loaded:
    corpus, problems = loaded
    pairs, divergences = departures(corpus.kinships, corpus.by_id.__getitem__, used)
    return replace(corpus, pairs=pairs, divergences=divergences), problems


def _without_departures(loaded: Loaded, fault: Exception) -> Loaded:
    corpus, problems = loaded
    return corpus, (*problems, *lost_links(corpus.documents, fault)[1])
