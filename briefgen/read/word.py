"""Word files (.docx, .docm, .dotx): paragraphs, table rows and notes in order, straight from their XML.

Read with expat rather than python-docx, which leaves out inserted (tracked) text, content controls and
notes, builds every part of the file in memory, and has no way to refuse a document type declaration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.export import parted
from briefgen.read.limits import MEGABYTE
from briefgen.read.properties import stated_properties

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from briefgen.read.manuscript import Manuscript
    from briefgen.read.word_body import WordBody
    from briefgen.read.word_styles import StyleSheetReader
    from briefgen.read.word_xml import Handler

_MAIN = re.compile(r"word/document\d*\.xml")
_PROPERTIES = "docProps/core.xml"
_NOTES = (("note", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))
_XML_BYTES = 60 * MEGABYTE
"""Word writes 10 to 20 bytes of XML for each character; a page has 3,000."""


def read_docx(data: bytes, name: str) -> Reading:
    """One draft; a paragraph or a table row a line, the notes behind them; no headers, no comments.

    An archive's export of several articles gives a draft for each.
    """
    from briefgen.read.manuscript import Manuscript
    from briefgen.read.package import open_zip
    from briefgen.read.word_body import WordBody
    from briefgen.read.word_styles import StyleSheetReader
    from briefgen.read.word_xml import CommentCounter

    with open_zip(data) as package:
        main = next((member for member in package.infolist() if _MAIN.fullmatch(member.filename)), None)
        if main is None:
            raise UnreadableError("file-damaged", "This is not a Word file: it has no document part.")
        styles, comments, manuscript = StyleSheetReader(), CommentCounter(), Manuscript()
        _take(package, "word/styles.xml", styles)
        body = WordBody(manuscript, styles)
        _parse(package, main, body)
        _put_notes(package, body, styles)
        _take(package, "word/comments.xml", comments)
        manuscript.comments = comments.count
        stated = _stated(package)
    return parted(manuscript.draft(stated), name)


def _parse(package: ZipFile, member: ZipInfo, handler: Handler) -> None:
    from briefgen.read.package import member_bytes
    from briefgen.read.word_xml import parse

    if member.file_size > _XML_BYTES:
        part = "document part" if _MAIN.fullmatch(member.filename) else member.filename
        raise UnreadableError("file-too-large", f"The {part} has {member.file_size // MEGABYTE} MB.")
    parse(member_bytes(package, member), handler)


def _take(package: ZipFile, part: str, handler: Handler) -> bool:
    """Reads a part that a file may have or not."""
    try:
        member = package.getinfo(part)
    except KeyError:
        return False
    _parse(package, member, handler)
    return True


def _put_notes(package: ZipFile, body: WordBody, styles: StyleSheetReader) -> None:
    """The notes in the order of their marks, numbered as Word numbers them."""
    from briefgen.read.word_body import WordNotes

    manuscript = body.manuscript
    for kind, part in _NOTES:
        notes = WordNotes(styles)
        if not _take(package, part, notes):
            continue
        number = 0
        for _, key, own in [one for one in body.notes if one[0] == kind]:
            number += not own
            if key in notes.found:
                _put_note(manuscript, notes.found.pop(key), f"{kind} *" if own else f"{kind} {number}")


def _put_note(manuscript: Manuscript, note: Manuscript, label: str) -> None:
    manuscript.open_note(label)
    for _, text in note.lines():
        manuscript.open_paragraph()
        manuscript.add(text.strip())
        manuscript.close_paragraph()
    manuscript.close_note()
    manuscript.hidden += note.hidden


def _stated(package: ZipFile) -> Mapping[str, str]:
    """Title, author and language of the properties; nothing when they are missing."""
    from briefgen.read.word_xml import Properties

    properties = Properties()
    if not _take(package, _PROPERTIES, properties):
        return {}
    values = properties.values
    return stated_properties(values.get("title", ""), values.get("creator", ""), values.get("language", ""))
