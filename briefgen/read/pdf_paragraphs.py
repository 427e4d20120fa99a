"""Lines of a PDF to paragraphs: sentences whole over line ends, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from briefgen import lexicon
from briefgen.english.marks import ends_sentence
from briefgen.read.pdf_joins import Joiner
from briefgen.read.pdf_lines import PdfLine, median_leading

_SAME_SIZE = 1.09
"""Ratio of type sizes within a paragraph."""
HEADING = 1.12
"""Times the size of the text: a line is a heading."""
_APART = 1.2
"""Times the leading: the next line begins a paragraph."""
_LEADING = 1.45
"""Times the type size of a heading."""
_INDENT = 0.8
"""Of the type size, from the edge of the column."""
_SLACK = 0.6
"""Of the type size, that a line of a paragraph may leave free although the next word would fit."""
_ITEM = re.compile(
    r"(?:[•·▪◦‣●○■□➢✓*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?= [A-Z])"
    r"|§+ ?\d|[QA][.:])\s|[\uf0a7\uf0b7]"
)
"""How the items of lists, sections with a number, questions and answers begin."""
_NUMBER = re.compile(r"\d{1,3}\. [A-Z]")
_LEADERS = re.compile(r"(?:\. ?){4}[\s.]*\S{1,6}$|\t\d{1,4}$")
"""A line of a table of contents, or of figures."""
_BESIDE = re.compile(
    r"(?:Figure|Fig\.|Table|Chart|Graph|Box|Map|Photo|Picture|Source|Sources|Note|Notes)\b[ :.\d]", re.I
)
"""How the words of a figure, a table or a picture begin."""
_REACH = 8
"""Paragraphs over which a sentence goes on, behind figures, tables and boxes."""
_LONG = 0.72
_FEWEST_WORDS = 4


@cache
def _open_ends() -> frozenset[str]:
    return lexicon.furniture.open_ends()


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[PdfLine]
    text: str = ""
    table: bool = False

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def size(self) -> float:
        """Of its type, in points."""
        return self.lines[0].size

    @property
    def is_open(self) -> bool:
        """Whether it stops in the middle of a sentence."""
        return not ends_sentence(self.text) and self.text[-1] not in ":;"


@dataclass
class Typesetting:
    """What is usual in a document."""

    size: float
    joiner: Joiner
    width: float
    """Of most lines, in points."""
    leadings: dict[int, float] = field(default_factory=dict)
    """By the identity of regions."""

    def leading(self, line: PdfLine) -> float:
        """The usual distance of baselines where a line stands, in points."""
        return self.leadings.get(id(line.column), 1.35 * line.size)


def paragraphs_of(lines: Sequence[PdfLine], setting: Typesetting) -> list[Paragraph]:
    """The paragraphs in order; what was cut by a page, a column or a figure is one."""
    for key, group in groupby(lines, key=lambda line: id(line.column)):
        rows = list(group)
        setting.leadings[key] = median_leading(rows, rows[0].size)
    found: list[Paragraph] = []
    for line in lines:
        if found and _belongs(found[-1], line, setting):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], table=line.column.table))
    for one in found:
        one.text = _text(one, setting.joiner)
    return list(_healed(found, setting))


def _text(paragraph: Paragraph, joiner: Joiner) -> str:
    text = paragraph.lines[0].text
    for line in paragraph.lines[1:]:
        text = joiner.joined(text, line.text)
    return text.replace("­", "")


def _belongs(paragraph: Paragraph, line: PdfLine, setting: Typesetting) -> bool:
    """Whether a line carries on the paragraph of the line before."""
    before = paragraph.lines[-1]
    if line.mark or not 1 / _SAME_SIZE <= line.size / before.size <= _SAME_SIZE:
        return False
    if line.column is not before.column:
        return False  # settled when the whole text is seen
    if line.base <= before.base:
        return False
    if line.column.table:
        return _fills_cell(before, line, setting)
    if line.base - before.base > _step(before, line, setting) or _begins_item(before, line):
        return False
    if _LEADERS.search(before.text):
        return False
    if before.bold != line.bold and not (_goes_on(before, line) and not before.bold):
        return False
    if before.size >= HEADING * setting.size or (before.bold and line.bold):
        return _same_heading(before, line, setting)
    return _in_prose(paragraph, line)


def _begins_item(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line begins an item of a list; "rose to" above "30. The board" goes on with a number."""
    if _ITEM.match(line.text) is None:
        return False
    goes_on = _NUMBER.match(line.text) is not None and not ends_sentence(before.text)
    return not (
        goes_on and _is_long(before) and before.text[-1].islower() and abs(line.left - before.left) <= 1
    )


def _step(before: PdfLine, line: PdfLine, setting: Typesetting) -> float:
    """The largest distance of two lines of a paragraph; headings have a leading of their own."""
    most = _APART * setting.leading(line)
    return max(most, _LEADING * line.size) if before.size >= HEADING * setting.size else most


def _fills_cell(before: PdfLine, line: PdfLine, setting: Typesetting) -> bool:
    """Whether a row of a table only goes on with the last cell of the row before."""
    if line.column.passages:
        return line.left > line.column.left + line.size
    alone = "\t" not in line.text and line.left > line.column.left + 4 * line.size
    return alone and line.base - before.base <= _APART * setting.leading(line)


