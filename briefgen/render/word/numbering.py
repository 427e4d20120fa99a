"""List definitions: the numbering behind a style, copied from one document into another."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from briefgen.render.word.elements import element

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVEL: Mapping[str, int] = MappingProxyType(
    {
        qn(f"w:{tag}"): place
        for place, tag in enumerate(
            ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId",
             "legacy", "lvlJc", "pPr", "rPr")
        )
    }
)  # fmt: skip


def bring_numbering(document: Document, model: Document, number: str, style: str) -> str:
    """Copy list `number` of `model` into `document`, tied to the style id given; gives its new number."""
    target = _root(document)
    made = copy.deepcopy(_definition(_root(model), number))
    list_id = _next(target, "w:abstractNum", "w:abstractNumId")
    made.set(qn("w:abstractNumId"), list_id)
    for tie in made.iter(qn("w:pStyle")):
        tie.set(qn("w:val"), style)
    numbers = target.findall(qn("w:num"))
    # The schema wants all definitions before all numbers.
    target.append(made) if not numbers else numbers[0].addprevious(made)
    number_id = _next(target, "w:num", "w:numId")
    new = element("num", element("abstractNumId", val=list_id), numId=number_id)
    (numbers[-1] if numbers else made).addnext(new)
    return number_id


def put_in_order(document: Document) -> None:
    """Sort the parts of each list level as the schema wants them; LibreOffice writes two the wrong way."""
    for level in _root(document).iter(qn("w:lvl")):
        level[:] = sorted(level, key=lambda child: _LEVEL.get(str(child.tag), len(_LEVEL)))


def _definition(root: Element, number: str) -> Element:
    """The list definition that a number stands for."""
    entry = next(n for n in root.findall(qn("w:num")) if n.get(qn("w:numId")) == number)
    pointer = entry.find(qn("w:abstractNumId"))
    wanted = None if pointer is None else pointer.get(qn("w:val"))
    return next(a for a in root.findall(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == wanted)


def _next(root: Element, tag: str, key: str) -> str:
    return str(1 + max((int(str(e.get(qn(key)))) for e in root.findall(qn(tag))), default=0))


def _root(document: Document) -> Element:
    """The root of the numbering part, made when the document has none."""
    kind = RELATIONSHIP_TYPE.NUMBERING
    if not any(r.reltype == kind for r in document.part.rels.values()):
        root = cast(BaseOxmlElement, element("numbering"))
        name, package = PackURI("/word/numbering.xml"), document.part.package
        document.part.relate_to(NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, package), kind)
    return cast("Element", document.part.numbering_part.element)
