"""Findings as lines: number of the sentence, what it is, the words; wrapped to a width.

Every line begins with its number and one word, so that `grep " speaker "` gives all speakers with the
sentences they stand in.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from briefgen.paper.printed import folded
from briefgen.show.row import Row
from briefgen.show.selecting import Findings
from briefgen.show.wish import Wish

TAG = 11
"""Width of the second column: the longest word in it and a space."""
LEAST = 40
"""A narrower window is taken as this wide: words in a column of a few letters can not be read."""


def lines(found: Findings, wish: Wish, width: int) -> Iterator[str]:
    """The lines on one document; `width` 0: each finding is one line."""
    digits = max((len(str(number)) for number, _, _ in found.sentences), default=1)
    yield f"{folded(found.file)} ({found.id})"
    for row in (*found.head, *(row for own, rows in found.blocks for row in (own, *_visible(rows, wish)))):
        yield from _row(" " * digits, row, width)
    for number, own, rows in found.sentences:
        yield ""
        for row in (own, *_visible(rows, wish)):
            yield from _row(f"{number:>{digits}}", row, width)


def _visible(rows: Iterable[Row], wish: Wish) -> Iterator[Row]:
    return (row for row in rows if wish.why or not row.only_why)


def _row(number: str, row: Row, width: int) -> Iterator[str]:
    start = f"{number} {row.tag:<{TAG}} "
    text = _spaced(row.text)
    if not width:
        yield start + text
        return
    yield from textwrap.wrap(
        text,
        max(width, LEAST),
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    ) or [start.rstrip()]


def _spaced(text: str) -> str:
    """Printable words; two spaces, which divide candidates, stay."""
    return "  ".join(folded(part) for part in text.split("  "))
