"""The XML of an OpenDocument text, read event by event into a manuscript."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.read.manuscript import Manuscript
from briefgen.read.tables import COLUMNS
from briefgen.read.word_styles import value_of

_SKIPPED = frozenset({
    "tracked-changes", "annotation", "binary-data", "ruby-text", "title", "desc", "note-citation", "forms",
    "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index",
    "user-index", "page-number", "page-count", "bibliography-configuration", "sender-initials",
    "shape", "event-listeners", "dde-source",
})  # fmt: skip
"""Deleted text, comments, pictures, words about pictures, tables of contents, numbers of pages."""
_MARKS = {"tab": "\t", "line-break": "\n"}
_SPACES = re.compile(r"[ \t\r\n]+")
_ESCAPED = re.compile(r"_([0-9a-f]{2,4})_")
_DEPTH = 20
"""Styles, spans and sections inside each other that are looked at."""


@dataclass(slots=True)
class OdtStyle:
    """What one style says; None: nothing."""

    parent: str = ""
    name: str = ""
    """As people see it; "" for a style that the program made for one paragraph."""
    hidden: bool | None = None
    bold: bool | None = None
    size: float | None = None
    raised: bool | None = None


class OdtReader:
    """Takes the parts of a file one after the other; a flat file has them all in one."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.properties: dict[str, str] = {}
        self._styles: dict[tuple[str, str], OdtStyle] = {}
        self._style: OdtStyle | None = None
        self._spans: list[tuple[str, bool]] = []  # styles of open spans, and whether a field hides its words
        self._paragraphs: list[tuple[str, bool]] = []  # style, and whether all of it is bold
        self._sections: list[bool] = []
        self._covered = 0
        self._skip = 0
        self._where = ""  # "meta", "styles", "body"
        self._property = ""
        self._head = False
        self._starts: Mapping[str, Callable[[Mapping[str, str]], None]] = {
            "p": self._start_paragraph, "h": self._start_paragraph, "span": self._start_span,
            "hidden-text": self._start_hidden, "hidden-paragraph": self._start_hidden, "s": self._space,
            "section": self._start_section, "note": self._start_note, "table": self._start_table,
            "table-header-rows": lambda _: self._set_head(True), "table-row": self._start_row,
            "table-cell": self._start_cell, "covered-table-cell": lambda _: self._cover(),
        }  # fmt: skip
        self._ends: Mapping[str, Callable[[], None]] = {
            "p": self._end_paragraph, "h": self._end_paragraph, "span": self._end_span,
            "hidden-text": self._end_span, "hidden-paragraph": self._end_span,
            "section": self._end_section, "note": self.manuscript.close_note,
            "table": self.manuscript.close_table, "table-header-rows": lambda: self._set_head(False),
        }  # fmt: skip

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in ("meta", "styles", "automatic-styles", "body", "master-styles") and not self._skip:
            self._where = {"automatic-styles": "styles", "master-styles": ""}.get(name, name)
        elif self._where == "meta":
            self._property = name
        elif self._where == "styles":
            self._start_style(name, attributes)
        elif self._where == "body":
            self._start_body(name, attributes)

    def _start_body(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skip or name in _SKIPPED:
            self._skip += 1
            self.manuscript.comments += name == "annotation"
        elif name in _MARKS:
            self._add(_MARKS[name])
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("meta", "body"):
            self._where = ""
        elif self._where == "meta":
            self._property = ""
        elif name == "style":
            self._style = None
        elif self._skip:
            self._skip -= 1
        elif self._where == "body" and name in self._ends:
            self._ends[name]()

    def data(self, text: str) -> None:
        """A stretch of text."""
        if self._where == "meta" and self._property:
            self.properties[self._property] = self.properties.get(self._property, "") + text
        elif self._where == "body" and not self._skip:
            self._add(_SPACES.sub(" ", text))

    def _start_style(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            key = value_of(attributes, "name") or ""
            shown = value_of(attributes, "display-name") or _unescaped(key)
            own = "" if re.fullmatch(r"[PT]\d+", key) else shown
            self._style = OdtStyle(value_of(attributes, "parent-style-name") or "", own)
            self._styles[value_of(attributes, "family") or "", key] = self._style
        elif name == "default-style":
            self._style = None
        elif self._style is not None and name == "text-properties":
            _note_look(self._style, attributes)
        elif self._style is not None and name == "section-properties":
            self._style.hidden = value_of(attributes, "display") == "none" or None

    def _line(self, family: str, style: str) -> list[OdtStyle]:
        """A style and those it is made from, the nearest first."""
        found: list[OdtStyle] = []
        while (family, style) in self._styles and len(found) < _DEPTH:
            found.append(self._styles[family, style])
            style = found[-1].parent
        return found

    def _looks(self) -> list[OdtStyle]:
        """The styles of the words that come next, the nearest first."""
        texts = [look for style, _ in self._spans[: -_DEPTH - 1 : -1] for look in self._line("text", style)]
        return texts + (self._line("paragraph", self._paragraphs[-1][0]) if self._paragraphs else [])

    def _start_paragraph(self, attributes: Mapping[str, str]) -> None:
        style = value_of(attributes, "style-name") or ""
        self._paragraphs.append((style, True))
        paragraph = self.manuscript.open_paragraph()
        line = self._line("paragraph", style)
        paragraph.style = next((one.name for one in line if one.name), _unescaped(style))
        level = value_of(attributes, "outline-level") or ""
        paragraph.level = int(level) if level.isdigit() else 0

    def _end_paragraph(self) -> None:
        if self._paragraphs:
            _, bold = self._paragraphs.pop()
            if self.manuscript.paragraph is not None:
                self.manuscript.paragraph.bold = bold
        self.manuscript.close_paragraph()

    def _start_span(self, attributes: Mapping[str, str]) -> None:
        self._spans.append((value_of(attributes, "style-name") or "", False))

    def _start_hidden(self, attributes: Mapping[str, str]) -> None:
        """A field that shows its words only under a condition; its own mark says how it was last."""
        hides = value_of(attributes, "is-hidden") != "false"
        self._spans.append(("", hides))

    def _end_span(self) -> None:
        if self._spans:
            self._spans.pop()

    def _start_section(self, attributes: Mapping[str, str]) -> None:
        line = self._line("section", value_of(attributes, "style-name") or "")
        styled = any(one.hidden for one in line)
        self._sections.append(styled or value_of(attributes, "display") == "none")

    def _end_section(self) -> None:
        if self._sections:
            self._sections.pop()

    def _start_note(self, attributes: Mapping[str, str]) -> None:
        kind = "endnote" if value_of(attributes, "note-class") == "endnote" else "note"
        self.manuscript.open_note(self.manuscript.next_note(kind))

    def _space(self, attributes: Mapping[str, str]) -> None:
        count = value_of(attributes, "c") or "1"
        self._add(" " * min(int(count), COLUMNS) if count.isdigit() else " ")

    def _start_table(self, _: Mapping[str, str]) -> None:
        self.manuscript.open_table()

    def _set_head(self, value: bool) -> None:
        self._head = value

    def _start_row(self, _: Mapping[str, str]) -> None:
        self._covered = 0
        self.manuscript.open_row(head=self._head)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        span = value_of(attributes, "number-columns-spanned") or "1"
        width = min(int(span), COLUMNS) if span.isdigit() else 1
        self._covered = width - 1
        self.manuscript.open_cell(width)

    def _cover(self) -> None:
        """A cell under another: of the cell before it in the row, else of the one above."""
        if self._covered:
            self._covered -= 1
        elif (cell := self.manuscript.open_cell()) is not None:
            cell.continued = True

    def _add(self, text: str) -> None:
        if not self._paragraphs or self.manuscript.paragraph is None or not text:
            return
        looks = self._looks()
        hidden = any(self._sections[-_DEPTH:]) or any(hides for _, hides in self._spans[-_DEPTH:])
        hidden = hidden or bool(next((one.hidden for one in looks if one.hidden is not None), False))
        if text.strip() and not hidden:
            style, bold = self._paragraphs[-1]
            is_bold = bool(next((one.bold for one in looks if one.bold is not None), False))
            self._paragraphs[-1] = (style, bold and is_bold)
            size = next((one.size for one in looks if one.size is not None), 12.0)
            self.manuscript.paragraph.size = max(self.manuscript.paragraph.size, size)
        raised = bool(next((one.raised for one in looks if one.raised is not None), False))
        self.manuscript.add(text, hidden=hidden, raised=raised)


def _note_look(style: OdtStyle, attributes: Mapping[str, str]) -> None:
    if display := value_of(attributes, "display"):
        style.hidden = display == "none"
    if weight := value_of(attributes, "font-weight"):
        style.bold = weight == "bold" or weight in ("600", "700", "800", "900")
    if position := value_of(attributes, "text-position"):
        style.raised = _is_raised(position)
    if size := re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})?)pt", value_of(attributes, "font-size") or ""):
        style.size = float(size[1])


def _is_raised(position: str) -> bool:
    """By "super 58%", or how far the letters stand above the line: "33% 58%"."""
    found = re.match(r"\s*(?:(?P<word>super)|\+?(?P<height>\d{1,4}(?:\.\d{1,4})?)%)", position)
    return found is not None and bool(found["word"] or float(found["height"]))


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)
