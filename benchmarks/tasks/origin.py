"""Same origin: kinships, pairs and divergences of some documents.

request  {"id": s, "docs": [{"id": s, "text": s}, ...]}
answer   {"id": s, "kinships": [{"doc", "origin", "kind"}, ...],
          "pairs": [{"original": [doc, start, end], "derived": [...], "score": f}, ...],
          "divergences": [{"kind", "severity", "original": [...] or null, "derived": [...] or null}, ...]}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.link import link
from briefgen.model import Corpus, Source, Span
from briefgen.preparing import prepare


def run(requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, object]]:
    for request in requests:
        names = {f"S{n}": str(doc["id"]) for n, doc in enumerate(request["docs"], 1)}
        sources = (
            Source(key, names[key], "", str(d["text"])) for key, d in zip(names, request["docs"], strict=True)
        )
        corpus = link(tuple(prepare(source)[0] for source in sources))
        yield {"id": request["id"], **told(corpus, names)}


def told(corpus: Corpus, names: dict[str, str]) -> dict[str, object]:
    def at(span: Span | None) -> list[object] | None:
        return [names[span.source], span.start, span.end] if span else None

    return {
        "kinships": [
            {"doc": names[k.source], "origin": names[k.origin], "kind": k.kind} for k in corpus.kinships
        ],
        "pairs": [
            {"original": at(p.original), "derived": at(p.derived), "score": p.score} for p in corpus.pairs
        ],
        "divergences": [
            {"kind": d.kind, "severity": d.severity, "original": at(d.original), "derived": at(d.derived)}
            for d in corpus.divergences
        ],
    }
