"""The part of the notes, which python-docx does not know: separators kept, a note for each mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

from briefgen.paper.page import PrintedLine, PrintedPage
from briefgen.render.word.elements import element, paragraph, run, text
from briefgen.render.word.lines import LineDrawing
from briefgen.render.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""Kinds and ids that Word itself writes; without them it calls the file damaged."""


class _Kind(NamedTuple):
    """Where notes of one kind stand in the package."""

    name: str
    relation: str
    content: str


_FOOT = _Kind("footnote", RELATIONSHIP_TYPE.FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES)
_END = _Kind("endnote", RELATIONSHIP_TYPE.ENDNOTES, CONTENT_TYPE.WML_ENDNOTES)


def write_notes(document: Document, page: PrintedPage, styles: Styles, lines: LineDrawing) -> None:
    """Replace the notes of the template by those of the memo, numbered from 1; none where it has none."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype in (_FOOT.relation, _END.relation):
            del document.part.rels[name]
    if not page.notes:
        return
    kind = _kind(page)
    # Some readers look for the namespace of relationships in this part, and stop where it is missing.
    spaces = {"w": nsmap["w"], "r": nsmap["r"]}
    root: Element = oxml_parser.makeelement(qn(f"w:{kind.name}s"), {}, spaces)
    root.extend(_separator(kind.name, type_, number) for type_, number in SEPARATORS)
    root.extend(_note(kind.name, number, note, styles, lines) for number, note in enumerate(page.notes, 1))
    name = PackURI(f"/word/{kind.name}s.xml")
    part = XmlPart(name, kind.content, cast(BaseOxmlElement, root), document.part.package)
    document.part.relate_to(part, kind.relation)


def settle_numbers(document: Document, page: PrintedPage) -> None:
    """Notes are numbered 1, 2, 3 through the memo, whatever the template does with its own.

    Names the separators too: Word expects settings and part to agree.
    """
    settings = document.settings.element
    for root in (settings, *document.element.body.iter(qn("w:sectPr"))):
        for tag in ("footnotePr", "endnotePr"):
            for old in root.findall(qn(f"w:{tag}")):
                root.remove(old)
    if not page.notes:
        return
    name = _kind(page).name
    separators = (element(name, id=number) for _, number in SEPARATORS)
    own = element(f"{name}Pr", element("numFmt", val="decimal"), *separators)
    following = settings.find(qn("w:compat"))
    settings.append(own) if following is None else following.addprevious(own)
    if page.form == "endnote":
        _settle_sections(document)


def _settle_sections(document: Document) -> None:
    """Say the same of each section: LibreOffice numbers endnotes i, ii, iii by the settings alone."""
    references = (qn("w:headerReference"), qn("w:footerReference"))
    for root in document.element.body.iter(qn("w:sectPr")):
        at = sum(child.tag in references for child in root)
        root.insert(at, element("endnotePr", element("numFmt", val="decimal")))


def _kind(page: PrintedPage) -> _Kind:
    return _END if page.form == "endnote" else _FOOT


def _separator(name: str, kind: str, number: int) -> Element:
    spacing = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))
    return element(name, element("p", spacing, run(element(kind))), type=kind, id=number)


def _note(name: str, number: int, note: PrintedLine, styles: Styles, lines: LineDrawing) -> Element:
    mark = run(element(f"{name}Ref"), styles.id(f"{name} reference"))
    style = styles.id(f"{name} text")
    return element(name, paragraph(style, mark, text(" "), *lines.content(note)), id=number)
