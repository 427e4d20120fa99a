"""One page of an e-book, element by element into a manuscript."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.read.hidden import hidden_in, is_hidden
from briefgen.read.manuscript import Manuscript
from briefgen.read.markup import BLOCKS
from briefgen.read.markup_raised import settle_raised
from briefgen.read.markup_tree import markup_tree, refuse_endless
from briefgen.read.tables import COLUMNS, TableCell, TableRow

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARAGRAPHS = frozenset({
    "address", "blockquote", "caption", "center", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4",
    "h5", "h6", "li", "p", "pre", "section", "article", "aside", "main", "body", "header", "footer", "td",
    "th", "ul", "ol", "dl", "figure", "hr", "table", "tr",
})  # fmt: skip
_SILENT = frozenset({"head", "script", "style", "svg", "nav", "iframe", "object", "template", "rt", "rp"})
_NOTES = {"footnote": "note", "doc-footnote": "note", "rearnote": "endnote", "endnote": "endnote",
          "doc-endnote": "endnote"}  # fmt: skip
"""What EPUB and ARIA call notes."""
_MARKS = frozenset({"noteref", "doc-noteref", "doc-backlink", "backlink", "pagebreak", "doc-pagebreak"})
_SPACES = re.compile(r"[ \t\r\n\f]+")


class _PageReader:
    """Walks over the elements of a page."""

    def __init__(self, hiding: frozenset[str]) -> None:
        self._hiding = hiding
        self.manuscript = Manuscript()
        self._silent = 0
        self._hidden = 0
        self._raised = 0
        self._kind = 0
        self._across: list[tuple[TableRow | None, int]] = []  # of open tables: row, and columns it has so far
        self._down: list[dict[int, int]] = []  # open tables: rows that a cell above still covers, by column

    def start(self, element: HtmlElement, tag: str) -> None:
        """An element begins."""
        self._silent += _is_silent(element, tag)
        self._hidden += _is_hidden(element, self._hiding)
        self._raised += tag == "sup"
        if self._silent:
            return
        if tag in _PARAGRAPHS:
            self._end_paragraph()
        if kind := _note(element):
            self.manuscript.open_note(self.manuscript.next_note(kind))
        if tag == "table":
            self.manuscript.open_table()
            self._down.append({})
            self._across.append((None, 0))
        elif tag == "tr":
            self.manuscript.open_row(head=element.getparent().tag == "thead")
        elif tag in ("td", "th"):
            self._start_cell(element, tag)
        elif tag == "br":
            self._add("\n")
        self._kind = (
            int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else self._kind if tag not in _PARAGRAPHS else 0
        )
        self.words(element.text)

    def _start_cell(self, element: HtmlElement, tag: str) -> None:
        row = self.manuscript.row
        if row is None:
            return
        down, width = self._down[-1], _count(element, "colspan")
        column = self._across[-1][1] if self._across[-1][0] is row else 0
        while down.get(column, 0):
            down[column] -= 1
            row.cells.append(TableCell(continued=True))
            column += 1
        row.cells.append(TableCell(span=width, bold=tag == "th"))
        self._across[-1] = (row, column + width)
        down.update((column + i, _count(element, "rowspan") - 1) for i in range(width))

    def end(self, element: HtmlElement, tag: str) -> None:
        """An element ends; what stands behind it follows."""
        if not self._silent:
            if tag in _PARAGRAPHS:
                self._end_paragraph(bold=tag in ("th",))
            if tag == "table":
                self.manuscript.close_table()
                self._down.pop()
                self._across.pop()
            if _note(element):
                self.manuscript.close_note()
        self._silent -= _is_silent(element, tag)
        self._hidden -= _is_hidden(element, self._hiding)
        self._raised -= tag == "sup"
        self.words(element.tail)

    def words(self, text: str | None) -> None:
        """Text of an element, white space folded as it is shown."""
        if text and not self._silent:
            self._add(_SPACES.sub(" ", text).replace("\x00", ""))

    def _add(self, text: str) -> None:
        paragraph = self.manuscript.paragraph
        if paragraph is None:
            if not text.strip():
                return
            paragraph = self.manuscript.open_paragraph()
            paragraph.level = self._kind
            text = text.lstrip(" ")
        self.manuscript.add(text, hidden=self._hidden > 0, raised=self._raised > 0)

    def _end_paragraph(self, *, bold: bool = False) -> None:
        if self.manuscript.paragraph is not None:
            self.manuscript.paragraph.bold = bold
            words = self.manuscript.paragraph.words
            words[:] = ["".join(words).strip()]
        self.manuscript.close_paragraph()


def page_manuscript(markup: str, hiding: frozenset[str] = frozenset()) -> Manuscript:
    """What a page holds, without the words under classes and ids that are `hiding`, as in `hidden_by`.

    Raises `UnreadableError` for a page with more elements than any document has.
    """
    from lxml import etree

    refuse_endless(markup)
    if not markup.strip():
        return Manuscript()
    root = markup_tree(markup)
    settle_raised(root, BLOCKS)
    reader = _PageReader(hiding | hidden_in(root))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        (reader.start if event == "start" else reader.end)(element, tag)
    return reader.manuscript


def _count(element: HtmlElement, name: str) -> int:
    """Columns or rows that a cell covers, at most as many as Word allows."""
    value = element.get(name) or ""
    return min(int(value), COLUMNS) if value.isdigit() and len(value) < 4 and int(value) else 1


def _kinds(attributes: Mapping[str, str]) -> set[str]:
    return set(f"{attributes.get('epub:type') or ''} {attributes.get('role') or ''}".split())


def _note(element: HtmlElement) -> str:
    """The kind of the note that an element is, or ""."""
    kinds = _kinds(element.attrib)
    return next((kind for name, kind in _NOTES.items() if name in kinds), "")


def _is_silent(element: HtmlElement, tag: str) -> bool:
    return tag in _SILENT or not _MARKS.isdisjoint(_kinds(element.attrib))


def _is_hidden(element: HtmlElement, hiding: frozenset[str]) -> bool:
    """Whether an element hides its words; a note may, as readers show it beside its mark."""
    if _note(element):
        return False
    return is_hidden(element, hiding)
