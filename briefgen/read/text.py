"""Plain text and Markdown: the file's own characters, so that line numbers hold; and what its head states."""

from __future__ import annotations

from briefgen.read.decode import decode
from briefgen.read.draft import Draft, Reading
from briefgen.read.front import front_of


def read_text(data: bytes, name: str) -> Reading:
    """One draft with the decoded text as it is; the byte order mark stays out."""
    text, encoding, problems = decode(data, name)
    front = front_of(text, name)
    draft = Draft(text, encoding=encoding, stated=front.stated, stated_at=front.stated_at, front=front.end)
    return (draft,), (*problems, *front.problems)
