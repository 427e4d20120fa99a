"""The stretches between quotation marks, also the ones that never close.

All quoted words count here, speech or not: a programme's name that was translated back is a
difference as well. So this looks at marks only and asks nobody who spoke.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.model import Span

_OPEN = "“„«"
_CLOSE = "”»"
_MARK = re.compile(r"[“”„«»\"]|''|``")
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[—–:-])\Z")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)([^‘’'\n]{2,200}(?:[’'](?=\w)[^‘’'\n]{1,200}){0,5})[’'](?!\w)")


class Stretch(NamedTuple):
    """Quoted words of one paragraph."""

    span: Span
    """With the marks."""
    inner: Span
    """Without them."""
    closed: bool = True
    """False when the paragraph ends before a closing mark."""


def stretches(text: str, paragraphs: Iterable[Span]) -> tuple[Stretch, ...]:
    """Quoted stretches in reading order.

    A stretch left open counts as closed when the next paragraph opens a quotation again, as is
    usual for a quotation of several paragraphs.
    """
    found: list[Stretch] = []
    for paragraph in paragraphs:
        words = text[paragraph.start : paragraph.end]
        if found and not found[-1].closed and words.lstrip()[:1] in ("“", '"', "„", "«"):
            found[-1] = Stretch(found[-1].span, found[-1].inner)
        found += _of(words, paragraph) or _nested(words, paragraph)
    return tuple(found)


def _of(words: str, paragraph: Span) -> list[Stretch]:
    return [
        made
        for start, inner, last, end, closed in _pairs(words)
        if (made := _stretch(paragraph, (start, inner, last, end), closed))
    ]


def _pairs(words: str) -> Iterator[tuple[int, int, int, int, bool]]:
    """(opening mark, first word, after the last word, after the closing mark, closed) in turn."""
    start, inner = -1, -1
    for mark in _MARK.finditer(words):
        if _opens(mark, words, start):
            if start >= 0:
                yield start, inner, mark.start(), mark.start(), False
            start, inner = mark.start(), mark.end()
        elif start >= 0:
            yield start, inner, mark.start(), mark.end(), True
            start = -1
    if start >= 0:
        yield start, inner, len(words), len(words), False


def _opens(mark: re.Match[str], words: str, start: int) -> bool:
    if mark.group() in _OPEN:
        # The mark that opens in English closes in German: „so“.
        return not (start >= 0 and words[start] == "„" and mark.group() == "“")
    if mark.group() in _CLOSE:
        return False
    before = words[max(0, mark.start() - 1) : mark.start()]
    if start < 0:
        return bool(_BEFORE_OPENING.match(before)) if before else True
    # An odd mark: one that stands before a word after a space opens again, whatever was left open.
    after = words[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum()


def _nested(words: str, paragraph: Span) -> list[Stretch]:
    """Single marks count where a paragraph has no double ones, as in headlines."""
    return [
        made
        for m in _SINGLE.finditer(words)
        if (made := _stretch(paragraph, (m.start(), m.start(1), m.end(1), m.end()), True))
    ]


def _stretch(paragraph: Span, places: tuple[int, int, int, int], closed: bool) -> Stretch | None:
    start, inner, last, end = (paragraph.start + place for place in places)
    if inner >= last:
        return None
    return Stretch(Span(paragraph.source, start, end), Span(paragraph.source, inner, last), closed)
