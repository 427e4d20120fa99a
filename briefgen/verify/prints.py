"""A PDF that was read back against the memo: no word of it is lost or changed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefgen.errors import Problem
from briefgen.paper.carried import Material, ReopenedPrint
from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import page
from briefgen.paper.memo import Memo, Words
from briefgen.paper.page import Part, PrintedLine, PrintedPage, PrintedRun, PrintedTable
from briefgen.paper.printed import folded
from briefgen.verify.compact import compact, is_compared, turns
from briefgen.verify.drawn import DrawnPages
from briefgen.verify.expected import Expected, of_page
from briefgen.verify.file_check import short

_FOREIGN = 16
"""Signs, without blanks, that come from nowhere. Fewer are what a template of an office draws by itself: a
page number in Roman figures, the day, a bullet; within a paragraph one sign is found by its words."""
_TITLE = 250
"""Characters of a title that properties of files hold."""
_BULLET = re.compile(r"o|(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVXivx]{1,6})[.):]?")
"""What templates put before a paragraph of a list, beside signs that are not compared."""
_NUMBER = re.compile(rf"(?:[A-Z][a-z]{{2,9}})?(?:{_BULLET.pattern})")
"""The same before a heading: "Annex A."."""
_SHOWN = 3
"""Scripts that are named."""


def check_print(material: Material, read: ReopenedPrint) -> Iterator[Problem]:
    """Everything in which a PDF departs from the memo."""
    memo = material.memo
    title, told = folded(memo.title), folded(read.title)
    if not title.startswith(told) or len(told) < min(len(title), _TITLE):
        yield Problem("the PDF", "pdf-unmarked", f"its title is {short(read.title)}")
    if not read.tagged or read.language not in ("", memo.language):
        yield Problem("the PDF", "pdf-unmarked", "it does not say its language, or what is a heading")
    yield from _marking(memo, read)
    yield from _words(material, read)


def _marking(memo: Memo, read: ReopenedPrint) -> Iterator[Problem]:
    """The handling marking stands on every page."""
    marking = compact(memo.marking).text if not turns(memo.marking) else ""
    for number, text in enumerate(read.pages, 1):
        if marking and marking not in compact(text).text:
            yield Problem("the PDF", "marking-lost", f"the marking is missing on page {number}")


def _words(material: Material, read: ReopenedPrint) -> Iterator[Problem]:
    """Every note, then every block in order, stands on the pages, and each in a place of its own."""
    memo = material.memo
    shown = page(memo, material.words, material.style)
    drawn = DrawnPages(read.pages, (*material.margins, memo.marking), memo.title)
    for number, note in reversed(list(enumerate(shown.notes, 1))):
        if not drawn.take_note(f"{number} {note.text}"):
            yield Problem("the notes of the PDF", "words-lost", f"this is missing: {short(note.text)}")
    for wanted in of_page(_with_marks(shown)):
        if not _is_there(wanted, drawn):
            told = f"this is missing in the PDF, or not in its place: {short(wanted.text)}"
            yield Problem(wanted.where, "words-lost", told)
        if wanted.heads:
            drawn.take_again(wanted.heads)
    for number, rest in drawn.left():
        if len(rest) < _FOREIGN:
            continue
        yield Problem(
            f"page {number} of the PDF", "words-foreign", f"this comes from no source: {short(rest)}"
        )
    for number in dict.fromkeys(drawn.misnumbered):
        yield Problem(
            f"page {number} of the PDF", "words-foreign", "its number does not follow the one before"
        )


def _is_there(wanted: Expected, drawn: DrawnPages) -> bool:
    """Whether a block stands there; a heading may have its number, or that of the template."""
    if wanted.numbered:
        return drawn.take(wanted.numbered, _NUMBER) or drawn.take(wanted.text, _NUMBER)
    return drawn.take(wanted.text, _BULLET if wanted.item else None)


def _with_marks(shown: PrintedPage) -> PrintedPage:
    """The page with the marks of notes as the figures that are printed."""
    header = tuple(replace(field, value=_figured(field.value)) for field in shown.header)
    parts = tuple(_part(part) for part in shown.parts)
    return shown._replace(header=header, parts=parts)


def _part(part: Part) -> Part:
    rows = tuple(row._replace(line=_figured(row.line)) for row in part.rows)
    return part._replace(rows=rows, table=_table(part.table) if part.table else None)


def _table(table: PrintedTable) -> PrintedTable:
    rows = tuple(replace(row, cells=tuple(map(_figured, row.cells))) for row in table.rows)
    return table._replace(rows=rows)


def _figured(line: PrintedLine) -> PrintedLine:
    return PrintedLine(tuple(PrintedRun(str(p.note)) if p.note else p for p in line.pieces))


def unchecked(memo: Memo, words: Words, style: HouseStyle) -> Iterator[Problem]:
    """What of a memo can not be compared with its PDF."""
    shown = page(memo, words, style)
    signs = Counter(
        sign
        for wanted in of_page(shown)
        for sign in wanted.text
        if unicodedata.category(sign)[0] in "LNS" and not is_compared(sign)
    )
    if signs:
        scripts = Counter(_script(sign) for sign in signs.elements())
        names = sorted(scripts, key=lambda name: (-scripts[name], name))[:_SHOWN]
        message = (
            f"{signs.total()} characters ({', '.join(names)}) can not be found again in a PDF by a program; "
            "look whether they are printed right."
        )
        yield Problem(memo.topic, "pdf-unchecked", message)


def _script(sign: str) -> str:
    """ "Arabic" for a letter, "signs" for what is none."""
    name = unicodedata.name(sign, "other").split(" ")[0].split("-")[0]
    return (name if name == "CJK" else name.title()) if sign.isalpha() else "signs"
