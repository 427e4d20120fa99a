"""The body of a Word file, or the part with its notes, read event by event into a manuscript."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from briefgen.read.manuscript import Manuscript
from briefgen.read.word_styles import StyleSheetReader, TextLook, is_on, value_of

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "sectPr", "delText", "rt", "rubyPr", "tblPr", "tblGrid",
                      "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "sectPrChange"})  # fmt: skip
"""Deleted and moved-away text, the second copy of a text box for old programs, readings over characters,
properties as they were before a tracked change."""
_NESTED = 20
"""Fields and content controls inside each other that are looked at."""
_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_BREAKS = ("page", "column")
_FURNITURE = frozenset({"TOC", "INDEX", "TOA", "PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields whose results are a table of contents or numbers of pages."""
_GALLERIES = frozenset({"Table of Contents", "Page Numbers (Bottom of Page)", "Page Numbers (Top of Page)"})


@dataclass(slots=True)
class _TextState:
    """What holds inside one paragraph."""

    style: str = ""
    run: TextLook = field(default_factory=TextLook)
    bold: bool = True
    marked: bool = False
    """Whether the run is the mark that a note has instead of a number."""


class WordBody:
    """Puts paragraphs, tables and what is hidden into a manuscript; `notes` are the marks of notes."""

    def __init__(self, manuscript: Manuscript, styles: StyleSheetReader) -> None:
        self.manuscript = manuscript
        self.notes: list[tuple[str, str, bool]] = []
        """Kind, id, and whether it has a mark of its own instead of a number."""
        self._styles = styles
        self._states: list[_TextState] = []
        self._fields: list[list[str]] = []  # instruction, and "=" once its result has begun
        self._simple: list[bool] = []
        self._controls: list[bool] = []  # open content controls, and whether they hold furniture
        self._skip = 0
        self._in = ""  # "pPr", "rPr", "pPr rPr"
        self._text = False
        self._starts: Mapping[str, Callable[[Mapping[str, str]], None]] = {
            "p": self._start_paragraph, "r": self._start_run, "br": self._break, "tbl": self._start_table,
            "tr": lambda _: manuscript.open_row(), "tc": lambda _: self._start_cell(),
            "fldChar": self._field, "fldSimple": self._start_simple,
            "sdt": lambda _: self._controls.append(False),
            "footnoteReference": lambda found: self._note("note", found),
            "endnoteReference": lambda found: self._note("endnote", found),
        }  # fmt: skip

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._in and not self._skip:
            self._property(name, attributes)
        elif self._skip or name in _SKIPPED:
            self._skip += 1
        elif name in ("pPr", "rPr"):
            self._in = name
        elif name in ("t", "instrText"):
            self._text = name == "t"
            self._instruction = name == "instrText"
        elif name in _MARKS:
            self._add(_MARKS[name])
        elif name in self._starts:
            self._starts[name](attributes)
        else:
            self._other(name, attributes)

    _instruction = False

    def _other(self, name: str, attributes: Mapping[str, str]) -> None:
        """What a row, a cell or a content control says of itself."""
        value = value_of(attributes)
        row = self.manuscript.row
        if name == "tblHeader" and row is not None:
            row.head = is_on(value)
        elif name == "gridSpan" and row is not None and row.cells and value and value.isdigit():
            row.cells[-1].span = int(value[:3])
        elif name == "vMerge" and row is not None and row.cells:
            row.cells[-1].continued = value != "restart"
        elif self._controls and (
            name == "showingPlcHdr" or (name == "docPartGallery" and value in _GALLERIES)
        ):
            self._controls[-1] = True

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        """One property of a paragraph or a run."""
        if name in _SKIPPED and name != "del":
            self._skip += 1
            return
        if name == "rPr" and self._in == "pPr":
            self._in = "pPr rPr"
        paragraph = self.manuscript.paragraph
        if paragraph is None or not self._states:
            return
        value = value_of(attributes)
        state = self._states[-1]
        if self._in == "rPr":
            state.run.note(name, value)
        elif self._in == "pPr rPr":
            paragraph.goes_on |= name == "del"
        elif name == "pStyle":
            state.style = value or ""
            paragraph.style, paragraph.level = self._styles.name(state.style), self._styles.level(state.style)
        elif name == "framePr":
            paragraph.drop_cap = value_of(attributes, "dropCap") in ("drop", "margin")

    def _start_paragraph(self, _: Mapping[str, str]) -> None:
        self._states.append(_TextState())
        self.manuscript.open_paragraph()

    def _start_run(self, _: Mapping[str, str]) -> None:
        if self._states:
            self._states[-1].run, self._states[-1].marked = TextLook(), False

    def _start_table(self, _: Mapping[str, str]) -> None:
        self.manuscript.open_table()

    def _start_cell(self) -> None:
        self.manuscript.open_cell()

    def _break(self, attributes: Mapping[str, str]) -> None:
        self._add("" if any(value in _BREAKS for value in attributes.values()) else "\n")

    def _note(self, kind: str, attributes: Mapping[str, str]) -> None:
        own = value_of(attributes, "customMarkFollows")
        self.notes.append((kind, value_of(attributes, "id") or "", own is not None and is_on(own)))
        if self._states:
            self._states[-1].marked = own is not None and is_on(own)

    def _field(self, attributes: Mapping[str, str]) -> None:
        kind = value_of(attributes, "fldCharType")
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "="
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _start_simple(self, attributes: Mapping[str, str]) -> None:
        self._simple.append(is_furniture(value_of(attributes, "instr") or ""))

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif self._in:
            self._in = "" if name == self._in else "pPr" if name == "rPr" else self._in
        elif name in ("t", "instrText"):
            self._text = self._instruction = False
        elif name == "p":
            self._end_paragraph()
        elif name == "tbl":
            self.manuscript.close_table()
        elif name == "fldSimple" and self._simple:
            self._simple.pop()
        elif name == "sdt" and self._controls:
            self._controls.pop()

    def _end_paragraph(self) -> None:
        if self._states:
            state = self._states.pop()
            if self.manuscript.paragraph is not None:
                self.manuscript.paragraph.bold = state.bold
        self.manuscript.close_paragraph()

    def data(self, text: str) -> None:
        """A stretch of text."""
        if self._skip or self._in:
            return
        if self._instruction and self._fields:
            self._fields[-1][0] += text[:200]
        elif self._text:
            self._add(text)

    def _add(self, text: str) -> None:
        paragraph = self.manuscript.paragraph
        if paragraph is None or not self._states or self._is_furniture():
            return
        state = self._states[-1]
        run = state.run
        hidden = self._styles.hides(state.style, run)
        if text.strip() and not hidden:
            if state.marked:
                return
            state.bold &= self._styles.bold(state.style, run)
            paragraph.size = max(paragraph.size, self._styles.size(state.style, run))
        self.manuscript.add(text, hidden=hidden, raised=run.raised)

    def _is_furniture(self) -> bool:
        if any(self._simple[-_NESTED:]) or any(self._controls[-_NESTED:]):
            return True
        return any(not result or is_furniture(instruction) for instruction, result in self._fields[-_NESTED:])


def is_furniture(instruction: str) -> bool:
    """Whether a field with this instruction gives a table of contents or the number of a page."""
    return instruction.split(maxsplit=1)[:1] != [] and instruction.split(maxsplit=1)[0].upper() in _FURNITURE


class WordNotes(WordBody):
    """Puts the notes of word/footnotes.xml or word/endnotes.xml into manuscripts of their own, by id."""

    def __init__(self, styles: StyleSheetReader) -> None:
        super().__init__(Manuscript(), styles)
        self.found: dict[str, Manuscript] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in ("footnote", "endnote"):
            self.manuscript = Manuscript()
            if value_of(attributes, "type") in (None, "normal"):
                self.found[value_of(attributes, "id") or ""] = self.manuscript
            return
        super().start(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name not in ("footnote", "endnote"):
            super().end(name)
