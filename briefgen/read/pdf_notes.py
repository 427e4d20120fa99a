"""Footnotes of a PDF: small print at the foot of a page or column that begins with the mark of a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from briefgen.read.pdf_lines import PdfLine

_SMALL = 0.94
"""Times the size of the text."""
_MARKED = re.compile(r"(?P<mark>\d{1,3}|[*†‡§¶]{1,3})[.)]?[\s\t]+(?=\S)")
_LOWEST = 0.35
"""Share of the page's height from the top; notes stand below."""


@dataclass(slots=True)
class Note:
    """A footnote with its mark."""

    mark: str
    page: int
    lines: list[PdfLine] = field(default_factory=list)


def without_notes(lines: Sequence[PdfLine], size: float) -> tuple[list[PdfLine], list[Note]]:
    """The lines of the text, and the notes, by the type size of the text."""
    text: list[PdfLine] = []
    notes: list[Note] = []
    anchors: set[str] = set()
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        anchors |= {part for line in page for mark in line.marks for part in re.findall(r"\w+|\W", mark)}
        foot = {id(line) for line in _foot(page, size, anchors)}
        text += (line for line in page if id(line) not in foot)
        _add(notes, (line for line in page if id(line) in foot), anchors)
    return text, notes


def _foot(page: Sequence[PdfLine], size: float, anchors: set[str]) -> Iterator[PdfLine]:
    """The lines of a page that are notes: from a mark on, at the end of each region."""
    for _, group in groupby(page, key=lambda line: id(line.column)):
        rows = list(group)
        first = len(rows)
        while first > 0 and (rows[first - 1].size <= _SMALL * size or rows[first - 1].mark in anchors - {""}):
            first -= 1
        starts = next((i for i in range(first, len(rows)) if _mark(rows[i], anchors)), None)
        if starts is not None and (starts == first or rows[starts].mark):
            yield from rows[starts:]


def _mark(line: PdfLine, anchors: set[str]) -> str:
    """The mark at the head of a line: a raised one, or a plain one that the text has."""
    if line.mark:
        return line.mark
    found = _MARKED.match(line.text)
    return found["mark"] if found and found["mark"] in anchors else ""


def _add(notes: list[Note], lines: Iterable[PdfLine], anchors: set[str]) -> None:
    for line in lines:
        mark = _mark(line, anchors)
        if mark:
            if not line.mark:
                line.text = line.text[_MARKED.match(line.text).end() :]  # type: ignore[union-attr]
            notes.append(Note(mark, line.page, [line]))
            line.mark = ""
        elif notes:
            notes[-1].lines.append(line)
