"""What is known while the expressions of a text are resolved from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefgen.model import Status
from briefgen.timex.cues import Cues
from briefgen.timex.expression import Expression, Kind, TimexType
from briefgen.timex.numeric import Order
from briefgen.timex.rules import Run
from briefgen.timex.values import bounds


class Timex(NamedTuple):
    """A resolved expression; `start` and `end` are offsets of the text it was found in."""

    start: int
    end: int
    type: TimexType
    value: str
    status: Status
    anchor: tuple[int, int] | None = None
    """Offsets of the date named before that it was counted from; None with status "resolved" means the
    day of speaking."""
    earliest: date | None = None
    """Bounds narrower than the value says: "earlier this year" ends on the day of speaking."""
    latest: date | None = None
    alternatives: tuple[str, ...] = ()
    """Readings in order of likelihood when cues conflict; `value` then claims no day."""
    opens: bool = False
    by_update: bool = False
    """Whether it was counted from the day of the update."""


class Result(NamedTuple):
    """The value of one meaning."""

    value: str
    status: Status = "resolved"
    alternatives: tuple[str, ...] = ()
    counted_from: tuple[int, int] | None = None
    type: TimexType | None = None
    by_update: bool = False


class Written(NamedTuple):
    """When a text was written: the day, or what bounds are known; all may be open."""

    day: date | None = None
    earliest: date | None = None
    latest: date | None = None
    order: Order | None = None
    """How the text writes numeric dates, when its own stamp tells."""
    updated: date | None = None
    """The day on which it was changed, when its stamp tells."""

    @property
    def year(self) -> int | None:
        """The year of writing when it is certain."""
        if self.day:
            return self.day.year
        same = self.earliest and self.latest and self.earliest.year == self.latest.year
        return self.latest.year if same and self.latest else None


@dataclass
class Frame:
    """When the text was written and the dates named so far. Lives only during one resolution."""

    found: Run
    cues: Cues
    written: Written
    focus: Timex | None = None
    """The last date with a calendar place."""
    focus_day: Timex | None = None
    """The last date known to the day."""
    quarter: Timex | None = None
    """The last quarter spoken of."""
    order: Order | None = None
    """How the text itself writes numeric dates."""

    @property
    def day(self) -> date | None:
        """The day of speaking."""
        return self.written.day

    @property
    def year(self) -> int | None:
        """The year of speaking."""
        return self.written.year

    def note(self, one: Timex, kind: Kind) -> None:
        """Remember a resolved date for the expressions after it."""
        if one.value in ("P9M", "P6M"):
            self.quarter = None
        if one.type == "DURATION" or one.type == "SET" or bounds(one.value)[0] is None:
            return
        self.focus = one
        if one.value[4:5] == "-" and one.value[7:8] == "-":
            self.focus_day = one
        if one.value[:4].isdigit() and "-Q" in one.value and kind == "quarter":
            self.quarter = one

    def mentioned(self) -> date | None:
        """The last day that was named."""
        return date.fromisoformat(self.focus_day.value[:10]) if self.focus_day else None


class Task(NamedTuple):
    """One expression with the direction its sentence gives."""

    one: Expression
    past: bool
    """Past, also when no cue says so: news reports."""
    cued: bool
    """Whether a cue gave the direction."""
    conflict: bool
    strong: bool = False
    """Whether a modal verb gave it, or a verb that the date is tied to by a preposition."""
