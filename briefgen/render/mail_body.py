"""The words of a mail: in plain text and in HTML, the same in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import NamedTuple

from briefgen.paper.carried import Material
from briefgen.paper.layout import page
from briefgen.paper.mail_form import (
    BODY,
    DOCTYPE,
    HEAD,
    HTML,
    LIST,
    METAS,
    PARAGRAPHS,
    TITLE,
    TONES,
    Kind,
    MailElement,
)
from briefgen.paper.memo import Item, Memo, Section
from briefgen.paper.page import Part, PrintedLine, PrintedPage, PrintedRun
from briefgen.paper.printed import folded, printed

IN_BRIEF = "in-brief"
"""The section of which a mail has the lines."""
_SUBJECT = 150
"""Characters of a subject that programs of mail show or keep; the title gives way."""
_TITLE = 40
"""Characters that the title keeps, however long marking and date are."""


class MailParagraph(NamedTuple):
    """One paragraph of a mail."""

    kind: Kind
    line: PrintedLine


def paragraphs(material: Material) -> tuple[MailParagraph, ...]:
    """What the mail says, in order."""
    shown = _brief_page(material)
    return tuple(MailParagraph(kind, line) for kind, line in _said(shown, material) if line.text.strip())


def subject(material: Material) -> str:
    """The subject on one line: the marking first, and the date last where the memo has one."""
    title = folded(material.memo.title)
    room = _SUBJECT - len(_around(material, ""))
    return _around(material, _cut(title, max(room, _TITLE)))


def _around(material: Material, title: str) -> str:
    memo, style = material.memo, material.style
    found = title
    if memo.as_of:
        found = style.phrase("mail-subject-dated", subject=found, date=_date(material) or memo.as_of)
    if memo.marking:
        found = style.phrase("mail-subject-marked", subject=found, marking=folded(memo.marking))
    return folded(found)


def _date(material: Material) -> str:
    """The date as the header block prints it."""
    shown = page(replace(material.memo, sections=()), material.words, material.style)
    return next((folded(field.value.text) for field in shown.header if field.id == "date"), "")


def _cut(text: str, room: int) -> str:
    """The words for which there is room, with "…" where some are cut."""
    if len(text) <= room:
        return text
    head, blank, _ = text[:room].rpartition(" ")
    return (head if blank else text[: room - 1]) + "…"


def _brief_page(material: Material) -> PrintedPage:
    """The page with the lines in brief alone, each with all its places in brackets: who reads the mail has
    not opened the memo, so a reference to a row of it is no source."""
    memo, style = material.memo, material.style
    sections = tuple(_in_brackets(section) for section in memo.sections)
    return page(replace(memo, sections=sections), material.words, replace(style, notes="bracket"))


def _in_brackets(section: Section) -> Section:
    if section.id != IN_BRIEF:
        return replace(section, items=())
    return replace(section, items=tuple(_bare(item) for item in section.items))


def _bare(item: Item) -> Item:
    """A row that refers to no other, so that it has all its places itself."""
    return replace(item, refs=(), positions=tuple(_bare(position) for position in item.positions))


def _said(shown: PrintedPage, material: Material) -> Iterator[tuple[Kind, PrintedLine]]:
    yield "marking", _plain(shown.marking)
    yield "title", _plain(shown.title)
    for part in shown.parts:
        if part.id == IN_BRIEF:
            yield from (("line", line) for line in _lines(part))
    style = material.style
    bases = [field for field in shown.header if field.id == "basis"]
    for field in bases:
        basis = style.phrase("mail-basis", label=field.label, basis=field.value.text)
        yield "basis", _plain(printed(basis))
    unnamed = _unnamed(material, folded(" ".join(field.value.text for field in bases)))
    if unnamed:
        sources = style.phrase("mail-source-next").join(unnamed)
        yield "basis", _plain(printed(style.phrase("mail-cited", sources=sources)))
    files = style.phrase("mail-file-next").join(material.attachments)
    yield "attached", _plain(printed(style.phrase("mail-attached", files=files)))


def _unnamed(material: Material, named: str) -> list[str]:
    """The sources that the lines in brief cite and that the words `named` do not name, in words: so each line
    is sourced by the mail alone."""
    memo, style = material.memo, material.style
    items = [item for section in memo.sections if section.id == IN_BRIEF for item in section.items]
    spans = [span for item in items for one in (item, *item.positions) for span in one.cites]
    found = []
    for source in dict.fromkeys(span.source for span in spans):
        entry = memo.source_of.get(source)
        if entry is None:
            continue
        outlet = material.said(entry.publisher) or entry.file
        if folded(f"{entry.id} {outlet}") not in named:
            date = material.said(entry.published.text)
            found.append(style.phrase("mail-source", id=entry.id, outlet=outlet, date=date))
    return found


def _lines(part: Part) -> Iterator[PrintedLine]:
    """The bullets of a section, or a line for each row of a table."""
    yield from part.bullets
    for row in part.table.rows if part.table else ():
        pieces: list[PrintedRun] = []
        for cell in row.cells:
            pieces += [PrintedRun(" ")] if pieces else []
            pieces += cell.pieces
        yield PrintedLine(tuple(pieces))


def _plain(words: str) -> PrintedLine:
    return PrintedLine((PrintedRun(words),))


def plain(said: tuple[MailParagraph, ...]) -> str:
    """The body in plain text: a paragraph a line, with an empty line between them."""
    return "\n\n".join(folded(paragraph.line.text) for paragraph in said) + "\n"


def html(said: tuple[MailParagraph, ...], memo: Memo) -> str:
    """The body in HTML with inline styles: no colours of its own, so that it reads in light and dark, and
    nothing that a program of mail would have to fetch."""
    rows = []
    for kind, group in groupby(said, key=lambda paragraph: paragraph.kind):
        elements = "\n".join(_element(paragraph) for paragraph in group)
        rows.append(_set(f"\n{elements}\n", LIST) if kind == "line" else elements)
    title = _set(escape(folded(memo.title)), TITLE)
    start = HTML.start.format(language=escape(memo.language))
    head = (DOCTYPE, start, HEAD.start, *METAS, title, HEAD.end)
    return "\n".join((*head, BODY.start, *rows, BODY.end, HTML.end, ""))


def _element(paragraph: MailParagraph) -> str:
    groups = groupby(paragraph.line.pieces, key=lambda piece: TONES.get(piece.tone))
    words = "".join(_set(escape("".join(piece.text for piece in group)), form) for form, group in groups)
    return _set(words, PARAGRAPHS[paragraph.kind])


def _set(words: str, form: MailElement | None) -> str:
    """Words in an element, or as they are."""
    return f"{form.start}{words}{form.end}" if form else words
