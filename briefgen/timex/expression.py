"""What a temporal expression says before it is resolved: the words' own meaning, without any anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "calendar",  # year, month, day, each known or not
    "weekday",
    "unit",  # last week, this year, the following month
    "ago",  # two months ago, a day earlier
    "offset",  # today, yesterday
    "quarter",
    "season",
    "holiday",
    "fixed",  # the value stands in the words: 1990s, P2D, PRESENT_REF
    "clock",  # a time of day alone
    "void",  # looks like a date and is none
]
Anchor = Literal["speech", "mention"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Parts of a meaning; those that the words do not give stay at their default."""

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 Monday to 7 Sunday."""
    rel: int | None = None
    """-1 last, 0 this, 1 next; with "ago" and "offset" the direction or the number of days."""
    unit: str = ""
    """Y M W WE D Q H E C FN, TH TM TS for clock units; Q1 to Q4, H1, H2, SP SU FA WI for parts of a year;
    the key of a holiday."""
    count: float | None = None
    """None with "ago" means that the words count vaguely."""
    part: str = ""
    """MO AF EV NI, or a clock time "10:39", "17"."""
    mod: str = ""
    """START MID END BEFORE AFTER: early, mid, late, earlier, later."""
    value: str = ""
    """For "fixed" and for numeric dates."""
    other: str = ""
    """A second reading of an ambiguous numeric date."""
    order: Literal["DMY", "MDY", "YMD"] | None = None
    """The order in which `value` reads an ambiguous numeric date; `other` reads it the other way."""
    anchor: Anchor = "speech"
    """Whether it is counted from the day of speaking or from the date named before."""
    type: TimexType = "DATE"


class Expression(NamedTuple):
    """A temporal expression in a text; offsets are code points of that text."""

    start: int
    end: int
    meaning: Meaning
    first: int = 0
    """Index of its first token."""
    last: int = 0
    """Index after its last token."""
    opens: bool = False
    """True for the first end of a range whose other end is the next expression ("10" in "10-12 July")."""
