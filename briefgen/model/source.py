"""Sources and spans: the immutable text, and the way to point into it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in one source; it names its source, so it needs no back pointer."""

    source: str
    """`Source.id`."""
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span {self.start}..{self.end} in {self.source}")

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.source == other.source and self.start < other.end and other.start < self.end


OmissionKind = Literal["hidden-text", "outside-article", "reading-order", "left-out"]
"""Words that the file hides; prose beside the article; lines whose order is not sure; anything else."""


class Omission(NamedTuple):
    """What of a file is not in the text, or not surely in order: told on the screen and among the sources."""

    kind: OmissionKind
    detail: str
    """How much, as the house prints it: "340 words", "2 of 12 pages"."""


@dataclass(frozen=True)
class Source:
    """One document as it was read: the immutable text everything else points into."""

    id: str
    """"S1", "S2" ... in reading order."""
    file: str
    """Path relative to the folder given, with forward slashes; for one record of many, "dump.json#3"."""
    sha256: str
    """Of the file's bytes."""
    text: str
    encoding: str = "utf-8"
    stated: Mapping[str, str] = field(default_factory=dict)
    """Metadata the container itself gives (HTML head, mail header, JSON field), by `META_KEYS`."""
    by_user: Mapping[str, str] = field(default_factory=dict)
    """Metadata from a sidecar NAME.meta.toml, by `META_KEYS`; wins over everything, shown as the user's."""
    places: tuple[tuple[int, str], ...] = ()
    """(offset, label) of the places a person can find ("page 2"); empty: line numbers are used."""
    clean: bool = False
    """True when the reader already removed page furniture (HTML main text), so that line rules stay off."""
    whole: bool = False
    """True when the text has no page around it, so that only lines under a named rule are dropped (PDF)."""
    mail: bool = False
    """True for the words of a mail, whose signature and feet are furniture although it is `clean`."""
    stated_at: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Start and end of the words in `text` that a stated value was read from, by its key; mostly empty."""
    front: int = 0
    """Offset behind front matter at the head of the text, which is no content; 0 when there is none."""
    omitted: tuple[Omission, ...] = ()
    shifts: tuple[tuple[int, int], ...] = ()
    """(offset, characters) for each escape of HTML in a plain text: by how much the file is longer than
    `text` from that offset on."""
    certain: frozenset[str] = frozenset()
    """Keys of `stated` that the container knows better than any line of the text: the day of a mail."""

    @cached_property
    def _line_starts(self) -> list[int]:
        """Offsets at which lines start, as an editor counts them (LF, CRLF or a lone CR)."""
        return [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", self.text))]

    def line(self, offset: int) -> int:
        """Number of the line that holds `offset`, counted from 1."""
        return bisect.bisect_right(self._line_starts, offset)

    def place(self, offset: int) -> str:
        """Where a person finds `offset`: "line 12", or the label of its page or paragraph."""
        if not self.places:
            return f"line {self.line(offset)}"
        index = bisect.bisect_right(self.places, (offset, "\U0010ffff")) - 1
        return self.places[max(index, 0)][1]

    def in_file(self, offset: int) -> int:
        """Where `offset` stands in the decoded file."""
        at = bisect.bisect_right(self.shifts, offset, key=lambda one: one[0])
        return offset + (self.shifts[at - 1][1] if at else 0)

    def span(self, start: int, end: int) -> Span:
        """The span of this source from `start` to `end`."""
        return Span(self.id, start, end)


META_KEYS = (
    "title",
    "publisher",
    "original_publisher",
    "author",
    "url",
    "language",
    "section",
    "published",
    "updated",
    "reliability",
)
