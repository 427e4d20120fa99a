"""What a file really is, by its first bytes, whatever its name says."""

from __future__ import annotations

import re

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200})?"
    rb"<(?:!doctype\s+html|html[\s>])",
    re.I,
)

_NO_ZIP = frozenset({
    ".atom", ".csv", ".eml", ".htm", ".html", ".json", ".jsonl", ".markdown", ".md", ".pdf", ".rss", ".rtf",
    ".txt", ".xhtml", ".xml",
})  # fmt: skip
"""Formats that never are a zip. Any other that has a reader is believed, so that one for a format made of a
zip needs no line here."""


def true_suffix(data: bytes, suffix: str) -> str:
    """The suffix that fits the bytes; `suffix` itself when they show nothing else.

    ".doc" stands for the old binary Office format, which has no reader.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, suffix)
    if b"%PDF-" in data[:1024]:
        # Some PDFs have junk before the mark; a text about PDFs is told by where it stands.
        return ".pdf" if suffix == ".pdf" or data.startswith(b"%PDF-") else suffix
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return ".doc"
    if _HTML.match(data) and suffix not in (".htm", ".xhtml"):
        return ".html"
    return suffix


def _zipped(data: bytes, suffix: str) -> str:
    """A Word file is a zip that holds word/document.xml: names stand in clear in a zip."""
    if suffix not in _NO_ZIP:
        return suffix
    return ".docx" if b"word/document" in data else ".zip"
