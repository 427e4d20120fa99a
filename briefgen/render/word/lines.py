"""Printed lines as runs: each tone in its character style, references as links, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.paper.memo import Notes, annex_letter
from briefgen.paper.page import PrintedLine, PrintedPage, PrintedRun, Tone
from briefgen.render.word.elements import bookmarked, element, hyperlink, run, text
from briefgen.render.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHARACTER: Mapping[Tone, str] = MappingProxyType(
    {
        "source": "Memo Quote Text", "label": "Memo Number", "blank": "Memo Blank", "name": "Memo Name",
        "worked-out": "Memo Worked Out", "link": "Memo Link", "mark": "Memo Place",
    }
)  # fmt: skip
"""Character style of each tone; words of the house have none."""
_LONGEST = 40
"""Signs that Word allows in the name of a bookmark."""


class LineDrawing:
    """Draws lines of one memo; knows where its references lead."""

    def __init__(self, page: PrintedPage, styles: Styles) -> None:
        self._styles = styles
        self._form: Notes = page.form
        self._anchors = _anchors(_labels(page))
        self._drawn: set[str] = set()

    def content(self, line: PrintedLine) -> Iterator[Element]:
        """The runs of a line."""
        for piece in line.pieces:
            yield self._piece(piece)

    def labelled(self, line: PrintedLine, label: str) -> Iterator[Element]:
        """The runs of a line whose first piece, the label of its row, is where references lead."""
        made = self.content(line)
        anchor = self._anchors.get(label, "")
        if anchor and anchor not in self._drawn:
            self._drawn.add(anchor)
            number = len(self._drawn)
            yield from bookmarked(next(made), number, anchor)
        yield from made

    def heading(self, words: str, letter: str = "") -> Iterator[Element]:
        """The words of a heading; `letter`: of an annex, to which references lead."""
        return self.labelled(PrintedLine((PrintedRun(words),)), letter)

    def _piece(self, piece: PrintedRun) -> Element:
        if piece.note:
            mark = element(f"{self._noted}Reference", id=piece.note)
            return run(mark, self._styles.id(f"{self._noted} reference"))
        style = CHARACTER.get(piece.tone)
        made = text(_unbroken(piece), self._styles.id(style) if style else "")
        anchor = self._anchors.get(piece.target)
        return hyperlink(anchor, made) if anchor else made

    @property
    def _noted(self) -> str:
        return "endnote" if self._form == "endnote" else "footnote"


def _unbroken(piece: PrintedRun) -> str:
    """The words of a piece; in a bracket the number of a source stays on the line of its place."""
    words = piece.text
    return f"\u00a0{words[1:]}" if piece.tone == "mark" and re.match(r" \w", words) else words


def _labels(page: PrintedPage) -> Iterator[str]:
    """Labels of the rows and letters of the annexes, in order."""
    annexes = 0
    for part in page.parts:
        if part.annex:
            annexes += 1
            yield annex_letter(annexes)
        yield from (row.label for row in part.rows)
        yield from (row.label for row in part.table.rows) if part.table else ()


def _anchors(labels: Iterable[str]) -> Mapping[str, str]:
    """Names of bookmarks by label; Word takes letters, digits and underscores, and case does not count."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for label in dict.fromkeys(filter(None, labels)):
        name = f"row_{re.sub(r'[^A-Za-z0-9]', '_', label)}"[:_LONGEST]
        if name.lower() not in taken:
            taken.add(name.lower())
            found[label] = name
    return MappingProxyType(found)
