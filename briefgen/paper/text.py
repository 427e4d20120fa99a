"""The words of a memo, and the places of its sources: of two kinds only, a source's and the house's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from briefgen.model import Span, Status

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a source, printed character for character (Unicode spaces folded, nothing else)."""

    span: Span


@dataclass(frozen=True, slots=True)
class House:
    """Words of the house: labels and phrases from house.toml, dates and numbers we print ourselves."""

    text: str
    tone: Literal["plain", "worked-out"] = "plain"
    """"worked-out": a date that no source prints so; a page sets it apart and says once what that means."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of the house that point at a row of this memo ("K3"), at a source by its `Source.id`, or at an
    annex by the id of its section."""

    target: str


Run = Cited | House | Reference
Words = Callable[[Span], str]
"""Gives the exact words of a span: `Corpus.text`."""
Text = tuple[Run, ...]
"""Words in a row, printed without anything between them: put blanks into House runs."""


class When(NamedTuple):
    """A date in the memo, with how it is known."""

    value: str | None
    """ISO with the precision known; None when unknown."""
    status: Status
    text: Text
    """With how it is known, as annexes print it: "22 July 2025 (resolved from “on Tuesday”)"."""
    plain: Text = ()
    """As the body prints it: "22 July 2025"; empty where the day is not known."""
    printed: Span | None = None
    """The words that it was read from: "on Tuesday", or the stamp of its source; None where nothing is
    printed."""
    anchor: Span | None = None
    """Of a resolved one the words from which it is counted, as far as they are printed."""
    rung: str = ""
    """Of the day of a source, what it was read from: "stamp", "dateline", "origin S1" ..."""
    first: date | None = None
    """First and last day that it covers; None where it has no place in the calendar."""
    last: date | None = None

    @property
    def iso(self) -> str | None:
        """The value without what an ISO date has no sign for: parts of a day, seasons, weekends."""
        found = _ISO.match(self.value or "")
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """Where a cited span stands, as a note gives it."""

    span: Span
    text: str
    """"line 68", "page 2, line 14"."""
    line: int
    """Number of the line on which the span starts, counted from 1."""
    start: int
    end: int
    """Code points of the decoded file, of which the span's text may be without escapes of HTML."""
