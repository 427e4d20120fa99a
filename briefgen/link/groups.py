"""Groups of documents of one origin, and which of a group is nearest to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefgen.link.candidates import candidates
from briefgen.link.relation import Relation, are_kin, lead, relate
from briefgen.link.version import Version


def relations(versions: Sequence[Version]) -> tuple[Relation, ...]:
    """For every document that was made from another one, how; in reading order."""
    found: dict[int, Relation] = {}
    groups = _groups(versions)
    while groups:
        group = groups.pop()
        origin = _origin(versions, group)
        others = [i for i in group if i != origin]
        made = others if len(group) == 2 else [i for i in others if are_kin(versions[origin], versions[i])]
        found |= {i: relate(versions[origin], versions[i]) for i in made}
        # Those that hang together with the origin over another document only are a group of their own.
        rest = [i for i in others if i not in made]
        groups += [rest] if len(rest) > 1 else []
    return tuple(found[i] for i in sorted(found))


def _groups(versions: Sequence[Version]) -> list[list[int]]:
    """Documents that hang together, of two and more.

    The likest pairs come first, and a pair inside one group is not looked at again: two hundred
    copies of one text are two hundred comparisons, not twenty thousand.
    """
    group_of = list(range(len(versions)))
    for i, j, _ in sorted(candidates(versions), key=lambda pair: (-pair[2], pair[0], pair[1])):
        if group_of[i] != group_of[j] and are_kin(versions[i], versions[j]):
            old, new = sorted((group_of[i], group_of[j]), reverse=True)
            group_of = [new if g == old else g for g in group_of]
    members: dict[int, list[int]] = defaultdict(list)
    for i, group in enumerate(group_of):
        members[group].append(i)
    return [some for some in members.values() if len(some) > 1]


def _origin(versions: Sequence[Version], group: Sequence[int]) -> int:
    """The document that the others were made from: for which most speaks, then the first in reading order."""
    best = group[0]
    for i in group[1:]:
        if lead(versions[best], versions[i]) < 0:
            best = i
    return best
