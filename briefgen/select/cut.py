"""Which of the ranked texts bear on the topic: where to cut, and what a small group draws in.

The figures were fitted on the development halves of Reuters-21578 and of Multi-News clusters.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.select.bm25 import Ranking

CUT = 0.4  # share of the best score below which a text is not selected
GAP, GAP_FROM, GAP_TO, GAP_WITHIN = 1.7, 0.2, 0.6, 12
"""A fall of the score by this factor, between these shares of the best and among the first dozen,
shows where a small group of like texts ends, and is a better cut than any fixed share."""
FEW = 5
JOINS, LEAVES, CORE = 0.2, 0.1, 0.5
"""In a group of at most so many texts a text joins that tells the same story as one of them (cosine),
though it lacks the topic's words, and one leaves that is unlike those with this share of the best score."""


def selected(index: Ranking, scores: Sequence[float]) -> list[int]:
    """Indices of the texts that bear on the topic, best first; a small group is made whole by likeness."""
    first = chosen(scores)
    if not 0 < len(first) <= FEW:
        return first
    core = [i for i in first if scores[i] >= CORE * scores[first[0]]]
    kept = [i for i in first if i == first[0] or _nearest(index, i, core) >= LEAVES]
    others = (i for i in range(len(scores)) if i not in first)
    return kept + [i for i in others if _nearest(index, i, kept) >= JOINS]


def _nearest(index: Ranking, one: int, group: Sequence[int]) -> float:
    return max((index.alike(one, other) for other in group if other != one), default=1.0)


def chosen(scores: Sequence[float]) -> list[int]:
    """Indices of the texts that bear on the topic, best first."""
    order = [i for i in sorted(range(len(scores)), key=lambda i: (-scores[i], i)) if scores[i] > 0]
    if not order:
        return []
    best = scores[order[0]]
    falls = []
    for rank, (this, following) in enumerate(pairwise(order[: GAP_WITHIN + 1]), 1):
        if scores[this] >= GAP_FROM * best and scores[following] <= GAP_TO * best:
            falls.append((scores[this] / scores[following], -rank))
    if falls and max(falls)[0] >= GAP:
        return order[: -max(falls)[1]]
    return [i for i in order if scores[i] >= CUT * best]
