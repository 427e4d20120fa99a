"""Names of the features of the fitted models, declared once and joined to the rows of the weight tables.

A model's vocabulary stands beside it. What finds features takes their names from there, the scripts that
fit weights keep to it, and a test holds every row of a weight table against it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import product

OUTSIDE = ""
"""The name of what the vocabulary does not hold; it never has a weight."""


class Names(dict[Hashable, str]):
    """The names of one pattern: `Names("{} {}", KINDS, PLACES)["name", "subject"]` is "name subject".

    Every place of the pattern has a closed set of values. All names are made on import, because looking
    one up takes half as long as making it.
    """

    def __init__(self, pattern: str, *values: Iterable[str | int]) -> None:
        rows = [(row[0] if len(row) == 1 else row, pattern.format(*row)) for row in product(*values)]
        super().__init__(rows)

    def __missing__(self, key: Hashable) -> str:
        return OUTSIDE


def vocabulary(*parts: Names | Iterable[str]) -> frozenset[str]:
    """All names of a model; a part is a set of names or the names of one pattern."""
    found: set[str] = set()
    for part in parts:
        found.update(part.values() if isinstance(part, Names) else part)
    return frozenset(found)
