"""Which documents may have one origin: tf-idf cosine, computed only where rare words are shared.

Word shingles (Broder 1997) miss a rewrite: the two versions of an interview measured a Jaccard of
.05 to .16 and a stemmed tf-idf cosine of .67 to .72, unrelated documents on the topic .32 or less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from briefgen.link.version import Version

LIKE = 0.45
"""Cosine from which two documents are looked at more closely; independent reports of one event reach .6."""
_RARE_TERMS = 25  # of each document: its heaviest terms, by which others are found
_SHARED = 4  # of them two documents must have in common; rewrites measured 12 and more
_SHORTEST = 30  # terms; less says too little to be called a copy of anything
# Holders of one term that are all paired with each other. More are copies, or the term says nothing: each is
# then paired with the one before it and with the first. That hangs copies together and keeps a folder linear.
_HOLDERS = 60
_SENTENCES = 3  # whole sentences in equal words that two documents must have in common
_SENTENCE = 40  # characters; shorter ones are captions and formulas

_FEW_SENTENCES, _PHRASE = 2, 25  # the same for a notice, and the characters of a sentence of it
_NOTICE = 50  # terms; longer texts have enough to be found by


class Candidates:
    """The pairs of documents that may have one origin, with how much they are like each other."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._versions = versions
        self._weights = _weights(versions)

    def by_sentences(self) -> list[tuple[int, int]]:
        """Pairs that share whole sentences: copies."""
        rows = ({text for text in v.texts if len(text) >= _SENTENCE} for v in self._versions)
        return _sharing(rows, _SENTENCES)

    def by_notices(self) -> list[tuple[int, int]]:
        """Pairs of short texts that share some sentences: of few words three long sentences can not be asked
        for, nor heavy terms. A digest of other news that holds one is longer, and no copy of it."""
        rows = ({text for text in v.texts if len(text) >= _PHRASE} for v in self._versions)
        pairs = _sharing(rows, _FEW_SENTENCES)
        lengths = [len(v.terms) for v in self._versions]
        return [(i, j) for i, j in pairs if max(lengths[i], lengths[j]) < _NOTICE]

    def by_terms(self) -> list[tuple[int, int]]:
        """Pairs that share the terms which are heavy in either: rewrites."""
        return _sharing((_heaviest(weights) for weights in self._weights), _SHARED)

    def likest(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those that are like each other, the likest first."""
        scored = ((-round(_cosine(self._weights[i], self._weights[j]), 4), i, j) for i, j in pairs)
        return [(i, j) for score, i, j in sorted(scored) if -score >= LIKE]


def _weights(versions: Sequence[Version]) -> list[dict[str, float]]:
    counts = [Counter(v.terms) if len(v.terms) >= _SHORTEST else Counter[str]() for v in versions]
    held = Counter(term for count in counts for term in count)
    return [_unit(count, held, len(versions)) for count in counts]


def _heaviest(weights: dict[str, float]) -> list[str]:
    return sorted(weights, key=lambda term: (-weights[term], term))[:_RARE_TERMS]


def _unit(count: Counter[str], held: Counter[str], documents: int) -> dict[str, float]:
    raw = {t: (1 + math.log(n)) * (math.log((1 + documents) / (1 + held[t])) + 1) for t, n in count.items()}
    length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}


def _sharing(rows: Iterable[Iterable[Hashable]], enough: int) -> list[tuple[int, int]]:
    """Pairs of rows that have enough in common."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for one in row:
            holders[one].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        shared.update(_paired(held))
    return sorted(pair for pair, n in shared.items() if n >= enough)


def _paired(held: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(held) <= _HOLDERS:
        return combinations(held, 2)
    return iter({*pairwise(held), *((held[0], other) for other in held[1:])})


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum([weight * right[term] for term, weight in left.items() if term in right])
