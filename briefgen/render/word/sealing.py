"""The seal of a Word file, in a property of its own: File > Properties > Custom shows it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefgen.render.seal import LENGTH, NAME, digest

PART = "docProps/custom.xml"
_BLANK = b"0" * LENGTH
_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
    f'name="{NAME}"><vt:lpwstr>{_BLANK.decode()}</vt:lpwstr></property></Properties>'
).encode()
"""One property; the fmtid is that of all custom properties, their numbers begin with 2 (ECMA-376, 22.3)."""
_SEAL = re.compile(rf'"{NAME}"[^<>]*>\s*<vt:lpwstr>([0-9a-f]{{{LENGTH}}})<'.encode())
_MOST_BYTES = 200_000_000
"""Unpacked size above which a file is no memo of ours."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, LookupError, ValueError)
"""What zipfile raises on a file that is not what its name says, or has a password."""


def add_blank(document: Document) -> None:
    """Give the package the property, for `filled` to fill."""
    package = document.part.package
    part = Part(PackURI(f"/{PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _XML, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def filled(parts: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The parts of a package by name, with the seal in the property."""
    seal = _of(parts).encode()
    return [(name, data.replace(_BLANK, seal) if name == PART else data) for name, data in parts]


def holds(data: bytes) -> bool | None:
    """Whether a Word file is as it was sealed; None when it has no seal, or is none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if sum(member.file_size for member in members) > _MOST_BYTES:
                return None
            parts = [(member.filename, package.read(member)) for member in members]
    except _DAMAGED:
        return None
    found = next((data for name, data in parts if name == PART), b"")
    seal = _SEAL.search(found)
    if seal is None:
        return False if NAME.encode() in found else None
    return seal[1].decode() == _of(parts)


def _of(parts: list[tuple[str, bytes]]) -> str:
    """The hash over all parts but the property, whatever their order in the file."""
    rest = sorted(part for part in parts if part[0] != PART)
    return digest(piece for name, data in rest for piece in (name.encode(), data))
