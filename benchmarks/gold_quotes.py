"""Annotated quotations of documents, beside what the stages see of them, to fit weights by."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import split
from briefgen.annotate import quotes as quoting
from briefgen.annotate.quotes.statements import Piece, statements
from briefgen.model import Document, Quote

EDGE = " \t\r\n\u00a0,.;:“”„\"‘’'`«»"


@dataclass
class Gold:
    """One annotated document and what the stages see of it."""

    raw: dict
    document: Document


def read(path: Path) -> list[Gold]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Gold(row, split(row["id"], row["text"])) for row in rows]


def trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low] in EDGE:
        low += 1
    while high > low and text[high - 1] in EDGE:
        high -= 1
    return low, high


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def gold_of(gold: Gold, low: int, high: int) -> dict | None:
    """The annotated quotation that covers the stretch, or nothing."""
    span = trimmed(gold.raw["text"], low, high)
    best = max(gold.raw["quotes"], key=lambda q: overlap(span, (q["start"], q["end"])), default=None)
    if best is None or overlap(span, (best["start"], best["end"])) < 0.25:
        return None
    return best


def ignored(gold: Gold, low: int, high: int) -> bool:
    span = (low, high)
    return any(overlap(span, (a, b)) > 0.5 or (a <= low and high <= b) for a, b in gold.raw["ignore"])


def gold_quotes(gold: Gold) -> Iterator[tuple[Quote, dict]]:
    """Statements made of the stretches that were annotated, each with the annotation of its first part."""
    pieces = [
        Piece(block.passage, stretch, attribution)
        for block in quoting.read_blocks(gold.document)
        for stretch, attribution in zip(block.quotations, block.attributions, strict=True)
        if gold_of(gold, stretch.start, stretch.end)
    ]
    for quote in statements(gold.document, pieces):
        found = gold_of(gold, quote.parts[0].start, quote.parts[0].end)
        if found:
            yield quote, found


def names_same(words: Sequence[str], name: str) -> bool:
    """Whether a name of the annotation and the words of an entity name the same one, by last name."""
    theirs = [w.strip(".,'’").casefold() for w in name.split()]
    theirs = [w for w in theirs if w and w[0].isalnum()]
    return (
        bool(theirs) and (words[-1] in theirs) and (len(words) == 1 or len(theirs) == 1 or words[0] in theirs)
    )
