"""The XML of a Word file as a stream of events; elements are told by their local names, so that the
transitional and the strict variant of the standard (ISO/IEC 29500) read alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from briefgen.read.draft import UnreadableError

_SKIPPED = frozenset({"pPr", "rPr", "del", "moveFrom", "Fallback", "instrText", "sectPr"})
"""Properties, deleted and moved-away text, and the second copy of a text box for old programs."""
_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}


class Handler(Protocol):
    """What `parse` calls, with local names."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A stretch of text."""


def parse(xml: bytes, handler: Handler) -> None:
    """Streams `xml` through `handler`; raises `UnreadableError` for bad XML and for any DOCTYPE.

    No part of a Word file has a document type declaration; one is where XML bombs are built.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, attributes: handler.start(name.rpartition(" ")[2], attributes)
    parser.EndElementHandler = lambda name: handler.end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = handler.data
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise UnreadableError("file-damaged", "The file is damaged: its XML is broken.") from None


def _refuse_doctype(*_: object) -> None:
    message = "The file declares XML entities, as files made to exhaust a machine do; it was not read."
    raise UnreadableError("xml-unsafe", message)


class Body:
    """Collects paragraphs and table rows with the place of each."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, str]] = []
        self._words: list[list[str]] = []  # open paragraphs: text boxes nest them
        self._rows: list[list[list[str]]] = []  # open rows, their cells, their paragraphs
        self._skip = 0
        self._in_text = False
        self._paragraph = self._table = self._row = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip or name in _SKIPPED:
            self._skip += 1
        elif name == "p":
            self._words.append([])
        elif name == "t":
            self._in_text = True
        elif name in _MARKS:
            self._add(_MARKS[name])
        elif name == "br":
            self._add("" if any(value in ("page", "column") for value in attributes.values()) else "\n")
        else:
            self._start_table(name)

    def _start_table(self, name: str) -> None:
        if name == "tbl" and not self._rows:
            self._table += 1
            self._row = 0
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._rows[-1].append([])

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif name == "p" and self._words:
            self._emit("".join(self._words.pop()))
        elif name == "t":
            self._in_text = False
        elif name == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def data(self, text: str) -> None:
        """A stretch of text."""
        if self._in_text and not self._skip:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._words:
            self._words[-1].append(text)

    def _emit(self, text: str) -> None:
        if not text.strip():
            return
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(text)
            return
        self._paragraph += 1
        self.parts.append((f"paragraph {self._paragraph}", text))

    def _end_row(self, cells: list[list[str]]) -> None:
        """Cells side by side; in a table that only lays out a page, paragraph by paragraph."""
        grid = all(len(cell) <= 1 for cell in cells)
        text = (
            "\t".join("".join(cell) for cell in cells)
            if grid
            else "\n".join(p for cell in cells for p in cell)
        )
        if self._rows:
            self._emit(text)
            return
        self._row += 1
        if text.strip():
            self.parts.append((f"table {self._table}, row {self._row}", text))


class Properties:
    """Collects the Dublin Core fields of docProps/core.xml."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._name = name

    def end(self, name: str) -> None:
        """An element ends."""
        self._name = ""

    def data(self, text: str) -> None:
        """A stretch of text."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + text
