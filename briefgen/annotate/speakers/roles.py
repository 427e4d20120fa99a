"""The roles a document gives one person, word for word, mention after mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.tags import Tagged


class Role(NamedTuple):
    """One title or apposition as token range of a passage."""

    passage: int
    first: int
    last: int
    """Last token, included."""


def roles(scene: Scene, refs: Sequence[Ref]) -> list[Role]:
    """All titles and appositions of one person, in the order of the mentions `refs`."""
    return [Role(ref.passage, *found) for ref in refs for found in scene.given(ref)]


def longest(scene: Scene, found: Sequence[Role]) -> Role | None:
    """The role with the most characters; the earliest of equals."""
    return max(
        found,
        key=lambda role: (extent(scene, role)[1] - extent(scene, role)[0], -extent(scene, role)[0]),
        default=None,
    )


def extent(scene: Scene, role: Role) -> tuple[int, int]:
    """Offsets of a role."""
    tokens = scene.passages[role.passage].tokens
    return tokens[role.first].start, tokens[role.last].end


def tokens_of(scene: Scene, role: Role) -> Sequence[Tagged]:
    """Its words and marks."""
    return scene.passages[role.passage].tokens[role.first : role.last + 1]


def words(scene: Scene, role: Role) -> list[str]:
    """Its words in lower case."""
    return [token.low for token in tokens_of(scene, role)]


def role_nouns(scene: Scene, found: Sequence[Role]) -> Iterator[str]:
    """The words of all roles, in lower case."""
    for role in found:
        yield from words(scene, role)
