"""What a Word file of ours may hold: parts, elements, tables and styles. Everything else is a fault.

Words that a reader does not see, or sees otherwise than they are (a field, a white letter, a cell without
room), would pass a comparison of words.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from briefgen.render.word.reading_styles import StyleSheet
from briefgen.render.word.visible import is_dark, unseen

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LINES: Mapping[str, str] = MappingProxyType(
    {
        "p": "", "pPr": "", "pStyle": "val", "keepNext": "", "r": "", "rPr": "", "rStyle": "val",
        "t": "space", "tab": "", "hyperlink": "anchor history", "footnoteReference": "id",
        "endnoteReference": "id",
    }
)  # fmt: skip
_BODY: Mapping[str, str] = MappingProxyType(
    {
        **_LINES, "body": "", "sdt": "", "sdtPr": "", "alias": "val", "tag": "val", "id": "val",
        "showingPlcHdr": "", "text": "", "sdtContent": "", "bookmarkStart": "id name", "bookmarkEnd": "id",
        "tbl": "", "tblPr": "", "tblStyle": "val", "tblW": "type w", "tblLayout": "type",
        "tblLook": "firstColumn firstRow lastColumn lastRow noHBand noVBand val", "tblCaption": "val",
        "tblDescription": "val", "tblGrid": "", "gridCol": "w", "tr": "", "trPr": "", "cantSplit": "",
        "tblHeader": "", "tc": "", "tcPr": "", "tcW": "type w", "gridSpan": "val", "shd": "color fill val",
    }
)  # fmt: skip
"""Elements of the body with their attributes; what shows the page (sectPr) is the template's."""
_NOTE: Mapping[str, str] = MappingProxyType(
    {
        **{name: _LINES[name] for name in ("p", "pPr", "pStyle", "r", "rPr", "rStyle", "t", "hyperlink")},
        "footnote": "id type", "endnote": "id type", "footnoteRef": "", "endnoteRef": "", "separator": "",
        "continuationSeparator": "", "spacing": "after before line lineRule",
    }
)  # fmt: skip
_KINDS = MappingProxyType(
    {
        "": "officeDocument core-properties extended-properties custom-properties",
        "document": "styles numbering settings theme fontTable footnotes endnotes header footer",
        "header": "image hyperlink", "footer": "image hyperlink", "fontTable": "font", "theme": "image",
        "numbering": "image",
    }
)  # fmt: skip
"""Relationships that a part may have, by what the part is; all of our own stay in the file."""
_SETTINGS = (
    "attachedTemplate", "updateFields", "mailMerge", "documentProtection", "writeProtection",
    "trackRevisions", "rsids", "savePreviewPicture",
)  # fmt: skip
_LEAST_WIDTH = 300
"""Twentieths of a point; in half a centimetre a column of labels still has room."""


def faults(package: zipfile.ZipFile, body: ElementTree.Element, styles: ElementTree.Element) -> Iterator[str]:
    """What a file holds that none of ours does."""
    if b"macroEnabled" in package.read("[Content_Types].xml"):
        yield "the file may run macros"
    yield from _parts(package)
    yield from _elements("the body", _without_setup(body), _BODY)
    for table in body.iter(f"{_W}tbl"):
        yield from _table(table)
    yield from unseen(body, StyleSheet.read(styles), styles)


