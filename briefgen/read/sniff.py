"""What a file really is, by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from briefgen.read.refused import refused_kind

HEAD = 8192
"""Bytes by which a file is told."""
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200})?"
    rb"<(?:!doctype\s+html|html[\s>])",
    re.I,
)
_MAILBOX = re.compile(rb"(?:\xef\xbb\xbf)?From \S{1,200}.{0,40}\d{4}[^\r\n]{0,20}\r?\n[!-9;-~]{1,60}:")
"""The line before each mail of a mailbox, and the first header line of the mail."""
_HEADER = re.compile(rb"(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}(?:\r?\n|\Z)")
_SENT = re.compile(rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To):", re.I | re.M)
"""Header lines that mails have and texts copied from mail programs have not."""
_SAVED_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location:|From: [^\r\n]{0,20}Saved by |Content-Type: multipart/related;"
    rb"[^:]{0,300}type=\"?text/html)",
    re.I | re.M,
)
_NAMED = re.compile(r"\.[a-z][a-z0-9]{0,7}|\.7z|\.3gp")
"""What a suffix looks like; "Letter to Mr. Olde" and "notes 12.03" have none."""

_NO_ZIP = frozenset({
    ".atom", ".csv", ".eml", ".emlx", ".htm", ".html", ".jl", ".json", ".jsonl", ".markdown", ".mbox", ".md",
    ".mht", ".mhtml", ".ndjson", ".pdf", ".rss", ".rtf", ".tsv", ".txt", ".xhtml", ".xml"
})  # fmt: skip
"""Formats that never are a zip. Any other that has a reader is believed, so that one for a format made of a
zip needs no line here."""
_TEXTS = frozenset({"", ".asc", ".ascii", ".log", ".text", ".utf8"})
"""Suffixes of texts that have no line in the table of readers."""
_NOTICES = frozenset({
    "authors", "changelog", "changes", "contributors", "copying", "licence", "license", "makefile",
    "manifest", "notice", "sha256sums", "md5sums", "thumbs.db", "desktop.ini"
})  # fmt: skip
"""Files that come with other files and tell of nothing else."""


def suffix_of(name: str) -> str:
    """The suffix of a name in small letters; "" where what stands behind the last full stop is none."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if _NAMED.fullmatch(suffix) else ""


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
    return _of_mail(data[:HEAD], suffix) or suffix


def _of_mail(head: bytes, suffix: str) -> str:
    """The suffix of a mail, a mailbox or a page saved as one, under that of a text or under none."""
    if suffix not in (".txt", ".eml", *_TEXTS):
        return ""
    if _MAILBOX.match(head):
        return ".mbox"
    block = head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0] + b"\n"
    if suffix == ".eml":
        return ""
    if _HEADER.fullmatch(block) and _SENT.search(block):
        return ".mht" if _SAVED_PAGE.search(block) else ".eml"
    return ""


def _zipped(data: bytes, suffix: str) -> str:
    """A Word file is a zip that holds word/document.xml: names stand in clear in a zip."""
    if suffix not in _NO_ZIP and suffix not in _TEXTS:
        return suffix
    return ".docx" if b"word/document" in data else ".zip"


def reader_suffix(data: bytes, suffix: str) -> str:
    """The suffix of the reader for bytes without a name of their own: text, unless they show something else.

    "" where nothing can be told.
    """
    true = true_suffix(data, suffix)
    if true != suffix:
        return true
    if suffix not in _TEXTS:
        return ""
    return ".json" if _is_json(data) else ".txt"


def _is_json(data: bytes) -> bool:
    return re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"", data[:HEAD]) is not None


def may_be_read(name: str, head: bytes) -> bool:
    """Whether a file has a reader, by its name, or by its first bytes where the name tells of no format."""
    from briefgen.read import READERS

    suffix = suffix_of(name)
    if suffix in READERS:
        return True
    if refused_kind(name) or PurePosixPath(name.lower()).name in _NOTICES:
        return False
    found = reader_suffix(head, suffix)
    return found in READERS and (found != ".txt" or _is_text(head[:HEAD]))


def _is_text(head: bytes) -> bool:
    return bool(head) and (b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff")))
