"""Several articles in, the passages that tell most of them out: `briefgen.select`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.annotate.sentences import split
from briefgen.select.centroid import central
from briefgen.select.standalone import passages

SHORTEST, LONGEST = 8, 80
"""Words of a passage that may be shown."""
EARLY, WITHIN = 0.3, 40
"""How much more the first sentence of an article weighs; falls evenly over so many sentences."""
FIRM_START = re.compile(r"[\"“‘'(\[]?[A-Z0-9]")
DOUBTFUL_END = re.compile(r"(?:…|\b(?:[ap]\.m|etc|[A-Z]|Inc|Co|Corp|Ltd|Jr|Sr)\.)[\"”]?\s*$")
Place = tuple[str, int, int]


def run(requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, object]]:
    for request in requests:
        texts = {doc["id"]: doc["text"] for doc in request["docs"]}
        found = [one for doc, text in texts.items() for one in candidates(doc, text)]
        words = [texts[doc][start:end] for (doc, start, end), _ in found]
        chosen = central(words, request["max_words"], [prior for _, prior in found])
        spans = [dict(zip(("doc", "start", "end"), found[i][0], strict=True)) for i in sorted(chosen)]
        yield {"id": request["id"], "spans": spans}


def candidates(doc: str, text: str) -> Iterator[tuple[Place, float]]:
    """All sentences at no weight, so that the mean is that of the whole, and what can be shown."""
    number = 0
    for sentences in paragraphs(text):
        shown = [(a, b) for a, b in passages(text, sentences) if usable(text, a, b)]
        for start, end in sentences:
            number += 1
            if (start, end) not in shown:
                yield (doc, start, end), 0.0
            for place in (p for p in shown if p[0] == start):
                yield (doc, *place), 1 + EARLY * max(0.0, 1 - number / WITHIN)


def paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The sentences of each line."""
    at = 0
    for line in text.split("\n"):
        yield list(split(text, at, at + len(line)))
        at += len(line) + 1


def usable(text: str, start: int, end: int) -> bool:
    """Whether length and both edges are beyond doubt: a capital follows, no abbreviation stands before."""
    if not SHORTEST <= len(text[start:end].split()) <= LONGEST or not FIRM_START.match(text, start):
        return False
    before, line_end = text[max(0, start - 12) : start], text.find("\n", end)
    if before[-1:] == " " and DOUBTFUL_END.search(before):
        return False
    after = text[end : line_end if line_end >= 0 else len(text)].strip()
    return not after or bool(FIRM_START.match(after) and not DOUBTFUL_END.search(text[start:end]))
