"""Tables of rich text: rows follow each other, and a paragraph that is in no row ends the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefgen.read.manuscript import Manuscript
from briefgen.read.tables import COLUMNS, TableCell, TableRow

_SLACK = 30
"""Twips (a fiftieth of an inch) by which edges of one column may differ."""


@dataclass(slots=True)
class _RowShape:
    """What `\\trowd` and the words up to `\\row` say of a row."""

    edges: list[int] = field(default_factory=list)
    down: set[int] = field(default_factory=set)
    """Cells in which the one above goes on."""
    across: set[int] = field(default_factory=set)
    """Cells in which the one before goes on."""
    head: bool = False


class RtfTable:
    """Opens and closes rows and cells in a manuscript as the words of a file tell of them."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._rows: list[tuple[TableRow, _RowShape]] = []
        self._shape = _RowShape()
        self._in_row = False
        self._open_row = False
        self._open_cell = False
        self._notes = 0

    def take(self, word: str, number: int | None, end_paragraph: Callable[[], None]) -> bool:
        """Whether a word is one of a table."""
        if self._notes:
            return word in ("cell", "row")
        if word == "trowd":
            self._shape = _RowShape()
        elif word in ("intbl", "pard"):
            self._in_row = word == "intbl"
            return word == "intbl"
        elif word == "cell":
            self._begin_cell()
            end_paragraph()
            self._open_cell = False
        elif word == "row":
            self._end_row()
        else:
            return self._shaped(word, number)
        return True

    def _shaped(self, word: str, number: int | None) -> bool:
        shape = self._shape
        if word == "cellx":
            shape.edges.append(number or 0)
        elif word == "trhdr":
            shape.head = True
        elif word == "clvmrg":
            shape.down.add(len(shape.edges))
        elif word == "clmrg":
            shape.across.add(len(shape.edges))
        else:
            return False
        return True

    def before(self, text: str) -> None:
        """A paragraph with these words is about to be put down: into a cell, or behind the table."""
        if self._notes:
            return
        if self._in_row or self._open_cell:
            if text.strip():
                self._begin_cell()
        elif text.strip():
            self.close()

    def _begin_cell(self) -> None:
        if not self._rows:
            self._manuscript.open_table()
        if not self._open_row:
            self._manuscript.open_row()
            self._open_row = True
            row = self._manuscript.row
            assert row is not None
            self._rows.append((row, self._shape))
        if not self._open_cell:
            self._manuscript.open_cell()
            self._open_cell = True

    def _end_row(self) -> None:
        if self._rows and self._open_row:
            self._rows[-1] = (self._rows[-1][0], self._shape)
        self._open_row = self._open_cell = False

    def enter_note(self) -> None:
        """What follows is in a note."""
        self._notes += 1

    def leave_note(self) -> None:
        """The note ends."""
        self._notes -= 1

    def close(self) -> None:
        """The table ends, if one is open."""
        if not self._rows:
            return
        edges = _edges([shape for _, shape in self._rows])
        for row, shape in self._rows:
            row.head = shape.head
            _fit(row, shape, edges)
        self._rows = []
        self._open_row = self._open_cell = False
        self._manuscript.close_table()


def _edges(shapes: list[_RowShape]) -> list[int]:
    """Right edges of the columns of a table, from those of all its rows."""
    found: list[int] = []
    for edge in sorted({edge for shape in shapes for edge in shape.edges}):
        if not found or edge - found[-1] > _SLACK:
            found.append(edge)
    return found


def _fit(row: TableRow, shape: _RowShape, edges: list[int]) -> None:
    """Says of each cell how many columns it covers and whether it goes on from above."""
    kept: list[TableCell] = []
    left = -1
    for i, cell in enumerate(row.cells):
        right = shape.edges[i] if i < len(shape.edges) else left
        cell.span = max(sum(left + _SLACK < edge <= right + _SLACK for edge in edges[: COLUMNS * 4]), 1)
        cell.continued = i in shape.down
        left = right
        if i in shape.across and kept:
            kept[-1].span += cell.span
            kept[-1].paragraphs += cell.paragraphs
        else:
            kept.append(cell)
    row.cells = kept
