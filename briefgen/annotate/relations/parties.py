"""The parties among the names of a masked sentence: who can be a side of what is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.annotate.relations.masking import MARK, Masked
from briefgen.english import gazetteer
from briefgen.model import Name

_NO_PARTY = re.compile(
    r"\b(?:in|on|at|off|near|against|despite|outside|inside|across|over|charter of|resolution of) (?:the )?$"
)


def unique(names: tuple[Name, ...], actor: Name | None) -> tuple[Name, ...]:
    """The names without the actor, each key once."""
    seen = {actor.key} if actor else set()
    kept = []
    for name in names:
        if name.key not in seen:
            seen.add(name.key)
            kept.append(name)
    return tuple(kept)


def parties(masked: Masked, adjectives: bool, near: range, barred: Sequence[re.Match[str]]) -> Iterator[Name]:
    """Names that may be a side: no venue, no opponent; adjectives only with "the two countries"."""
    for mark in MARK.finditer(masked.text, near.start, near.stop):
        if any(other.start() <= mark.start() < other.end() for other in barred):
            continue
        allowed = ("", "a") if adjectives else ("",)
        if mark[1] in allowed and (
            adjectives or not _NO_PARTY.search(masked.text, max(mark.start() - 30, 0), mark.start())
        ):
            yield from masked.marked(mark[0])


def speaks_for(name: Name) -> str:
    """The state or organisation for which an organ speaks; itself for others."""
    return gazetteer.speaks_for(name.canonical, name.key)


def domestic(side: Name, actor: Name | None) -> bool:
    """An organ of the actor's own state, or one without an actor ("joined the administration")."""
    organ = speaks_for(side) != side.key
    return organ and (actor is None or speaks_for(actor) == speaks_for(side))
