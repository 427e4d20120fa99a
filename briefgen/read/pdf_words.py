"""Words on a page of a PDF, and the rows that they stand in."""

from __future__ import annotations

import bisect
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple


class PdfWord(NamedTuple):
    """Characters that stand together; lengths in points, from the left and the top of the page."""

    text: str
    left: float
    right: float
    base: float
    """Height of the baseline."""
    size: float
    """Of the type."""
    turn: int
    """Quarters of a turn to the left that it is set at, 4 for any other angle."""
    bold: bool
    spaced: bool
    """Whether a space stands before it."""


class PdfPage(NamedTuple):
    """One page as a reader sees it."""

    number: int
    width: float
    height: float
    words: tuple[PdfWord, ...]


@dataclass(slots=True)
class PdfRow:
    """Words on one baseline, with the small ones that are raised or lowered beside them."""

    base: float
    size: float
    words: list[PdfWord] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Edge of the first word."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Edge of the word that reaches farthest."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """The words with single spaces, as far as they are needed to compare rows."""
        return " ".join(word.text for word in self.words)


class PdfSheet(NamedTuple):
    """A page as it is set: its rows from the top down."""

    number: int
    width: float
    rows: list[PdfRow]


_LEVEL = 0.25
"""Of the type size: how far baselines of one row lie apart; lines of prose are a whole size apart."""
_RAISED = 0.85
"""Share of the row's type size below which a word may stand above or below the line."""
_BESIDE = 0.6
"""Of the type size: a mark stands so close to its word."""
_TOUCHES = 0.12
"""The same for one that is as large as the line."""
_DOUBLED = 0.12
"""Of the type size: the same word drawn again so close is bold print."""
_MOST_FIGURES = 3
"""Of the mark of a note that is raised without being smaller."""
_CAPITAL = 1.8
"""Times the type size of the text, from which on a letter is one that begins a chapter."""
_MOST_SIGNS = 12
"""Characters of a raised word; longer small print beside large is a line of its own."""


def rows_of(words: Iterable[PdfWord]) -> list[PdfRow]:
    """The rows of words from the top down, each from the left."""
    rows: list[PdfRow] = []
    bases: list[float] = []
    for word in sorted(words, key=lambda word: (_is_mark(word), -word.size, word.base, word.left)):
        row = _row_of(word, rows, bases)
        if row is None:
            at = bisect.bisect(bases, word.base)
            bases.insert(at, word.base)
            rows.insert(at, PdfRow(word.base, word.size, [word]))
        else:
            row.words.append(word)
    for row in rows:
        row.words.sort(key=lambda word: word.left)
        row.words = _without_doubles(row)
    return rows


def _row_of(word: PdfWord, rows: Sequence[PdfRow], bases: Sequence[float]) -> PdfRow | None:
    """The row that a word belongs to: on its baseline, or beside a larger word that it is raised at."""
    best: PdfRow | None = None
    low = bisect.bisect_left(bases, word.base - 1.2 * word.size)
    for row in rows[low : bisect.bisect(bases, word.base + 2.5 * word.size)]:
        if abs(row.base - word.base) <= _LEVEL * word.size:
            if best is None or abs(row.base - word.base) < abs(best.base - word.base):
                best = row
        elif best is None and _is_beside(word, row):
            return row
    return best


def _is_mark(word: PdfWord) -> bool:
    """Whether a word may be the mark of a note by its signs: few figures."""
    return len(word.text) <= _MOST_FIGURES and word.text.isdecimal()


def _is_beside(word: PdfWord, row: PdfRow) -> bool:
    smaller = word.size <= _RAISED * row.size
    if not (smaller or _is_mark(word)) or len(word.text) > _MOST_SIGNS:
        return False
    if not row.base - row.size <= word.base <= row.base + 0.4 * row.size:
        return False
    if not smaller:
        return any(abs(word.left - other.right) <= _TOUCHES * row.size for other in row.words)
    near = _BESIDE * row.size
    return any(
        -near <= word.left - other.right <= near or (0 <= other.left - word.right <= near)
        for other in row.words
        if other.size * _RAISED >= word.size
    )


def _without_doubles(row: PdfRow) -> list[PdfWord]:
    """The words without those drawn twice at one place."""
    if len({word.text for word in row.words}) == len(row.words):
        return row.words
    kept: list[PdfWord] = []
    for word in row.words:
        near = _DOUBLED * row.size
        if not any(one.text == word.text and abs(one.left - word.left) <= near for one in kept[-3:]):
            kept.append(word)
    return kept


def usual_size(words: Iterable[PdfWord]) -> float:
    """The type size in which most characters are set; 10 where there are none."""
    signs: Counter[float] = Counter()
    for word in words:
        signs[round(word.size * 5) / 5] += len(word.text)
    return signs.most_common(1)[0][0] if signs else 10.0


def leading(rows: Sequence[PdfRow], size: float) -> float:
    """The usual distance between baselines, in points; from the type size where there are few rows."""
    steps = [after.base - row.base for row, after in pairwise(rows)]
    steps = [step for step in steps if 0.8 * size <= step <= 3 * size]
    return statistics.median(steps) if len(steps) >= 2 else 1.3 * size


def upright(page: PdfPage) -> PdfPage:
    """The page turned so that most of its words can be read, and without stamps that stand otherwise."""
    signs: Counter[int] = Counter()
    for word in page.words:
        signs[word.turn] += len(word.text)
    if len(signs) < 2 and 0 in signs:
        return page
    turn = max(signs, key=lambda turn: (signs[turn], -turn), default=0)
    width, height = (page.height, page.width) if turn in (1, 3) else (page.width, page.height)
    return PdfPage(page.number, width, height, tuple(word for word in page.words if word.turn == turn))


def with_capitals(page: PdfPage) -> PdfPage:
    """The page with large letters over several lines put before the rest of their words."""
    size = usual_size(page.words)
    large = [w for w in page.words if w.size >= _CAPITAL * size and w.text.isalpha() and len(w.text) == 1]
    words = list(page.words)
    for capital in large[:_MOST_CAPITALS]:
        rest = _rest_of(capital, words)
        if rest is not None:
            words[words.index(rest)] = rest._replace(text=capital.text + rest.text)
            words.remove(capital)
    return page._replace(words=tuple(words))


_MOST_CAPITALS = 4
"""On a page."""


def _rest_of(capital: PdfWord, words: Sequence[PdfWord]) -> PdfWord | None:
    """The word whose first letter stands large to its left: the first one of the highest line beside it."""
    beside = [
        word
        for word in words
        if word.size * _CAPITAL <= capital.size
        and 0 <= word.left - capital.right + _DOUBLED * capital.size <= capital.size
        and capital.base - capital.size <= word.base <= capital.base + word.size
    ]
    first = min(beside, key=lambda word: (round(word.base), word.left), default=None)
    return first if first is not None and first.text[0].islower() and len(beside) > 1 else None
