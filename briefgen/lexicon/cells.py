"""Types of the cells of a word list: each takes a cell's text and gives its value or says what it wants."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Parser = Callable[[str], T]


class CellError(ValueError):
    """A cell is not what its column holds; the message says what was expected."""


def word(cell: str) -> str:
    """One word."""
    if not cell or " " in cell or "\t" in cell:
        raise CellError("one word")
    return cell


def phrase(cell: str) -> str:
    """One or more words."""
    if not cell or "\t" in cell:
        raise CellError("one or more words, without a tab")
    return cell


def maybe(parse: Parser[str]) -> Parser[str]:
    """The cell may be empty."""
    return lambda cell: parse(cell) if cell else ""


def words(cell: str) -> tuple[str, ...]:
    """Words between blanks, at least one."""
    if not cell:
        raise CellError("words between blanks")
    return tuple(cell.split())


def maybe_words(cell: str) -> tuple[str, ...]:
    """Words between blanks, or none."""
    return tuple(cell.split())


def parts(cell: str) -> tuple[str, ...]:
    """Phrases between "|", or none."""
    if not cell:
        return ()
    found = tuple(map(str.strip, cell.split("|"))) if "|" in cell else (cell,)
    if "" in found:
        raise CellError("phrases with “|” between them, none of them empty")
    return found


def some_parts(cell: str) -> tuple[str, ...]:
    """Phrases between "|", at least one."""
    if not cell:
        raise CellError("phrases with “|” between them")
    return parts(cell)


def number(cell: str) -> float:
    """A number, with or without a decimal point."""
    try:
        return float(cell)
    except ValueError:
        raise CellError("a number") from None


def whole(cell: str) -> int:
    """A whole number."""
    if not re.fullmatch(r"-?\d+", cell):
        raise CellError("a whole number")
    return int(cell)


def regex(cell: str) -> re.Pattern[str]:
    """A regular expression."""
    try:
        return re.compile(cell)
    except re.error as wrong:
        raise CellError(f"a regular expression ({wrong})") from None


def shaped(pattern: str, wanted: str) -> Parser[str]:
    """A cell of one shape, which `wanted` describes."""
    shape = re.compile(pattern)

    def parse(cell: str) -> str:
        if not shape.fullmatch(cell):
            raise CellError(wanted)
        return cell

    return parse


def one_of(*known: str) -> Parser[str]:
    """One of a few words; "" among them means that the cell may be empty."""

    def parse(cell: str) -> str:
        if cell not in known:
            raise CellError("one of " + ", ".join(name or "nothing" for name in known))
        return cell

    return parse


def some_of(*known: str) -> Parser[tuple[str, ...]]:
    """Any of a few words, between blanks."""

    def parse(cell: str) -> tuple[str, ...]:
        found = tuple(cell.split())
        if not set(found) <= set(known):
            raise CellError("any of " + ", ".join(known))
        return found

    return parse
