"""The memo as a PDF, made by LibreOffice from the Word file, and read back with PDFium.

LibreOffice writes the clock and hashes of it into the file. They are overwritten in place, so that the same
memo gives the same bytes with the same version and fonts, and the offsets in the file stay right.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import UTC, datetime

from briefgen.errors import BriefgenError
from briefgen.paper.carried import Material, ReopenedPrint
from briefgen.render.office import converted, program
from briefgen.render.seal import NAME, TextSeal

SEAL = TextSeal(f"%{NAME}: sha256:".encode(), b"\n", binary=True)
"""A comment behind the end of the file."""
_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)")
_DATE = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:(\d{14})([^)]*)\)")
_XMP_DATE = re.compile(
    rb"<xmp:(?:Create|Modify|Metadata)Date>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([^<]*)</xmp:\w+>"
)
_HASHES = (
    re.compile(rb"/ID ?\[ ?<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)> ?\]"),
    re.compile(rb"/DocChecksum ?/([0-9A-Fa-f]+)"),
    re.compile(rb"<xmpMM:(?:DocumentID|InstanceID)>uuid:([0-9a-f-]{36})<"),
)
"""What LibreOffice works out from the clock."""


def ready() -> None:
    """Raises BriefgenError `office-missing`."""
    program()


def make(material: Material) -> bytes:
    """The PDF. Raises BriefgenError `office-missing`, `office-slow` or `office-failed`."""
    word = material.files["docx"]
    day = _day(word)
    made = converted(word, int(day.timestamp()) if day else 0)
    return SEAL.put(timeless(made, day).rstrip(b"\r\n") + b"\n")


def sealed(data: bytes) -> bool | None:
    """Whether a PDF is as it was written; None when it carries no seal."""
    return SEAL.holds(data)


def reopen(data: bytes) -> ReopenedPrint:
    """What a reader of the PDF sees; pypdfium2 loads when it is used."""
    import pypdfium2  # type: ignore[import-untyped]
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
        pages = tuple(page.get_textpage().get_text_range() for page in document)
        tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
        title = document.get_metadata_value("Title")
        document.close()
    except pypdfium2.PdfiumError as error:
        raise BriefgenError(
            "office-failed",
            f"What LibreOffice made can not be read as a PDF ({error}).",
            "Open the Word file in LibreOffice and export it there; if that works, please report this.",
        ) from error
    return ReopenedPrint(title, _language(data), tagged, pages)


def timeless(data: bytes, day: datetime | None) -> bytes:
    """A PDF of the same length with the day of the memo in place of the clock, or none, and without hashes
    that hold the clock."""
    data = _DATE.sub(lambda found: _dated(found, day, "%Y%m%d%H%M%S"), data)
    data = _XMP_DATE.sub(lambda found: _dated(found, day, "%Y-%m-%dT%H:%M:%S"), data)
    for pattern in _HASHES:
        data = pattern.sub(_zeroed, data)
    held = hashlib.sha256(data).hexdigest().upper().encode()
    # The number of the file is a hash of all else in it (ISO 32000, 14.4).
    return _HASHES[0].sub(lambda found: _numbered(found, held), data)


def _day(word: bytes) -> datetime | None:
    """The day that the Word file gives as its own."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        found = _CREATED.search(package.read("docProps/core.xml"))
    return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC) if found else None


def _dated(found: re.Match[bytes], day: datetime | None, form: str) -> bytes:
    """An entry with the day in it; blanks where there is none."""
    if day is None:
        return b" " * len(found[0])
    zone = re.sub(rb"\d", b"0", found[2])
    return found[0].replace(found[1] + found[2], day.strftime(form).encode() + zone)


def _zeroed(found: re.Match[bytes]) -> bytes:
    whole = found[0]
    for group in found.groups():
        whole = whole.replace(group, re.sub(rb"[0-9A-Fa-f]", b"0", group))
    return whole


def _numbered(found: re.Match[bytes], held: bytes) -> bytes:
    whole = found[0]
    for group in found.groups():
        whole = whole.replace(group, held[: len(group)].ljust(len(group), b"0"))
    return whole


def _language(data: bytes) -> str:
    """ "" where the file does not say it in a place that can be read."""
    catalogue = re.search(rb"/Type ?/Catalog\b(?:(?!endobj).)*", data, re.S)
    found = re.search(rb"/Lang ?\(([A-Za-z0-9-]+)\)", catalogue[0]) if catalogue else None
    return found[1].decode() if found else ""
