"""What the documents on a topic have in common, and how close another text comes to it.

Words weigh by their rarity in general news, a document as a whole by how clearly it is on the topic, so
that a long transcript says no more than a short note. Rocchio's centroid (1971).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from briefgen.english.rarity import rarity
from briefgen.english.words import content

Vector = Mapping[str, float]
"""Weight by stem, of length 1."""
DAMP = 60.0
"""Added to the squared length of a sentence's vector, about two rare words: else a stump of one word of the
topic would come closest of all."""

_NOTHING = 1e-9  # what is left of a squared length when a vector is taken from itself, by rounding


def vector(stems: Iterable[str]) -> Vector:
    """The content words of a document, a word's further uses counting less and less."""
    counts = Counter(content(stems))
    return unit({stem: (1 + math.log(count)) * rarity(stem) for stem, count in counts.items()})


def unit(weights: Mapping[str, float]) -> Vector:
    """The same direction, length 1; empty when all weights are 0."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return MappingProxyType({stem: weight / length for stem, weight in weights.items() if weight})


def summed(vectors: Sequence[Vector], weights: Sequence[float]) -> Mapping[str, float]:
    """The weighted sum of some vectors; `unit` of it is their centroid."""
    total: dict[str, float] = {}
    for one, weight in zip(vectors, weights, strict=True):
        if weight:
            for stem, value in one.items():
                total[stem] = total.get(stem, 0.0) + weight * value
    return MappingProxyType(total)


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The inner product; of two vectors of length 1 the cosine."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many.get(stem, 0.0) for stem, weight in few.items())


def likeness_to_others(vectors: Sequence[Vector], weights: Sequence[float]) -> list[float]:
    """The cosine of each vector with the centroid of all others, 0..1.

    The others' sum is the sum of all less the vector itself, so the cost is linear in their number.
    """
    total = summed(vectors, weights)
    squared = product(total, total)
    found = []
    for one, weight in zip(vectors, weights, strict=True):
        common = product(one, total)
        left = squared - 2 * weight * common + weight * weight
        found.append(max(0.0, (common - weight) / math.sqrt(left)) if left > _NOTHING else 0.0)
    return found


def closeness(to: Vector, stems: Iterable[str]) -> float:
    """How close a sentence comes to a centroid, 0 to about .5: the cosine, damped where it is short."""
    told = {stem: rarity(stem) for stem in content(stems)}
    squared = sum(weight * weight for weight in told.values())
    return sum(weight * to.get(stem, 0.0) for stem, weight in told.items()) / math.sqrt(squared + DAMP)
