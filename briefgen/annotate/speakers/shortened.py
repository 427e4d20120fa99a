"""Short descriptions to the fuller ones before them: "the official", "the ministry".

Only where all that is named or described before under that noun is one: of two ministries neither is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.speakers.kinds import noun_of
from briefgen.annotate.speakers.people import People
from briefgen.annotate.speakers.scene import Ref, Scene

_REACH = 4
"""Paragraphs within which "the official" is the one described before."""
_MOST_BEFORE = 400
"""Mentions that are looked at there: paragraphs of more are lists."""
_ARTICLES = frozenset({"a", "an", "the", "one"})
_OF_STATES = lexicon.names.heads_with("state") - {"ministry", "department", "bank"}
"""Bodies that every state has: "the government" may be another's."""


class Bodies:
    """The mentions of bodies by more than their noun, asked for by it."""

    def __init__(self, scene: Scene, people: People) -> None:
        self._by_noun: dict[str, list[Before]] = {}
        for ref in scene.refs:
            index = people.of_ref.get(ref.index)
            if index is not None and not _is_bare(ref) and people.entities[index].kind == "organisation":
                self._enter(ref.index, index, people.entities[index].words)

    def _enter(self, at: int, index: int, words: tuple[str, ...]) -> None:
        for noun in {words[-1], noun_of(words)}:
            met = self._by_noun.setdefault(noun, [])
            meant = _meant(words)
            one = met[-1].one and met[-1].meant == meant if met else True
            met.append(Before(at, index, meant, one))

    def last(self, noun: str, at: int) -> int | None:
        """The body of that noun named before mention `at`; None where none is, or several."""
        met = self._by_noun.get(noun, ())
        before = bisect_left(met, at, key=lambda one: one.at) - 1
        return met[before].entity if before >= 0 and met[before].one else None


class Before(NamedTuple):
    """A mention of a body."""

    at: int
    entity: int
    meant: tuple[str, ...]
    one: bool
    """Whether all so far are of one name."""


def fuller(scene: Scene, people: People, ref: Ref, bodies: Bodies) -> int | None:
    """The entity that "the" and a bare noun stand for; None where none or several may be meant."""
    if len(ref.words) != 2 or ref.words[0] != "the" or not scene.text[ref.end - 1].islower():
        return None
    entity, noun = people.entities[people.of_ref[ref.index]], ref.words[1]
    if entity.named or entity.plural or noun in _OF_STATES:
        return None
    if entity.kind == "organisation":
        return bodies.last(noun, ref.index)
    if entity.kind != "person" or noun not in lexicon.persons.roles():
        return None
    before = list(_persons_before(scene, people, ref, noun))
    return before[-1] if len({_meant(people.entities[i].words) for i in before}) == 1 else None


def _meant(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _ARTICLES)


def _is_bare(ref: Ref) -> bool:
    """Whether a mention has no word but its noun."""
    return len(ref.words) < 2 or (ref.words[0] == "the" and len(ref.words) == 2)


def _persons_before(scene: Scene, people: People, ref: Ref, noun: str) -> Iterator[int]:
    """Persons described near before `ref` with more words than the noun, behind an article "a"."""
    first = scene.first_ref[max(ref.passage - _REACH, 0)]
    for other in scene.refs[max(first, ref.index - _MOST_BEFORE) : ref.index]:
        index = people.of_ref.get(other.index)
        if index is None or _is_bare(other):
            continue
        entity = people.entities[index]
        if not entity.named and other.words[0] in ("a", "an", "one") and noun_of(other.words) == noun:
            yield index
