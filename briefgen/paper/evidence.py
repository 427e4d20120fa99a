"""What a reader needs to judge a memo against its sources: each cited passage in its surroundings, how
speaker and date are known, where it is used; the sources in full; the differences; the days.

It belongs to a memo (`Memo.evidence`) and is made only where a format shows it. It holds places in sources
and words of the house, as the memo does; nothing here knows a format.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from briefgen.model import Span
from briefgen.paper.text import CitedPlace, Text

ReasonKind = Literal["turned", "contradicted", "speaker", "date", "relayed"]
"""What of a passage a person should look at first: a cut that leaves out a denial or a condition; a source
that says otherwise; a speaker who is not surely the one; a date that no source prints so; a view that is
another's."""
KnownKind = Literal["speaker", "role", "occasion", "place", "date", "raised"]
LineKind = Literal["prose", "other", "furniture"]
"""Prose that may be cited; captions, bylines and what else is said of the article; dropped lines."""


DIFFERENCES = "discrepancies"
"""Id of the section whose rows stand side by side; a passage that only these cite stands there alone."""
ONE_IN = 6
"""Passages among which one at most is to be looked at first. A mark on each doubtful speaker, date and cut
stood on 37 of 46 and was skipped over."""


class Reason(NamedTuple):
    """Why a passage should be looked at first."""

    kind: ReasonKind
    text: Text
    """A sentence of the house."""
    risk: float
    """0..1; how often what it speaks of is wrong, as far as that could be measured."""
    subject: str = ""
    """Whom it is about: the same for passages of which one look tells as much as several; else ""."""


def joint_risk(risks: Iterable[float]) -> float:
    """0..1; that at least one of several risks comes true, were they independent of each other."""
    sound = 1.0
    for risk in risks:
        sound *= 1.0 - risk
    return 1.0 - sound


class KnownFact(NamedTuple):
    """Something that a line of the memo says besides the words of its passage, and how it is known."""

    kind: KnownKind
    said: Text
    """As the memo prints it: "Mara Lindqvist", "22 July 2025"."""
    known: Text
    """A sentence of the house: "named in the passage", "resolved from “Tuesday”"."""
    shown: Span | None = None
    """The words in a source that it rests on."""
    around: Span | None = None
    """The sentence or line in which these stand, where that is outside the passage."""


class Use(NamedTuple):
    """A line of the memo that rests on a passage."""

    label: str
    """"K3"; "" for a row without a number."""
    target: str
    """To what a link leads: the label, of a row without one the id of its section."""
    section: str
    """Title of its section."""
    line: Text
    """What it says, as the memo prints it."""
    printed: tuple[Span, ...]
    """The words of the passage that it prints, in order."""
    dropped: tuple[Span, ...] = ()
    """The words of the passage that it leaves out, where it prints a piece of it as a statement or fact."""
    clauses: tuple[Span, ...] = ()
    """Of these the stretches that say more than who speaks."""
    pieces: bool = False
    """Whether it prints a piece of the passage only, be it a clause or the words of a relationship."""
    elsewhere: bool = False
    """Whether it prints the words of another passage only, which this one bears out."""
    claims: tuple[KnownFact, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One cited place with its surroundings."""

    number: int
    """Counted from 1 in the order of the page."""
    place: CitedPlace
    uses: tuple[Use, ...]
    before: Span | None = None
    """The sentence before it; None where it is the first, or the source is confidential."""
    after: Span | None = None
    voices: tuple[Span, ...] = ()
    """Words in it that say who speaks, in order: the name or pronoun of the speaker and the verb."""
    reasons: tuple[Reason, ...] = ()
    """The gravest first."""

    @property
    def risk(self) -> float:
        """0..1; that at least one of the reasons holds."""
        return joint_risk(reason.risk for reason in self.reasons)


class SourceLine(NamedTuple):
    """A paragraph, heading or line of a source."""

    span: Span
    place: str
    """"line 12"."""
    kind: LineKind
    rule: str = ""
    """Of a line that was dropped, the name of the rule."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source in full."""

    source: str
    """`Source.id`."""
    lines: tuple[SourceLine, ...]
    withheld: bool = False
    """Whether the user marked it as confidential: then there are no lines."""


class DifferingSide(NamedTuple):
    """One side of a difference."""

    words: Text
    """What the memo prints of it."""
    passages: tuple[int, ...]
    """Numbers of the passages it rests on."""


class Difference(NamedTuple):
    """A point on which two sources, or two versions of one, differ."""

    number: int
    """Counted from 1."""
    point: Text
    sides: tuple[DifferingSide, ...]


class DatedEvent(NamedTuple):
    """A row of the chronology on the line of time."""

    label: str
    first: date | None
    """First and last day; None where the row has no place in the calendar."""
    last: date | None
    day: Text
    """As the body prints it."""
    text: Text
    sure: bool
    """Whether a source prints the day so."""


@dataclass(frozen=True)
class EvidenceView:
    """All there is to judge a memo by."""

    passages: tuple[CitedPassage, ...]
    """By source, in the order of the sources' numbers, then in reading order; last those that only rows on
    differences cite."""
    first: tuple[int, ...]
    """Numbers of the passages to look at first, the gravest first: at most one in six."""
    sources: tuple[SourceText, ...]
    """Those that the memo cites, in the order of their numbers."""
    differences: tuple[Difference, ...] = ()
    events: tuple[DatedEvent, ...] = ()

    @cached_property
    def by_number(self) -> dict[int, CitedPassage]:
        """The passages by their number."""
        return {one.number: one for one in self.passages}
