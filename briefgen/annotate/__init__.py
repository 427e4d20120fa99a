"""Annotators: each adds one layer to a document. Files here are steps; their order is below.

They never import each other; what one needs of another it finds in the document.
"""

from __future__ import annotations

from collections.abc import Callable

from briefgen.annotate import (
    dates,
    issues,
    names,
    occasions,
    quotations,
    quotes,
    relations,
    sentences,
    speakers,
    tokens,
)
from briefgen.errors import Problem
from briefgen.model import Document

Annotator = Callable[[Document], tuple[Document, tuple[Problem, ...]]]

ANNOTATORS: tuple[Annotator, ...] = (
    tokens.annotate,
    quotations.annotate,
    sentences.annotate,
    names.annotate,
    quotes.annotate,
    speakers.annotate,
    dates.annotate,
    occasions.annotate,
    relations.annotate,
    issues.annotate,
)
"""In order: a later one reads what an earlier one has filled."""
