"""Tells a text that is an article and nothing else from a page with an article in it."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.clean.line import LineTraits
from briefgen.clean.page import JudgedLines

_PAGE_LINES = 4
"""So many furniture lines show that a page stands around the text."""
_PAGE_SHARE = 0.12
_BARE_SHARE = 0.6
_PROSE_SHARE = 0.3
_OFFICE = frozenset({"export-field", "front-matter", "correction-note", "transcript-notice"})
"""Rules for lines of an archive or an office, which stand around a text without a page."""
_TABLE_WORDS = 4.5
"""Words a line in tables of figures and programmes; menus have one to three."""


def is_bare(judged: JudgedLines, run: range) -> bool:
    """Whether the text is an article and nothing else: hardly a furniture line, and the run is most of it."""
    if _furniture_free(judged):
        return True
    allowed = max(_PAGE_LINES, _PAGE_SHARE * len(judged.lines))
    outside = (*judged.rules[: run.start], *judged.rules[run.stop :]).count("")
    if sum(_of_page(judged)) > allowed or outside > allowed:
        return False
    return _size(judged.lines[run.start : run.stop]) >= _BARE_SHARE * _size(judged.lines)


def _furniture_free(judged: JudgedLines) -> bool:
    """Whether no line is named furniture, and much of the text is sentences or the text is very short."""
    rows = zip(judged.verdicts, _of_page(judged), strict=True)
    if any(hard and verdict is not None and verdict.label == "furniture" for verdict, hard in rows):
        return False
    lines = judged.lines
    if len(lines) <= _PAGE_LINES:
        return True
    if _size(line for line in lines if line.is_prose) >= _PROSE_SHARE * _size(lines):
        return True
    return sum(line.words for line in lines) >= _TABLE_WORDS * len(lines)


def _of_page(judged: JudgedLines) -> list[bool]:
    """For each line whether it is furniture of a page; heads and feet of an office come with the text."""
    rows = zip(judged.rules, judged.hard, strict=True)
    return [hard and rule not in _OFFICE for rule, hard in rows]


def _size(lines: Iterable[LineTraits]) -> int:
    return sum(len(line.text) for line in lines)
