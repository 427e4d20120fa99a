"""Documents with their layers filled as the command fills them, up to the one a test looks at."""

from __future__ import annotations

from briefgen.annotate import ANNOTATORS
from briefgen.model import Document


def layered(document: Document, last: str) -> Document:
    """The document through all annotators up to the one called `last`, that one included."""
    for annotate in ANNOTATORS:
        document, _ = annotate(document)
        if annotate.__module__.rpartition(".")[2] == last:
            return document
    raise ValueError(f"there is no layer {last!r}")
