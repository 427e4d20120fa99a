"""The reasons behind a selection and the rules behind each dropped line, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model import CITABLE, Corpus, Selection, Span
from briefgen.paper.printed import folded


def reasons(corpus: Corpus, selection: Selection) -> Iterator[str]:
    """For each sentence why it is in or out; for each line that is no text of the article, its rule."""
    for verdict, evidence in (("in ", selection.evidence), ("out", selection.rejected)):
        for piece in evidence:
            yield f"{verdict} {place(corpus, piece.span)}: {folded('; '.join(piece.reasons))}"
            yield f"      {folded(corpus.text(piece.span)).strip()}"
    for document in corpus.documents:
        for block in document.blocks:
            if block.label not in CITABLE:
                words = folded(corpus.text(block.span)).strip()
                yield f"{block.label} {place(corpus, block.span)} (rule {block.rule}): {words}"


def place(corpus: Corpus, span: Span) -> str:
    """File and line of a span."""
    source = corpus.document(span).source
    return f"{folded(source.file)}, {source.place(span.start)}"
