"""Which documents may have one origin: tf-idf cosine, computed only where sentences or rare words are shared.

Word shingles (Broder 1997) miss a rewrite: the two versions of an interview measured a Jaccard of
.05 to .16 and a stemmed tf-idf cosine of .67 to .72, unrelated documents on the topic .32 or less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter

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

Pair = tuple[int, int]
Row = Sequence[Hashable]


def candidate_pairs(traces: Sequence[Trace]) -> list[Pair]:
    """The pairs of documents that may have one origin, by their places, each once, the likest first.

    First come notices that share sentences: of few words three long sentences can not be asked for, nor heavy
    terms. A digest of other news that holds a notice is longer, and no copy of it. Then documents that share
    long sentences (copies), then those that share the terms which are heavy in either (rewrites).
    """
    weights = _Weights(traces)
    found = dict.fromkeys(_sharing([t.phrases for t in traces], _FEW_SENTENCES))
    rewrites = _sharing(weights.heaviest, _SHARED)
    for pairs in (_sharing([t.sentences for t in traces], _SENTENCES), rewrites):
        found.update(dict.fromkeys(weights.likest(pair for pair in pairs if pair not in found)))
    return list(found)


class _Weights:
    """The terms of some documents, weighed by how rare they are among these.

    Only the weights of the one that is compared are kept: those of five thousand would take 100 MB.
    """

    def __init__(self, traces: Sequence[Trace]) -> None:
        self._traces = [trace if trace.length >= _SHORTEST else Trace() for trace in traces]
        held = Counter(chain.from_iterable(chain.from_iterable(map(_terms, self._traces))))
        self._rarity = {term: math.log((1 + len(traces)) / (1 + n)) + 1 for term, n in held.items()}
        self.heaviest: list[list[str]] = []
        """For each document its heaviest terms, by which others are found."""
        self._lengths: list[float] = []
        for i in range(len(traces)):
            weights = self._weighed(i)
            self.heaviest.append(_heaviest(weights))
            self._lengths.append(math.sqrt(sum([weight * weight for weight in weights.values()])))

    def likest(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Those that are like each other, the likest first; the pairs are in order."""
        scored: list[tuple[float, int, int]] = []
        for i, beside in groupby(pairs, key=itemgetter(0)):
            weights = self._weighed(i)
            for _, j in beside:
                lengths = self._lengths[i] * self._lengths[j] or 1.0
                scored.append((-round(self._product(weights, j) / lengths, 4), i, j))
        return [(i, j) for score, i, j in sorted(scored) if -score >= LIKE]

    def _weighed(self, document: int) -> dict[str, float]:
        """Term to weight."""
        rarity, found = self._rarity, dict[str, float]()
        for times, terms in self._traces[document].counted():
            often = 1 + math.log(times)
            found.update(zip(terms, [often * rarity[term] for term in terms], strict=True))
        return found

    def _product(self, weights: Mapping[str, float], document: int) -> float:
        """Of these weights with those of a document."""
        rarity, found = self._rarity, 0.0
        for times, terms in self._traces[document].counted():
            often = 1 + math.log(times)
            found += often * sum([weights[term] * rarity[term] for term in terms if term in weights])
        return found


def _heaviest(weights: Mapping[str, float]) -> list[str]:
    least = min(sorted(weights.values(), reverse=True)[:_RARE_TERMS], default=0)
    heavy = (term for term, weight in weights.items() if weight >= least)
    return sorted(heavy, key=lambda term: (-weights[term], term))[:_RARE_TERMS]


def _terms(trace: Trace) -> Iterator[list[str]]:
    return (terms for _, terms in trace.counted())


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
