"""Which documents may have one origin: tf-idf cosine, computed only where sentences or rare words are shared.

Word shingles (Broder 1997) miss a rewrite: the two versions of an interview measured a Jaccard of
.05 to .16 and a stemmed tf-idf cosine of .67 to .72, unrelated documents on the topic .32 or less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from briefgen.link.tracing import Trace

LIKE = 0.45
"""Cosine from which two documents are looked at more closely; independent reports of one event reach .6."""
_RARE_TERMS = 25  # of each document: its heaviest terms, by which others are found
_SHARED = 4  # of them two documents must have in common; rewrites measured 12 and more
_SHORTEST = 30  # terms; less says too little to be called a copy of anything
# Holders of one term that are all paired with each other. More are copies, or the term says nothing: each is
# then paired with the one before it and with the first. That hangs copies together and keeps a folder linear.
_HOLDERS = 60
_SENTENCES = 3  # whole sentences in equal words that two documents must have in common
_FEW_SENTENCES = 2  # the same for two notices
_KEPT = 512  # documents whose weights are kept: those of pairs beside each other are

Pair = tuple[int, int]
Row = Sequence[Hashable]
Vector = tuple[Mapping[str, float], float]
"""Weights, and the length of the vector that they are."""


def candidate_pairs(traces: Sequence[Trace]) -> list[Pair]:
    """The pairs of documents that may have one origin, by their places, each once, the likest first.

    First come notices that share sentences: of few words three long sentences can not be asked for, nor heavy
    terms. A digest of other news that holds a notice is longer, and no copy of it. Then documents that share
    long sentences (copies), then those that share the terms which are heavy in either (rewrites).
    """
    weights = _Weights(traces)
    found = dict.fromkeys(_sharing([t.phrases for t in traces], _FEW_SENTENCES))
    rewrites = _sharing([weights.heaviest(i) for i in range(len(traces))], _SHARED)
    for pairs in (_sharing([t.sentences for t in traces], _SENTENCES), rewrites):
        found.update(dict.fromkeys(weights.likest(pair for pair in pairs if pair not in found)))
    return list(found)


class _Weights:
    """The terms of some documents, weighed by how rare they are among these."""

    def __init__(self, traces: Sequence[Trace]) -> None:
        self._traces = [trace if trace.length >= _SHORTEST else Trace() for trace in traces]
        held = Counter(chain.from_iterable(chain.from_iterable(map(_terms, self._traces))))
        self._rarity = {term: math.log((1 + len(traces)) / (1 + n)) + 1 for term, n in held.items()}
        self._of = lru_cache(maxsize=_KEPT)(self._weighed)

    def heaviest(self, document: int) -> list[str]:
        """Its heaviest terms, by which others are found."""
        weights, _ = self._weighed(document)
        least = min(sorted(weights.values(), reverse=True)[:_RARE_TERMS], default=0)
        heavy = (term for term, weight in weights.items() if weight >= least)
        return sorted(heavy, key=lambda term: (-weights[term], term))[:_RARE_TERMS]

    def likest(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Those that are like each other, the likest first."""
        scored = ((-round(_cosine(self._of(i), self._of(j)), 4), i, j) for i, j in pairs)
        return [(i, j) for _, i, j in sorted(one for one in scored if -one[0] >= LIKE)]

    def _weighed(self, document: int) -> Vector:
        """Term to weight."""
        rarity, found = self._rarity, dict[str, float]()
        for times, terms in self._traces[document].counted():
            weights: Iterable[float] = map(rarity.__getitem__, terms)
            if times > 1:
                often = 1 + math.log(times)
                weights = [often * weight for weight in weights]
            found.update(zip(terms, weights, strict=True))
        return found, math.sqrt(sum([weight * weight for weight in found.values()]))


def _terms(trace: Trace) -> Iterator[list[str]]:
    return (terms for _, terms in trace.counted())


def _cosine(one: Vector, other: Vector) -> float:
    (left, length), (right, width) = sorted((one, other), key=lambda vector: len(vector[0]))
    shared = sum([weight * right[term] for term, weight in left.items() if term in right])
    return shared / (length * width) if shared else 0.0


def _sharing(rows: Sequence[Row], enough: int) -> list[Pair]:
    """Pairs of rows that have enough in common. A row has nothing twice."""
    times = Counter(chain.from_iterable(rows))
    holders: dict[Hashable, list[int]] = defaultdict(list)
    found: list[Pair] = []
    for j, row in enumerate(rows):
        shared: Counter[int] = Counter()
        for one in row:
            if times[one] > 1:
                held = holders[one]
                shared.update(held if times[one] <= _HOLDERS else {*held[:1], *held[-1:]})
                held.append(j)
        found += ((i, j) for i, n in shared.items() if n >= enough)
    return sorted(found)
