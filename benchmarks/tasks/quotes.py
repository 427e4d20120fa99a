"""Task `quotes`: quoted and reported statements with their speakers, one prediction a quoted part.

A text is a whole article and goes the whole way of the command. Cleaning costs hardly a line of the
evaluation's plain texts: spans F1 is 96.1 with it and 96.2 with all of the text as body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.documents import whole
from briefgen.model import Document, Quote, Span


def run(requests: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    for request in requests:
        document = whole("S1", str(request["id"]), str(request["text"]))
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
