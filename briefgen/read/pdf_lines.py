"""The words of a row as a line of text: spaces, letters set apart, marks of notes and raised figures."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.read.pdf_columns import PdfColumn, PdfRegion
from briefgen.read.pdf_words import PdfRow, PdfWord, usual_size
from briefgen.read.raised import is_note_mark, raised

_GLUED = 0.12
"""Of the type size: words so close to each other have no space between them unless one is drawn."""
_CLOSE = 0.35
"""The same for a raised figure."""
_CELL = 2.6
"""Of the type size: so much room parts the cells of a row in a table; in prose it is a tab, too."""
_TABLE_CELL = 0.9
_RAISED = 0.15
"""Of the row's type size: a mark stands so high above the baseline; smaller type alone is no mark."""
_RAISED_ONLY = 0.27
"""The same for signs that are no smaller than the text."""
_SMALLER = 0.88
_RAISED_SIGNS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}$")
_SIGNS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""Raised figures that have a sign of their own in the font."""
_SET_APART = 0.7
"""Share of the words of a row that are single letters, where letters are set apart."""
_FEWEST_APART = 4
_SIGN_SIZE, _SIGN_HEIGHT = 0.6, 0.35


@dataclass(slots=True)
class PdfLine:
    """A line of text on a page."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    mark: str
    """The mark of a note at its start, which is not in the text."""
    column: PdfColumn
    marks: tuple[str, ...] = ()
    """Marks of notes within the line, which are not in the text."""
    first_word: float = 0.0
    """Width of the first word."""


def lines_of(region: PdfRegion, page: int) -> Iterator[PdfLine]:
    """The lines of a region of a page."""
    for row in region.rows:
        line = _line(row, page, region.column)
        if line is not None:
            yield line


def _line(row: PdfRow, page: int, column: PdfColumn) -> PdfLine | None:
    words = list(_marks_apart(_closed_up(row.words)))
    size = usual_size(words)
    full = [word for word in words if word.size >= _SMALLER * size]
    base = statistics.median(word.base for word in full)
    text, marks = "", []
    opening = ""
    before: PdfWord | None = None
    left_out = False
    for word in words:
        least = _RAISED if word.size < _SMALLER * size else _RAISED_ONLY
        above = base - word.base > least * size
        if above and is_note_mark(text, word.text):
            if not text:
                opening = word.text.strip("[]().,")
            else:
                marks.append(word.text)
            before, left_out = word, True
            continue
        if text:
            text += _between(before, word, size, table=column.table, marked=left_out)
        if above and text.endswith(" ") and before is not None and not word.spaced:
            text = text[:-1] if word.left - before.right <= _CLOSE * size else text
        text += raised(text, word.text) if above else word.text
        before, left_out = word, False
    text = text.strip()
    if not text:
        return None
    first = next(word for word in words if word.size >= _SMALLER * size)
    bold = all(word.bold for word in full)
    return PdfLine(
        text,
        page,
        full[0].left,
        row.right,
        base,
        size,
        bold,
        opening,
        column,
        tuple(marks),
        first.right - first.left,
    )


def _between(before: PdfWord | None, word: PdfWord, size: float, *, table: bool, marked: bool) -> str:
    """What stands between two words: nothing, a space, or a tab. `marked`: the one before is left out."""
    if before is None or (marked and word.text[0].isalnum()):
        return " "
    gap = word.left - before.right
    if gap > (_TABLE_CELL if table else _CELL) * size:
        return "\t"
    return "" if gap < _GLUED * size and not word.spaced else " "


def _marks_apart(words: Iterable[PdfWord]) -> Iterator[PdfWord]:
    """The words; raised figures that are signs of the font stand apart as small words above the line."""
    for word in words:
        mark = None if word.text.isascii() else _RAISED_SIGNS.search(word.text)
        if mark is None or (
            mark.start() and not is_note_mark(word.text[: mark.start()], mark[0].translate(_SIGNS))
        ):
            yield word
            continue
        at = word.right - (word.right - word.left) * len(mark[0]) / len(word.text)
        if mark.start():
            yield word._replace(text=word.text[: mark.start()], right=at)
        above = word._replace(
            text=mark[0].translate(_SIGNS), left=at, spaced=word.spaced and not mark.start()
        )
        yield above._replace(size=word.size * _SIGN_SIZE, base=word.base - word.size * _SIGN_HEIGHT)


def _closed_up(words: list[PdfWord]) -> list[PdfWord]:
    """The words; where letters are set apart, put together at the gaps that are no wider than the others."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    if single < _FEWEST_APART or single < _SET_APART * len(words):
        return words
    gaps = [max(after.left - word.right, 0.0) for word, after in pairwise(words)]
    usual = statistics.median(gaps)
    if usual < 0.05 * words[0].size:
        return words
    found = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap <= 1.6 * usual:
            found[-1] = found[-1]._replace(text=found[-1].text + word.text, right=word.right)
        else:
            found.append(word._replace(spaced=True))
    return found


def median_leading(lines: Sequence[PdfLine], size: float) -> float:
    """The distance between the baselines of lines of one region, in points, as it is within paragraphs."""
    steps = [b.base - a.base for a, b in pairwise(lines) if a.column is b.column]
    steps = sorted(step for step in steps if 0.8 * size <= step <= 3.2 * size)
    return steps[len(steps) // 3] if len(steps) >= 2 else 1.35 * size
