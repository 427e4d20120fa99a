"""One document on its way to the corpus: cleaned, described, annotated; its faults never cost another."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from briefgen.annotate import ANNOTATORS
from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.errors import Problem
from briefgen.fences import fenced, lost_document, lost_layer, lost_links
from briefgen.link import link
from briefgen.model import Corpus, Document, Source

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
    return any(flag.kind in ("not-english", "document-failed") for flag in document.meta.flags)


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


def linked(documents: tuple[Document, ...]) -> Loaded:
    """The corpus of the documents; where they can not be compared, without what links them."""
    return fenced(partial(_linked, documents), partial(lost_links, documents))


def _linked(documents: tuple[Document, ...]) -> Loaded:
    """Linking itself meets no problems."""
    return link(documents), ()
