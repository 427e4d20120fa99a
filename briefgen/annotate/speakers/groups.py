"""Those who are named together, for "they" and "both": "Norway and Iceland said ... They added ..."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.coordination import coordinated

_PLACES = frozenset({"subject", "subject of speech"})
_AHEAD = 2  # paragraphs within which "both" must follow


def together(scene: Scene, ref: Ref) -> list[Ref]:
    """All members of the list that a mention stands in, itself included."""
    passage = scene.passages[ref.passage]
    first = scene.first_ref[ref.passage]
    return [scene.refs[first + i] for i in coordinated(passage.tokens, passage.mentions, ref.index - first)]


def groups(scene: Scene, of_ref: Mapping[int, int]) -> Iterator[tuple[Ref, Sequence[Ref]]]:
    """The last member of every list of names that is a subject, and all its members."""
    for ref in scene.refs:
        if ref.place in _PLACES and ref.mention.kind == "name" and ref.index in of_ref:
            members = together(scene, ref)
            named = len({of_ref.get(member.index) for member in members}) == len(members) > 1
            if named and all(member.index in of_ref for member in members) and members[-1] is ref:
                yield ref, members


def both(scene: Scene, ref: Ref, known: Sequence[int]) -> int | None:
    """The last member of the pair named last before "both" or "the two"; `known` are the last members of all
    groups, in order."""
    if ref.words not in (("both",), ("the", "two"), ("the", "pair"), ("the", "duo")):
        return None
    at = bisect_left(known, ref.index) - 1
    near = at >= 0 and ref.passage - scene.refs[known[at]].passage <= _AHEAD
    return known[at] if near else None
