"""PDF files: the text layer, page by page. Nothing is recognised from pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.errors import Problem
from briefgen.read.draft import Draft, Reading, UnreadableError, extracted, paragraphs
from briefgen.read.limits import PAGES
from briefgen.read.own import OWN, is_own_information
from briefgen.read.properties import stated_properties
from briefgen.read.quiet import quiet

if TYPE_CHECKING:
    from pypdf import PdfReader

_LISTED = 8
_STRINGS = 2_000_000
"""Strings in the page contents, some 1,000 a page; each costs pypdf 50 microseconds."""


def read_pdf(data: bytes, name: str) -> Reading:
    """One draft, with the page as the place; furniture and hard line ends stay for the cleaning."""
    with quiet("pypdf"):
        from pypdf.errors import PyPdfError

        try:
            pages, stated = _opened(data)
        except PyPdfError:
            raise UnreadableError(
                "file-damaged", "The PDF is damaged or was cut off; get it again."
            ) from None
    if not any(text.strip() for text in pages):
        message = "The PDF holds pictures of pages, no text; run text recognition (OCR) on it first."
        raise UnreadableError("pdf-no-text", message)
    text, places = paragraphs([(f"page {number}", page) for number, page in enumerate(pages, 1)])
    drafts, problems = extracted(Draft(text, stated=stated, places=places), name)
    return drafts, (*_blank_pages(pages, name), *problems)


def _opened(data: bytes) -> tuple[list[str], Mapping[str, str]]:
    """Text of each page, and the properties."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    protected = UnreadableError("file-encrypted", "The PDF is protected by a password; save it without one.")
    try:
        reader = PdfReader(io.BytesIO(data))
        # Many official PDFs only forbid changes: they open with the empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise protected
        count = len(reader.pages)
        if count > PAGES:
            raise UnreadableError("file-too-large", f"The PDF has {count} pages, where {PAGES} is the limit.")
        _refuse_own(reader)
        return list(_texts(reader)), _stated(reader)
    except (DependencyError, FileNotDecryptedError):
        raise protected from None


def _texts(reader: PdfReader) -> Iterator[str]:
    """Text of each page, as long as the document stays within what a person could have written."""
    strings = 0
    for page in reader.pages:
        contents = page.get_contents()
        data = contents.get_data() if contents is not None else b""
        strings += data.count(b"(") + data.count(b"<")
        if strings > _STRINGS:
            raise UnreadableError("file-too-large", f"The PDF prints more than {_STRINGS} pieces of text.")
        yield page.extract_text()


def _refuse_own(reader: PdfReader) -> None:
    information: Mapping[str, object] = reader.metadata or {}
    if is_own_information(str(information.get("/Author") or ""), str(information.get("/Keywords") or "")):
        raise UnreadableError("own-memo", OWN)


def _stated(reader: PdfReader) -> Mapping[str, str]:
    information: Mapping[str, object] = reader.metadata or {}
    return stated_properties(str(information.get("/Title") or ""), str(information.get("/Author") or ""))


def _blank_pages(pages: list[str], name: str) -> tuple[Problem, ...]:
    """Tells of a PDF in which more than a third of the pages give no text: scans bound in with text."""
    blank = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if len(blank) * 3 <= len(pages):
        return ()
    more = f" and {len(blank) - _LISTED} more" if len(blank) > _LISTED else ""
    message = f"{len(blank)} of {len(pages)} pages hold no text: {', '.join(blank[:_LISTED])}{more}."
    return (Problem(name, "pdf-pages-without-text", message),)
