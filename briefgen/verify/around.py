"""Checks of what stands around the words of a file: headers, footers, labels of lists, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.paper.printed import folded, printed
from briefgen.verify.file_check import FileCheck, short

_FIELD = re.compile(r"\[\[(\w+)\]\]")
_LONGEST = 255
"""Signs that Word keeps of a property."""
_OURS = frozenset({"briefgen", "briefing memo"})
"""What every file is called by: its maker until the officer signs, and its keywords."""


def file_sound(file: FileCheck) -> Iterator[Problem]:
    """The file holds nothing that no file of ours of its format does."""
    if file.reopened.beside is None:
        yield from (Problem("the file", "file-unsound", what) for what in file.reopened.faults)


def margins_right(file: FileCheck) -> Iterator[Problem]:
    """Headers and footers say what the house's template does, with title, marking and maker of the memo."""
    if file.reopened.template is None:
        return
    page, style = file.page, file.style
    values = {"marking": page.marking, "title": page.title, "generator": page.generator}
    own = file.reopened.template(style)
    known = {_filled(margin, values) for margin in own.margins} | {folded(page.marking), ""}
    known.add(folded(f"{style.phrase('page-label')}1{style.phrase('page-of')}1"))
    for margin in file.reopened.margins:
        if folded(margin) not in known:
            yield Problem(
                "header or footer", "words-foreign", f"this comes from no template: {short(margin)}"
            )
    for piece in sorted(file.reopened.inherited - own.inherited):
        what = f"it is shown otherwise than the template says: {short(piece)}"
        yield Problem("the file", "file-unsound", what)
    for label in file.reopened.labels:
        if label not in own.labels:
            yield Problem("a list", "words-foreign", f"this label comes from no template: {short(label)}")


def _filled(margin: str, values: dict[str, str]) -> str:
    return folded(_FIELD.sub(lambda found: values.get(found[1], found[0]), margin))


def names_right(file: FileCheck) -> Iterator[Problem]:
    """Tables, controls and the file itself are called what the memo calls them."""
    if file.reopened.template is None:
        return
    memo, page = file.memo, file.page
    known = {printed(one)[:_LONGEST] for one in (memo.title, memo.kind or memo.title, memo.generator)}
    known |= {memo.language, *_OURS}
    for field in page.header:
        known |= {field.label, field.id}
    for part in page.parts:
        known |= {part.title, part.id, part.table.description if part.table else ""}
    for name in file.reopened.names:
        if name not in known:
            yield Problem("the file", "words-foreign", f"nothing of the memo is called so: {short(name)}")


def words_set_apart(file: FileCheck) -> Iterator[Problem]:
    """Nothing is emphasised but whole lines and what the page sets apart; nothing of the memo is code."""
    if file.reopened.beside is not None:
        return  # the evidence page is compared word by word
    for wanted, block in file.aligned.pairs:
        for mark, words in block.tones:
            if "`" in mark or folded(words) not in {*wanted.apart, wanted.text, wanted.numbered}:
                yield Problem(wanted.where, "words-apart", f"set apart with {mark}: {short(folded(words))}")


def bullets_alike(file: FileCheck) -> Iterator[Problem]:
    """The lines of a list have one mark, which is none of a quotation, and the headings one rank."""
    marks: dict[int, str] = {}
    for wanted, block in file.aligned.pairs:
        if block.kind == "heading" and wanted.item is None:
            if block.bullet != marks.setdefault(-1, block.bullet):
                yield Problem(wanted.where, "words-apart", "the heading has another rank than the others")
        elif wanted.item is not None and block.kind == "line":
            if block.bullet.startswith(">"):
                yield Problem(wanted.where, "words-apart", "a line of the list stands as a quotation")
            first = marks.setdefault(wanted.item[0], block.bullet)
            if block.bullet != first:
                yield Problem(
                    wanted.where, "words-apart", f"a line of the list begins with {short(block.bullet)}"
                )


CHECKS = (file_sound, margins_right, names_right, words_set_apart, bullets_alike)
