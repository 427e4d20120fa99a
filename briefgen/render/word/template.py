"""Opens the base document: ours, or an office's own .docx or .dotx, of which only the look is kept."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from briefgen.errors import BriefgenError
from briefgen.render.word.elements import element

MOST_BYTES = 50_000_000
"""Unpacked size above which a template is not opened; letterheads with logos stay far below."""
# For a template that says nothing of its page: A4, margins of 2.5 cm, in twentieths of a point.
_A4 = {"w": 11906, "h": 16838}
_MARGINS = {
    "top": 1417,
    "right": 1417,
    "bottom": 1417,
    "left": 1417,
    "header": 708,
    "footer": 708,
    "gutter": 0,
}
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|embeddings/|oleObject", re.I)
_DOCUMENT_KEEPS = (
    "/styles", "/numbering", "/settings", "/theme", "/fontTable", "/footnotes", "/header", "/footer",
)  # fmt: skip
# What zipfile, zlib, lxml and python-docx raise on files that are not what their name says.
UNREADABLE = (
    OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, PackageNotFoundError, PythonDocxError,
    LxmlError, LookupError, ValueError, TypeError, SyntaxError, AttributeError, ArithmeticError,
    AssertionError, StopIteration,
)  # fmt: skip
_PACKAGE_KEEPS = ("/officeDocument", "/core-properties", "/extended-properties")


def open_template(path: Path) -> Document:
    """The template with an empty body and without anything that only its own body needed.

    Raises BriefgenError `template-broken` when it is no Word file, `template-refused` when it holds
    macros, embedded objects or pictures that are loaded from elsewhere.
    """
    try:
        document = docx.Document(io.BytesIO(_retyped(path)))
    except UNREADABLE as error:
        raise broken(path, error) from error
    _clear(document)
    _forget(document.part.rels, _DOCUMENT_KEEPS)
    _drop_dangling(document)
    _forget(document.part.package.rels, _PACKAGE_KEEPS)
    _no_remote_parts(document, path)
    return document


def _retyped(path: Path) -> bytes:
    """The file's bytes with a template's content type turned into a document's."""
    with zipfile.ZipFile(path) as package:
        if sum(entry.file_size for entry in package.infolist()) > MOST_BYTES:
            raise _refused(path, f"it unpacks to more than {MOST_BYTES // 1_000_000} MB")
        active = next((name for name in package.namelist() if _ACTIVE.search(name)), None)
        types = package.read("[Content_Types].xml")
        if active or b"macroEnabled" in types:
            raise _refused(path, "it holds macros or embedded objects" + (f" ({active})" if active else ""))
        if b"template.main+xml" not in types:
            return path.read_bytes()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as copy:
            for name in package.namelist():
                data = types if name == "[Content_Types].xml" else package.read(name)
                copy.writestr(name, data.replace(b"template.main+xml", b"document.main+xml"))
        return out.getvalue()


def _clear(document: Document) -> None:
    """Empty the body but for the page setup of its last section."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    if not document.sections:
        body.append(element("sectPr", element("pgSz", **_A4), element("pgMar", **_MARGINS)))


def _forget(relations: Relationships, kept: tuple[str, ...]) -> None:
    for name, relation in list(relations.items()):
        if relation.is_external or not relation.reltype.endswith(kept):
            del relations[name]


def _drop_dangling(document: Document) -> None:
    """Take references to parts that are not there out of the page setup; Word calls such a file damaged."""
    for reference in list(document.element.body.iter()):
        target = reference.get(qn("r:id"))
        if target is not None and target not in document.part.rels:
            reference.getparent().remove(reference)


def _no_remote_parts(document: Document, path: Path) -> None:
    """Headers and footers are kept whole, so a picture loaded from elsewhere is refused there."""
    for relation in document.part.rels.values():
        for inner in relation.target_part.rels.values():
            if inner.is_external and not inner.reltype.endswith(("/hyperlink", "/attachedTemplate")):
                raise _refused(path, "its header or footer loads a part from elsewhere")


def broken(path: Path, error: Exception) -> BriefgenError:
    """The error for a file that is no Word document, or one that is damaged inside."""
    return BriefgenError(
        "template-broken",
        f"{path} can not be used as a Word document ({error.__class__.__name__}).",
        "Open it in Word and save it as .docx or .dotx again.",
    )


def _refused(path: Path, why: str) -> BriefgenError:
    return BriefgenError(
        "template-refused",
        f"The template {path} is not used: {why}.",
        "Save a copy as .docx without macros, embedded objects and linked pictures.",
    )
