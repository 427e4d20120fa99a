"""The memo as a reader sees it, before any format: headings, lines and tables of printed words.

PrintedPage formats draw this; `verify` compares their files with it. Footnotes get their numbers here, in
order of appearance on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from briefgen.model import Span
from briefgen.paper.columns import Column, columns_of, home_of, text_of
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import ITEM_FIELDS, Cited, Footnote, HeaderField, Item, Memo, Section, Text, Words
from briefgen.paper.printed import printed

Tone = Literal["house", "source", "label", "blank", "name"]
"""What kind of words a piece holds; a format may show each in its own way."""
_OPENING_WITH_NAME = frozenset(field.name for field in ITEM_FIELDS if field.opens_with_name)


class PrintedRun(NamedTuple):
    """Printed words of one tone."""

    text: str
    tone: Tone = "house"
    cited: bool = False
    """Whether they are a source's, whatever their tone."""


class PrintedLine(NamedTuple):
    """A paragraph or cell: pieces without anything between them, then footnote marks."""

    pieces: tuple[PrintedRun, ...]
    notes: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The printed words, without the marks."""
        return "".join(piece.text for piece in self.pieces)


class PrintedTable(NamedTuple):
    """A table with one heading row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[PrintedLine, ...], ...]
    description: str
    """For readers who can not see it."""

    @property
    def head(self) -> tuple[PrintedLine, ...]:
        """The heading row."""
        return tuple(PrintedLine((PrintedRun(column.heading),)) for column in self.columns)


class Part(NamedTuple):
    """One section as printed."""

    id: str
    title: str
    heading: str
    """The title with its number or letter: "2. Background", "Annex A. Chronology"."""
    annex: bool
    note: PrintedLine | None
    bullets: tuple[PrintedLine, ...]
    table: PrintedTable | None
    gap: str
    """Printed when there is neither bullet nor table; else empty."""

    @property
    def lines(self) -> Iterator[PrintedLine]:
        """All lines below the heading in reading order, cell by cell, with the headings of columns."""
        yield from (self.note,) if self.note else ()
        yield from self.bullets
        for row in (self.table.head, *self.table.rows) if self.table else ():
            yield from row
        yield from (PrintedLine((PrintedRun(self.gap),)),) if self.gap else ()


class PrintedPage(NamedTuple):
    """The whole memo as printed."""

    title: str
    marking: str
    generator: str
    header: tuple[tuple[str, PrintedLine], ...]
    """(label, value) of each line of the header block."""
    parts: tuple[Part, ...]
    notes: tuple[Footnote, ...]
    """In order of appearance; note 1 comes first."""


def page(memo: Memo, words: Words, style: HouseStyle) -> PrintedPage:
    """The memo as printed in the house style; `words` gives the words of a span."""
    drawing = _PageDrawing(memo, words, style, {note.span: note for note in memo.footnotes})
    parts = tuple(drawing.parts())
    return PrintedPage(
        title=printed(memo.title),
        marking=printed(memo.marking),
        generator=printed(memo.generator),
        header=tuple((printed(h.label), drawing.header_line(h)) for h in memo.header),
        parts=parts,
        notes=tuple(drawing.notes[span] for span in drawing.given),
    )


@dataclass
class _PageDrawing:
    """One memo on its way to a page; hands out note numbers in order of appearance."""

    memo: Memo
    words: Words
    style: HouseStyle
    notes: Mapping[Span, Footnote]
    given: dict[Span, int] = field(default_factory=dict)
    introduced: set[tuple[str, str]] = field(default_factory=set)

    def header_line(self, line: HeaderField) -> PrintedLine:
        pieces = self._pieces(line.value)
        return PrintedLine(pieces or (PrintedRun(printed(line.placeholder), "blank"),))

    def parts(self) -> Iterator[Part]:
        annexes = 0
        for position, section in enumerate(self.memo.sections, 1):
            annexes += section.annex
            title = printed(section.title)
            if section.annex:
                heading = self.style.phrase("annex-heading", letter=_letter(annexes), title=title)
            else:
                heading = self.style.phrase("section-heading", number=position - annexes, title=title)
            yield self._part(section, title, heading)

    def _part(self, section: Section, title: str, heading: str) -> Part:
        table = section.layout == "table"
        return Part(
            id=section.id,
            title=title,
            heading=heading,
            annex=section.annex,
            note=PrintedLine(self._pieces(section.note)) if section.note else None,
            bullets=() if table else tuple(self._bullet(item) for item in section.items),
            table=self._table(section, title) if table and section.items else None,
            gap="" if section.items else printed(section.gap),
        )

    def _bullet(self, item: Item) -> PrintedLine:
        return PrintedLine(self._pieces(item.text), self._numbers(item.cites))

    def _table(self, section: Section, title: str) -> PrintedTable:
        columns = columns_of(section)
        names = ", ".join(column.heading for column in columns)
        description = self.style.phrase("table-description", title=title, columns=names)
        return PrintedTable(columns, tuple(self._row(item, columns) for item in section.items), description)

    def _row(self, item: Item, columns: tuple[Column, ...]) -> tuple[PrintedLine, ...]:
        item = self._introduced(item)
        homes = [(cite, home_of(cite, item, columns)) for cite in item.cites]
        return tuple(
            self._cell(item, column, tuple(cite for cite, home in homes if home == at))
            for at, column in enumerate(columns)
        )

    def _introduced(self, item: Item) -> Item:
        """The item without its speaker's role where an earlier row has given it."""
        speaker, role = ("".join(p.text for p in self._pieces(text)) for text in (item.speaker, item.role))
        if not role or (speaker, role) not in self.introduced:
            self.introduced.add((speaker, role))
            return item
        return replace(item, role=())

    def _cell(self, item: Item, column: Column, cites: tuple[Span, ...]) -> PrintedLine:
        fields = text_of(item, column, self.memo, self.style)
        pieces = tuple(piece for name, text in fields for piece in self._pieces(text, name))
        notes = self._numbers(cites)
        if not pieces and not notes:
            pieces = (PrintedRun(printed(self.style.phrase("empty-cell"))),)
        return PrintedLine(pieces, notes)

    def _numbers(self, cites: tuple[Span, ...]) -> tuple[int, ...]:
        """Numbers of the notes for `cites`; a span without a note has none, which `verify` reports."""
        known = dict.fromkeys(cite for cite in cites if cite in self.notes)
        return tuple(self.given.setdefault(cite, len(self.given) + 1) for cite in known)

    def _pieces(self, text: Text, name: str = "") -> tuple[PrintedRun, ...]:
        """The printed words of a field; a speaker's first words are the name, what follows qualifies it."""
        named = name in _OPENING_WITH_NAME
        found = []
        for at, run in enumerate(text):
            if isinstance(run, Cited):
                tone: Tone = "name" if named and at == 0 else "source"
                found.append(PrintedRun(printed(self.words(run.span)), tone, cited=True))
            else:
                found.append(PrintedRun(printed(run.text), "name" if name == "name" else "house"))
        return tuple(piece for piece in found if piece.text)


def _letter(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA, as Word letters lists."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
