"""Annotators: each adds one layer to a document. Files here are steps; their order is below.

They never import each other; what one needs of another it finds in the document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

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
    turns,
)
from briefgen.errors import Problem
from briefgen.model import Document

Annotator = Callable[[Document], tuple[Document, tuple[Problem, ...]]]

ANNOTATORS: Mapping[str, Annotator] = MappingProxyType(
    {
        "words": tokens.annotate,
        "quotations": quotations.annotate,
        "turns": turns.annotate,
        "sentences": sentences.annotate,
        "names": names.annotate,
        "statements": quotes.annotate,
        "speakers": speakers.annotate,
        "dates": dates.annotate,
        "occasions": occasions.annotate,
        "relations": relations.annotate,
        "issues": issues.annotate,
    }
)
"""In order, by what each finds: a later one reads what an earlier one has filled. The house has a phrase
`layer-NAME` for each, printed where it failed."""
