"""What a PDF prints on its pages beside the text: running heads and feet, page numbers, numbers of lines.

Heads and feet are told by coming back at one height, page numbers by counting with the pages. Only rows at
the edge of a page are looked at, from the edge inwards, as far as one after the other is furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefgen.read.pdf_words import PdfRow, PdfSheet, leading, usual_size

_EDGE_ROWS = 4
_SAME_HEIGHT = 4.0
"""Points by which a running head may move from page to page."""
_FEWEST = 2
_FEW_PAGES = 3
_MOST_FIGURES = 2
"""Numbers in a row that comes back on two pages: with more it is a row of a table."""
_LETTERS = 3
_PROSE, _PROSE_PAGES = 8, 4
"""Words of a row as large as the text, and pages: a notice at the foot of all pages, not a sentence."""
_SMALL = 0.97
_MOST_WORDS = 14
_LARGE = 1.12
_APART = 1.25
"""Of the leading: a head with words of its own (the name of a chapter) stands so far from the text."""
_ROMAN = re.compile(r"(?=[ivxlc])(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3})$", re.I)
_FIGURES = re.compile(r"\d+")
_BARE = re.compile(
    r"[\W_]*(?P<word>(?:page|pg|p|seite|página|pagina)\b\.?)?[\W_]*(?P<number>\d{1,4}|[ivxlc]{1,7})[\W_]*"
    r"(?P<of>(?:of|/|von|de|sur|di)\s*\d{1,4}[\W_]*)?$",
    re.I,
)
"""3, - 3 -, [3], Page 3, Page 3 of 12, 3/12, iii."""
_PAGE_AT_END = re.compile(r"\bpage (?P<number>\d{1,4})(?: (?:of|/) \d{1,4})?\W*$", re.I)
_PRINTERS = re.compile(
    r"VerDate \w{3}|Federal Register\s*/\s*Vol\. ?\d+|Jkt \d{6} PO \d{5} Frm \d{5}"
    r"|\S+ on DSK\w+ with [A-Z-]+\d?$",
)
"""What the United States government's printer sets around every page of its gazette and its bills."""
_LONGEST_YEAR = 1000
"""From here on a lone number at the edge of one page is as likely a year."""


class _Edge(NamedTuple):
    """A row at the edge of a page."""

    page: int
    rank: int
    """0 for the outermost; -1 for the last row of the page, inwards -2, -3."""
    base: float
    size: float
    words: int
    large: bool
    """Whether its type is larger than that of the text, as headings are."""
    full: bool
    """Whether its type is as large as that of the text."""
    apart: bool
    """Whether more than the leading lies between it and the next row inwards."""
    text: str

    @property
    def key(self) -> str:
        """The words without their order and with # for figures, so that left and right pages agree."""
        parts = (_ROMAN.sub("#", _FIGURES.sub("#", part)) for part in self.text.casefold().split())
        return " ".join(sorted(parts))


class Furniture(NamedTuple):
    """What is dropped of the pages."""

    rows: Mapping[int, frozenset[float]]
    """The baselines of the rows, by number of page."""
    heads: tuple[str, ...]
    """The different heads, in order of the pages."""


def furniture_of(pages: Iterable[PdfSheet]) -> Furniture:
    """The rows that are furniture of their pages."""
    edges: list[_Edge] = []
    rows: dict[int, int] = {}
    for page in pages:
        rows[page.number] = len(page.rows)
        edges += _edges(page)
    known = _Known(edges, len(rows))
    dropped: dict[int, set[float]] = defaultdict(set)
    heads: dict[str, None] = {}
    for by_rank in _from_the_edge(edges):
        for edge in by_rank:
            if not known.is_furniture(edge):
                break
            dropped[edge.page].add(edge.base)
            heads.setdefault(edge.text)
    emptied = {e.page for e in edges if len(dropped[e.page]) == rows[e.page] and e.words >= _PROSE}
    left = {page: frozenset(bases) for page, bases in dropped.items() if page not in emptied}
    return Furniture(left, tuple(heads))


def _edges(page: PdfSheet) -> Iterator[_Edge]:
    rows = page.rows
    size = usual_size(word for row in rows for word in row.words)
    gap = _APART * leading(rows, size)
    most = min(_EDGE_ROWS, len(rows))
    for i in range(most):
        apart = i + 1 >= len(rows) or rows[i + 1].base - rows[i].base > gap
        yield _edge(page.number, i, rows[i], size, apart)
    for i in range(1, most + 1):
        apart = i >= len(rows) or rows[-i].base - rows[-i - 1].base > gap
        yield _edge(page.number, -i, rows[-i], size, apart)


def _edge(page: int, rank: int, row: PdfRow, size: float, apart: bool) -> _Edge:
    large, full = row.size > _LARGE * size, row.size >= _SMALL * size
    return _Edge(page, rank, row.base, row.size, len(row.words), large, full, apart, row.text)


