"""What each format says, read by programs that know nothing of briefgen."""

from __future__ import annotations

import email
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from email import policy
from typing import Any

from lxml import etree

from briefgen.paper.printed import folded
from tests.markdown_parser import read_with_a_parser
from tests.page_tree import page_text

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_text(data: bytes) -> str:
    """The paragraphs of all parts of a Word file: body, notes, header and footer."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if name.startswith("word/")]
    roots = [etree.fromstring(part) for part in parts if part.startswith(b"<?xml")]
    paragraphs = (one for root in roots for one in root.iter(f"{WORD}p"))
    return "\n".join(folded("".join(pieces(one))) for one in paragraphs)


def pieces(paragraph: Any) -> Iterator[str]:
    """Text, tabs and line breaks of a paragraph in their order."""
    for element in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br"):
        yield (element.text or "") if element.tag == f"{WORD}t" else " "


def markdown_text(data: bytes) -> str:
    """Blocks and notes as a Markdown parser sees them."""
    blocks, notes = read_with_a_parser(data)
    return "\n".join((*blocks, *notes))


def json_text(data: bytes) -> str:
    """Every string in the file."""
    return "\n".join(map(folded, strings(json.loads(data))))


def mail_text(data: bytes) -> str:
    """Subject, and the lines that both bodies of a mail have."""
    message = email.message_from_bytes(data, policy=policy.default)
    plain, shown = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert shown is not None
    lines = set(page_text(shown.get_content().encode()).split("\n"))
    both = [line for line in map(folded, plain.get_content().split("\n")) if line in lines]
    return "\n".join((str(message["Subject"]), *both))


def strings(value: Any) -> Iterator[str]:
    """The strings of a JSON value in their order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


READERS: Mapping[str, Callable[[bytes], str]] = {
    "docx": word_text,
    "md": markdown_text,
    "json": json_text,
    "html": page_text,
    "eml": mail_text,
}
"""Format: its text, each block on a line, blanks folded."""
