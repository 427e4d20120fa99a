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
_OFFICE = frozenset({
    "contact-line", "correction-note", "export-field", "front-matter", "reference-line", "release-line",
    "transcript-notice",
})  # fmt: skip
"""Rules for lines of an archive or an office, which stand around a text without a page."""
_RIGHTS = frozenset({"copyright", "footer", "no-words"})
_FIELDS = 2
"""Fields of an archive's export; archives keep articles without the pages that they stood on."""
_TABLE_WORDS = 4.5
"""Words a line in tables of figures and programmes; menus have one to three."""


def is_bare(judged: JudgedLines, run: range) -> bool:
    """Whether the text is an article and nothing else: hardly a furniture line, and the run is most of it."""
    if _furniture_free(judged) or judged.rules.count("export-field") >= _FIELDS:
        return True
    allowed = max(_PAGE_LINES, _PAGE_SHARE * len(judged.lines))
    others = [i for i in range(len(judged.lines)) if i not in run]
    parted = [i for i in others if judged.is_plain_prose(i)] if _only_rights(judged) else []
    outside = sum(not judged.rules[i] for i in others) - len(parted)
    if sum(_of_page(judged)) > allowed or outside > allowed:
        return False
    article = (judged.lines[i] for i in (*run, *parted))
    return _size(article) >= _BARE_SHARE * _size(judged.lines)


def _only_rights(judged: JudgedLines) -> bool:
    """Whether a line of rights stands there and nothing else of a page, so that prose beyond it is text."""
    rules = {rule for rule, named in zip(judged.rules, _of_page(judged), strict=True) if named}
    return "copyright" in rules and rules <= _RIGHTS


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
