"""Which days of an archive matter, and which sentences tell what happened on one.

Of a day that mattered many documents tell, and on many days: what was news only on the day itself is seldom
in a chronology. Both are counted, not the mentions, of which one long document may hold dozens. The sentences
of a day are chosen as one extract whose words come nearest to those of all that is told of the day (MEAD's
centroid, Radev and others 2004); words count alike, not by their rarity, as what happened on a day is what
all its texts say.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

Stems = frozenset[str]

AGAIN = 0.5
"""Share of common stems, of all that two sentences have, from which the second says nothing new."""


class DayMention(NamedTuple):
    """That a document dates something to a day."""

    day: date
    source: str
    """`Source.id`."""
    published: date | None
    """Day of publication; None where it is not known."""


def weights(mentions: Iterable[DayMention]) -> Mapping[date, float]:
    """How much each day matters: the logarithm of the documents that tell of it, and of the other days on
    which these were published. Linear in the mentions."""
    sources: dict[date, set[str]] = defaultdict(set)
    told_on: dict[date, set[date]] = defaultdict(set)
    for one in mentions:
        sources[one.day].add(one.source)
        if one.published is not None and one.published != one.day:
            told_on[one.day].add(one.published)
    return {day: math.log1p(len(found)) + math.log1p(len(told_on[day])) for day, found in sources.items()}


def foremost(mentions: Iterable[DayMention], most: int) -> tuple[date, ...]:
    """The days that matter most, of two that do alike the earlier one."""
    found = weights(mentions)
    return tuple(sorted(found, key=lambda day: (-found[day], day))[:most])


def extract(told: Sequence[Stems], eligible: Iterable[int], most: int) -> tuple[int, ...]:
    """The sentences of a day, by their number, that together come nearest to all of them; none twice.

    `told`: the stems of each sentence; `eligible`: the numbers of those that may be chosen, of two that come
    alike near the first. One at a time, the one with which the extract comes nearest.
    """
    centre = summed(told)
    near = {at: inner(centre, told[at]) for at in eligible if told[at]}
    chosen: list[int] = []
    extracted: dict[str, float] = {}
    common, squared = 0.0, 0.0
    while near and len(chosen) < most:
        lengths = {at: squared + 2 * inner(extracted, told[at]) + 1 for at in near}
        best = max(near, key=lambda at: (common + near[at]) / math.sqrt(lengths[at]))
        common, squared = common + near.pop(best), lengths[best]
        add(extracted, told[best])
        chosen.append(best)
        near = {at: value for at, value in near.items() if not again(told[at], told[best])}
    return tuple(chosen)


def summed(told: Iterable[Stems]) -> Mapping[str, float]:
    """The sum of the sentences, each of length 1."""
    centre: dict[str, float] = {}
    for stems in told:
        add(centre, stems)
    return centre


def add(total: dict[str, float], stems: Stems) -> None:
    """Add a sentence of length 1."""
    for stem in stems:
        total[stem] = total.get(stem, 0.0) + 1 / math.sqrt(len(stems))


def inner(total: Mapping[str, float], stems: Stems) -> float:
    """The inner product of a sum with a sentence of length 1."""
    return math.fsum(total[stem] for stem in stems if stem in total) / math.sqrt(len(stems))


def again(one: Stems, other: Stems) -> bool:
    """Whether a sentence says most of what another one does."""
    return len(one & other) >= AGAIN * len(one | other)
