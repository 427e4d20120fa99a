"""Cuts the kept blocks into words and marks, once for all who look at them."""

from __future__ import annotations

from dataclasses import replace

from briefgen.english.tokens import tokens_of
from briefgen.errors import Problem
from briefgen.model import KEPT, Document


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.tokens` for the kept blocks, in reading order; gives no problems."""
    stretches = ((b.span.start, b.span.end) for b in document.blocks if b.label in KEPT)
    return replace(document, tokens=tokens_of(document.source, stretches)), ()
