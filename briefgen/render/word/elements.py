"""Builders for the WordprocessingML elements of a memo, in the order the schema wants."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import SubElement

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FIRST_ID = 100_000
"""Ids of bookmarks and controls are above it: headers and footers of a template may have small ones."""
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


def run(content: Element, style: str = "") -> Element:
    """A run in a character style, given by id."""
    made = _run(style)
    made.append(content)
    return made


def text(words: str, style: str = "") -> Element:
    """A run of words, blanks kept, in a character style, given by id."""
    made = _run(style)
    SubElement(made, _name("t"), {_SPACE: "preserve"}).text = words
    return made


def _run(style: str) -> Element:
    made = element("r")
    if style:
        SubElement(SubElement(made, _name("rPr")), _name("rStyle"), {_name("val"): style})
    return made


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in a paragraph style, given by id."""
    made = element("p")
    SubElement(SubElement(made, _name("pPr")), _name("pStyle"), {_name("val"): style})
    made.extend(content)
    return made


def keep_together(rows: list[Element]) -> None:
    """Let no page end between these rows."""
    for one in rows[:-1]:
        for properties in one.iter(_name("pPr")):
            properties.insert(1, element("keepNext"))


def field(code: str, shown: str, style: str = "") -> Element:
    """A field with the value it shows until Word works it out anew."""
    return element("fldSimple", text(shown, style), instr=f" {code} ")


def bookmarked(content: Element, number: int, name: str) -> tuple[Element, ...]:
    """`content` inside a bookmark."""
    id_ = FIRST_ID + number
    return element("bookmarkStart", id=id_, name=name), content, element("bookmarkEnd", id=id_)


def hyperlink(anchor: str, content: Element) -> Element:
    """A link to a bookmark of the same document."""
    return element("hyperlink", content, anchor=anchor, history=1)


def control(content: list[Element], title: str, tag: str, number: int, *, blank: bool) -> Element:
    """A content control for plain text inside a line; `blank`: what it shows is only its placeholder."""
    made = _control(content, title, tag, number, blank=blank)
    made[0].append(element("text"))
    return made


def room(content: Element, title: str, tag: str, number: int) -> Element:
    """A content control for paragraphs; what it shows is only its placeholder."""
    return _control([content], title, tag, number, blank=True)


def _control(content: list[Element], title: str, tag: str, number: int, *, blank: bool) -> Element:
    names = (element("alias", val=title), element("tag", val=tag), element("id", val=FIRST_ID + number))
    properties = element("sdtPr", *names, *((element("showingPlcHdr"),) if blank else ()))
    return element("sdt", properties, element("sdtContent", *content))


def cell(content: Element, width: int, *, across: int = 1, fill: str = "") -> Element:
    """A table cell of one paragraph, over one column or several, on a ground of its own or none."""
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if across > 1:
        properties.append(element("gridSpan", val=across))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    return element("tc", properties, content)


def row(cells: list[Element], *, heading: bool = False) -> Element:
    """A table row that is not broken over pages."""
    properties = element("trPr", element("cantSplit"))
    if heading:
        properties.append(element("tblHeader"))
    return element("tr", properties, *cells)


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
