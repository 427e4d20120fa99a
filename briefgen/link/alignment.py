"""Which sentences of two texts say the same: mutual nearest neighbours in tf-idf over three letters.

Characters rather than words, because a rewrite changes forms and spelling ("interlinked", "link
between") more than it changes letters. Manning, Raghavan, Schütze, Introduction to Information
Retrieval (2008), chapter 6, for tf-idf and cosine.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from briefgen.link.grams import Grams, Profile

SAME = 0.30
"""Cosine from which mutual nearest neighbours count as one statement (19 of 19 pairs of the gold data)."""
_HELD = 0.45  # real halves of a sentence measured .54 to .71, chance neighbours below .42
# In a report of more than 250 sentences a gram that very many of them hold (20 at least) finds no candidates;
# the ten likest by the rarer grams are then compared in full.
_RARE, _WORK, _LIKEST = 20, 60_000, 10
_RIVALS = 200  # sentences that are weighed against one pair; only a form letter has more so like each other
_KEPT = 1_000  # sentences whose weighed grams are kept: some 8 MB
_NEAR = 10  # sentences to either side among which a cut sentence looks for its whole
_WINDOW = 60  # statements looked back for the one before; keeps a long report linear

Vector = dict[str, float]


class Match(NamedTuple):
    """Sentence `left` of the first text says what sentence `right` of the second says."""

    left: int
    right: int
    score: float


def align(left: Profile, right: Profile) -> tuple[Match, ...]:
    """Pairs of sentences that say the same, in the order of `right`; a sentence may have two partners.

    Sentences in equal words are put together first, so that near copies cost what differs in them.
    """
    if left.texts == right.texts:
        return tuple(Match(i, i, 1.0) for i in range(len(left.texts)))
    firm = _equal(left, right)
    firm += _mutual(left, right)
    beside = {m.right: m.left for m in firm}
    firm += [Match(i, j, s) for j, i, s in _joined(_free(right, left, beside), left.grams, beside)]
    beside = {m.left: m.right for m in firm}
    firm += [Match(i, j, s) for i, j, s in _joined(_free(left, right, beside), right.grams, beside)]
    return tuple(sorted(firm, key=lambda m: (m.right, m.left)))


def _equal(left: Profile, right: Profile) -> list[Match]:
    """Sentences in equal words; of a repeated one the first on either side."""
    firsts, seconds = ({t: k for k, t in reversed(tuple(enumerate(p.texts)))} for p in (left, right))
    both = ((i, seconds[text]) for text, i in firsts.items() if text in seconds)
    return [Match(i, j, 1.0) for i, j in both if left.grams[i]]


def _free(own: Profile, other: Profile, partners: Mapping[int, int]) -> dict[int, Vector]:
    return _vectors(own, other, [k for k in range(len(own.texts)) if k not in partners])


def _vectors(own: Profile, other: Profile, wanted: Sequence[int]) -> dict[int, Vector]:
    """Some sentences of a text, weighed by how rare their grams are in both texts."""
    counts = {k: own.grams[k] for k in wanted}
    mine, theirs, rarity = own.held, other.held, _rarity(len(own.texts) + len(other.texts))
    known = {gram: rarity[mine[gram] + theirs.get(gram, 0)] for count in counts.values() for gram in count}
    return {
        k: _unit({g: (1 + math.log(n) if n > 1 else 1) * known[g] for g, n in count.items()})
        for k, count in counts.items()
    }


@lru_cache(maxsize=8)
def _rarity(sentences: int) -> tuple[float, ...]:
    """Weight of a gram by the number of sentences that hold it."""
    return tuple(math.log((1 + sentences) / (1 + n)) + 1 for n in range(sentences + 1))


def _unit(weights: Vector) -> Vector:
    length = math.sqrt(sum([w * w for w in weights.values()])) or 1.0
    return {term: w / length for term, w in weights.items()}


def _similar(
    left: Mapping[int, Vector], right: Mapping[int, Vector]
) -> Iterator[tuple[int, dict[int, float]]]:
    """For each vector of `left`, its cosine with the vectors of `right` that are most like it."""
    held: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in right.items():
        for gram, weight in vector.items():
            held[gram].append((j, weight))
    common = max(_RARE, _WORK // max(1, len(right)))
    for i, vector in left.items():
        scores: dict[int, float] = defaultdict(float)
        for gram, weight in vector.items():
            if len(holders := held.get(gram, ())) <= common:
                for j, other in holders:
                    scores[j] += weight * other
        yield i, scores if len(right) <= common else _exact(vector, right, scores)


def _exact(vector: Vector, right: Mapping[int, Vector], scores: dict[int, float]) -> dict[int, float]:
    """The cosines with the vectors that share most of the rare grams."""
    likest = nsmallest(_LIKEST, scores, key=lambda j: (-scores[j], j))
    return {j: _dot(vector, right[j]) for j in likest}


def _dot(one: Vector, other: Vector) -> float:
    return sum([w * other[gram] for gram, w in one.items() if gram in other])


def _mutual(left: Profile, right: Profile) -> list[Match]:
    """The pairs in which each is the other's nearest neighbour; one in equal words is nearest of all."""
    rows, columns = (_vectors(a, b, _unlike(a, b)) for a, b in ((left, right), (right, left)))
    table = dict(_similar(rows, columns))
    nearest = _nearest(table)
    found = [(i, _best(scores)) for i, scores in table.items() if scores]
    likely = [Match(i, j, table[i][j]) for i, j in found if nearest[j] == i and table[i][j] >= SAME]
    there, here = _Settled(right, left, columns), _Settled(left, right, rows)
    return [
        m
        for m in likely
        if not there.rivals(m.score, rows[m.left]) and not here.rivals(m.score, columns[m.right])
    ]


