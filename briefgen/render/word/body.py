"""The body: title, header block, sections and tables. Styles only, no direct formatting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.document import Document

from briefgen.paper.memo import annex_letter
from briefgen.paper.page import Part, PrintedField, PrintedLine, PrintedPage, PrintedRow, PrintedTable
from briefgen.render.word.elements import (
    cell,
    control,
    element,
    keep_together,
    paragraph,
    room,
    row,
    run,
    table,
    text,
)
from briefgen.render.word.lines import LineDrawing
from briefgen.render.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LABEL_WIDTH = 640
"""Width of a column of labels in twentieths of a point, whatever the table: room for "K25"."""
KEPT_ROWS = 10
"""Rows of an annex that stay on one page; Word breaks the table all the same where a page is too short."""
_EMU_PER_DXA = 635


def draw(document: Document, page: PrintedPage, styles: Styles, lines: LineDrawing) -> None:
    """Put the memo before the page setup of an empty body."""
    setup = document.element.body.sectPr
    drawing = _WordDrawing(page, styles, lines, _text_width(document))
    for block in drawing.blocks():
        document.element.body.append(block) if setup is None else setup.addprevious(block)


def _text_width(document: Document) -> int:
    """Width of the text area in twentieths of a point."""
    section = document.sections[-1]
    margins = (section.left_margin, section.right_margin)
    # A4 with 2.5 cm margins where a template says nothing; a gutter that is not named is none.
    width = (section.page_width or 7_560_310) - sum(900_000 if m is None else m for m in margins)
    return int((width - (section.gutter or 0)) // _EMU_PER_DXA)


class _WordDrawing:
    """One memo on its way into a body."""

    def __init__(self, page: PrintedPage, styles: Styles, lines: LineDrawing, width: int) -> None:
        self._page, self._styles, self._lines, self._width = page, styles, lines, width

    def blocks(self) -> Iterator[Element]:
        """Paragraphs and tables in order."""
        if self._page.kind:
            yield paragraph(self._styles.id("Memo Kind"), text(self._page.kind))
        yield paragraph(self._styles.id("Title"), text(self._page.title))
        for number, field in enumerate(self._page.header, 1):
            yield self._field(field, number)
        if self._page.legend:
            yield self._line("Memo Legend", self._page.legend)
        annexes = 0
        for part in self._page.parts:
            annexes += part.annex
            yield from self._part(part, annexes if part.annex else 0)

    def _field(self, field: PrintedField, number: int) -> Element:
        """A line of the header block; what the officer may fill is a content control."""
        name = text(f"{field.label}:", self._styles.id("Memo Label"))
        value = list(self._lines.content(field.value))
        if field.fillable:
            blank = any(piece.tone == "blank" for piece in field.value.pieces)
            value = [control(value, field.label, field.id, number, blank=blank)]
        return paragraph(self._styles.id("Memo Header"), name, run(element("tab")), *value)

    def _part(self, part: Part, annex: int) -> Iterator[Element]:
        style = "heading 1" if not annex else "Memo First Annex" if annex == 1 else "Memo Annex"
        letter = annex_letter(annex) if annex else ""
        yield paragraph(self._styles.id(style), *self._lines.heading(part.title, letter))
        if part.note:
            yield self._line("Memo Note", part.note)
        style = self._styles.find(f"Memo {part.id}", "Memo Bullet") if part.rows else ""
        for bullet in part.rows:
            yield paragraph(style, *self._lines.labelled(bullet.line, bullet.label))
        if part.table:
            yield self._table(part, part.table)
        if part.fillable:
            yield self._room(part)
        elif part.gap:
            yield paragraph(self._styles.id("Memo Gap"), text(part.gap))
        if part.more:
            yield self._line("Memo More", part.more)

    def _room(self, part: Part) -> Element:
        """Where the officer writes a section."""
        words = paragraph(self._styles.id("Normal"), text(part.gap, self._styles.id("Memo Blank")))
        number = len(self._page.header) + 1 + self._page.parts.index(part)
        return room(words, part.title, part.id, number)

    def _line(self, style: str, line: PrintedLine) -> Element:
        return paragraph(self._styles.id(style), *self._lines.content(line))

    def _table(self, part: Part, drawn: PrintedTable) -> Element:
        widths = _widths(drawn, self._width)
        made = table(self._styles.id("Memo Table"), widths, part.title, drawn.description)
        head = [paragraph(self._styles.id("Memo Table Head"), text(c.heading)) for c in drawn.columns]
        made.append(row([cell(p, w) for p, w in zip(head, widths, strict=True)], heading=True))
        rows = [self._row(one, drawn, widths) for one in drawn.rows]
        # A short annex stays on one page; of a longer table, and in the body, no row is left alone.
        keep_together(rows if part.annex and len(rows) <= KEPT_ROWS else rows[-2:])
        made.extend(rows)
        return made

    def _row(self, one: PrintedRow, drawn: PrintedTable, widths: list[int]) -> Element:
        if one.band:
            style = self._styles.id("Memo Band")
            words = paragraph(style, *self._lines.content(one.cells[0]))
            fill = self._styles.shading(style)
            return row([cell(words, sum(widths), across=len(widths), fill=fill)])
        fields = [column.field for column in drawn.columns]
        home = fields.index("label") if "label" in fields else 0
        style = self._styles.id("Memo Table Text")
        cells = []
        for at, (line, width) in enumerate(zip(one.cells, widths, strict=True)):
            made = self._lines.labelled(line, one.label) if at == home else self._lines.content(line)
            cells.append(cell(paragraph(style, *made), width))
        return row(cells)


def _widths(drawn: PrintedTable, total: int) -> list[int]:
    """Widths of the columns, in twentieths of a point."""
    weights = [0 if c.field == "label" else w for c, w in zip(drawn.columns, drawn.weights, strict=True)]
    room = total - LABEL_WIDTH * weights.count(0)
    return [room * weight // sum(weights) if weight else LABEL_WIDTH for weight in weights]
