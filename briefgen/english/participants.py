"""Who takes part, by the line that lists them: "Present: Anna Lee (Chair); Mr. Jan Berg, director"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.english.asides import lists_present
from briefgen.english.label_heads import is_titled

Part = tuple[int, int]
"""Offsets into the line."""

_ENTRY = re.compile(
    r"\s*(?:and )?(?P<name>[^\W\d_a-z][^(),;:]*?)\s*"
    r"(?:\((?P<bracket>[^()]+)\)|,\s*(?P<behind>[^();]+?))?\s*[.,]?\s*$"
)


class Participant(NamedTuple):
    """One of those who take part."""

    name: Part
    role: Part | None
    """What he or she is."""
    behalf: Part | None
    """For whom he or she sits there, where no office is given: "Jan Berg (Dockers' Union)"."""


def participants(line: str) -> Iterator[Participant]:
    """Those whom a line lists, in order; nobody when it is no such list."""
    if not lists_present(line):
        return
    start = line.index(":") + 1
    for low, high in _entries(line, start):
        found = _ENTRY.match(line[low:high])
        if found is None:
            continue
        told = "bracket" if found["bracket"] else "behind"
        part = _at(low, found.span(told)) if found[told] else None
        titled = part is not None and is_titled(line[slice(*part)].replace("-", " ").replace(",", " "))
        yield Participant(_at(low, found.span("name")), part if titled else None, None if titled else part)


def _at(start: int, part: Part) -> Part:
    return start + part[0], start + part[1]


def _entries(line: str, start: int) -> Iterator[Part]:
    """The pieces between semicolons or, without any, between the commas outside brackets."""
    mark = ";" if ";" in line else ","
    depth, low = 0, start
    for at in range(start, len(line)):
        depth += (line[at] == "(") - (line[at] == ")")
        if line[at] == mark and depth == 0:
            yield low, at
            low = at + 1
    yield low, len(line)
