"""What the template of the evidence page draws: the printed memo, its evidence, and where links lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from briefgen.model import Span
from briefgen.paper.evidence_layout import evidence_page
from briefgen.paper.evidence_page import EvidencePage, ShownLine, SourceRun
from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import page
from briefgen.paper.memo import Memo, Words, annex_letter
from briefgen.paper.page import Part, PrintedLine, PrintedPage, PrintedRun, Tone

_TONES: Mapping[Tone, tuple[str, str]] = MappingProxyType(
    {
        "name": ("<b>", "</b>"),
        "label": ("<b>", "</b>"),
        "worked-out": ("<i>", "</i>"),
        "blank": ('<span class="blank">', "</span>"),
    }
)
_QUOTED: Mapping[Tone, tuple[str, str]] = MappingProxyType(
    {
        "source": ("<mark>", "</mark>"),
        "voice": ('<mark class="voice">', "</mark>"),
        "cut": ("<s>", "</s>"),
    }
)
_ASIDE: Mapping[Tone, tuple[str, str]] = MappingProxyType({"voice": ("<u>", "</u>")})
_PLAIN = re.compile(r"[A-Za-z0-9-]+")


class Markup(str):
    """Text that is HTML already; a template that escapes asks for it by `__html__` and leaves it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


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

    def words(self, line: PrintedLine) -> str:
        """A line of the memo: links, names, dates that are worked out, blanks."""
        return Markup("".join(map(self._piece, line.pieces)))

    def quoted(self, line: PrintedLine) -> str:
        """A passage in its surroundings: what is cited, what is left out, who speaks."""
        return _apart(line, _QUOTED)

    def aside(self, line: PrintedLine) -> str:
        """A sentence outside of a passage, with the words on which something rests."""
        return _apart(line, _ASIDE)

    def cited(self, line: ShownLine) -> str:
        """A line of a source with links to the passages in it."""
        return Markup("".join(map(_source_run, line.pieces)))

    def _piece(self, piece: PrintedRun) -> str:
        text, to = escape(piece.text), self.href(piece)
        if to:
            return f'<a class="{piece.tone}" href="{to}">{text}</a>'
        before, behind = _TONES.get(piece.tone, ("", ""))
        return f"{before}{text}{behind}"

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


def _apart(line: PrintedLine, tones: Mapping[Tone, tuple[str, str]]) -> str:
    """A line with the words of some tones set apart."""
    found = []
    for piece in line.pieces:
        before, behind = tones.get(piece.tone, ("", ""))
        found.append(f"{before}{escape(piece.text)}{behind}")
    return Markup("".join(found))


def _source_run(piece: SourceRun) -> str:
    ids = "".join(f'<span id="t{number}"></span>' for number in piece.begins)
    text = escape(piece.text)
    return f'{ids}<mark><a href="#p{piece.passage}">{text}</a></mark>' if piece.passage else f"{ids}{text}"


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
