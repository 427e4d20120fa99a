"""Words and marks of a document, and the stretches between quotation marks: found once, viewed by all."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.model.source import Span


class Token(NamedTuple):
    """A word, a number, a possessive ending or a mark; offsets are code points of the source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Tokens:
    """The tokens of a document's kept blocks in order, kept as offsets alone: eight bytes each."""

    text: str
    """That of the source."""
    starts: array[int]
    ends: array[int]

    def __hash__(self) -> int:
        return hash(self.text)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Token]:
        return self.between(0, len(self.text))

    def texts(self, start: int, end: int) -> list[str]:
        """The words and marks alone of the tokens that begin in `start`..`end`, the latter excluded."""
        text = self.text
        return [text[first:last] for first, last in self.places(start, end)]

    def between(self, start: int, end: int) -> Iterator[Token]:
        """The tokens that begin in `start`..`end`, the latter excluded."""
        text = self.text
        for first, last in self.places(start, end):
            yield Token(first, last, text[first:last])

    def places(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the tokens that begin in `start`..`end` begin and end, for those who look at very many."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[low:high], self.ends[low:high], strict=True)


NO_TOKENS = Tokens("", array("I"), array("I"))
"""Of a document that nobody has cut into words."""


class Quotation(NamedTuple):
    """Words between two quotation marks, speech or not; offsets are code points of the source."""

    source: str
    """`Source.id`."""
    start: int
    end: int
    """Without the marks, trimmed of white space."""
    outer_start: int
    outer_end: int
    """With the marks."""
    closed: bool
    """False when its block ends before a closing mark."""
    single: bool
    """Between single marks."""
    continues: bool = False
    """It goes on with the unclosed quotation of the block before."""
    resumed: bool = False
    """Never closed itself, but the next block goes on with it."""

    @property
    def ended(self) -> bool:
        """Whether a mark closes it or the next block goes on with it."""
        return self.closed or self.resumed

    @property
    def inner(self) -> Span:
        """The words without the marks."""
        return Span(self.source, self.start, self.end)

    @property
    def outer(self) -> Span:
        """The words with the marks."""
        return Span(self.source, self.outer_start, self.outer_end)
