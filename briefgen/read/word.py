"""Word files (.docx): paragraphs and table rows in order, straight from word/document.xml.

Read with expat rather than python-docx, which leaves out inserted (tracked) text and content controls,
builds every part of the file in memory, and has no way to refuse a document type declaration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.read.draft import Draft, Reading, UnreadableError, extracted, paragraphs
from briefgen.read.limits import MEGABYTE
from briefgen.read.properties import stated_properties

if TYPE_CHECKING:
    from zipfile import ZipFile

_MAIN = re.compile(r"word/document\d*\.xml")
_PROPERTIES = "docProps/core.xml"
_XML_BYTES = 60 * MEGABYTE
"""Word writes 10 to 20 bytes of XML for each character; a page has 3,000."""


def read_docx(data: bytes, name: str) -> Reading:
    """One draft; a paragraph or a table row a line, footnotes and headers left out."""
    from briefgen.read.package import member_bytes, open_zip
    from briefgen.read.word_xml import Body, parse

    with open_zip(data) as package:
        main = next((member for member in package.infolist() if _MAIN.fullmatch(member.filename)), None)
        if main is None:
            raise UnreadableError("file-damaged", "This is not a Word file: it has no document part.")
        if main.file_size > _XML_BYTES:
            raise UnreadableError("file-too-large", f"The document part has {main.file_size // MEGABYTE} MB.")
        body = Body()
        parse(member_bytes(package, main), body)
        stated = _stated(package)
    text, places = paragraphs(body.parts)
    return extracted(Draft(text, stated=stated, places=places, clean=True), name)


def _stated(package: ZipFile) -> Mapping[str, str]:
    """Title, author and language of the properties; nothing when they are missing or broken."""
    from briefgen.read.package import member_bytes
    from briefgen.read.word_xml import Properties, parse

    properties = Properties()
    try:
        parse(member_bytes(package, package.getinfo(_PROPERTIES)), properties)
    except KeyError:
        return {}
    values = properties.values
    return stated_properties(values.get("title", ""), values.get("creator", ""), values.get("language", ""))
