"""What the template of the evidence page draws: the printed memo, its evidence, and where links lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.model import Span
from briefgen.paper.evidence_layout import evidence_page
from briefgen.paper.evidence_page import EvidencePage
from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import page
from briefgen.paper.memo import Memo, Words, annex_letter
from briefgen.paper.page import Part, PrintedPage, PrintedRun

_PLAIN = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """All that the template asks for; ids are made once, so that each is there once."""

    memo: PrintedPage
    language: str
    evidence: EvidencePage | None
    anchors: Mapping[str, str]
    """Id of the row, source or annex of the memo that a label or number names."""
    numbers: Mapping[Span, int]
    """Number of the passage at each cited place."""

    def href(self, piece: PrintedRun) -> str:
        """To what a piece leads: "#m-K3", "#p12"; "" for none."""
        if piece.cite is not None and piece.cite in self.numbers:
            return f"#p{self.numbers[piece.cite]}"
        anchor = self.anchors.get(piece.target, "")
        return f"#{anchor}" if anchor else ""

    def row(self, target: str) -> str:
        """To what a use of a passage leads: its row, else its section."""
        return f"#{self.anchors.get(target) or self.section(target)}"

    def section(self, id_: str) -> str:
        """Id of a section of the memo."""
        at = next((at for at, part in enumerate(self.memo.parts) if part.id == id_), 0)
        return f"section-{at + 1}"

    def letter(self, part: Part) -> str:
        """Id of the heading of an annex; "" for a section of the body."""
        annexes = [one for one in self.memo.parts if one.annex]
        return self.anchors.get(annex_letter(annexes.index(part) + 1), "") if part.annex else ""


def drawn(memo: Memo, words: Words, style: HouseStyle) -> DrawnPage:
    """The page of a memo; one without evidence is the memo alone."""
    shown = page(memo, words, style)
    passages = memo.evidence.passages if memo.evidence else ()
    return DrawnPage(
        shown,
        memo.language,
        evidence_page(memo, words, style),
        _anchors(labels(shown)),
        {one.place.span: one.number for one in passages},
    )


def labels(shown: PrintedPage) -> Iterable[str]:
    """Labels of rows, numbers of sources and letters of annexes."""
    annexes = 0
    for part in shown.parts:
        if part.annex:
            annexes += 1
            yield annex_letter(annexes)
        rows = part.table.rows if part.table else part.rows
        yield from (row.label for row in rows if row.label)


def _anchors(found: Iterable[str]) -> dict[str, str]:
    """An id for each label; one with signs that an id does not take has its number."""
    known = dict.fromkeys(found)
    return {
        label: f"m-{label}" if _PLAIN.fullmatch(label) else f"m--{at}" for at, label in enumerate(known, 1)
    }
