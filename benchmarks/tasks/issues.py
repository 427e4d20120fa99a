"""Open issues: {"id", "text"} to {"id", "label", "spans"} of the cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from briefgen.annotate import issues, names, quotations, sentences, tokens
from briefgen.model import Block, Document, Source


def run(requests: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    for request in requests:
        document, _ = issues.annotate(document_of(str(request["text"])))
        spans = [{"start": i.cue.start, "end": i.cue.end} for i in document.issues]
        yield {"id": request["id"], "label": int(bool(spans)), "spans": spans}


def document_of(text: str) -> Document:
    source = Source("S1", "request", sha256(text.encode()).hexdigest(), text)
    blocks = (Block(source.span(0, len(text)), "body", "request"),) if text.strip() else ()
    document = Document(source, blocks)
    for layer in (tokens, quotations, sentences, names):
        document, _ = layer.annotate(document)
    return document
