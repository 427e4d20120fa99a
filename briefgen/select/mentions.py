"""Which named states, regions and bodies speak for a group of the topic, and how firmly.

A place name can be a mere venue ("at the forum in Doha"), a position ("off Somalia") or a comparison
("not only in Gaza"): such a passing mention must not draw a document into a topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.expressions import either
from briefgen.model import Document, Name
from briefgen.select.terms import TermHit
from briefgen.topic import Group

NAMED, PASSING, ALSO = 1.0, 0.4, 0.3
_Key = tuple[str, bool]
"""Key of the gazetteer, and whether it is a region's: some regions share theirs with a body ("eu")."""
_LISTED = r"(?:(?:the )?[^\W\d_][\w.’'-]*,? (?:and |or )?){0,3}"
_BEFORE = 90  # characters before a name in which its preposition, cue or occasion must stand
_OFF = re.compile(rf"\b(?:off|coasts? of|waters of) {_LISTED}(?:the )?$")
_POSITION = re.compile(rf"\b(?:off|near|outside|coasts? of|waters of) {_LISTED}(?:the )?$")
# From the occasion to its place no preposition may open another matter: "talks on the war in Ukraine".
_BETWEEN = r"(?: (?!(?:on|about|over|for|to|with|against|amid|after|in|at)\b)[\w'’-]{1,30}){0,7}"


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.topics.passing())}) {_LISTED}(?:the )?$", re.IGNORECASE)


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{either(lexicon.topics.venues())}){_BETWEEN} (?:in|at) {_LISTED}(?:the )?$", re.IGNORECASE
    )


class _Wanted(NamedTuple):
    """What a key of the gazetteer says for one group."""

    group: int
    label: str
    weight: float = NAMED
    """Less than NAMED when it counts only beside other names or words of the group."""


class WantedNames:
    """The names that satisfy a topic's groups."""

    def __init__(self, groups: Sequence[Group], *, free: bool = False) -> None:
        """With `free` words a region speaks for itself; states that lie in it count only beside it, and
        those that also reach into it (the United States, the Arctic) only where it is a main matter."""
        self._wanted: dict[_Key, list[_Wanted]] = {}
        for index, group in enumerate(groups):
            found = _keys(group.names, group.regions)
            also = _keys(group.also, group.also)
            home = _at_home(group.regions)
            for key, label in {**also, **found}.items():
                loose = PASSING if key[0] in home else ALSO
                weight = ALSO if key not in found else loose if free and label else NAMED
                self._wanted.setdefault(key, []).append(_Wanted(index, label, weight))

    def weights(self) -> Mapping[_Key, tuple[tuple[int, float], ...]]:
        """By key of the gazetteer, and whether it is a region's: the groups that it speaks for, with how
        firmly."""
        return {key: tuple((one.group, one.weight) for one in found) for key, found in self._wanted.items()}

    def find(
        self, document: Document, name: Name, start: int, *, headline: bool = False
    ) -> Iterator[TermHit]:
        """What one name in a sentence that begins at `start` says for each group.

        In a headline "off Norway" is no passing mention of Norway: the event there is the story.
        """
        key = name.key
        if headline and name.kind == "unconfirmed" and (known := gazetteer.lookup(name.canonical)):
            key = known.key  # a headline is too short to tell a place from a person
        wanted = self._wanted.get((key, name.kind == "region"))
        if not wanted:
            return
        before = document.source.text[max(start, name.span.start - _BEFORE) : name.span.start]
        shown = " ".join(document.text(name.span).split())
        for one in wanted:
            at_sea = headline and not one.label and bool(_OFF.search(before))
            passing = not at_sea and is_passing(before, name, member=bool(one.label))
            weight = one.weight if not passing else PASSING if one.weight == NAMED else ALSO
            yield TermHit(one.group, weight, shown, named=True, label=one.label)


def is_passing(before: str, name: Name, *, member: bool) -> bool:
    """Whether the words before a name make it a venue, a comparison or a position: off its coast, and
    for a member of what is asked for also near it."""
    if name.adjective:
        return False
    before = " ".join(before.split()) + " "
    if _passing().search(before) or (name.kind != "region" and _venue().search(before)):
        return True
    return bool((_POSITION if member else _OFF).search(before))


@cache
def keys_of_actor(actor: str) -> frozenset[_Key]:
    """What names an actor: itself, the capitals and organs that act for it, the regions it lies in."""
    found = {(key, False) for key in (actor, *_organs().get(actor, ()))}
    return frozenset(found | {(region, True) for region in _regions_around(actor)})


def _regions_around(key: str) -> Iterator[str]:
    """The regions a state or organisation lies in, innermost first."""
    inner = [row.regions for row in lexicon.names.states() if row.code == key]
    inner += [row.regions for row in lexicon.names.organisations() if row.key == key]
    parents = {row.key: row.parents for row in lexicon.names.regions()}
    left = [region for regions in inner for region in regions]
    for region in left:
        yield region
        left += [parent for parent in parents.get(region, ()) if parent not in left]


def _at_home(regions: Sequence[str]) -> frozenset[str]:
    """The states that lie in some regions first of all; a state's first region is the one it lies in."""
    inside = {inner for region in regions for inner in (region, *gazetteer.sub_regions(region))}
    return frozenset(row.code for row in lexicon.names.states() if inside.intersection(row.regions[:1]))


def _keys(names: Sequence[str], regions: Sequence[str]) -> dict[_Key, str]:
    """What names and regions stand for, with a label, or "" for what was asked for itself."""
    found: dict[_Key, str] = {}
    for name in names:
        found |= {(name, False): "", (name, True): ""}
        found |= {(organ, False): "" for organ in _organs().get(name, ())}
    for region in regions:
        label = gazetteer.canonical(region)
        for inner in gazetteer.sub_regions(region):
            found.setdefault((inner, True), "")
        for member in gazetteer.region_members(region):
            for key in (member, *_organs().get(member, ())):
                found.setdefault((key, False), label)
    return found


@cache
def _organs() -> Mapping[str, tuple[str, ...]]:
    """Key of a state or organisation to the keys of the capitals and organs that act for it."""
    found: dict[str, dict[str, None]] = {}
    for entry in gazetteer.forms().values():
        if entry.acts_for:
            found.setdefault(entry.acts_for, {})[entry.key] = None
    return MappingProxyType({key: tuple(keys) for key, keys in found.items()})
