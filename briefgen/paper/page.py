"""The memo as a reader sees it, before any format: headings, lines and tables of printed words.

Formats draw this; `verify` compares their files with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefgen.model import Span
from briefgen.paper.columns import Column, weights
from briefgen.paper.memo import Notes

Tone = Literal[
    "house", "source", "label", "blank", "name", "worked-out", "link", "mark",
    # on the evidence page: words beside a passage; in it those that are left out, that say who speaks
    "beside", "cut", "voice",
]  # fmt: skip
"""What kind of words a piece holds; a format may show each in its own way."""


class PrintedRun(NamedTuple):
    """Printed words of one tone, or the mark of a note."""

    text: str
    tone: Tone = "house"
    cited: bool = False
    """Whether they are a source's, whatever their tone."""
    target: str = ""
    """Label of the row, or number of the source, that they lead to."""
    cite: Span | None = None
    """The passage whose place they give, which a format may lead to."""
    note: int = 0
    """Number of the note whose mark stands here; then there are no words."""


class PrintedLine(NamedTuple):
    """A paragraph or cell: pieces without anything between them."""

    pieces: tuple[PrintedRun, ...]

    @property
    def text(self) -> str:
        """The printed words, without the marks of notes."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes, in order."""
        return tuple(piece.note for piece in self.pieces if piece.note)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table, or a band over several rows: one cell across all columns."""

    cells: tuple[PrintedLine, ...]
    label: str = ""
    """Label of the row, to which references lead."""
    band: bool = False

    def __iter__(self) -> Iterator[PrintedLine]:
        """The cells: templates of earlier versions go through them so."""
        return iter(self.cells)


class PrintedTable(NamedTuple):
    """A table with one heading row."""

    columns: tuple[Column, ...]
    rows: tuple[PrintedRow, ...]
    description: str
    """For readers who can not see it."""

    @property
    def head(self) -> tuple[PrintedLine, ...]:
        """The heading row."""
        return tuple(PrintedLine((PrintedRun(column.heading),)) for column in self.columns)

    @property
    def home(self) -> int:
        """Index of the column to which references to a row lead."""
        fields = [column.field for column in self.columns]
        return fields.index("label") if "label" in fields else 0

    @property
    def weights(self) -> tuple[int, ...]:
        """Room that each column wants, beside the others."""
        return weights(self.columns)

    @property
    def widest(self) -> int:
        """Index of the column with the most room: where a band stands that can not go across."""
        return self.weights.index(max(self.weights))


class PrintedBullet(NamedTuple):
    """A line of a list."""

    line: PrintedLine
    label: str = ""
    """Label of the row, to which references lead; it stands in the line where the line has one."""


class Part(NamedTuple):
    """One section as printed."""

    id: str
    title: str
    heading: str
    """The title with its number or letter: "2. Background", "Annex A. Chronology"."""
    annex: bool
    note: PrintedLine | None
    rows: tuple[PrintedBullet, ...]
    table: PrintedTable | None
    gap: str
    """Printed when there is neither bullet nor table; else empty."""
    more: PrintedLine | None = None
    """The last line: what stands elsewhere."""
    fillable: bool = False
    """Whether the gap is a place for the officer to write."""

    @property
    def bullets(self) -> tuple[PrintedLine, ...]:
        """The lines of a list."""
        return tuple(row.line for row in self.rows)

    @property
    def lines(self) -> Iterator[PrintedLine]:
        """All lines below the heading in reading order, cell by cell, with the headings of columns."""
        yield from (self.note,) if self.note else ()
        yield from self.bullets
        if self.table:
            yield from self.table.head
            yield from (cell for row in self.table.rows for cell in row.cells)
        yield from (PrintedLine((PrintedRun(self.gap),)),) if self.gap else ()
        yield from (self.more,) if self.more else ()


@dataclass(frozen=True, slots=True)
class PrintedField:
    """One line of the header block."""

    label: str
    value: PrintedLine
    id: str = ""
    fillable: bool = False

    def __iter__(self) -> Iterator[str | PrintedLine]:
        """Label and value: templates of earlier versions take them so."""
        return iter((self.label, self.value))


class PrintedPage(NamedTuple):
    """The whole memo as printed."""

    title: str
    marking: str
    kind: str
    """The line over the title; empty where the house has none."""
    generator: str
    header: tuple[PrintedField, ...]
    legend: PrintedLine | None
    """The line below the header block."""
    parts: tuple[Part, ...]
    notes: tuple[PrintedLine, ...]
    """In order of appearance; note 1 comes first. Each has one mark."""
    form: Notes = "footnote"
    """Where the notes of bullets stand."""
