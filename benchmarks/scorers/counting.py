"""What the scorers count with: shares, F1, characters in common, names that are the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

Letters = frozenset[int]
"""Offsets of the letters and digits of a stretch: blanks and marks at its edges do not count."""


def letters(text: str, places: Iterable[tuple[int, int]]) -> Letters:
    """The letters of some places of a text."""
    return frozenset(i for start, end in places for i in range(start, end) if text[i].isalnum())


def shared(one: Letters, other: Letters) -> float:
    """Letters in common, as a share of the longer stretch."""
    longer = max(len(one), len(other))
    return len(one & other) / longer if longer else 0.0


def inside(one: Letters, others: Iterable[Letters]) -> float:
    """The largest share of `one` that lies in one of the others."""
    return max((len(one & other) / len(one) for other in others), default=0.0) if one else 0.0


def matched(found: Sequence[Letters], gold: Sequence[Letters], least: float) -> dict[int, int]:
    """Index of gold to index of found, one to one, the pairs with most in common first."""
    pairs = [(shared(f, g), j, i) for i, f in enumerate(found) for j, g in enumerate(gold)]
    taken: dict[int, int] = {}
    for score, j, i in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score >= least and j not in taken and i not in taken.values():
            taken[j] = i
    return taken


def share(part: int, whole: int) -> float:
    """Points of 100; nothing of nothing is 0, so that a figure never stands on no case."""
    return 100 * part / whole if whole else 0.0


def f1(right: int, found: int, expected: int) -> float:
    """F1 in points."""
    return share(2 * right, found + expected)


def folded(name: str) -> str:
    """A name without case, article and the form of its apostrophes."""
    return re.sub(r"^(?:the|an?) ", "", " ".join(name.split()).replace("’", "'").casefold())


def is_one_of(name: str, accepted: str) -> bool:
    """Whether a name is one of those between ` / `."""
    return folded(name) in alternatives(accepted)


def alternatives(accepted: str) -> Collection[str]:
    """The names between ` / `, folded."""
    return {folded(one) for one in accepted.split(" / ")}