def _goes_on(before: PdfLine, line: PdfLine) -> bool:
    """Whether a sentence plainly runs on: no stop, and small letters follow."""
    return line.text[0].islower() and not ends_sentence(before.text) and before.text[-1] != ":"


def _same_heading(before: PdfLine, line: PdfLine, setting: Typesetting) -> bool:
    """Whether two lines are one heading, or two lines of a text that is set as large or bold as headings."""
    if _room(before, line) and not _goes_on(before, line):
        wide = before.right - before.left >= 0.5 * (line.column.right - line.column.left)
        large = before.size >= HEADING * setting.size
        return large and wide and not ends_sentence(before.text)
    return not ends_sentence(before.text) or not _room(before, line)


def _room(before: PdfLine, line: PdfLine) -> bool:
    """Whether the first word of a line would have fitted behind the line before."""
    free = before.column.right - before.right
    return free > line.first_word + _SLACK * line.size


def _is_long(line: PdfLine) -> bool:
    """Whether a line takes most of the width of its column, in words: the text is set ragged."""
    return line.right - line.column.left >= _LONG * (line.column.right - line.column.left) and (
        line.text.count(" ") >= _FEWEST_WORDS
    )


def _in_prose(paragraph: Paragraph, line: PdfLine) -> bool:
    before, edge = paragraph.lines[-1], line.column.left
    if _goes_on(before, line):
        return True
    if _room(before, line) and (ends_sentence(before.text) or not _is_long(before)):
        return False
    first = paragraph.lines[0]
    if _ITEM.match(first.text):
        return line.left > first.left + 1 or first.left < edge + _INDENT * line.size
    if before is first:
        return line.left <= before.left + _INDENT * line.size
    steps_in = line.left > before.left + _INDENT * line.size and line.left > edge + _INDENT * line.size
    steps_out = ends_sentence(before.text) and line.left < before.left - _INDENT * line.size
    return not steps_in and not steps_out


def _healed(found: list[Paragraph], setting: Typesetting) -> Iterator[Paragraph]:
    """The paragraphs with sentences put together that a page, a column or a figure has cut."""
    taken: set[int] = set()
    for i, one in enumerate(found):
        if i in taken:
            continue
        last = i
        while (after := _continuation(found, last, taken, one, setting)) is not None:
            one.text = setting.joiner.joined(one.text, found[after].text)
            one.lines = [*one.lines, *found[after].lines]
            taken.add(after)
            last = after
        yield one


def _continuation(
    found: list[Paragraph], last: int, taken: set[int], one: Paragraph, setting: Typesetting
) -> int | None:
    """The number of the paragraph that goes on with a sentence, from the next column or page on."""
    if not one.is_open or not _is_prose(one, setting):
        return None
    sure = _must_go_on(one.text)
    for after in range(last + 1, min(last + 1 + _REACH, len(found))):
        other = found[after]
        if after in taken:
            continue
        beside = _stands_beside(other, setting)
        if not beside and _can_follow(one, other, setting):
            small = other.text[0].islower() or other.text[0] in ",;)”’"
            next_one = after == last + 1
            if small or (next_one and (sure or _is_full(one, setting))):
                return after
            return after if sure and _is_prose(other, setting) else None
        if not beside:
            return None
    return None


def _can_follow(one: Paragraph, other: Paragraph, setting: Typesetting) -> bool:
    """Whether a paragraph may be the rest of another: set alike, and elsewhere on the page or on the next."""
    alike = 1 / _SAME_SIZE <= other.size / one.lines[-1].size <= _SAME_SIZE
    before, line = one.lines[-1], other.lines[0]
    elsewhere = line.column is not before.column or line.base - before.base > _APART * setting.leading(line)
    bold = line.bold and not before.bold
    return alike and elsewhere and not bold and not _ITEM.match(other.text) and line.page - before.page <= 2


def _is_prose(one: Paragraph, setting: Typesetting) -> bool:
    """Whether a paragraph is of the text, not a heading, a row of a table or a label."""
    if one.table or one.size >= HEADING * setting.size or "\t" in one.text:
        return False
    return not one.lines[-1].bold and one.text.count(" ") >= _FEWEST_WORDS


def _stands_beside(one: Paragraph, setting: Typesetting) -> bool:
    """Whether a paragraph is no part of the running text: a caption, a table, a heading, small print."""
    if one.table or "\t" in one.text or _BESIDE.match(one.text):
        return True
    if one.lines[0].column.aside or one.size * _SAME_SIZE < setting.size:
        return True
    return one.size >= HEADING * setting.size or one.lines[0].bold


def _must_go_on(text: str) -> bool:
    """Whether no sentence ends so: with a comma, a hyphen, or a word like "the"."""
    if text[-1] in ",-‐­–—":
        return True
    last = text.rsplit(None, 1)[-1].casefold()
    return last in _open_ends()


def _is_full(one: Paragraph, setting: Typesetting) -> bool:
    """Whether its last line runs to the edge of its column, and is no shorter than lines of the text are."""
    line = one.lines[-1]
    return line.column.right - line.right <= 4 * line.size and line.right - line.left >= _LONG * setting.width
