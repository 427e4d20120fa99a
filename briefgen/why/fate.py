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
            return self.why_no_row(statement)
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
        brief = self.composed.brief
        twin = self._told_by(statement)
        if twin is not None:
            label = self.composed.row(twin.sentence, "K") or self.composed.place(twin.sentence)
            return f"told already by {label}"
        if id(statement) in map(id, self.chosen):
            return "chosen as a statement, but there is no room for its row"
        crowd = crowded(self._rows, statement)
        beside = f" less {crowd:.2f} for rows of its document and speaker" if crowd else ""
        return (
            f"as a statement it is worth {worth(brief, statement):.2f}{beside}, less than the "
            f"{len(self.chosen)} that the limit allows"
        )

    @cached_property
    def chosen(self) -> list[Statement]:
        """The statements that are worth a row, best first."""
        brief = self.composed.brief
        return chosen(brief, brief.statements, brief.shape("key-statements").most)

    @cached_property
    def _rows(self) -> Counter[object]:
        """The rows that each document and each speaker has."""
        keys = ((one.document.source.id, one.lead.voice) for one in self.chosen)
        return Counter(key for pair in keys for key in pair)

    def _told_by(self, statement: Statement) -> Statement | None:
        """The chosen statement that says the same."""
        brief = self.composed.brief
        mine = Ranked(statement, 0.0, brief)
        others = (one for one in self.chosen if one is not statement)
        same = (
            one for one in others if frames(one) == frames(statement) or alike(mine, Ranked(one, 0.0, brief))
        )
        return next(same, None)
