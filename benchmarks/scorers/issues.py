"""Open issues and who raises them, on benchmarks/corpora/issues.

- sentence F1: sentences in which an issue is found, against those that present something as open. Not: the
  kind of issue, the cue, nor which issues a memo chooses.
- raised by: of the sentences found, the share whose first issue has the right holder, or none where nobody
  is named.
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.scorers.corpus import Entry, Figures, entries, prepared
from benchmarks.scorers.counting import is_one_of, share
from benchmarks.scorers.sentences import Found, compared, sentence_f1
from briefgen.model import Document, Span

NOBODY = "nobody named"


def figures() -> Figures:
    """The figures of the product on the corpus."""
    return score(tally(entry, prepared(entry.text)) for entry in entries("issues"))


def tally(entry: Entry, document: Document) -> Found[str]:
    """Compares the issues of a document with the gold of its text."""
    found: dict[Span, str] = {}
    for issue in document.issues:
        found.setdefault(issue.sentence, document.text(issue.holder) if issue.holder else NOBODY)
    return compared(entry, found)


def score(tallies: Iterable[Found[str]]) -> Figures:
    """Both figures of some texts."""
    every = tuple(tallies)
    hits = [hit for one in every for hit in one.hits]
    right = sum(is_one_of(holder, gold.says) for gold, holder in hits)
    return {"sentence F1": sentence_f1(every), "raised by": share(right, len(hits))}