class _Settled:
    """The sentences of a text that stand in equal words in the other."""

    def __init__(self, own: Profile, other: Profile, unlike: Collection[int]) -> None:
        self._own, self._other = own, other
        self._sentences = [k for k in range(len(own.texts)) if k not in unlike]
        self._known: dict[int, Vector] = {}
        self._held: dict[str, list[int]] = defaultdict(list)
        """Gram to those that hold it."""
        for k in self._sentences:
            for gram in own.grams[k]:
                self._held[gram].append(k)

    def rivals(self, score: float, vector: Vector) -> bool:
        """Whether one of them is more like a vector than `score`.

        A cosine is never above the root of what is contained, which spares weighing most of them. In a long
        report only the first ones that hold so much are weighed.
        """
        contained, least = self._contained(vector), score * score
        near = (k for k in self._sentences if contained.get(k, 0) > least)
        return any(_dot(vector, self._vector(k)) > score for k in islice(near, _RIVALS))

    def _contained(self, vector: Vector) -> dict[int, float]:
        """For each sentence the share of a unit vector's weight that lies on its grams."""
        shares: dict[int, float] = defaultdict(float)
        for gram, weight in vector.items():
            for k in self._held.get(gram, ()):
                shares[k] += weight * weight
        return shares

    def _vector(self, sentence: int) -> Vector:
        if sentence not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known |= _vectors(self._own, self._other, [sentence])
        return self._known[sentence]


def _unlike(own: Profile, other: Profile) -> list[int]:
    """The sentences that the other text has not in equal words."""
    there = frozenset(other.texts)
    return [k for k, text in enumerate(own.texts) if text not in there]


def _nearest(table: Mapping[int, dict[int, float]]) -> dict[int, int]:
    """For each column the row that is most like it."""
    columns: dict[int, dict[int, float]] = defaultdict(dict)
    for i, scores in table.items():
        for j, score in scores.items():
            columns[j][i] = score
    return {j: _best(scores) for j, scores in columns.items()}


def _best(scores: dict[int, float]) -> int:
    return min(scores, key=lambda k: (-scores[k], k))


def _joined(
    free: Mapping[int, Vector], others: Sequence[Grams], partners: dict[int, int]
) -> Iterator[tuple[int, int, float]]:
    """One sentence cut in two: a sentence without a partner joins that of the sentence beside it.

    It must be contained there rather than be like it, as it says only a part.
    """
    for i, vector in free.items():
        beside = {partners[k] for k in (i - 1, i + 1) if k in partners}
        if i in partners or not beside:
            continue
        near = range(max(0, min(beside) - _NEAR), min(len(others), max(beside) + _NEAR + 1))
        held = {j: _contained(vector, others[j]) for j in near}
        best = _best(held)
        if best in beside and held[best] >= _HELD:
            yield i, best, held[best]


def _contained(part: Vector, whole: Grams) -> float:
    """Share of a unit vector's weight that lies on grams of `whole`."""
    return sum([w * w for gram, w in part.items() if gram in whole])


def in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The heaviest run of matches whose left sides rise with their right sides, one for each right side."""
    best: dict[int, Match] = {}
    for match in matches:
        if match.right not in best or best[match.right].score < match.score:
            best[match.right] = match
    row = [best[right] for right in sorted(best)]
    weight, before = [m.score for m in row], [-1] * len(row)
    for k, match in enumerate(row):
        for earlier in range(max(0, k - _WINDOW), k):
            if row[earlier].left <= match.left and weight[earlier] + match.score > weight[k]:
                weight[k], before[k] = weight[earlier] + match.score, earlier
    return tuple(_traced(row, weight, before))


def _traced(row: Sequence[Match], weight: Sequence[float], before: Sequence[int]) -> list[Match]:
    place = max(range(len(row)), key=lambda k: weight[k], default=-1)
    found: list[Match] = []
    while place >= 0:
        found.append(row[place])
        place = before[place]
    return found[::-1]


KEPT = (_rarity,)
"""What is remembered while documents are compared."""
