"""The evidence of a memo as a reader sees it: formats draw it, `verify` compares their files with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.paper.page import PrintedLine


class ShownUse(NamedTuple):
    """A line of the memo that rests on a passage."""

    label: str
    target: str
    """Label of a row or id of a section."""
    section: str
    line: PrintedLine

    @property
    def name(self) -> str:
        """What a reader calls the row: its label, else its section."""
        return self.label or self.section


class ShownCut(NamedTuple):
    """What a further line of the memo prints of a passage, where it leaves out other words."""

    name: str
    """Of the row: "1 prints:"."""
    line: PrintedLine


class ShownClaim(NamedTuple):
    """What the memo says besides the words, and how it is known."""

    label: str
    """"Who", "When"."""
    said: PrintedLine
    known: PrintedLine
    quoted: tuple[PrintedLine, ...] = ()
    """The sentences outside the passage on which it rests."""


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One row: the lines of the memo, and the passage in its surroundings."""

    number: int
    tick: str
    """Name of its box for those who do not see it."""
    source: str
    """Number of its source in the memo."""
    place: str
    """"S1, line 70"."""
    language: str
    line: PrintedLine
    """The passage with the sentences beside it."""
    uses: tuple[ShownUse, ...]
    also: tuple[ShownUse, ...]
    """Those of which the line says nothing new: what they print of the passage is among the cuts."""
    also_in: str
    """What stands before these; another phrase where none prints a word of the passage."""
    cuts: tuple[ShownCut, ...]
    claims: tuple[ShownClaim, ...]
    reasons: tuple[PrintedLine, ...]
    first: bool = False
    """Whether it is among those to look at first."""
    withheld: bool = False
    """Whether its source is not on the page."""
    home: bool = True
    """Whether links to the passage lead here: one may stand in several differences."""


class SourceRun(NamedTuple):
    """Words of a source in full."""

    text: str
    passage: int = 0
    """Number of the passage that they are of; 0 for none."""
    begins: tuple[int, ...] = ()
    """Numbers of the passages that begin in them."""


class ShownLine(NamedTuple):
    """A line of a source in full."""

    place: str
    pieces: tuple[SourceRun, ...]
    prose: bool

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


class ShownStretch(NamedTuple):
    """Lines of a source one after the other, all of the article or all dropped."""

    lines: tuple[ShownLine, ...]
    dropped: str = ""
    """How many lines were dropped; "" for lines of the article."""


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source with its passages."""

    id: str
    """Its number in the memo, "S1"."""
    language: str
    name: PrintedLine
    """Title, publisher, file."""
    day: PrintedLine
    caveats: PrintedLine | None
    passages: tuple[ShownPassage, ...]
    text: tuple[ShownStretch, ...]
    withheld: str = ""
    """Why there is no text."""


class ShownSide(NamedTuple):
    """One side of a difference."""

    words: PrintedLine
    passages: tuple[ShownPassage, ...]


class ShownDifference(NamedTuple):
    """A difference with its sides."""

    number: int
    tick: str
    point: PrintedLine
    sides: tuple[ShownSide, ...]


class ShownFirst(NamedTuple):
    """A passage to look at first."""

    number: int
    name: str
    """The rows that rest on it, "K3, O9"."""
    reasons: tuple[PrintedLine, ...]


class ShownEvent(NamedTuple):
    """A row of the chronology."""

    label: str
    day: PrintedLine
    line: PrintedLine


class TimelineMark(NamedTuple):
    """A row of the chronology as a mark on the line of time."""

    label: str
    start: float
    """Per cent of the width."""
    end: float
    """The same as `start` for a day."""
    lane: int
    """Counted from 0: marks that would lie on each other stand below one another."""
    sure: bool


class TimelineTick(NamedTuple):
    """A named day, month or year below the line."""

    at: float
    """Per cent of the width."""
    text: str
    middle: float
    """Middle of its name; beside the day at the ends of the line, where the name would be cut off."""

    @property
    def anchor(self) -> tuple[str, float]:
        """Which end of the words is held where, in per cent of the width: at the edges words that would be
        cut off on a narrow screen begin or end there."""
        if self.middle > self.at:
            return "start", 0.0
        return ("end", 100.0) if self.middle < self.at else ("middle", self.at)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The chronology as a line of time."""

    description: str
    marks: tuple[TimelineMark, ...]
    ticks: tuple[TimelineTick, ...]
    breaks: tuple[float, ...]
    """Per cent of the width, where time is left out."""
    lanes: int


class EvidenceWords(NamedTuple):
    """The words of the house on the page."""

    title: str
    told: str
    nav: str
    memo: str
    first: str
    first_note: str
    passages: str
    legend: str
    differences: str
    chronology: str
    sources: str
    ticked: str


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Everything on the page but the memo itself."""

    words: EvidenceWords
    first: tuple[ShownFirst, ...]
    sources: tuple[ShownSource, ...]
    differences: tuple[ShownDifference, ...]
    events: tuple[ShownEvent, ...]
    timeline: Timeline | None

    @property
    def passages(self) -> Iterator[ShownPassage]:
        """All passages in the order of the page; one may stand in a difference too."""
        for source in self.sources:
            yield from source.passages
        for difference in self.differences:
            for side in difference.sides:
                yield from side.passages
