"""Orders sentences so that the first few tell most of what all of them say, without repeating it.

Greedy centroid: always the sentence that brings the chosen ones nearest to the mean of all. Radev et
al., "Centroid-based summarization of multiple documents" (2004); Rossiello et al. (2017).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from briefgen.english.words import Words, content, stems

REPEATS = 0.45
"""Share of words in common (Jaccard) from which a sentence only repeats one chosen before."""
CONSIDERED = 150  # sentences nearest to the mean that are tried; more cost time and change nothing

Vector = Mapping[str, float]


def central(texts: Sequence[str], room: int, prior: Sequence[float] = ()) -> tuple[int, ...]:
    """Indices of texts in the order of choice, as many as `room` words hold; repetitions are left out.

    `prior`: a factor for each text, such as its score for the topic; 1 for all when absent.
    """
    choice = _Choice([stems(text) for text in texts], prior or [1.0] * len(texts))
    left = choice.nearest()
    lengths = [len(text.split()) for text in texts]
    while left := [i for i in left if lengths[i] <= room]:
        best = max(left, key=choice.gain)
        left.remove(best)
        if choice.take(best):
            room -= lengths[best]
    return tuple(choice.chosen)


class _Choice:
    """The sentences, their mean, and the sum of those chosen so far."""

    def __init__(self, stemmed: Sequence[Words], prior: Sequence[float]) -> None:
        self._sets = [frozenset(s) for s in stemmed]
        self._vectors = _vectors(stemmed)
        self._prior = prior
        mean: Counter[str] = Counter()
        for vector in self._vectors:
            mean.update(vector)
        length = math.sqrt(math.fsum(v * v for v in mean.values())) or 1.0
        self._near = [math.fsum(w * mean[k] for k, w in v.items()) / length for v in self._vectors]
        self._sum: dict[str, float] = {}
        self._along = self._square = 0.0
        self.chosen: list[int] = []

    def nearest(self) -> list[int]:
        """Indices in order of nearness to the mean."""
        near = [n * p for n, p in zip(self._near, self._prior, strict=True)]
        order = sorted(range(len(near)), key=lambda i: (-near[i], i))
        return [i for i in order if near[i] > 0][:CONSIDERED]

    def gain(self, index: int) -> float:
        """Cosine of the chosen sentences and this one with the mean, times its prior."""
        cross = math.fsum(w * self._sum.get(k, 0.0) for k, w in self._vectors[index].items())
        square = self._square + 2 * cross + 1.0
        return (self._along + self._near[index]) / math.sqrt(square) * self._prior[index]

    def take(self, index: int) -> bool:
        """Adds a sentence unless it repeats one that was chosen."""
        words = self._sets[index]
        if any(len(words & self._sets[c]) >= REPEATS * len(words | self._sets[c]) for c in self.chosen):
            return False
        cross = math.fsum(w * self._sum.get(k, 0.0) for k, w in self._vectors[index].items())
        self._square += 2 * cross + 1.0
        self._along += self._near[index]
        for word, weight in self._vectors[index].items():
            self._sum[word] = self._sum.get(word, 0.0) + weight
        self.chosen.append(index)
        return True


def _vectors(stemmed: Sequence[Words]) -> list[Vector]:
    """Unit tf-idf vectors; smoothed idf as in Salton and Buckley (1988), one more in all counts."""
    counts = [Counter(content(s)) for s in stemmed]
    found = Counter(word for count in counts for word in count)
    idf = {w: math.log((1 + len(stemmed)) / (1 + n)) + 1 for w, n in found.items()}
    vectors: list[Vector] = []
    for count in counts:
        weights = {w: n * idf[w] for w, n in count.items()}
        length = math.sqrt(math.fsum(v * v for v in weights.values())) or 1.0
        vectors.append({w: v / length for w, v in weights.items()})
    return vectors
