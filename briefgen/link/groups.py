"""Groups of documents of one origin, and which of a group is nearest to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from briefgen.link.candidates import Candidates
from briefgen.link.relation import Derivation, are_kin, lead, relate
from briefgen.link.version import Version

# Documents that were compared in full with a document and found to be none of its kin. A pair of which both
# have so many is not compared: pairs come likest first, so what follows is less like still, and a folder of
# reports written to one form would else cost the square of its size.
_REFUSALS = 12


def relations(versions: Sequence[Version]) -> tuple[Derivation, ...]:
    """For every document that was made from another one, how; in reading order."""
    found: dict[int, Derivation] = {}
    groups = _groups(versions)
    while groups:
        group = groups.pop()
        origin = _origin(versions, group)
        rest = []
        for i in (i for i in group if i != origin):
            if len(group) == 2 or are_kin(versions[origin], versions[i]):
                found[i] = relate(versions[origin], versions[i])
            else:
                rest.append(i)
        # Those that hang together with the origin over another document only are a group of their own.
        groups += [rest] if len(rest) > 1 else []
    return tuple(found[i] for i in sorted(found))


def _groups(versions: Sequence[Version]) -> list[list[int]]:
    """Documents that hang together, of two and more.

    A pair inside one group is not looked at again: two hundred copies of one text are two hundred
    comparisons, not twenty thousand.
    """
    candidates, kin = Candidates(versions), _Kin(versions)
    kin.join(candidates.by_notices())
    kin.join(candidates.likest(candidates.by_sentences()))
    kin.join(candidates.likest(pair for pair in candidates.by_terms() if kin.apart(*pair)))
    return kin.groups()


class _Kin:
    """Groups that grow by comparing pairs: union-find (Tarjan 1975)."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._versions = versions
        self._above = list(range(len(versions)))
        self._refused: Counter[int] = Counter()

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Puts the groups of kin together."""
        for i, j in pairs:
            if min(self._refused[i], self._refused[j]) >= _REFUSALS or not self.apart(i, j):
                continue
            if are_kin(self._versions[i], self._versions[j]):
                low, high = sorted((self._head(i), self._head(j)))
                self._above[high] = low
            else:
                self._refused.update((i, j))

    def apart(self, i: int, j: int) -> bool:
        """Whether two documents are in different groups."""
        return self._head(i) != self._head(j)

    def groups(self) -> list[list[int]]:
        """The members of each group of two and more, in order."""
        members: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._above)):
            members[self._head(i)].append(i)
        return [some for some in members.values() if len(some) > 1]

    def _head(self, i: int) -> int:
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i


def _origin(versions: Sequence[Version], group: Sequence[int]) -> int:
    """The document that the others were made from: for which most speaks, then the first in reading order."""
    best = group[0]
    for i in group[1:]:
        if lead(versions[best], versions[i]) < 0:
            best = i
    return best