def _from_the_edge(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """The rows of each edge of each page, the outermost first."""
    groups: dict[tuple[int, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.page, edge.rank < 0].append(edge)
    for group in groups.values():
        yield sorted(group, key=lambda edge: abs(edge.rank + 0.5))


class _Known:
    """What comes back over the pages."""

    def __init__(self, edges: Sequence[_Edge], pages: int) -> None:
        self.pages = pages
        self.same: dict[tuple[str, int], set[int]] = defaultdict(set)
        """Pages by the words of a row and its height."""
        self.counting: Counter[tuple[bool, int, int]] = Counter()
        """Pages by edge, height and what their number is ahead of their place."""
        for edge in edges:
            for height in _heights(edge):
                self.same[edge.key, height].add(edge.page)
        for one in {(e.page, e.rank < 0, h, n) for e in edges for h in _heights(e) for n in _ahead(e)}:
            self.counting[one[1:]] += 1
        self.places = self._proven(edges)

    def is_furniture(self, edge: _Edge) -> bool:
        """Whether a row belongs to the page and not to the text."""
        return self._is_named(edge) or self._is_in_place(edge)

    def _is_named(self, edge: _Edge) -> bool:
        if edge.words > 3 * _MOST_WORDS:
            return False
        return bool(_PRINTERS.search(edge.text)) or self._comes_back(edge) or self._counts(edge)

    def _comes_back(self, edge: _Edge) -> bool:
        """Whether the same words stand at the same height on other pages."""
        if sum(map(str.isalpha, edge.text)) < _LETTERS:
            return False
        pages = max((self.same[edge.key, height] for height in _heights(edge)), key=len)
        if edge.full and edge.words >= _PROSE:
            return len(pages) >= _PROSE_PAGES
        few = edge.key.count("#") <= _MOST_FIGURES or bool(re.search(r"[/:|]", edge.text))
        return len(pages) >= (_FEWEST if few else _FEW_PAGES)

    def _counts(self, edge: _Edge) -> bool:
        """Whether it is a page number, or a head that has one which counts with the pages."""
        counted = any(
            self.counting[edge.rank < 0, h, n] >= _FEWEST for h in _heights(edge) for n in _ahead(edge)
        )
        bare = _BARE.match(edge.text)
        if bare is None:
            sure = counted or _says_page(edge) or (0 in _ahead(edge) and edge.page > 1 and not edge.full)
            return sure and edge.apart and _is_short(edge) and not edge.large
        if counted or bare["word"] or bare["of"]:
            return True
        lone = bare["number"].isdigit() and int(bare["number"]) < _LONGEST_YEAR
        return lone and edge.apart and self.pages <= 2 and edge.rank in (0, -1)

    def _proven(self, edges: Sequence[_Edge]) -> frozenset[tuple[bool, int, int]]:
        """Heights at which heads or feet stand on two pages, with their type size."""
        found: dict[tuple[bool, int, int], set[int]] = defaultdict(set)
        for edge in edges:
            if not _BARE.match(edge.text) and self._is_named(edge):
                for height in _heights(edge):
                    found[edge.rank < 0, height, round(edge.size * 2)].add(edge.page)
        return frozenset(place for place, pages in found.items() if len(pages) >= _FEWEST)

    def _is_in_place(self, edge: _Edge) -> bool:
        """Whether a short row with words of its own stands where heads stand, away from the text."""
        if edge.large or not (edge.apart and _is_short(edge)):
            return False
        size = round(edge.size * 2)
        return any((edge.rank < 0, height, size) in self.places for height in _heights(edge))


def _heights(edge: _Edge) -> tuple[int, int]:
    """Two steps of the grid of heights: rows that lie close share one."""
    height = int(edge.base / _SAME_HEIGHT)
    return height, height + 1


def _ahead(edge: _Edge) -> set[int]:
    """What numbers at the ends of a row are ahead of the page's place."""
    words = edge.text.split()
    bare = _BARE.match(edge.text)
    ends = [bare["number"]] if bare else [words[0].strip("-–—|[]()."), words[-1].strip("-–—|[]().")]
    found = set()
    for end in ends:
        if end.isdecimal() and len(end) <= 5:
            found.add(int(end) - edge.page)
        elif bare and _ROMAN.match(end):
            found.add(_roman(end) - edge.page)
    return found


_ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _roman(text: str) -> int:
    values = [_ROMAN_SIGNS[sign] for sign in text.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _says_page(edge: _Edge) -> bool:
    """Whether a row ends with the word and the number of its page: "Ports of the north, page 2"."""
    found = _PAGE_AT_END.search(edge.text)
    return found is not None and int(found["number"]) == edge.page


def _is_short(edge: _Edge) -> bool:
    return edge.words <= _MOST_WORDS and edge.text[-1] not in '.!?”"'
