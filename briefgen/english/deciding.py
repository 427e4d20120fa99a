"""Who is said to have decided: "a decision by the White House", "the board decided alone", "I decided it"."""

from __future__ import annotations

import re
from typing import NamedTuple


class Decision(NamedTuple):
    """Words that say who decided; offsets are those of the text."""

    start: int
    end: int
    agent: tuple[int, int] | None
    """Where the names of those who decided are looked for; None for the speaker."""


_MINE = re.compile(
    r"\bi (?:alone )?(?:decided|ordered) (?:it|this|that)\b|\bi (?:took|made) (?:the|that|this) decision\b"
    r"|\b(?:it|that|this) was my (?:own )?(?:decision|choice|idea)\b"
    r"|\bthe (?:decision|choice) (?:was|is) mine\b"
    r"|\bi (?:didn't|did not) discuss (?:it|this|that) with (?:anybody|anyone)\b"
)
_BY = re.compile(
    r"\b(?:it|that|this) (?:was|is) (?:a|the) decision (?:taken |made )?by\b"
    r"|\bdecision (?:was|is|had been|has been) (?:taken|made) by\b"
)
_ALONE = re.compile(
    r"\b(?:decided|took the decision|made the decision)\b[^.;:]{0,60}?"
    r"\b(?:alone|on (?:its|his|her|their) own|himself|herself|itself|themselves)\b"
)
_REACH = 80
"""Characters behind "decision by" in which its agents stand."""


def decisions(low: str) -> list[Decision]:
    """What a folded sentence says of who decided."""
    found = [Decision(match.start(), match.end(), None) for match in _MINE.finditer(low)]
    for match in _BY.finditer(low):
        found.append(Decision(match.start(), match.end(), (match.end(), match.end() + _REACH)))
    for match in _ALONE.finditer(low):
        found.append(Decision(match.start(), match.end(), (0, match.start())))
    return found
