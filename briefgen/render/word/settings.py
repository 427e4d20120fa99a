"""Document settings and language: no prompts, no traces of the template's author, current layout rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.paper.page import PrintedPage
from briefgen.render.word.elements import element
from briefgen.render.word.notes import settle_numbers
from briefgen.render.word.styles import Styles

REMOVED = (
    "attachedTemplate", "updateFields", "mailMerge", "documentProtection", "writeProtection",
    "trackRevisions", "rsids", "savePreviewPicture",
)  # fmt: skip

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
COMPATIBILITY = 15
"""Word 2013 and later; a lower figure shows "[Compatibility Mode]" in the title bar."""
_URI = "http://schemas.microsoft.com/office/word"
_AFTER_COMPAT = ("docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
                 "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator")  # fmt: skip


def tidy_settings(document: Document, styles: Styles, language: str, page: PrintedPage) -> None:
    """Settings as a finished memo needs them, and the language of its words."""
    settings = document.settings.element
    for tag in REMOVED:
        for old in settings.findall(qn(f"w:{tag}")):
            settings.remove(old)
    _drop_outside_links(document)
    zoom = settings.find(qn("w:zoom"))
    if zoom is not None and zoom.get(qn("w:percent")) is None:
        zoom.set(qn("w:percent"), "100")
    _raise_compatibility(settings)
    settle_numbers(document, page)
    font_language = settings.find(qn("w:themeFontLang"))
    if font_language is not None:
        font_language.set(qn("w:val"), language)
    _set_language(document, language)


def _drop_outside_links(document: Document) -> None:
    """Forget the template file that the settings name."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/settings"):
            inner = relation.target_part.rels
            for name in [name for name, link in inner.items() if link.is_external]:
                del inner[name]


def _raise_compatibility(settings: Element) -> None:
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = element("compat")
        tags = {qn(f"w:{tag}") for tag in _AFTER_COMPAT}
        following = next((e for e in settings if e.tag in tags), None)
        settings.append(compat) if following is None else following.addprevious(compat)
    modes = [e for e in compat.iter(qn("w:compatSetting")) if e.get(qn("w:name")) == "compatibilityMode"]
    if not modes:
        modes = [element("compatSetting", name="compatibilityMode", uri=_URI, val=COMPATIBILITY)]
        compat.extend(modes)
    for mode in modes:
        own = str(mode.get(qn("w:val")))
        # Later versions have two digits as well; anything else is a slip that Word would stumble over.
        known = re.fullmatch("[0-9]{2}", own) and int(own) >= COMPATIBILITY
        mode.set(qn("w:val"), own if known else str(COMPATIBILITY))


def _set_language(document: Document, language: str) -> None:
    """The language of the house's words, in the defaults that all styles build on."""
    root = document.styles.element
    path = ("docDefaults", "rPrDefault", "rPr", "lang")
    for depth, tag in enumerate(path):
        found = root.find(qn(f"w:{tag}"))
        if found is None:
            found = element(tag)
            root.append(found) if depth else root.insert(0, found)
        root = found
    root.set(qn("w:val"), language)
    for style in document.styles.element.findall(qn("w:style")):
        for tag in style.findall(f"{qn('w:rPr')}/{qn('w:lang')}"):
            tag.set(qn("w:val"), language)
