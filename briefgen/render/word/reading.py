"""Reads a .docx back as plain text with the standard library alone: not the code that wrote it.

Only what Word shows counts: words that are hidden or struck out by a tracked change are not read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from briefgen.paper.memo import BlockKind, ReadBlock, Reopened
from briefgen.render.word.reading_styles import StyleSheet, is_on

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_WORDS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011"}
_STRUCK = frozenset({f"{_W}del", f"{_W}moveFrom"})
_HIDING = (*sorted(_STRUCK), f"{_W}hidden")
_PARAGRAPH_STYLE, _RUN_STYLE = f"{_W}pPr/{_W}pStyle", f"{_W}rStyle"
_PROPERTIES, _VANISH = f"{_W}rPr", f"{_W}vanish"
_MARK_STYLE = "footnote reference"
_BETWEEN_MARKS = (", ",)


def reopen(data: bytes) -> Reopened:
    """Blocks, footnotes and page margins of a .docx file; raises what a broken file raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = _parts(package)
    body = parts["document.main"][0]
    styles = StyleSheet.read(parts["styles"][0])
    reading = _WordReading(styles, *_numbers(body))
    notes = {str(n.get(f"{_W}id")): reading.text(n).strip() for n in parts["footnotes"][0]}
    margins = [p for kind in ("header", "footer") for root in parts[kind] for p in root.iter(f"{_W}p")]
    return Reopened(
        view="page",
        blocks=tuple(reading.blocks(body)),
        notes=tuple(notes.get(note, "") for note in reading.order),
        margins=tuple(reading.text(p) for p in margins),
    )


def _parts(package: zipfile.ZipFile) -> dict[str, list[ElementTree.Element]]:
    """Roots of the parts by kind, "styles"; a kind is known by its content type, not by its name."""
    found: dict[str, list[ElementTree.Element]] = {
        kind: [] for kind in ("document.main", "styles", "footnotes", "header", "footer")
    }
    types = ElementTree.fromstring(package.read("[Content_Types].xml"))
    names = {str(t.get("PartName")): str(t.get("ContentType")) for t in types.iter(_TYPES)}
    for name, content in sorted(names.items()):
        kind = content.removeprefix(_MAIN).removesuffix("+xml")
        if kind in found:
            found[kind].append(_drop_hidden(ElementTree.fromstring(package.read(name.lstrip("/")))))
    return found


def _numbers(body: ElementTree.Element) -> tuple[dict[str, int], dict[str, str]]:
    """Numbers of the footnotes by id, in order of appearance, and the footnote inside each bookmark."""
    order: dict[str, int] = {}
    marked: dict[str, str] = {}
    opened: dict[str, str] = {}
    for one in body.iter():
        key = str(one.get(f"{_W}id"))
        if one.tag == f"{_W}bookmarkStart":
            opened[key] = str(one.get(f"{_W}name"))
        elif one.tag == f"{_W}bookmarkEnd":
            opened.pop(key, None)
        elif one.tag == f"{_W}footnoteReference":
            order.setdefault(key, len(order) + 1)
            for name in opened.values():
                marked.setdefault(name, key)
    return order, marked


@dataclass
class _WordReading:
    """One file on its way back to words."""

    styles: StyleSheet
    order: dict[str, int]
    marked: dict[str, str] = field(default_factory=dict)

    def blocks(self, body: ElementTree.Element) -> Iterator[ReadBlock]:
        """Paragraphs in order."""
        cells = {id(p) for cell in body.iter(f"{_W}tc") for p in cell.iter(f"{_W}p")}
        for paragraph in body.iter(f"{_W}p"):
            kind = "cell" if id(paragraph) in cells else self._kind(paragraph)
            pieces = tuple(self._pieces(paragraph))
            marks = tuple(piece for piece in pieces if isinstance(piece, int))
            yield ReadBlock(kind, _joined(pieces), marks)

    def text(self, root: ElementTree.Element) -> str:
        """The words a reader sees, without footnote marks and the commas between them."""
        return _joined(tuple(self._pieces(root)))

    def _kind(self, paragraph: ElementTree.Element) -> BlockKind:
        name = self.styles.names.get(_value(paragraph.find(_PARAGRAPH_STYLE)), "")
        if name == "title":
            return "title"
        return "heading" if name.startswith("heading ") or name == "memo annex" else "line"

    def _pieces(self, root: ElementTree.Element) -> Iterator[str | int]:
        """Words and numbers of footnote marks, in order."""
        hidden = after_mark = False
        of_field: set[int] = set()
        for one in root.iter():
            if one.tag == f"{_W}p":
                hidden = self.styles.hides(_value(one.find(_PARAGRAPH_STYLE)))
            elif one.tag == f"{_W}fldSimple" and (code := _code(one))[:1] == ["NOTEREF"]:
                # What such a field shows belongs to the field.
                of_field.update(map(id, one.iter()))
                after_mark = True
                yield self._referred(one, code)
            elif one.tag == f"{_W}r" and id(one) not in of_field:
                pieces, style = self._of_run(one, hidden=hidden)
                if pieces and not (pieces == _BETWEEN_MARKS and after_mark and style == _MARK_STYLE):
                    after_mark = isinstance(pieces[-1], int)
                    yield from pieces

    def _of_run(self, run: ElementTree.Element, *, hidden: bool) -> tuple[tuple[str | int, ...], str]:
        """Words and marks of a run, none when something hides it; and the name of its style."""
        style, own = "", None
        properties = run.find(_PROPERTIES)
        if properties is not None:
            style, own = _value(properties.find(_RUN_STYLE)), properties.find(_VANISH)
        if is_on(own) if own is not None else hidden or self.styles.hides(style):
            return (), ""
        pieces: list[str | int] = []
        for one in run:
            if one.tag == f"{_W}t":
                pieces.append(one.text or "")
            elif one.tag in _WORDS:
                pieces.append(_WORDS[one.tag])
            elif one.tag == f"{_W}footnoteReference":
                pieces.append(self.order[str(one.get(f"{_W}id"))])
        return tuple(pieces), self.styles.names.get(style, "")

    def _referred(self, mark: ElementTree.Element, code: list[str]) -> int:
        """The note a cross-reference leads to; 0 when it leads nowhere or shows another number."""
        number = self.order.get(self.marked.get(code[1] if len(code) > 1 else "", ""), 0)
        shown = "".join(t.text or "" for t in mark.iter(f"{_W}t"))
        return number if shown == str(number) else 0


def _drop_hidden(root: ElementTree.Element) -> ElementTree.Element:
    """The part without what a tracked change strikes out and without hidden rows."""
    if any(True for tag in _HIDING for _ in root.iter(tag)):
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag in _STRUCK or (child.tag == f"{_W}tr" and _row_hidden(child)):
                    parent.remove(child)
    return root


def _row_hidden(row: ElementTree.Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None or is_on(row.find(f"{_W}trPr/{_W}hidden"))


def _code(simple: ElementTree.Element) -> list[str]:
    return str(simple.get(f"{_W}instr")).split()


def _value(pointer: ElementTree.Element | None) -> str:
    """Id of the style that an element points to; "" when there is none."""
    return "" if pointer is None else str(pointer.get(f"{_W}val"))


def _joined(pieces: tuple[str | int, ...]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str))
