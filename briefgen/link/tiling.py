"""Which words of two versions of a statement belong together: greedy string tiling.

Wise, "String similarity via greedy string tiling and running Karp-Rabin matching" (1993): longest
common run first, each word used once. Unlike a diff it follows words that were moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefgen.link.keyed import KeyedWord

_PREFIX = 5  # letters that two forms of one word share when stemming did not join them
Cell = tuple[int, int]


class Tiling(NamedTuple):
    """The words that match, both ways, by index."""

    forward: dict[int, int]
    """Original to derived."""
    backward: dict[int, int]


def tile(left: Sequence[KeyedWord], right: Sequence[KeyedWord]) -> Tiling:
    """Matches the words of two versions of one statement."""
    if any(token.content for token in left) and [t.key for t in left] == [t.key for t in right]:
        straight = {k: k for k in range(len(left))}
        return Tiling(straight, straight)
    forward: dict[int, int] = {}
    backward: dict[int, int] = {}
    cells = _equal(left, right)
    while run := _longest(cells, left, right):
        for i, j in run:
            forward[i], backward[j] = j, i
        used_left, used_right = {i for i, _ in run}, {j for _, j in run}
        cells = {c for c in cells if c[0] not in used_left and c[1] not in used_right}
    for i, j in _similar(left, right, forward, backward):
        forward[i], backward[j] = j, i
    return Tiling(forward, backward)


def _equal(left: Sequence[KeyedWord], right: Sequence[KeyedWord]) -> set[Cell]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, token in enumerate(right):
        places[token.key].append(j)
    return {(i, j) for i, token in enumerate(left) for j in places.get(token.key, ())}


def _longest(cells: set[Cell], left: Sequence[KeyedWord], right: Sequence[KeyedWord]) -> list[Cell]:
    """The longest run of equal words; among equals the one that moved least, then the first.

    A single word without meaning of its own is no match: "the" is everywhere.
    """
    best: tuple[int, float, int, int] = (0, 0.0, 0, 0)
    for i, j in sorted(cells):
        if (i - 1, j - 1) in cells:
            continue
        size = 1
        while (i + size, j + size) in cells:
            size += 1
        if not any(left[k].content for k in range(i, i + size)):
            continue
        moved = abs(i / len(left) - j / len(right))
        best = max(best, (size, -moved, -i, -j))
    size, _, i, j = best
    return [(k - i, k - j) for k in range(size)]


def _similar(
    left: Sequence[KeyedWord], right: Sequence[KeyedWord], forward: dict[int, int], backward: dict[int, int]
) -> list[Cell]:
    """Free words that begin alike ("region", "regional"), each used once."""
    free = {
        token.key[:_PREFIX]: j
        for j, token in reversed(list(enumerate(right)))
        if j not in backward and _long(token)
    }
    found = []
    for i, token in enumerate(left):
        if i not in forward and _long(token) and token.key[:_PREFIX] in free:
            found.append((i, free.pop(token.key[:_PREFIX])))
    return found


def _long(token: KeyedWord) -> bool:
    return token.content and not token.entity and not token.number and len(token.key) >= _PREFIX
