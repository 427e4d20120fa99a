"""Persons who stand for a state or body: those whose office in it the document gives.

"Peruvian President Ana Rojas ... Rojas held talks with": where she acts, Peru does. Who is said to have held
the office before stands for nobody, nor does who holds offices in two states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from briefgen import lexicon
from briefgen.annotate.relations.office import office
from briefgen.english import gazetteer
from briefgen.english.expressions import either
from briefgen.model import Document, Name, Span


@dataclass(frozen=True, slots=True)
class Holders:
    """For whom the persons of a document stand."""

    sides: Mapping[str, Name]
    """Key of a person to the state or body."""
    introduced: frozenset[Span]
    """Persons beside whom the side is named anyway."""

    def standing(self, name: Name) -> Name:
        """The side for which a person stands, at the person's place; any other name as it is."""
        side = self.sides.get(name.key) if name.kind == "person" else None
        if side is None or name.span in self.introduced:
            return name
        return side._replace(span=name.span, adjective=True)


@cache
def _office() -> re.Pattern[str]:
    """What stands between a side and who holds an office in it: " President ", "'s foreign minister "."""
    return re.compile(rf"(?:['’]s?)?{office()} ", re.IGNORECASE)


@cache
def _out() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{either(lexicon.persons.out_of_office())}) |\bex-)$", re.IGNORECASE)


_APPOSED = re.compile(r", (?:the )?")


def holders(document: Document) -> Holders:
    """For whom the persons of a document stand."""
    found: dict[str, dict[str, Name]] = {}
    introduced: set[Span] = set()
    for person, side, held in _given(document):
        introduced.add(person.span)
        if held:
            found.setdefault(person.key, {})[side.key] = side
    sides = {key: next(iter(some.values())) for key, some in found.items() if len(some) == 1}
    return Holders(MappingProxyType(sides), frozenset(introduced))


def _given(document: Document) -> Iterator[tuple[Name, Name, bool]]:
    """Each person whose office stands beside the name, with its side, and whether it is held today."""
    text = document.source.text
    for first, second in pairwise(document.names):
        between = text[first.span.end : second.span.start]
        before = text[max(first.span.start - 20, 0) : first.span.start]
        if second.kind == "person" and _side(first) and _office().fullmatch(between):
            yield second, first, not _out().search(before)
        elif first.kind == "person" and _side(second) and _APPOSED.fullmatch(between):
            behind = text[second.span.end : second.span.end + 60] + " "
            if _office().match(behind):
                yield first, second, True


def _side(name: Name) -> bool:
    """Whether a name can be a side of relations."""
    entry = gazetteer.lookup(name.canonical) if name.kind in ("state", "organisation") else None
    return entry is not None and gazetteer.takes_sides(entry)
