"""The five real articles beside the checkout: quotes, speakers and roles against the gold made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.model import Block, Document, Quote, Source, Span
from tests.layers import layered

Rows = list[dict[str, object]]
Articles = list[tuple[Document, Rows]]


def annotated(name: str, text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(name, at, at + len(line)), "body", "test"))
        at += len(line) + 1
    return layered(Document(Source(name, name, "", text), tuple(blocks)), "speakers")


@pytest.fixture(scope="module")
def articles(measures: Path) -> Articles:
    lines = (measures / "gold" / "seed_quotes.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(annotated(row["id"], row["text"]), row["quotes"]) for row in rows]


def matched(document: Document, gold: Rows) -> Iterator[tuple[dict[str, object], Quote | None]]:
    """Every quotation of the gold with the statement that holds it."""
    for row in gold:
        low, high = int(str(row["start"])), int(str(row["end"]))
        found = (
            q for q in document.quotes for p in q.parts if abs(p.start - low) < 3 and abs(p.end - high) < 3
        )
        yield row, next(found, None)


def test_every_quotation_of_the_gold_is_found(articles: Articles) -> None:
    missed = [row for document, gold in articles for row, quote in matched(document, gold) if quote is None]
    assert missed == []


def test_nine_in_ten_speakers_are_right(articles: Articles) -> None:
    right = []
    for document, gold in articles:
        for row, quote in matched(document, gold):
            last_name = str(row["resolved"]).split()[-1]
            speaker = quote.speaker if quote else None
            right.append(speaker is not None and document.text(speaker.name).split()[-1] == last_name)
    assert sum(right) >= 0.9 * len(right)


def test_a_strategy_is_quoted_as_a_document(articles: Articles) -> None:
    document = next(d for d, _ in articles if d.source.id.startswith("002"))
    kinds = {
        q.speaker.kind for q in document.quotes if q.speaker and "Strategy" in document.text(q.speaker.name)
    }
    assert kinds == {"document"}


def test_roles_are_those_of_the_document(articles: Articles) -> None:
    document = next(d for d, _ in articles if d.source.id.startswith("000"))
    roles = {
        document.text(q.speaker.name): document.text(q.speaker.role)
        for q in document.quotes
        if q.speaker and q.speaker.role
    }
    assert roles["Kaja Kallas"].endswith("high representative for foreign and security policy")
    assert roles["Emmanuel Macron"] == "French President"
    assert roles["Pete Hegseth"] == "US defence secretary"
