"""How a table is printed: each row a line that can be understood alone, its cells beside their heads.

"Country: Kenya; Position: rejects the clause". A cell that holds prose gives its paragraphs as lines of their
own; a table that only lays out a page is read paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefgen import lexicon
from briefgen.read.fields import is_known

_PROSE_WORDS, _SENTENCE_WORDS = 30, 12
"""Words from which a cell is prose, and from which one is that ends in a full stop."""
_HEAD_WORDS, _HEAD_LENGTH = 7, 70
_CARRIED_WORDS = 8
"""Words of a cell over several rows that each of them repeats."""
COLUMNS = 63
"""Word's limit, over which no cell spans; more that a file has by itself are read."""
_STOP = re.compile(r"[.!?][”’\"')\]]{0,2}\s*$")
_SEVERAL = re.compile(r"[a-z)”\"][.!?][”’\"']?\s+[“\"‘']?[A-Z]")
_VALUE = re.compile(r"\s*[-+−–<>≈~(]?\s*(?:[$€£¥]\s?)?\d")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_FILLED = 2
_WIDE = 3
"""Columns from which a first row without figures is taken for the heads."""


@dataclass(slots=True)
class TableCell:
    """One cell of a row."""

    paragraphs: list[str] = field(default_factory=list)
    span: int = 1
    """Columns that it covers."""
    continued: bool = False
    """Whether the cell above goes on in it."""
    bold: bool = True
    """Whether all its words are bold."""

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(self.paragraphs).split())


@dataclass(slots=True)
class TableRow:
    """One row as the file has it."""

    cells: list[TableCell] = field(default_factory=list)
    head: bool = False
    """Whether the file says that it is repeated on each page, as heads are."""


@dataclass(slots=True)
class WrittenTable:
    """A table while it is being read."""

    rows: list[TableRow] = field(default_factory=list)


def printed_rows(table: WrittenTable) -> Iterator[tuple[int, str]]:
    """(number of the row, line), in order; rows without words give nothing."""
    rows = table.rows
    if _lays_out(rows):
        for number, row in enumerate(rows, 1):
            yield from ((number, text) for cell in row.cells for text in cell.paragraphs)
        return
    grid = list(_grid(rows))
    count = _head_rows(rows, grid)
    heads = _heads(grid[:count])
    if any(len(head) > _HEAD_LENGTH for head in heads):
        count, heads = 0, []  # too long to stand in each row
    only_heads = count == len(rows)
    for number, (row, cells) in enumerate(zip(rows, grid, strict=True), 1):
        if number > count or only_heads:
            yield from ((number, line) for line in _lines(row, cells, () if only_heads else heads))


def _grid(rows: Sequence[TableRow]) -> Iterator[list[TableCell]]:
    """The rows with a cell for each column: one that spans several stands once, what goes on is repeated."""
    above: list[TableCell] = []
    for row in rows:
        cells: list[TableCell] = []
        for cell in row.cells:
            column = len(cells)
            if cell.continued and not cell.paragraphs and column < len(above):
                carried = above[column]
                cell = carried if len(carried.text.split()) <= _CARRIED_WORDS else cell
            cells += [cell] * max(min(cell.span, COLUMNS - column), 1)
        yield cells
        above = cells


def _lays_out(rows: Sequence[TableRow]) -> bool:
    """Whether a table has no columns to compare: one column, one row of prose, prose nearly everywhere."""
    filled = [cell for row in rows for cell in row.cells if cell.text]
    if not any(len(row.cells) > 1 for row in rows):
        return True
    prose = sum(_is_prose(cell) for cell in filled)
    if len(rows) == 1:
        return prose > 0 or any(len(cell.paragraphs) > 1 for cell in filled)
    return prose * 2 > len(filled) and not rows[0].head


def _is_prose(cell: TableCell) -> bool:
    text = cell.text
    words = len(text.split())
    if words < _SENTENCE_WORDS:
        return False
    return words >= _PROSE_WORDS or bool(_STOP.search(text)) or bool(_SEVERAL.search(text))


def _head_rows(rows: Sequence[TableRow], grid: Sequence[list[TableCell]]) -> int:
    """How many rows at the top are heads: those the file says, else those that look it."""
    marked = next((i for i, row in enumerate(rows) if not row.head), len(rows))
    if marked:
        return marked
    first = next((i for i, cells in enumerate(grid) if _is_many(cells)), 0)
    if first:  # a line over the whole table is its caption
        return 0 if first > 1 or not _looks_head(grid[first], grid[first + 1 :]) else 2
    if not _looks_head(grid[0], grid[1:]):
        return 0
    spans = any(cell.span > 1 for cell in rows[0].cells)
    second = spans and len(rows) > _FILLED and _looks_head(grid[1], grid[2:])
    return 2 if second else 1


