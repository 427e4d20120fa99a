"""PrintedPage headers and footers: the template's own, with its placeholders filled.

`[[marking]]`, `[[title]]` and `[[generator]]` may stand in any header or footer of a template. A
marking without a place gets a paragraph of its own; so does the page number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from briefgen.paper.house import HouseStyle
from briefgen.paper.page import PrintedPage
from briefgen.render.word.elements import field, paragraph, text
from briefgen.render.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACEHOLDER = re.compile(r"\[\[(\w+)\]\]")


def fill_margins(document: Document, page: PrintedPage, styles: Styles, style: HouseStyle) -> None:
    """Fill every header and footer, after adding what the template has no place for."""
    section = document.sections[-1]
    for margin, name in ((section.header, "header"), (section.footer, "footer")):
        if margin.is_linked_to_previous:
            margin.is_linked_to_previous = False
            _restyle(margin, styles.id(name))
    heads, feet = list(_roots(document, "/header")), list(_roots(document, "/footer"))
    if page.marking and not any("[[marking]]" in _words(root) for root in (*heads, *feet)):
        for root in (*heads, *feet):
            root.insert(0, paragraph(styles.id("Memo Marking"), text("[[marking]]")))
    if not any("PAGE" in _codes(root) for root in (*heads, *feet)):
        for root in feet:
            root.append(_page_number(styles, style))
    values = {"marking": page.marking, "title": page.title, "generator": page.generator}
    for root in (*heads, *feet):
        _fill(root, values)


def _restyle(margin: _Header | _Footer, style: str) -> None:
    """A new header comes with a style id that this template need not have."""
    for pointer in margin._element.iter(qn("w:pStyle")):
        pointer.set(qn("w:val"), style)


def _roots(document: Document, kind: str) -> Iterator[Element]:
    """Root elements of the header or footer parts, in the order of their names."""
    parts = {
        r.target_part.partname: r.target_part for r in document.part.rels.values() if r.reltype.endswith(kind)
    }
    for name in sorted(parts):
        yield parts[name].element


def _page_number(styles: Styles, style: HouseStyle) -> Element:
    return paragraph(
        styles.id("footer"),
        text(style.phrase("page-label")),
        field("PAGE", "1"),
        text(style.phrase("page-of")),
        field("NUMPAGES", "1"),
    )


def _words(root: Element) -> str:
    return "".join(t.text or "" for t in root.iter(qn("w:t")))


def _codes(root: Element) -> set[str]:
    """Names of the fields a header or footer holds."""
    simple = [str(f.get(qn("w:instr"))) for f in root.iter(qn("w:fldSimple"))]
    complex_ = "".join(i.text or "" for i in root.iter(qn("w:instrText")))
    return {word for code in (*simple, complex_) for word in code.split()}


def _fill(root: Element, values: Mapping[str, str]) -> None:
    """Replace placeholders, also those that Word has split over several runs."""
    for block in list(root.iter(qn("w:p"))):
        before = _words(block)
        # From the end, so that the places of those before stay right; what is put in is not searched.
        for found in reversed(list(_PLACEHOLDER.finditer(before))):
            if found[1] in values:
                _replace(block, found, values[found[1]])
        spare = block.getparent() is root and len(root) > 1
        if before and not _words(block).strip() and spare and not _codes(block):
            root.remove(block)


def _replace(block: Element, found: re.Match[str], value: str) -> None:
    """Put `value` in the place of a match in the words of a paragraph."""
    at = 0
    for piece in list(block.iter(qn("w:t"))):
        words = piece.text or ""
        cut_from, cut_to = max(found.start() - at, 0), max(min(found.end() - at, len(words)), 0)
        put = value if at <= found.start() < at + len(words) else ""
        if cut_from < cut_to:
            piece.text = words[:cut_from] + put + words[cut_to:]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(words)