def _without_setup(document: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The elements of the text: without the page setup at its end, which is the template's."""
    for body in document:
        yield body
        for block in list(body)[:-1]:
            yield from block.iter()
        last = body[-1] if len(body) else None
        if last is not None and last.tag != f"{_W}sectPr":
            yield from last.iter()


def setting_faults(settings: list[ElementTree.Element]) -> Iterator[str]:
    """Settings that ask for something when the file is opened, protect it, or track changes."""
    for root in settings:
        for tag in _SETTINGS:
            if root.find(f"{_W}{tag}") is not None:
                yield f"the settings hold an element <{tag}>"


def note_faults(roots: list[ElementTree.Element], marked: set[tuple[str, str]]) -> Iterator[str]:
    """The same for the notes; `marked`: kind and id of the notes that have a mark."""
    for root in roots:
        for note in root:
            kind = note.tag.removeprefix(_W)
            words = "".join(t.text or "" for t in note.iter(f"{_W}t"))
            if note.get(f"{_W}type") is not None and words:
                yield f"a separator of notes has words: {words[:40]}"
            elif note.get(f"{_W}type") is None and (kind, str(note.get(f"{_W}id"))) not in marked:
                yield f"there is a note that no mark names: {words[:40]}"
            yield from _elements("a note", note.iter(), _NOTE)


def _elements(where: str, found: Iterator[ElementTree.Element], known: Mapping[str, str]) -> Iterator[str]:
    """Elements and attributes that are not in a list."""
    for one in found:
        name = one.tag.removeprefix(_W)
        if name not in known or not one.tag.startswith(_W):
            yield f"{where} holds an element <{name}>"
            continue
        allowed = known[name].split()
        for key in one.attrib:
            if key != _SPACE and (not key.startswith(_W) or key.removeprefix(_W) not in allowed):
                yield f"{where} holds an attribute {key.rpartition('}')[2]} of <{name}>"
        if name != "t" and ((one.text or "").strip() or (one.tail or "").strip()):
            yield f"{where} holds words outside its text"


def _table(table: ElementTree.Element) -> Iterator[str]:
    """Cells that are merged, squeezed or dark; a band goes across the whole table, alone in its row."""
    widths = [_number(column, "w") for column in table.iterfind(f"{_W}tblGrid/{_W}gridCol")]
    if any(width < _LEAST_WIDTH for width in widths):
        yield "a table has a column without room"
    for row in table.iterfind(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        spans = [_number(span, "val") for span in row.iter(f"{_W}gridSpan")]
        if spans and (len(cells) != 1 or spans != [len(widths)]):
            yield "a table has merged cells"
        if not spans and len(cells) != len(widths):
            yield "a row of a table has too few or too many cells"
        for width in row.iter(f"{_W}tcW"):
            if _number(width, "w") < _LEAST_WIDTH:
                yield "a table has a cell without room"
        for ground in row.iter(f"{_W}shd"):
            plain = ground.get(f"{_W}val") == "clear" and ground.get(f"{_W}color") in (None, "auto")
            if not plain or is_dark(str(ground.get(f"{_W}fill"))):
                yield "a table has a cell on a dark ground"


def _number(element: ElementTree.Element, key: str) -> int:
    value = str(element.get(f"{_W}{key}"))
    return int(value) if re.fullmatch(r"\d{1,9}", value) else 0


def _parts(package: zipfile.ZipFile) -> Iterator[str]:
    """Parts that nothing of ours names, and relationships that lead out or to something that is no part of a
    memo."""
    names = set(package.namelist())
    reached = {"[Content_Types].xml", "_rels/.rels"}
    waiting = [("", "")]
    while waiting:
        part, kind = waiting.pop()
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in names:
            continue
        reached.add(relations)
        for one in ElementTree.fromstring(package.read(relations)).iter(_RELATION):
            to = str(one.get("Type")).rpartition("/")[2]
            allowed = _KINDS.get(kind, "").split()
            if to not in allowed:
                yield f"{part or 'the file'} leads to a part of the kind “{to}”"
            elif one.get("TargetMode") == "External":
                if to != "hyperlink":
                    yield f"{part} loads {to} from elsewhere"
            else:
                target = posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/")
                if target not in reached:
                    reached.add(target)
                    waiting.append((target, "document" if to == "officeDocument" else to))
    for name in sorted(names - reached):
        yield f"the file holds a part that nothing names: {name}"
    if len(package.namelist()) != len(names):
        yield "the file holds two parts of one name"
