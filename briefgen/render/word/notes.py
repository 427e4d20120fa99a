"""The footnotes part, which python-docx does not know: separators kept, one note for each citation."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from briefgen.paper.memo import Footnote
from briefgen.paper.printed import printed
from briefgen.render.word.elements import element, paragraph, run, text
from briefgen.render.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""Kinds and ids that Word itself writes; without them it calls the file damaged."""


def write_notes(document: Document, notes: tuple[Footnote, ...], styles: Styles) -> None:
    """Replace the footnotes part of the template by one that holds `notes`, numbered from 1."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            del document.part.rels[name]
    root = element("footnotes", *(_separator(kind, number) for kind, number in SEPARATORS))
    root.extend(_note(number, note, styles) for number, note in enumerate(notes, 1))
    name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    part = XmlPart(name, kind, cast(BaseOxmlElement, root), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def name_separators(settings: Element) -> None:
    """Say in the settings which notes are the separators; Word expects both places to agree."""
    names = tuple(element("footnote", id=number) for _, number in SEPARATORS)
    own = settings.find(qn("w:footnotePr"))
    if own is None:
        own = element("footnotePr")
        following = settings.find(qn("w:endnotePr"))
        following = settings.find(qn("w:compat")) if following is None else following
        settings.append(own) if following is None else following.addprevious(own)
    for old in own.findall(qn("w:footnote")):
        own.remove(old)
    own.extend(names)


def _separator(kind: str, number: int) -> Element:
    spacing = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))
    return element("footnote", element("p", spacing, run(element(kind))), type=kind, id=number)


def _note(number: int, note: Footnote, styles: Styles) -> Element:
    mark = run(element("footnoteRef"), styles.id("footnote reference"))
    words = run(text(f" {printed(note.text)}"))
    return element("footnote", paragraph(styles.id("footnote text"), mark, words), id=number)
