"""Several articles in one text, as press archives export them: each becomes a document of its own.

Archives number them ("1 of 20 DOCUMENTS", "Document 3 of 20") or close each with a line ("End of Document",
the archive's own number). One mark alone parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.read.draft import Draft, Reading, extracted

_NUMBERED = re.compile(
    r"^[ \t]*(?:(?P<n>\d{1,4}) of (?P<of>\d{1,4}) DOCUMENTS?"
    r"|Document (?P<n2>\d{1,4}) of (?P<of2>\d{1,4}))[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^[ \t]*(?:End of Document|Document [A-Z]{3,8}\d{10,16}[a-z0-9]{4,12})[ \t]*\r?$", re.MULTILINE
)
_FEWEST = 2
_COVER = 3000
"""Characters before the first article: what was searched for, and a list of the articles."""


def parted(draft: Draft, name: str) -> Reading:
    """TODO"""
    return extracted(draft, name)


class ExportedArticle(NamedTuple):
    """One article of an export."""

    text: str
    places: tuple[tuple[int, str], ...]
    """(offset, "line 23"): its lines as they are numbered in the file."""


def parts(text: str) -> tuple[ExportedArticle, ...]:
    """The articles of an export in order; none when the text is no export of several."""
    bounds = _between(text) or _before(text)
    if len(bounds) < _FEWEST:
        return ()
    found, number, at = [], 1, 0
    for start, end in bounds:
        number, at = number + _breaks(text, at, start), start
        found.append(_part(text[start:end], number))
    return tuple(found)


def _between(text: str) -> list[tuple[int, int]]:
    """Stretches behind numbers that count up to how many there are."""
    marks = list(_NUMBERED.finditer(text))
    numbers = [int(mark["n"] or mark["n2"]) for mark in marks]
    totals = {mark["of"] or mark["of2"] for mark in marks}
    if (
        len(totals) != 1
        or marks[0].start() > _COVER
        or numbers != sorted(set(numbers))
        or numbers[-1] > int(totals.pop())
    ):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return _filled(text, [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)])


def _before(text: str) -> list[tuple[int, int]]:
    """Stretches that lines close which end a document."""
    ends = [mark.end() for mark in _CLOSED.finditer(text)]
    return (
        _filled(text, list(zip([0, *ends], [*ends, len(text)], strict=True))) if len(ends) >= _FEWEST else []
    )


def _filled(text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in bounds if text[start:end].strip()]


def _breaks(text: str, start: int, end: int) -> int:
    return sum(1 for _ in re.finditer(r"\r\n|\n|\r", text[start:end]))


def _part(text: str, number: int) -> ExportedArticle:
    return ExportedArticle(text, tuple(_numbered(text, number)))


def _numbered(text: str, number: int) -> Iterator[tuple[int, str]]:
    yield 0, f"line {number}"
    for count, found in enumerate(re.finditer(r"\r\n|\n|\r", text), 1):
        yield found.end(), f"line {number + count}"
