"""OpenDocument texts (.odt, .ott, flat .fodt), as LibreOffice and others write them.

Straight from their XML: odfpy builds the whole tree in memory and has no notion of hidden text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.export import parted
from briefgen.read.limits import MEGABYTE
from briefgen.read.properties import stated_properties

_XML_BYTES = 60 * MEGABYTE
_LOCKED = re.compile(rb"<manifest:encryption-data\b")


def read_odt(data: bytes, name: str) -> Reading:
    """One draft, as of a Word file; the flat form of the format is told by its first bytes.

    An archive's export of several articles gives a draft for each.
    """
    from briefgen.read.odt_body import OdtReader
    from briefgen.read.word_xml import parse

    reader = OdtReader()
    for part in (data,) if data.lstrip()[:1] == b"<" else _parts(data):
        parse(part, reader)
    return parted(reader.manuscript.draft(_stated(reader.properties)), name)


def _parts(data: bytes) -> list[bytes]:
    """The parts with properties, styles and text, in the order in which they are needed."""
    from briefgen.read.package import member_bytes, open_zip

    with open_zip(data) as package:
        there = {member.filename: member for member in package.infolist()}
        if "content.xml" not in there:
            raise UnreadableError("file-damaged", "This is not an OpenDocument file: it has no content part.")
        manifest = there.get("META-INF/manifest.xml")
        if manifest is not None and _LOCKED.search(member_bytes(package, manifest)[:MEGABYTE]):
            message = "The file is protected by a password; save it without one."
            raise UnreadableError("file-encrypted", message)
        wanted = [there[part] for part in ("meta.xml", "styles.xml", "content.xml") if part in there]
        if large := next((one for one in wanted if one.file_size > _XML_BYTES), None):
            message = f"The part {large.filename} has {large.file_size // MEGABYTE} MB."
            raise UnreadableError("file-too-large", message)
        return [member_bytes(package, member) for member in wanted]


def _stated(found: Mapping[str, str]) -> Mapping[str, str]:
    author = found.get("initial-creator", "") or found.get("creator", "")
    return stated_properties(found.get("title", ""), author, found.get("language", ""))