def _is_many(cells: Sequence[TableCell]) -> bool:
    return len({id(cell) for cell in cells}) > 1


def _looks_head(head: Sequence[TableCell], below: Sequence[Sequence[TableCell]]) -> bool:
    """Whether a row names what stands under it."""
    texts = [cell.text for cell in head]
    if len(texts) < _FILLED or not below or not all(map(_may_be_head, texts)) or not all(texts[1:]):
        return False
    labels = [_is_label(row[0].text) for row in (head, *below[:2]) if row]
    if sum(labels) >= _FILLED and (len(texts) == 2 or labels[0]):
        return False  # names of fields with their values: "Date | 3 March", "Name | Anna | Ben"
    columns = [[row[i].text for row in below if i < len(row) and row[i].text] for i in range(len(texts))]
    if any(text in column for text, column in zip(texts, columns, strict=True) if text):
        return False
    if _is_bold(head) and not any(map(_is_bold, below[:1])):
        return True
    return _differs(texts, columns)


def _is_label(text: str) -> bool:
    """Whether a cell says what the others of its row are."""
    label = text.strip().rstrip(":").casefold()
    return is_known(label) or label in lexicon.pages.row_labels()


def _differs(texts: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the words of a row are of another kind than those below: no figures, capitals, shorter."""
    pairs = [(text, column) for text, column in zip(texts, columns, strict=True) if column]
    for text, column in pairs[1:]:
        figures = [bool(_VALUE.match(value)) for value in column]
        if all(figures) and (not _VALUE.match(text) or _YEAR.fullmatch(text)):
            return True
    if any(_VALUE.match(text) and not _YEAR.fullmatch(text) for text in texts):
        return False
    if any(text[:1].islower() for text in texts[1:]):
        return False
    if _is_name(texts[0]):
        return False  # "Norway | Oslo | signed" is a row like those below
    if len(texts) >= _WIDE or (columns[0] and all(map(_is_name, columns[0]))):
        return True
    return any(
        all(value[:1].islower() for value in column) or _is_longer(text, column) for text, column in pairs[1:]
    )


def _is_name(text: str) -> bool:
    """Whether a cell is the name of a state, an organisation or a place that is listed."""
    from briefgen.english.gazetteer import lookup

    return lookup(text) is not None


def _is_longer(text: str, column: Sequence[str]) -> bool:
    """Whether each value has more words than its head, which is a noun or two."""
    return len(text.split()) <= 2 and all(len(value.split()) > len(text.split()) + 1 for value in column)


def _may_be_head(text: str) -> bool:
    return len(text.split()) <= _HEAD_WORDS and len(text) <= _HEAD_LENGTH and not _STOP.search(text)


def _is_bold(cells: Sequence[TableCell]) -> bool:
    filled = [cell for cell in cells if cell.text]
    return bool(filled) and all(cell.bold for cell in filled)


def _heads(rows: Sequence[Sequence[TableCell]]) -> list[str]:
    """The head of each column: words of the rows above each other, a caption over all of them left out."""
    rows = [cells for cells in rows if _is_many(cells)] or rows
    width = max(map(len, rows), default=0)
    return [
        " ".join(dict.fromkeys(cells[i].text for cells in rows if i < len(cells) and cells[i].text)).rstrip(
            " :"
        )
        for i in range(width)
    ]


def _lines(row: TableRow, cells: Sequence[TableCell], heads: Sequence[str]) -> Iterator[str]:
    prose = [cell for cell in row.cells if _is_prose(cell)]
    values = list(_values(cells, heads, prose))
    if not heads and len(values) == 2 and not values[0].endswith((":", "?")):
        yield ": ".join(values)
    elif values:
        yield "; ".join(values) if heads or len(values) != 2 else " ".join(values)
    for cell in prose:
        yield from cell.paragraphs


def _values(cells: Sequence[TableCell], heads: Sequence[str], prose: Sequence[TableCell]) -> Iterator[str]:
    """Each cell of a row that is no prose, behind its head."""
    taken: set[int] = set()
    texts = set(map(id, prose))
    alone = not _is_many(cells)
    for i, cell in enumerate(cells):
        if id(cell) in taken or not cell.text or id(cell) in texts:
            continue
        taken.add(id(cell))
        head = heads[i] if i < len(heads) and not alone else ""
        yield f"{head}: {cell.text}" if head and head != cell.text else cell.text
