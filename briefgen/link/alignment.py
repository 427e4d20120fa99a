"""Which sentences of two texts say the same: mutual nearest neighbours in character tf-idf.

Characters rather than words, because a rewrite changes forms and spelling ("interlinked", "link
between") more than it changes letters. Manning, Raghavan, Schütze, Introduction to Information
Retrieval (2008), chapter 6, for tf-idf and cosine.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.link.words import fold

SAME = 0.30
"""Cosine from which mutual nearest neighbours count as one statement (19 of 19 pairs of the gold data)."""
_HELD = 0.45  # real halves of a sentence measured .54 to .71, chance neighbours below .42
_GRAMS = (2, 3, 4)
_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_LONGEST = 4_000  # characters of one sentence that are compared; more is no sentence

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `left` of the first text says what sentence `right` of the second says."""

    left: int
    right: int
    score: float


def _grams(text: str) -> Counter[str]:
    """Character runs of two to four inside each word, its edges marked."""
    found: Counter[str] = Counter()
    for token in _TOKEN.findall(text[:_LONGEST]):
        word = f" {fold(token)} "
        for size in _GRAMS:
            found.update(word[i : i + size] for i in range(max(1, len(word) - size + 1)))
    return found


def _vectors(texts: Sequence[str]) -> list[Vector]:
    counts = [_grams(text) for text in texts]
    held = Counter(gram for count in counts for gram in count)
    known = {gram: math.log((1 + len(texts)) / (1 + n)) + 1 for gram, n in held.items()}
    return [_unit({g: (1 + math.log(n)) * known[g] for g, n in count.items()}) for count in counts]


def _unit(weights: Vector) -> Vector:
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {term: w / length for term, w in weights.items()}


def _similar(left: Sequence[Vector], right: Sequence[Vector]) -> Iterator[tuple[int, dict[int, float]]]:
    """For each vector of `left`, its cosine with every vector of `right` that shares a gram."""
    held: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(right):
        for gram, weight in vector.items():
            held[gram].append((j, weight))
    for i, vector in enumerate(left):
        scores: dict[int, float] = defaultdict(float)
        for gram, weight in vector.items():
            for j, other in held.get(gram, ()):
                scores[j] += weight * other
        yield i, scores


def align(left: Sequence[str], right: Sequence[str]) -> tuple[Match, ...]:
    """Pairs of sentences that say the same, in the order of `right`; a sentence may have two partners."""
    if not left or not right:
        return ()
    vectors = _vectors([*left, *right])
    lefts, rights = vectors[: len(left)], vectors[len(left) :]
    table = dict(_similar(lefts, rights))
    firm = _mutual(table)
    beside = {m.right: m.left for m in firm}
    firm += [Match(i, j, s) for j, i, s in _joined(rights, lefts, beside)]
    beside = {m.left: m.right for m in firm}
    firm += [Match(i, j, s) for i, j, s in _joined(lefts, rights, beside)]
    return tuple(sorted(firm, key=lambda m: (m.right, m.left)))


def _mutual(table: dict[int, dict[int, float]]) -> list[Match]:
    """The pairs in which each is the other's nearest neighbour."""
    columns: dict[int, dict[int, float]] = defaultdict(dict)
    for i, scores in table.items():
        for j, score in scores.items():
            columns[j][i] = score
    nearest = {j: _best(scores) for j, scores in columns.items()}
    found = ((i, _best(scores)) for i, scores in table.items() if scores)
    return [Match(i, j, table[i][j]) for i, j in found if nearest[j] == i and table[i][j] >= SAME]


def _best(scores: dict[int, float]) -> int:
    return min(scores, key=lambda k: (-scores[k], k))


def _joined(
    free: Sequence[Vector], others: Sequence[Vector], partners: dict[int, int]
) -> Iterator[tuple[int, int, float]]:
    """One sentence cut in two: a sentence without a partner joins that of the sentence beside it.

    It must be contained there rather than be like it, as it says only a part.
    """
    for i, vector in enumerate(free):
        beside = {partners[k] for k in (i - 1, i + 1) if k in partners}
        if i in partners or not beside:
            continue
        held = {j: _contained(vector, other) for j, other in enumerate(others)}
        best = _best(held)
        if best in beside and held[best] >= _HELD:
            yield i, best, held[best]


def _contained(part: Vector, whole: Vector) -> float:
    """Share of a unit vector's weight that lies on grams of `whole`."""
    return sum(w * w for gram, w in part.items() if gram in whole)


def in_order(matches: Iterable[Match]) -> int:
    """Length of the longest run of matches whose left sides rise as their right sides do."""
    tails: list[int] = []
    seen: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.right, m.left)):
        if match.right in seen:
            continue
        seen.add(match.right)
        place = bisect_left(tails, match.left + 1)
        tails[place : place + 1] = [match.left]
    return len(tails)
