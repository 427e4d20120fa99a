"""Plain text and Markdown: the file's own characters, so that its line numbers hold."""

from __future__ import annotations

from briefgen.read.decode import decode
from briefgen.read.draft import Draft, Reading


def read_text(data: bytes, name: str) -> Reading:
    """One draft with the decoded text as it is; the byte order mark stays out."""
    text, encoding, problems = decode(data, name)
    return (Draft(text, encoding=encoding),), problems
