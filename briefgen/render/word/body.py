"""The body: title, header block, sections, tables, footnote marks. Styles only, no direct formatting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from docx.document import Document

from briefgen.paper.layout import Part, PrintedLine, PrintedPage, PrintedTable, Tone
from briefgen.paper.memo import Field
from briefgen.render.word.elements import (
    bookmarked,
    element,
    field,
    paragraph,
    row,
    run,
    table,
    text,
)
from briefgen.render.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SHARES: Mapping[Field, int] = MappingProxyType(
    {
        "label": 9, "text": 60, "speaker": 23, "role": 18, "when": 20, "where": 17, "name": 22,
        "relation": 60, "raised_by": 22, "versions": 40, "caveat": 36, "used": 8, "cites": 8,
    }
)  # fmt: skip
"""Width of a column kind, as a share of all columns of its table."""
TEXT_BESIDE: Mapping[Field, int] = MappingProxyType({"versions": 26, "caveat": 40})
"""Share of a text column where another column says more: it only names the point, or the document."""
_CHARACTER: Mapping[Tone, str] = MappingProxyType(
    {"source": "Memo Quote Text", "label": "Memo Label", "blank": "Memo Blank", "name": "Memo Name"}
)
_EMU_PER_DXA = 635


def draw(document: Document, page: PrintedPage, styles: Styles) -> None:
    """Put the memo before the page setup of an empty body."""
    setup = document.element.body.sectPr
    drawing = _WordDrawing(page, styles, _text_width(document))
    for block in drawing.blocks():
        document.element.body.append(block) if setup is None else setup.addprevious(block)


def _text_width(document: Document) -> int:
    """Width of the text area in twentieths of a point."""
    section = document.sections[-1]
    parts = (section.left_margin, section.right_margin, section.gutter)
    # A4 with 2.5 cm margins where a template says nothing.
    width = (section.page_width or 7_560_310) - sum(900_000 if p is None else p for p in parts)
    return int(width // _EMU_PER_DXA)


class _WordDrawing:
    """One memo on its way into a body; remembers which notes have had their first mark."""

    def __init__(self, page: PrintedPage, styles: Styles, width: int) -> None:
        self._page, self._styles, self._width = page, styles, width
        self._marked: set[int] = set()
        self._times = Counter(n for line in _lines(page) for n in line.notes)

    def blocks(self) -> Iterator[Element]:
        """Paragraphs and tables in order."""
        yield paragraph(self._styles.id("Title"), run(text(self._page.title)))
        for label, value in self._page.header:
            name = run(text(f"{label}:"), self._styles.id(_CHARACTER["label"]))
            yield paragraph(self._styles.id("Memo Header"), name, run(element("tab")), *self._content(value))
        for part in self._page.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[Element]:
        yield paragraph(self._styles.id("Memo Annex" if part.annex else "heading 1"), run(text(part.title)))
        if part.note:
            yield self._line("Memo Note", part.note)
        style = self._styles.find(f"Memo {part.id}", "List Bullet") if part.bullets else ""
        for bullet in part.bullets:
            yield paragraph(style, *self._content(bullet))
        if part.table:
            yield self._table(part, part.table)
        if part.gap:
            yield paragraph(self._styles.id("Memo Gap"), run(text(part.gap)))

    def _line(self, style: str, line: PrintedLine) -> Element:
        return paragraph(self._styles.id(style), *self._content(line))

    def _table(self, part: Part, drawn: PrintedTable) -> Element:
        widths = _widths(drawn, self._width)
        made = table(self._styles.id("Memo Table"), widths, part.title, drawn.description)
        head, cell = self._styles.id("Memo Table Head"), self._styles.id("Memo Table Text")
        titles = [paragraph(head, run(text(c.heading))) for c in drawn.columns]
        made.append(row(list(zip(titles, widths, strict=True)), heading=True))
        for lines in drawn.rows:
            cells = [paragraph(cell, *self._content(line)) for line in lines]
            made.append(row(list(zip(cells, widths, strict=True))))
        return made

    def _content(self, line: PrintedLine) -> Iterator[Element]:
        for piece in line.pieces:
            style = _CHARACTER.get(piece.tone)
            yield run(text(piece.text), self._styles.id(style) if style else "")
        for at, number in enumerate(line.notes):
            if at:
                yield run(text(", "), self._styles.id("footnote reference"))
            yield from self._mark(number)

    def _mark(self, number: int) -> Iterator[Element]:
        """The note's reference; further marks of the same note are cross-references to the first."""
        style, name = self._styles.id("footnote reference"), f"_Note{number}"
        if number in self._marked:
            yield field(f"NOTEREF {name} \\f \\h", str(number), style)
            return
        self._marked.add(number)
        reference = run(element("footnoteReference", id=number), style)
        yield from bookmarked(reference, number, name) if self._times[number] > 1 else (reference,)


def _widths(drawn: PrintedTable, total: int) -> list[int]:
    """Widths of the columns, in twentieths of a point."""
    fields = [column.field for column in drawn.columns]
    text = next((share for name, share in TEXT_BESIDE.items() if name in fields), SHARES["text"])
    shares = [text if name == "text" else SHARES[name] for name in fields]
    return [total * share // sum(shares) for share in shares]


def _lines(page: PrintedPage) -> Iterator[PrintedLine]:
    for part in page.parts:
        yield from part.bullets
        for cells in part.table.rows if part.table else ():
            yield from cells
