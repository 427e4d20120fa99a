"""PDF files: the text layer by the positions of its words. Nothing is recognised from pictures.

Furniture of the pages is dropped row by row, columns are put in order, lines become paragraphs, footnotes
follow the text. A paragraph is one line of the text, and its place the page on which it begins.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.errors import Problem
from briefgen.model import Omission
from briefgen.read.draft import Draft, Reading, UnreadableError
from briefgen.read.export import parted
from briefgen.read.own import OWN, is_own_information
from briefgen.read.pdf_child import PdfWords, pdf_words
from briefgen.read.pdf_columns import regions_of
from briefgen.read.pdf_furniture import furniture_of
from briefgen.read.pdf_heads import stated_by_heads
from briefgen.read.pdf_joins import Joiner
from briefgen.read.pdf_lines import PdfLine, lines_of
from briefgen.read.pdf_margin import LineNumbers
from briefgen.read.pdf_notes import Note, without_notes
from briefgen.read.pdf_paragraphs import Typesetting, paragraphs_of
from briefgen.read.pdf_title import title_of
from briefgen.read.pdf_words import PdfSheet, rows_of, upright, with_capitals
from briefgen.read.properties import stated_properties

_LISTED = 8
_KEPT = 6_000_000
"""Bytes of words, up to which a document is set once; the pages of longer ones are set anew when needed."""


@dataclass(frozen=True)
class _Pages:
    """The lines of all pages, with what is to be told of them."""

    lines: list[PdfLine]
    heads: tuple[str, ...]
    blank: tuple[int, ...]
    unsure: tuple[int, ...]
    count: int


def read_pdf(data: bytes, name: str) -> Reading:
    """One draft: a paragraph a line, the page as its place. Raises `UnreadableError`."""
    found = pdf_words(data)
    about = found.properties
    if is_own_information(about["Author"], about["Keywords"]):
        raise UnreadableError("own-memo", OWN)
    pages = _read_pages(found)
    if not pages.lines:
        message = "The PDF holds pictures of pages, no text; run text recognition (OCR) on it first."
        raise UnreadableError("pdf-no-text", message)
    parts, title = _parts(pages.lines)
    by_type = {"title": title} if title else {}
    properties = stated_properties(about["Title"], about["Author"])
    stated = {**stated_by_heads(pages.heads), **by_type, **properties}
    text, places = _set(parts)
    omitted = tuple(_omitted(pages, found))
    draft = Draft(text, stated=stated, places=places, omitted=omitted, whole=True)
    drafts, problems = parted(draft, name)
    return drafts, (*_blank_pages(pages, name), *problems)


def _read_pages(found: PdfWords) -> _Pages:
    sheets = list(_sheets(found)) if sum(map(len, found.lines)) <= _KEPT else None
    furniture = furniture_of(sheets or _sheets(found))
    lines: list[PdfLine] = []
    blank, unsure = [], []
    for sheet in sheets or _sheets(found):
        if not sheet.rows:
            blank.append(sheet.number)
        dropped = furniture.rows.get(sheet.number, frozenset())
        order = regions_of([row for row in sheet.rows if row.base not in dropped], sheet.width)
        if not order.sure:
            unsure.append(sheet.number)
        for region in order.regions:
            lines += lines_of(region, sheet.number)
    return _Pages(lines, furniture.heads, tuple(blank), tuple(unsure), len(found.lines))


def _sheets(found: PdfWords) -> Iterator[PdfSheet]:
    """The pages as they are set, upright and without the numbers of lines."""
    numbers = LineNumbers()
    for page in found.pages():
        read = with_capitals(upright(page))
        yield PdfSheet(page.number, read.width, rows_of(numbers.without(read.words)))


def _parts(lines: Sequence[PdfLine]) -> tuple[list[tuple[str, str]], str]:
    """(place, text) of the paragraphs and then of the notes, and the title by its type."""
    size = _usual_size(lines)
    text, notes = without_notes(lines, size)
    joiner = Joiner(line.text for line in lines)
    setting = Typesetting(size, joiner, statistics.median(line.right - line.left for line in lines))
    paragraphs = paragraphs_of(text, setting)
    parts = [(f"page {one.page}", one.text) for one in paragraphs]
    return [*parts, *_noted(notes, joiner)], title_of(paragraphs, size)


def _noted(notes: Iterable[Note], joiner: Joiner) -> Iterable[tuple[str, str]]:
    for note in notes:
        text = note.lines[0].text
        for line in note.lines[1:]:
            text = joiner.joined(text, line.text)
        yield f"page {note.page}, note {note.mark}", text


def _usual_size(lines: Iterable[PdfLine]) -> float:
    """The type size of most of the text."""
    signs: Counter[float] = Counter()
    for line in lines:
        signs[round(line.size * 2) / 2] += len(line.text)
    return signs.most_common(1)[0][0]


def _set(parts: Iterable[tuple[str, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text, and the offsets at which a new place begins."""
    places: list[tuple[int, str]] = []
    lines: list[str] = []
    offset = 0
    for place, text in parts:
        if not places or places[-1][1] != place:
            places.append((offset, place))
        lines.append(text)
        offset += len(text) + 1
    return "\n".join(lines), tuple(places)


def _omitted(pages: _Pages, found: PdfWords) -> Iterable[Omission]:
    beyond, unread = found.count - len(found.lines), found.unread
    if beyond:
        told = f"{beyond:,} of {found.count:,} pages, behind page {len(found.lines):,}"
        yield Omission("left-out", f"{told}, up to which they have as many words as one document may have")
    if unread:
        yield Omission("left-out", f"{len(unread)} of {pages.count} pages are damaged: {_numbers(unread)}")
    if pages.unsure:
        yield Omission("reading-order", f"page {_numbers(pages.unsure)}")


def _numbers(pages: Sequence[int]) -> str:
    more = f" and {len(pages) - _LISTED} more" if len(pages) > _LISTED else ""
    return f"{', '.join(map(str, pages[:_LISTED]))}{more}"


def _blank_pages(pages: _Pages, name: str) -> tuple[Problem, ...]:
    """Tells of a PDF in which more than a third of the pages give no text: scans bound in with text."""
    if len(pages.blank) * 3 <= pages.count:
        return ()
    message = f"{len(pages.blank)} of {pages.count} pages hold no text: {_numbers(pages.blank)}."
    return (Problem(name, "pdf-pages-without-text", message),)
