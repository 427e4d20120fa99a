"""Markdown inside the words of a text: a reader sees the words of a link, no image and no address."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKUP = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)\s*|\[([^\[\]\n]+)\]\([^()\s]+\)")
"""An image, or a link with its words."""


def shown(words: str) -> Iterator[tuple[int, int]]:
    """Start and end of the stretches of a text between its markup, in order; the whole where it has none."""
    begin = 0
    for found in _MARKUP.finditer(words) if "](" in words else ():
        if found.start() > begin:
            yield begin, found.start()
        if found[1]:
            yield found.span(1)
        begin = found.end()
    if begin < len(words):
        yield begin, len(words)


def has_words(text: str, start: int, end: int) -> bool:
    """Whether a reader of a text sees words between two places of one of its lines."""
    if not any(sign.isalnum() for sign in text[start:end]):
        return False
    # The address of a link is no word. The line tells what is one.
    begin = text.rfind("\n", 0, start) + 1
    line = text[begin : text.find("\n", end) + 1 or len(text)]
    seen = ((max(first, start - begin), min(last, end - begin)) for first, last in shown(line))
    return any(sign.isalnum() for first, last in seen for sign in line[first:last])
