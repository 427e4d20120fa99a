"""The interview and its rewrite among the real articles: pairs and divergences that a person marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefgen.loading import load
from briefgen.model import Corpus, Divergence, Span

TITLE = frozenset({"title", "omission"})
CONTENT = frozenset({"omission", "addition", "qualifier", "number", "date", "strength", "negation"})
QUOTE = frozenset(
    {"quote-altered", "quote-truncated", "quote-addition", "quote-broken", "bracket-lost", "omission"}
)
CLASSES = {
    "title": TITLE,
    "attribution": TITLE,
    "bracket_lost": QUOTE,
    "quote_altered": QUOTE,
    "quote_truncated": QUOTE,
    "quote_addition": QUOTE,
    "quote_broken": QUOTE,
    "quote_same": QUOTE,
}
"""Kind of the gold data to the kinds of ours that tell it; all others are told as content."""


@dataclass(frozen=True)
class Marked:
    """One divergence of the gold data."""

    pair: str
    severity: str
    kind: str
    original: Span | None
    derived: Span | None


@pytest.fixture(scope="module")
def corpus(real_seeds: Path) -> Corpus:
    return load(real_seeds)[0]


@pytest.fixture(scope="module")
def gold(measures: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((measures / "gold" / "seed_pairs.json").read_text("utf-8"))
    return data


def source(corpus: Corpus, file: str) -> str:
    return next(d.source.id for d in corpus.documents if d.source.file == file)


def places(corpus: Corpus, name: str, words: str, line: int) -> list[Span]:
    """Where `words` stand from their line on; a headline may stand there twice."""
    made = corpus.by_id[name].source
    from_line = sum(len(text) + 1 for text in made.text.split("\n")[: line - 1])
    found = re.finditer(re.escape(words), made.text[from_line:])
    return [made.span(from_line + m.start(), from_line + m.end()) for m in found]


def sides(corpus: Corpus, gold: dict[str, Any]) -> Iterator[tuple[str, list[Span], list[Span]]]:
    """(id, places in the original, places in the derived) of every pair."""
    first, second = source(corpus, gold["a_file"]), source(corpus, gold["b_file"])
    for pair in gold["pairs"]:
        left = [at for words in pair["a"] for at in places(corpus, first, words, pair["a_lines"][0])]
        right = [at for words in pair["b"] for at in places(corpus, second, words, pair["b_lines"][0])]
        assert left, pair["id"]
        assert right, pair["id"]
        yield pair["id"], left, right


def marked(corpus: Corpus, gold: dict[str, Any]) -> Iterator[Marked]:
    first, second = source(corpus, gold["a_file"]), source(corpus, gold["b_file"])
    for pair in gold["pairs"]:
        for one in pair["divergences"]:
            left = places(corpus, first, one["a"], pair["a_lines"][0])[0] if one["a"] else None
            right = places(corpus, second, one["b"], pair["b_lines"][0])[0] if one["b"] else None
            yield Marked(pair["id"], one["severity"], one["kind"], left, right)


def tells(found: Divergence, wanted: Marked) -> bool:
    """Whether a divergence of ours shows a marked one: its kind's class, and the words of a side it has."""
    if found.kind not in CLASSES.get(wanted.kind, CONTENT):
        return False
    couples = ((found.original, wanted.original), (found.derived, wanted.derived))
    both = [(ours, theirs) for ours, theirs in couples if ours and theirs]
    return bool(both) and all(ours.overlaps(theirs) for ours, theirs in both)


def test_the_rewrite_is_found_and_nothing_else(corpus: Corpus, gold: dict[str, Any]) -> None:
    derived = {k.source: (k.origin, k.kind) for k in corpus.kinships if k.kind != "original"}
    first, second = source(corpus, gold["a_file"]), source(corpus, gold["b_file"])
    assert derived == {second: (first, "translation")}


def test_every_marked_pair_is_found(corpus: Corpus, gold: dict[str, Any]) -> None:
    missed = [
        name
        for name, left, right in sides(corpus, gold)
        if not any(
            any(p.original.overlaps(a) for a in left) and any(p.derived.overlaps(b) for b in right)
            for p in corpus.pairs
        )
    ]
    assert missed == []


def test_no_pair_is_false(corpus: Corpus, gold: dict[str, Any]) -> None:
    wanted = list(sides(corpus, gold))
    false = [
        (corpus.text(p.original), corpus.text(p.derived))
        for p in corpus.pairs
        if not any(
            any(p.original.overlaps(a) for a in left) and any(p.derived.overlaps(b) for b in right)
            for _, left, right in wanted
        )
    ]
    assert false == []


def missed(corpus: Corpus, gold: dict[str, Any], severity: str) -> list[Marked]:
    wanted = [one for one in marked(corpus, gold) if one.severity == severity]
    assert wanted
    return [one for one in wanted if not any(tells(found, one) for found in corpus.divergences)]


def test_every_major_divergence_is_found(corpus: Corpus, gold: dict[str, Any]) -> None:
    assert missed(corpus, gold, "major") == []


def test_notable_divergences_are_found_but_for_one_at_most(corpus: Corpus, gold: dict[str, Any]) -> None:
    assert len(missed(corpus, gold, "notable")) <= 1


def test_few_divergences_are_reported_as_major_that_nobody_marked(
    corpus: Corpus, gold: dict[str, Any]
) -> None:
    wanted = list(marked(corpus, gold))
    majors = [one for one in corpus.divergences if one.severity == "major"]
    extra = [one for one in majors if not any(tells(one, mark) for mark in wanted)]
    assert len(extra) <= 1, [corpus.text(one.original or one.derived or one.original_at) for one in extra]


def test_the_day_of_the_rewrite_gets_the_year_of_its_origin(corpus: Corpus, gold: dict[str, Any]) -> None:
    document = corpus.by_id[source(corpus, gold["b_file"])]
    inferred = [(document.text(m.span), m.value) for m in document.dates if m.status == "inferred"]
    assert inferred == [("July 21", "2025-07-21")]
