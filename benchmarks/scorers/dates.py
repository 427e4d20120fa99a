"""Dates and their values, on benchmarks/corpora/dates.

- value F1: expressions below the head of a text, found (overlapping the words of the gold) with the right
  TIMEX3 value, a range as both its ends, in one expression or two. Where the product leaves open which of
  two days is meant, its value is the open one. Not: the exact extent of the words, nor the kind of
  expression.
- document dates right: share of texts whose own date is right, "undated" included.
- invented: as a negative count, expressions found in words that are no date, values that say more than the
  text (a year or a day that it does not give), and dates of undated documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.scorers.corpus import Entry, Figures, Gold, Headed, entries, prepared
from benchmarks.scorers.counting import f1, share
from briefgen.model import DateMention, Document


@dataclass(frozen=True)
class Tally:
    """Counts of one text."""

    right: int
    found: int
    expected: int
    invented: int
    document_right: bool


def figures() -> Figures:
    """The figures of the product on the corpus."""
    return score(tally(entry, prepared(entry.text)) for entry in entries("dates", Headed))


def tally(entry: Entry, document: Document) -> Tally:
    """Compares the dates of a document with the gold of its text."""
    found = [one for one in document.dates if one.span.start >= entry.head]
    gold = entry.of("yes")
    hits = {one: overlapped for one in gold if (overlapped := over(one, found))}
    beside = [one for one in found if all(one not in hit for hit in hits.values())]
    spared = [one for one in beside if any(over(other, [one]) for other in entry.of("either"))]
    wrong = [one for one in beside if any(over(other, [one]) for other in entry.of("no"))]
    finer = [one for one, hit in hits.items() if any(says_more(h.value, one.says) for h in hit)]
    own, stated = document.meta.published.value or "undated", entry.stated["document"]
    return Tally(
        right=sum(is_right(one, hit) for one, hit in hits.items()),
        found=len(hits) + len(beside) - len(spared),
        expected=len(gold),
        invented=len(wrong) + len(finer) + (stated == "undated" != own),
        document_right=own == stated,
    )


def is_right(gold: Gold, found: Sequence[DateMention]) -> bool:
    """Whether the first finding has the value, or two findings have the ends of the range."""
    values = [one.value for one in found]
    return bool({values[0], "/".join(values)} & set(gold.says.split(" or ")))


def over(gold: Gold, found: Iterable[DateMention]) -> list[DateMention]:
    """The findings that share a character with the words of the gold."""
    start, end = gold.places[0][0], gold.places[-1][1]
    return [one for one in found if one.span.start < end and start < one.span.end]


def says_more(value: str, accepted: str) -> bool:
    """Whether a value has a year that the text does not give, or a month or day behind the right one."""
    if accepted.startswith("XXXX"):
        return bool(re.match(r"\d{4}", value))
    right = accepted.split(" or ")
    return value not in right and any(value.startswith(f"{one}-") for one in right)


def score(tallies: Iterable[Tally]) -> Figures:
    """All figures of some texts."""
    every = tuple(tallies)
    right, found, expected = (sum(getattr(t, k) for t in every) for k in ("right", "found", "expected"))
    return {
        "value F1": f1(right, found, expected),
        "document dates right": share(sum(t.document_right for t in every), len(every)),
        "invented": -float(sum(t.invented for t in every)),
    }
