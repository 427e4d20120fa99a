"""Builders for the WordprocessingML elements of a memo, in the order the schema wants."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE = {"w": nsmap["w"]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """`<w:tag w:name="value">` with children; attributes are in the w: namespace.

    Made as python-docx makes its own, only that names are not looked up anew for some thousand elements.
    """
    values = {_name(name): str(value) for name, value in attributes.items()}
    made: Element = oxml_parser.makeelement(_name(tag), values, _NAMESPACE)
    made.extend(children)
    return made


@cache
def _name(name: str) -> str:
    """The name of an element or attribute in the w: namespace."""
    return qn(f"w:{name}")


def text(words: str) -> Element:
    """A `w:t` that keeps its blanks."""
    made = element("t")
    made.text = words
    made.set(_SPACE, "preserve")
    return made


def run(content: Element, style: str = "") -> Element:
    """A run in a character style, given by id."""
    if not style:
        return element("r", content)
    return element("r", element("rPr", element("rStyle", val=style)), content)


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in a paragraph style, given by id."""
    return element("p", element("pPr", element("pStyle", val=style)), *content)


def field(code: str, shown: str, style: str = "") -> Element:
    """A field with the value it shows until Word works it out anew."""
    return element("fldSimple", run(text(shown), style), instr=f" {code} ")


def bookmarked(content: Element, number: int, name: str) -> tuple[Element, ...]:
    """`content` inside a bookmark."""
    return (
        element("bookmarkStart", id=number, name=name),
        content,
        element("bookmarkEnd", id=number),
    )


def row(cells: list[tuple[Element, int]], *, heading: bool = False) -> Element:
    """A table row of (paragraph, width) cells that is not broken over pages."""
    properties = element("trPr", element("cantSplit"))
    if heading:
        properties.append(element("tblHeader"))
    made = element("tr", properties)
    for content, width in cells:
        made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), content))
    return made


def table(style: str, widths: list[int], caption: str, description: str) -> Element:
    """An empty table of fixed widths in twentieths of a point, with words for screen readers."""
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1
        ),
        element("tblCaption", val=caption),
        element("tblDescription", val=description),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid)
