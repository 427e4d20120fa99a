"""Groups of documents of one origin, and which of a group is nearest to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from briefgen.link.candidates import Pair, candidate_pairs
from briefgen.link.relation import are_kin, kinship, lead
from briefgen.link.tracing import Trace
from briefgen.link.version import Version
from briefgen.model import Document, Kinship

# Documents that were compared in full with a document and found to be none of its kin. A pair of which both
# have so many is not compared: pairs come likest first, so what follows is less like still, and a folder of
# reports written to one form would else cost the square of its size.
_REFUSALS = 12
_KEPT = 2_000  # documents of which what is compared is kept, some 80 kB each; hardly a text has more versions

Versions = Callable[[int], Version]
"""A document, by its place among all, as it is compared."""


def kinships(traces: Mapping[str, Trace], document: Callable[[str], Document]) -> tuple[Kinship, ...]:
    """For every document where it stands, in the order of `traces`.

    `traces` has the trace of each document under its `Source.id`, in reading order; `document` gives a
    document by that, and is asked only for those that may have a relative here.
    """
    ids = tuple(traces)
    found: dict[str, Kinship] = {}
    for pairs in _components(candidate_pairs(tuple(traces.values()))):
        versions = lru_cache(maxsize=_KEPT)(lambda i: Version(document(ids[i])))
        for one in _kinships(versions, _joined(versions, pairs)):
            found[one.source] = one
    return tuple(found.get(one) or Kinship(one, one, "original") for one in ids)


def _components(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs that hang together, in their order: what is worked out of some is dropped before the next."""
    all_of = _Groups()
    for i, j in pairs:
        all_of.join(i, j)
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[all_of.head(pair[0])].append(pair)
    yield from found.values()


def _joined(versions: Versions, pairs: Iterable[Pair]) -> list[list[int]]:
    """Documents that are kin, of two and more.

    A pair inside one group is not looked at again: two hundred copies of one text are two hundred
    comparisons, not twenty thousand.
    """
    groups, refused = _Groups(), Counter[int]()
    for i, j in pairs:
        if min(refused[i], refused[j]) >= _REFUSALS or groups.head(i) == groups.head(j):
            continue
        if are_kin(versions(i), versions(j)):
            groups.join(i, j)
        else:
            refused.update((i, j))
    return groups.members()


class _Groups:
    """Groups that grow: union-find (Tarjan 1975)."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, i: int, j: int) -> None:
        """Puts the groups of two together."""
        low, high = sorted((self.head(i), self.head(j)))
        self._above[low] = low
        self._above[high] = low

    def members(self) -> list[list[int]]:
        """The members of each group that was put together, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for i in sorted(self._above):
            found[self.head(i)].append(i)
        return list(found.values())

    def head(self, i: int) -> int:
        """The least of the group of one."""
        above = self._above
        while above.get(i, i) != i:
            above[i] = above[above[i]]
            i = above[i]
        return i


def _kinships(versions: Versions, groups: list[list[int]]) -> Iterator[Kinship]:
    """For every document that was made from another one, how."""
    while groups:
        group = groups.pop()
        origin = _origin(versions, group)
        rest = []
        for i in (i for i in group if i != origin):
            if len(group) == 2 or are_kin(versions(origin), versions(i)):
                yield kinship(versions(origin), versions(i))
            else:
                rest.append(i)
        # Those that hang together with the origin over another document only are a group of their own.
        groups += [rest] if len(rest) > 1 else []


def _origin(versions: Versions, group: Sequence[int]) -> int:
    """The document that the others were made from: for which most speaks, then the first in reading order."""
    best = group[0]
    for i in group[1:]:
        if lead(versions(best), versions(i)) < 0:
            best = i
    return best
