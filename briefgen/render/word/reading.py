"""Reads a .docx back as plain text with the standard library alone: not the code that wrote it.

Only what Word shows counts: words that are hidden or struck out by a tracked change are not read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from briefgen.paper.house import DEFAULT, HouseStyle, templates_root
from briefgen.paper.reopened import BlockKind, ReadBlock, Reopened, TemplateWords
from briefgen.render.word.inherited import signatures
from briefgen.render.word.reading_styles import StyleSheet, is_on
from briefgen.render.word.said import labels, names, said_of_itself
from briefgen.render.word.sound import faults, note_faults, setting_faults

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_WORDS = {
    f"{_W}tab": " ",
    f"{_W}br": " ",
    f"{_W}cr": " ",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}sym": "\ufffd",
}
_STRUCK = frozenset({f"{_W}del", f"{_W}moveFrom"})
_HIDING = (*sorted(_STRUCK), f"{_W}hidden")
_PARAGRAPH_STYLE, _RUN_STYLE = f"{_W}pPr/{_W}pStyle", f"{_W}rStyle"
_PROPERTIES, _VANISH = f"{_W}rPr", f"{_W}vanish"
_LINK, _ANCHOR = f"{_W}hyperlink", f"{_W}anchor"
_REFERENCES = (f"{_W}footnoteReference", f"{_W}endnoteReference")
_ANNEXES = ("memo annex", "memo first annex")
_NOTES = ("footnotes", "endnotes")


def reopen(data: bytes) -> Reopened:
    """Blocks, notes and page margins of a .docx file; raises what a broken file raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = _parts(package)
        body = parts["document.main"][0]
        marked = set(_numbers(body))
        wrong = [*faults(package, body, parts["styles"][0]), *setting_faults(parts["settings"])]
        wrong += note_faults([root for kind in _NOTES for root in parts[kind]], marked)
        properties = tuple(said_of_itself(package))
        inherited = signatures(package)
    for root in (root for roots in parts.values() for root in roots):
        _drop_hidden(root)
    reading = _WordReading(StyleSheet.read(parts["styles"][0]), _numbers(body), _bookmarks(body))
    notes = {
        (kind.removesuffix("s"), str(note.get(f"{_W}id"))): reading.text(note).strip()
        for kind in _NOTES
        for root in parts[kind]
        for note in root
    }
    margins = [p for kind in ("header", "footer") for root in parts[kind] for p in root.iter(f"{_W}p")]
    return Reopened(
        view="page",
        blocks=tuple(reading.blocks(body)),
        notes=tuple(notes.get(note, "") for note in reading.order),
        margins=tuple(reading.text(p) for p in margins),
        linked=True,
        names=(*names(body), *properties),
        faults=tuple(wrong),
        labels=tuple(labels(parts["numbering"])),
        inherited=inherited,
        template=_template_words,
    )


def _template_words(style: HouseStyle) -> TemplateWords:
    """Words in headers, footers and lists of the house's Word file; lists also of ours, which it may lack."""
    margins: set[str] = set()
    found: set[str] = set()
    inherited: frozenset[str] = frozenset()
    for file in dict.fromkeys((style.word, templates_root() / DEFAULT / "memo.docx")):
        with zipfile.ZipFile(file) as package:
            parts = _parts(package)
            inherited |= signatures(package)
        found.update(labels(parts["numbering"]))
        if file != style.word:
            break
        reading = _WordReading(StyleSheet.read(parts["styles"][0]), {})
        for root in (*parts["header"], *parts["footer"]):
            _drop_hidden(root)
            margins.update(reading.text(paragraph) for paragraph in root.iter(f"{_W}p"))
    return TemplateWords(frozenset(margins), frozenset(found), inherited)


def _parts(package: zipfile.ZipFile) -> dict[str, list[ElementTree.Element]]:
    """Roots of the parts by kind, "styles"; a kind is known by its content type, not by its name."""
    found: dict[str, list[ElementTree.Element]] = {
        kind: [] for kind in ("document.main", "styles", "numbering", "settings", *_NOTES, "header", "footer")
    }
    types = ElementTree.fromstring(package.read("[Content_Types].xml"))
    names = {str(t.get("PartName")): str(t.get("ContentType")) for t in types.iter(_TYPES)}
    for name, content in sorted(names.items()):
        kind = content.removeprefix(_MAIN).removesuffix("+xml")
        if kind in found:
            found[kind].append(ElementTree.fromstring(package.read(name.lstrip("/"))))
    return found


