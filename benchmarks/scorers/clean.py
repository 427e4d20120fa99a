"""Cleaning of scrapes, on benchmarks/corpora/clean: marks tell which lines are the article.

- token F1: words of the article kept, words of the rest dropped, the mean over the scrapes. Lines that may
  be kept or dropped do not count. Not: how kept lines are labelled.
- hurt: share of scrapes that lose more than a tenth of the words of their article, negative.
- headline lost: scrapes whose headline is not labelled as one, as a negative count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scorers.corpus import CORPORA, Figures, prepared
from benchmarks.scorers.counting import f1, share
from briefgen.model import KEPT, Document

MARKS = "=+-?"
WORD = re.compile(r"\w+")
HURT = 0.1
"""Share of an article's words whose loss a reader notices: a paragraph of ten."""


@dataclass(frozen=True)
class Scrape:
    """A scrape and the mark of each of its lines ("" for an empty one)."""

    name: str
    text: str
    marks: tuple[str, ...]

    def words(self, marks: str) -> frozenset[int]:
        """Offsets of the words on lines with one of some marks."""
        return frozenset(
            at for mark, place in self.lines() if mark in marks for at in word_starts(self, place)
        )

    def lines(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Mark and place of the lines that are not empty."""
        at = 0
        for mark, line in zip(self.marks, self.text.split("\n"), strict=True):
            if mark:
                yield mark, (at, at + len(line))
            at += len(line) + 1


@dataclass(frozen=True)
class Tally:
    """What became of one scrape."""

    f1: float
    hurt: bool
    headline_lost: bool


def word_starts(scrape: Scrape, place: tuple[int, int]) -> Iterator[int]:
    """Offsets at which the words of a place begin."""
    return (found.start() for found in WORD.finditer(scrape.text, *place))


def scrape(name: str, marked: str) -> Scrape:
    """A scrape out of its marked lines; a line without a mark is an error."""
    rows = marked.rstrip("\n").split("\n")
    for row in rows:
        if row and (row[0] not in MARKS or row[1:2] != " "):
            raise ValueError(f"{name}: no mark before {row!r}")
    return Scrape(name, "\n".join(row[2:] for row in rows), tuple(row[:1] for row in rows))


def scrapes(folder: Path = CORPORA / "clean") -> tuple[Scrape, ...]:
    """All scrapes of the corpus."""
    return tuple(scrape(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt")))


def figures() -> Figures:
    """The figures of the product on the corpus."""
    return score(tally(one, prepared(one.text)) for one in scrapes())


def tally(one: Scrape, document: Document) -> Tally:
    """Compares what of a scrape is kept with its marks."""
    article, rest = one.words("=+"), one.words("-")
    kept = frozenset(
        at
        for block in document.blocks
        if block.label in KEPT
        for at in word_starts(one, (block.span.start, block.span.end))
    )
    lost = one.words("+") - kept
    counted = kept & (article | rest)
    return Tally(
        f1(len(kept & article), len(counted), len(article)),
        len(lost) > HURT * len(one.words("+")),
        headline_lost(one, document),
    )


def headline_lost(one: Scrape, document: Document) -> bool:
    """Whether there is a headline and no block labelled so lies on it."""
    headlines = [b.span for b in document.blocks if b.label == "headline"]
    return any(
        not any(span.start < end and start < span.end for span in headlines)
        for mark, (start, end) in one.lines()
        if mark == "="
    )


def score(tallies: Iterable[Tally]) -> Figures:
    """All figures of some scrapes."""
    every = tuple(tallies)
    return {
        "token F1": sum(t.f1 for t in every) / len(every),
        "hurt": -share(sum(t.hurt for t in every), len(every)),
        "headline lost": -float(sum(t.headline_lost for t in every)),
    }
