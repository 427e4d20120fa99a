"""The memo as a reader sees it, before any format: headings, lines and tables of printed words.

Page formats draw this; `verify` compares their files with it. Footnotes get their numbers here, in
order of appearance on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from briefgen.columns import Column, columns_of, home_of, text_of
from briefgen.house import HouseStyle
from briefgen.memo import Cited, Footnote, HeaderField, Item, Memo, Section, Text, Words
from briefgen.model import Span
from briefgen.printed import printed

Tone = Literal["house", "source", "label", "blank", "name"]
"""What kind of words a piece holds; a format may show each in its own way."""
_NAMED: Mapping[str, Tone] = MappingProxyType({"speaker": "name", "name": "name"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Printed words of one tone."""

    text: str
    tone: Tone = "house"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or cell: pieces without anything between them, then footnote marks."""

    pieces: tuple[Piece, ...]
    notes: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The printed words, without the marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one heading row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    description: str
    """For readers who can not see it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section as printed."""

    id: str
    title: str
    heading: str
    """The title with its number or letter: "2. Background", "Annex A. Chronology"."""
    annex: bool
    note: Line | None
    bullets: tuple[Line, ...]
    table: Table | None
    gap: str
    """Printed when there is neither bullet nor table; else empty."""


@dataclass(frozen=True, slots=True)
class Page:
    """The whole memo as printed."""

    title: str
    marking: str
    generator: str
    header: tuple[tuple[str, Line], ...]
    """(label, value) of each line of the header block."""
    parts: tuple[Part, ...]
    notes: tuple[Footnote, ...]
    """In order of appearance; note 1 comes first."""


@dataclass
class _Numbering:
    """Hands out note numbers in order of appearance."""

    notes: Mapping[Span, Footnote]
    given: dict[Span, int] = field(default_factory=dict)

    def numbers(self, cites: tuple[Span, ...]) -> tuple[int, ...]:
        """Numbers of the notes for `cites`; a span without a note has none, which `verify` reports."""
        known = dict.fromkeys(c for c in cites if c in self.notes)
        return tuple(self.given.setdefault(c, len(self.given) + 1) for c in known)


def page(memo: Memo, words: Words, style: HouseStyle) -> Page:
    """The memo as printed in the house style; `words` gives the words of a span."""
    numbering = _Numbering({note.span: note for note in memo.footnotes})
    parts = tuple(_parts(memo, words, style, numbering))
    return Page(
        title=printed(memo.title),
        marking=printed(memo.marking),
        generator=printed(memo.generator),
        header=tuple((printed(h.label), _header(h, words)) for h in memo.header),
        parts=parts,
        notes=tuple(numbering.notes[span] for span in numbering.given),
    )


def _header(line: HeaderField, words: Words) -> Line:
    pieces = _pieces(line.value, words)
    return Line(pieces or (Piece(printed(line.placeholder), "blank"),))


def _parts(memo: Memo, words: Words, style: HouseStyle, numbering: _Numbering) -> Iterator[Part]:
    annexes = 0
    for number, section in enumerate(memo.sections, 1):
        annexes += section.annex
        heading = (
            style.phrase("annex-heading", letter=_letter(annexes), title=printed(section.title))
            if section.annex
            else style.phrase("section-heading", number=number - annexes, title=printed(section.title))
        )
        rows = section.items
        yield Part(
            id=section.id,
            title=printed(section.title),
            heading=heading,
            annex=section.annex,
            note=Line(_pieces(section.note, words)) if section.note else None,
            bullets=tuple(_bullet(i, words, numbering) for i in rows) if section.layout == "bullets" else (),
            table=_Tables(memo, words, style, numbering).table(section)
            if rows and section.layout == "table"
            else None,
            gap="" if rows else printed(section.gap),
        )


def _letter(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA, as Word letters lists."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _bullet(item: Item, words: Words, numbering: _Numbering) -> Line:
    return Line(_pieces(item.text, words), numbering.numbers(item.cites))


def _pieces(text: Text, words: Words, tone: Tone | None = None) -> tuple[Piece, ...]:
    found = (
        Piece(printed(words(run.span)), tone or "source")
        if isinstance(run, Cited)
        else Piece(printed(run.text), tone or "house")
        for run in text
    )
    return tuple(piece for piece in found if piece.text)


@dataclass(frozen=True, slots=True)
class _Tables:
    """Draws the rows of a section."""

    memo: Memo
    words: Words
    style: HouseStyle
    numbering: _Numbering

    def table(self, section: Section) -> Table:
        columns = columns_of(section)
        names = ", ".join(c.heading for c in columns)
        return Table(
            columns=columns,
            rows=tuple(self._row(item, columns) for item in section.items),
            description=self.style.phrase("table-description", title=printed(section.title), columns=names),
        )

    def _row(self, item: Item, columns: tuple[Column, ...]) -> tuple[Line, ...]:
        homes = [home_of(cite, item, columns) for cite in item.cites]
        return tuple(
            self._cell(item, column, tuple(c for c, h in zip(item.cites, homes, strict=True) if h == at))
            for at, column in enumerate(columns)
        )

    def _cell(self, item: Item, column: Column, cites: tuple[Span, ...]) -> Line:
        pieces: list[Piece] = []
        for name, text in text_of(item, column, self.memo, self.style):
            pieces += _pieces(text, self.words, _NAMED.get(name))
        notes = self.numbering.numbers(cites)
        if not pieces and not notes:
            pieces = [Piece(printed(self.style.phrase("empty-cell")))]
        return Line(tuple(pieces), notes)
