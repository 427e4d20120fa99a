"""Styles by name. What a template lacks is copied from our base document, with its numbering."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.parfmt import ParagraphFormat

from briefgen.render.word.numbering import bring_numbering
from briefgen.render.word.template import open_template

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_POINTERS = ("w:basedOn", "w:next", "w:link")


class Styles:
    """The styles of a document; asking for one that only the base has brings it in."""

    def __init__(self, document: Document, base: Path) -> None:
        self._document = document
        self._base_path = base
        self._base: Document | None = None
        self._ids = _ids(document)

    def id(self, name: str) -> str:
        """Id of the style called `name` (case does not count), copied from the base when missing."""
        return self._ids.get(name.lower()) or self._bring(name)

    def find(self, *names: str) -> str:
        """Id of the first of `names` that the document or the base has; the last must exist."""
        known = (n for n in names[:-1] if n.lower() in self._ids or n.lower() in _ids(self._model()))
        return self.id(next(known, names[-1]))

    def shading(self, style: str) -> str:
        """The ground of a paragraph style, given by id, as six hexadecimal digits; "" where it has none."""
        shading = _by_id(self._document, style).find(f"{qn('w:pPr')}/{qn('w:shd')}")
        fill = "" if shading is None else str(shading.get(qn("w:fill")))
        return fill if re.fullmatch("[0-9A-Fa-f]{6}", fill) else ""

    def _model(self) -> Document:
        self._base = self._base or open_template(self._base_path)
        return self._base

    def _bring(self, name: str) -> str:
        model = self._model()
        names = {value: key for key, value in _ids(model).items()}
        original = _by_id(model, _ids(model)[name.lower()])
        made = copy.deepcopy(original)
        own_id = _free(_style_id(original), set(self._ids.values()))
        made.set(qn("w:styleId"), own_id)
        self._ids[name.lower()] = own_id
        if made.get(qn("w:default")) and _has_default(self._document, made):
            del made.attrib[qn("w:default")]
        self._document.styles.element.append(made)
        for tag in _POINTERS:
            for pointer in made.findall(qn(tag)):
                pointer.set(qn("w:val"), self.id(names[str(pointer.get(qn("w:val")))]))
        for number in made.iter(qn("w:numId")):
            old = str(number.get(qn("w:val")))
            number.set(qn("w:val"), bring_numbering(self._document, model, old, own_id))
        return own_id


def mark_default(document: Document, styles: Styles) -> None:
    """Say which paragraph style is the default one, where a template has forgotten to."""
    normal = _by_id(document, styles.id("Normal"))
    if not _has_default(document, normal):
        normal.set(qn("w:default"), "1")


def settle_headings(document: Document, styles: Styles) -> None:
    """Keep section headings with what they head, on the page where they fall.

    An office's own style may begin a page with each heading, or leave one alone at the foot of a page; for
    annexes what it says of the page holds.
    """
    form = ParagraphFormat(cast(BaseOxmlElement, _by_id(document, styles.id("heading 1"))))
    form.keep_with_next, form.page_break_before = True, False


def _ids(document: Document) -> dict[str, str]:
    """Style ids by lower-case name."""
    found: dict[str, str] = {}
    for style in document.styles.element.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found.setdefault(str(name.get(qn("w:val"))).lower(), _style_id(style))
    return found


def _has_default(document: Document, like: Element) -> bool:
    """Whether the document has a default style of the same type."""
    styles: Iterable[Element] = document.styles.element.findall(qn("w:style"))
    key, kind = qn("w:default"), qn("w:type")
    return any(s.get(key) in ("1", "true") and s.get(kind) == like.get(kind) for s in styles)


def _style_id(style: Element) -> str:
    return str(style.get(qn("w:styleId")))


def _by_id(document: Document, wanted: str) -> Element:
    all_styles: Iterable[Element] = document.styles.element.findall(qn("w:style"))
    return next(s for s in all_styles if _style_id(s) == wanted)


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "Memo"
    return wanted
