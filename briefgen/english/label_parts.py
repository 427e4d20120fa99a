"""What the words of a speaker's label are: name, office, on whose behalf.

"The Minister for Health (Anna Olde)", "Anna Olde (Minister of Health, Lib.)", "ANNA OLDE, MINISTER OF X",
"Mr. OLDE of Texas", "Anna Olde, on behalf of the Greens (Norway)".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen.english import gazetteer
from briefgen.english.label_heads import SIDE_DASH, is_titled

Part = tuple[int, int]
"""Offsets into the label."""

_BEHALF = re.compile(r",?\s+on behalf of\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[](.+?)[)\]]")
_OF = re.compile(r"(?<=[A-Z])\s+of\s+(?=[A-Z])")
"""Behind a surname in capitals: "Mr. OLDE of Texas"."""
_OFFICE = re.compile(r"(?P<the>the\s)|(?P<noun>(?:[\w-]+\s){0,2}[\w-]+)\s(?:for|of)\s", re.IGNORECASE)
_SEAT = re.compile(r"[—–-]\s*(?=[A-Z])")
"""Between a seat and an office: "(Oslo East—Minister for Health)"."""


_LONGEST_PARTY = 4
"""Characters of the short name of a party: "(Lab)"."""


class LabelParts(NamedTuple):
    """The parts of a label that names one speaker."""

    name: Part
    """With its title."""
    role: Part | None = None
    behalf: Part | None = None


def parts(label: str) -> LabelParts:
    """The parts of a label; all of it is the name where it has none."""
    bracket = _BRACKET.search(label)
    end = bracket.start() if bracket else len(label)
    if bracket and _is_office(label[:end]) and not is_office_or_state(bracket[1]):
        return LabelParts(bracket.span(1), (0, end))
    if side := SIDE_DASH.search(label):
        last = next(SIDE_DASH.finditer(label, side.end()), None)
        return LabelParts((0, side.start()), (side.end(), last.start() if last else len(label)))
    if behalf := _BEHALF.search(label, 0, end):
        return LabelParts((0, behalf.start()), None, (behalf.end(), end))
    comma = label.find(",", 0, end)
    if comma > 0 and is_titled(label[comma + 1 : end]) and " and " not in label[:end].casefold():
        at = comma + 1 + len(label[comma + 1 : end]) - len(label[comma + 1 : end].lstrip())
        return LabelParts((0, comma), (at, end))
    if of := _OF.search(label, 0, end):
        return LabelParts((0, of.start()), None)
    return LabelParts((0, end), _in_bracket(label, bracket) if bracket else None)


def _is_office(words: str) -> bool:
    """Whether words before a bracket are an office without a name: "The Minister for Health"."""
    return is_titled(words) and _begins_office(words)


def _begins_office(words: str) -> bool:
    """Whether "the" or the noun of an office opens the words: no "Lord Olde of Oslo"."""
    found = _OFFICE.match(words)
    return found is not None and (bool(found["the"]) or is_titled(found["noun"].split()[-1]))


def is_office_or_state(words: str) -> bool:
    """Whether a bracket tells of the speaker where he comes from or what he is, rather than his name."""
    short = len(words) <= _LONGEST_PARTY and " " not in words
    return short or gazetteer.lookup(words) is not None or _begins_office(words)


def _in_bracket(label: str, bracket: re.Match[str]) -> Part | None:
    """The office in a bracket behind a name, without seat and party."""
    start, end = bracket.span(1)
    if seat := _SEAT.search(label, start, end):
        start = seat.end()
    comma = label.find(",", start, end)
    end = comma if comma >= 0 else end
    return (start, end) if is_titled(label[start:end]) else None
