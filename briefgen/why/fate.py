"""What became of a selected sentence: the rows of the memo in which it stands, or why it is in none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from briefgen.compose import background
from briefgen.compose.clause import Flaw, flaw
from briefgen.compose.order import Ranked, alike, chosen, crowded, worth
from briefgen.compose.statements import Statement, frames
from briefgen.model import Span
from briefgen.why.composed import Composed

FLAWS: Mapping[Flaw, str] = MappingProxyType(
    {
        "question": "it asks",
        "stump": "too short to be understood by itself",
        "unended": "it does not end as a sentence does",
        "formula": "a formula, or a list of those present, and no fact",
        "leaning": "it leans on the sentence before it",
        "torn": "it holds half of a quotation",
    }
)


@dataclass(frozen=True, eq=False)
class Fates:
    """What became of the sentences of one memo."""

    composed: Composed

    def of(self, span: Span) -> str:
        """One line on a selected sentence."""
        rows = self.composed.rows(span)
        return f"in the memo: {', '.join(rows)}" if rows else f"not in the memo: {self.why_not(span)}"

    def why_not(self, span: Span) -> str:
        """Why a sentence is in no row: as a statement, or else as a fact."""
        brief = self.composed.brief
        statement = brief.statement_of.get(span)
        if statement is not None:
            return f"statement worth {worth(brief, statement):.2f}, {self.why_no_row(statement)}"
        document = brief.corpus.document(span)
        found = flaw(document, span)
        if found:
            return FLAWS[found]
        sentence = document.sentence_at(span)
        told = [] if sentence is None else [*background.like(brief, self.composed.ledger, document, sentence)]
        if told:
            return f"told already by {', '.join(told)}, in most of its words"
        return (
            f"as a fact it bears less on the topic ({brief.evidence[span].score:.2f}) than the limit allows"
        )

    def why_no_row(self, statement: Statement) -> str:
        """Why a statement has no row."""
        told = self._told_by(statement)
        if told is not None:
            return f"told already by {self.composed.row(told, 'K') or self.composed.place(told)}"
        if any(statement is one.statement for one in self._chosen):
            return "chosen as a statement, but there is no room for its row"
        crowd = crowded(self._rows, self._ranked(statement))
        beside = f"less {crowd:.2f} for the rows of its document and its speaker, " if crowd else ""
        return f"{beside}less than the limit of {len(self._chosen)} statements allows"

    @cached_property
    def _chosen(self) -> tuple[Ranked, ...]:
        """The statements that are worth a row, best first."""
        brief = self.composed.brief
        best = chosen(brief, brief.statements, brief.shape("key-statements").most)
        return tuple(self._ranked(one) for one in best)

    @cached_property
    def _rows(self) -> Counter[object]:
        """The rows that each document and each speaker has."""
        taken = [one.statement for one in self._chosen]
        documents = Counter[object](one.document.source.id for one in taken)
        return documents + Counter[object](one.lead.voice for one in taken)

    def _told_by(self, statement: Statement) -> Span | None:
        """The first sentence of the chosen statement that says the same."""
        mine, here = self._ranked(statement), frames(statement)
        others = (one for one in self._chosen if one.statement is not statement)
        same = (one for one in others if frames(one.statement) == here or alike(mine, one))
        return next((one.statement.sentence for one in same), None)

    def _ranked(self, statement: Statement) -> Ranked:
        """A statement in the form in which statements are compared; its worth plays no part in that."""
        return Ranked(statement, 0.0, self.composed.brief)
