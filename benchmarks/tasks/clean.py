"""Cleaning: the text that is kept, one block a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.clean import clean
from briefgen.model import KEPT, Source


def run(requests: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    for request in requests:
        text = str(request["text"])
        source = Source("S1", str(request["id"]), "", text)
        blocks, _ = clean(source)
        kept = (text[b.span.start : b.span.end] for b in blocks if b.label in KEPT)
        yield {"id": request["id"], "text": "\n".join(kept)}
