"""Task `quotes`: quoted and reported statements with their speakers, one prediction a quoted part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.annotate import quotations, quotes, sentences, speakers, tokens
from briefgen.model import Block, Document, Quote, Source, Span

LINE = re.compile(r"[^\r\n]+")


def as_document(name: str, text: str) -> Document:
    """The text with every line that is not blank as one block of the body, split into sentences."""
    source = Source(name, name, "", text)
    lines = (m.span() for m in LINE.finditer(text) if m.group().strip())
    blocks = tuple(Block(Span(name, low, high), "body", "line") for low, high in lines)
    document = Document(source, blocks)
    for layer in (tokens, quotations, sentences):
        document, _ = layer.annotate(document)
    return document


def run(requests: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    for request in requests:
        document = as_document(str(request["id"]), str(request["text"]))
        document, _ = quotes.annotate(document)
        document, _ = speakers.annotate(document)
        yield {"id": request["id"], "quotes": [row for q in document.quotes for row in rows(document, q)]}


def rows(document: Document, quote: Quote) -> Iterator[dict[str, object]]:
    speaker = document.text(quote.speaker.name) if quote.speaker else ""
    if quote.kind == "indirect":
        spans = [[part.start, part.end] for part in quote.parts]
        yield row(document, quote, quote.parts[0], speaker) | {"spans": spans}
        return
    for part in quote.parts:
        yield row(document, quote, part, speaker)


def row(document: Document, quote: Quote, part: Span, speaker: str) -> dict[str, object]:
    return {
        "start": part.start,
        "end": part.end,
        "text": document.text(part),
        "kind": quote.kind,
        "speaker": speaker,
        "speaker_start": quote.mention.start if quote.mention else None,
    }
