"""Headers and footers on the pages of a PDF: they stand first and last, and a number in them goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.verify.compact import TAKEN, compact

Counted = tuple[str, int]
"""How a number may go on: "same" as this, or "rising" from this by one with each page."""


class _Found(NamedTuple):
    """A margin on a page."""

    first: int
    last: int
    numbers: tuple[str, ...]


class Margins:
    """The headers and footers of a file; a number in them may be that of the page, or of all pages."""

    def __init__(self, margins: Iterable[str]) -> None:
        texts = dict.fromkeys(filter(None, (compact(margin).text for margin in margins)))
        self._pieces = [tuple(re.split(r"\d+", text)) for text in texts]
        self._counted: dict[tuple[tuple[str, ...], int], set[Counted]] = {}
        self.misnumbered: list[int] = []
        """Numbers of pages, from 1, where a number does not go on from the pages before."""

    def without(self, page: int, text: str, kept: str) -> str:
        """A page, counted from 0, with its headers and footers taken; the first place of `kept` stays."""
        first, last, again = 0, len(text), True
        while again:
            again = False
            for margin in self._pieces:
                for found in _places(text, margin, first, last):
                    if found.first < found.last and text[found.first : found.last] != kept:
                        self._count(page, margin, found.numbers)
                        at_head = found.first == first
                        first, last = (found.last, last) if at_head else (first, found.first)
                        again = True
                        break
        return TAKEN * first + text[first:last] + TAKEN * (len(text) - last)

    def _count(self, page: int, margin: tuple[str, ...], numbers: tuple[str, ...]) -> None:
        for at, number in enumerate(numbers):
            ways = {("same", int(number[-9:])), ("rising", int(number[-9:]) - page)}
            left = self._counted.get((margin, at), ways) & ways
            if left:
                self._counted[margin, at] = left
            else:
                self.misnumbered.append(page + 1)


def _places(text: str, margin: tuple[str, ...], first: int, last: int) -> Iterator[_Found]:
    """Where a margin stands between two places of a page: at its head, and at its end."""
    for ahead in (True, False):
        found = _behind(text, margin, first, last) if ahead else _before(text, margin, first, last)
        if found:
            yield found


def _behind(text: str, margin: tuple[str, ...], first: int, last: int) -> _Found | None:
    """A margin that begins at `first`."""
    at, numbers = first, []
    for number, piece in enumerate(margin):
        begin = at
        while number and at < last and text[at].isdigit():
            at += 1
        if (number and at == begin) or not text.startswith(piece, at, last):
            return None
        numbers += [text[begin:at]] if number else []
        at += len(piece)
    return _Found(first, at, tuple(numbers))


def _before(text: str, margin: tuple[str, ...], first: int, last: int) -> _Found | None:
    """A margin that ends at `last`."""
    at, numbers = last, []
    for number, piece in enumerate(reversed(margin)):
        end = at
        while number and at > first and text[at - 1].isdigit():
            at -= 1
        if (number and at == end) or not text.endswith(piece, first, at):
            return None
        numbers += [text[at:end]] if number else []
        at -= len(piece)
    return _Found(at, last, tuple(reversed(numbers)))
