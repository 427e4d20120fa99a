"""Which documents may have one origin: tf-idf cosine, computed only where rare words are shared.

Word shingles (Broder 1997) miss a rewrite: the two versions of an interview measured a Jaccard of
.05 to .16 and a stemmed tf-idf cosine of .67 to .72, unrelated documents on the topic .32 or less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefgen.link.version import Version

LIKE = 0.45
"""Cosine from which two documents are looked at more closely; independent reports of one event reach .6."""
_RARE_TERMS = 25  # of each document: its heaviest terms, by which others are found
_SHARED = 4  # of them two documents must have in common; rewrites measured 12 and more
_SHORTEST = 30  # terms; less says too little to be called a copy of anything


def candidates(versions: Sequence[Version]) -> tuple[tuple[int, int, float], ...]:
    """(index, index, cosine) of the pairs that are like each other, in order; near linear in the corpus."""
    weights = _weights(versions)
    heaviest = [_heaviest(w) for w in weights]
    found = ((i, j, _cosine(weights[i], weights[j])) for i, j in _sharing(heaviest))
    return tuple((i, j, round(cosine, 4)) for i, j, cosine in found if cosine >= LIKE)


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


def _sharing(heaviest: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough heavy terms; a term of very many documents finds nobody."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, terms in enumerate(heaviest):
        for term in terms:
            holders[term].append(i)
    most = max(60, len(heaviest) // 5)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= most:
            shared.update(combinations(held, 2))
    return (pair for pair, n in sorted(shared.items()) if n >= _SHARED)


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)