def _numbers(body: ElementTree.Element) -> dict[tuple[str, str], int]:
    """Numbers of the notes by kind and id, in order of appearance."""
    order: dict[tuple[str, str], int] = {}
    for one in body.iter():
        if one.tag in _REFERENCES:
            order.setdefault(_note(one), len(order) + 1)
    return order


def _note(mark: ElementTree.Element) -> tuple[str, str]:
    """Kind and id of the note of a mark."""
    return mark.tag.removeprefix(_W).removesuffix("Reference"), str(mark.get(f"{_W}id"))


def _bookmarks(body: ElementTree.Element) -> dict[str, int]:
    """For each bookmark the number of the paragraph in which it starts; of equal names the first."""
    found: dict[str, int] = {}
    for number, paragraph in enumerate(body.iter(f"{_W}p")):
        for mark in paragraph.iter(f"{_W}bookmarkStart"):
            found.setdefault(str(mark.get(f"{_W}name")), number)
    return found


@dataclass
class _WordReading:
    """One file on its way back to words."""

    styles: StyleSheet
    order: dict[tuple[str, str], int]
    marked: dict[str, int] = field(default_factory=dict)

    def blocks(self, body: ElementTree.Element) -> Iterator[ReadBlock]:
        """Paragraphs in order."""
        cells = {id(p) for cell in body.iter(f"{_W}tc") for p in cell.iter(f"{_W}p")}
        for paragraph in body.iter(f"{_W}p"):
            kind = "cell" if id(paragraph) in cells else self._kind(paragraph)
            pieces = tuple(self._pieces(paragraph))
            marks = tuple(piece for piece in pieces if isinstance(piece, int))
            links = (self.marked.get(str(link.get(_ANCHOR)), -1) for link in paragraph.iter(_LINK))
            yield ReadBlock(kind, _joined(pieces), marks, tuple(links))

    def text(self, root: ElementTree.Element) -> str:
        """The words a reader sees, without the marks of notes."""
        return _joined(tuple(self._pieces(root)))

    def _kind(self, paragraph: ElementTree.Element) -> BlockKind:
        name = self.styles.names.get(_value(paragraph.find(_PARAGRAPH_STYLE)), "")
        if name == "title":
            return "title"
        return "heading" if name.startswith("heading ") or name in _ANNEXES else "line"

    def _pieces(self, root: ElementTree.Element) -> Iterator[str | int]:
        """Words, and numbers of the marks of notes, in order."""
        hidden = False
        for one in root.iter():
            if one.tag == f"{_W}p":
                hidden = self.styles.hides(_value(one.find(_PARAGRAPH_STYLE)))
            elif one.tag == f"{_W}r":
                yield from self._of_run(one, hidden=hidden)

    def _of_run(self, run: ElementTree.Element, *, hidden: bool) -> Iterator[str | int]:
        """Words and marks of a run, none when something hides it."""
        style, own = "", None
        properties = run.find(_PROPERTIES)
        if properties is not None:
            style, own = _value(properties.find(_RUN_STYLE)), properties.find(_VANISH)
        if is_on(own) if own is not None else hidden or self.styles.hides(style):
            return
        for one in run:
            if one.tag == f"{_W}t":
                yield one.text or ""
            elif one.tag in _WORDS:
                yield _WORDS[one.tag]
            elif one.tag in _REFERENCES:
                yield self.order[_note(one)]


def _drop_hidden(root: ElementTree.Element) -> None:
    """Take what a tracked change strikes out and hidden rows from a part."""
    if any(True for tag in _HIDING for _ in root.iter(tag)):
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag in _STRUCK or (child.tag == f"{_W}tr" and _row_hidden(child)):
                    parent.remove(child)


def _row_hidden(row: ElementTree.Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None or is_on(row.find(f"{_W}trPr/{_W}hidden"))


def _value(pointer: ElementTree.Element | None) -> str:
    """Id of the style that an element points to; "" when there is none."""
    return "" if pointer is None else str(pointer.get(f"{_W}val"))


def _joined(pieces: tuple[str | int, ...]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str))
