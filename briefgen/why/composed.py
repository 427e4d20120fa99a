"""A memo with what it was made from, and where in it a sentence stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.compose.brief import Brief
from briefgen.compose.ledger import Ledger
from briefgen.model import Span
from briefgen.paper.house import REST
from briefgen.paper.memo import Item, Memo
from briefgen.paper.printed import folded


class Composed(NamedTuple):
    """A memo with the material and the ledger it was made from."""

    brief: Brief
    ledger: Ledger
    memo: Memo

    def rows(self, span: Span) -> tuple[str, ...]:
        """The rows and annexes in which a sentence stands: "K3", "in brief 2", "K14 (annex A)"."""
        labelled = (self.shown(label) for label in self.ledger.rows_of(span))
        return tuple(dict.fromkeys((*labelled, *self._unlabelled(span))))

    def row(self, span: Span, letter: str) -> str:
        """The first row of one section, by the letter of its labels, that tells a place; "" for none."""
        found = (label for label in self.ledger.rows_of(span) if label.startswith(letter))
        return next(map(self.shown, found), "")

    def items(self, section: str) -> tuple[Item, ...]:
        """The rows of a section, with those in the annex of further rows."""
        content = self.ledger.written.get(section)
        return (*content.items, *content.rest) if content else ()

    def shown(self, label: str) -> str:
        """A label with where it stands, when that is not plain."""
        if label.isdecimal():
            return f"in brief {label}"
        letter = self.memo.annexes.get(REST)
        further = letter and any(row.label == label for row in self.ledger.rest)
        return f"{label} (annex {letter})" if further else label

    def _unlabelled(self, span: Span) -> Iterator[str]:
        """The annexes whose rows have no labels."""
        for section in self.memo.sections:
            rows = (item for item in section.items if not item.label)
            if any(cite.overlaps(span) for item in rows for cite in item.cites):
                yield f"annex {self.memo.annexes.get(section.id, section.title)}"

    def place(self, span: Span) -> str:
        """File and line of a place."""
        source = self.brief.corpus.document(span).source
        return f"{folded(source.file)}, {source.place(span.start)}"
