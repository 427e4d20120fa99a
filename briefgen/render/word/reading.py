"""Reads a .docx back as plain text with the standard library alone: not the code that wrote it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from briefgen.memo import Block, BlockKind, Reopened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011"}
_MARK_STYLE = "footnote reference"


def reopen(data: bytes) -> Reopened:
    """Blocks, footnotes and page margins of a .docx file; raises what a broken file raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(package.namelist())
        body = ElementTree.fromstring(package.read("word/document.xml"))
        styles = _style_names(ElementTree.fromstring(package.read("word/styles.xml")))
        notes = ElementTree.fromstring(package.read("word/footnotes.xml"))
        margins = [
            ElementTree.fromstring(package.read(name))
            for name in names
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
        ]
    order: dict[str, int] = {}
    blocks = tuple(_blocks(body, styles, order))
    texts = {str(n.get(f"{_W}id")): _text(n, styles).strip() for n in notes}
    return Reopened(
        view="page",
        blocks=blocks,
        notes=tuple(texts.get(note, "") for note in order),
        margins=tuple(_text(p, styles) for root in margins for p in root.iter(f"{_W}p")),
    )


def _style_names(root: ElementTree.Element) -> dict[str, str]:
    return {
        str(style.get(f"{_W}styleId")): str(name.get(f"{_W}val")).lower()
        for style in root.iter(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }


def _blocks(body: ElementTree.Element, styles: dict[str, str], order: dict[str, int]) -> Iterator[Block]:
    """Paragraphs in order; `order` collects footnote ids as they appear."""
    cells = {id(p) for cell in body.iter(f"{_W}tc") for p in cell.iter(f"{_W}p")}
    for paragraph in body.iter(f"{_W}p"):
        kind = "cell" if id(paragraph) in cells else _kind(paragraph, styles)
        yield Block(kind, _text(paragraph, styles), tuple(_marks(paragraph, order)))


def _kind(paragraph: ElementTree.Element, styles: dict[str, str]) -> BlockKind:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(str(style.get(f"{_W}val")), "") if style is not None else ""
    if name == "title":
        return "title"
    return "heading" if name.startswith("heading ") or name == "memo annex" else "line"


def _text(root: ElementTree.Element, styles: dict[str, str]) -> str:
    """The words, without footnote marks and the commas between them."""
    found = []
    for run in root.iter(f"{_W}r"):
        style = run.find(f"{_W}rPr/{_W}rStyle")
        if style is not None and styles.get(str(style.get(f"{_W}val"))) == _MARK_STYLE:
            continue
        found += [(e.text or "") if e.tag == f"{_W}t" else _WORDS.get(e.tag, "") for e in run]
    return "".join(found)


def _marks(paragraph: ElementTree.Element, order: dict[str, int]) -> Iterator[int]:
    for mark in paragraph.iter():
        if mark.tag == f"{_W}footnoteReference":
            yield order.setdefault(str(mark.get(f"{_W}id")), len(order) + 1)
        elif mark.tag == f"{_W}fldSimple" and "NOTEREF" in str(mark.get(f"{_W}instr")):
            shown = "".join(t.text or "" for t in mark.iter(f"{_W}t"))
            yield int(shown) if shown.isdigit() else 0
