"""Ranking of texts for a few words: BM25 over stems, with adjacency, headings and feedback.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); feedback as RM3
in Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD" (2004). The figures below were fitted on
the development halves of Reuters-21578, Multi-News clusters and QMSum committee meetings.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.english.words import Words, content
from briefgen.model import Archive

K1, B = 1.8, 0.65
HEADING = 0.5  # how much more a word of the heading counts
ADJACENT = 0.5  # weight of two topic words side by side, against one word alone
FEEDBACK_TEXTS, FEEDBACK_TERMS, FEEDBACK = 30, 30, 0.65
FEEDBACK_FLOOR = 0.5  # only texts with this share of the best score may add words


class Text(NamedTuple):
    """One text to rank, as tokens."""

    heading: Words
    body: Words


class Ranking:
    """An index over texts that can be asked for several topics."""

    def __init__(self, texts: Sequence[Text], archive: Archive | None = None) -> None:
        """`archive`: whose documents the texts are a part of; there words are as rare as they are in all."""
        self._archive = archive
        self._all = archive.texts if archive else len(texts)
        self._bodies = [content(t.body) for t in texts]
        self._counts = [Counter(body) for body in self._bodies]
        lengths = [max(1, len(body)) for body in self._bodies]
        mean = archive.mean if archive else sum(lengths) / max(1, len(lengths))
        self._lengths = lengths
        self._norms = [K1 * (1 - B + B * n / mean) for n in lengths]
        self._posts: dict[str, list[tuple[int, float]]] = {}
        for index, text in enumerate(texts):
            weights: Counter[str] | dict[str, float] = self._counts[index]
            if text.heading:
                weights = dict(weights)
                for word in content(text.heading):
                    weights[word] = weights.get(word, 0) + HEADING
            for word, weight in weights.items():
                self._posts.setdefault(word, []).append((index, weight))

    def scores(self, words: Words, *, in_order: bool = True) -> list[float]:
        """A score for each text, 0 when nothing matches.

        `in_order`: the words are those of a call, so that words side by side in a text count for more.
        """
        asked = Counter(content(words) or words)
        if not asked:
            return [0.0] * len(self._bodies)
        query = {word: n / asked.total() for word, n in asked.items()}
        adjacent = self._adjacent(list(asked) if in_order else [])
        first = self._sum(query, adjacent)
        more = self._feedback(first)
        mixed = {word: (1 - FEEDBACK) * weight for word, weight in query.items()}
        for word, weight in more.items():
            mixed[word] = mixed.get(word, 0.0) + FEEDBACK * weight
        return self._sum(mixed, [(1 - FEEDBACK) * a for a in adjacent])

    def _idf(self, found: int) -> float:
        return math.log(1 + (self._all - found + 0.5) / (found + 0.5))

    def _holders(self, word: str) -> int:
        """How many texts hold a word, of the archive too."""
        held = len(self._posts.get(word, ()))
        return max(held, self._archive.holders(word)) if self._archive else held

    def _sum(self, query: Mapping[str, float], adjacent: Sequence[float]) -> list[float]:
        scores = list(adjacent)
        norms = self._norms
        for word, weight in query.items():
            posts = self._posts.get(word, [])
            factor = weight * self._idf(self._holders(word)) * (K1 + 1)
            for index, count in posts:
                scores[index] += factor * count / (count + norms[index])
        return scores

    def _adjacent(self, words: Sequence[str]) -> list[float]:
        """What neighbouring topic words earn where they stand side by side, "crude oil"."""
        scores = [0.0] * len(self._bodies)
        for left, right in pairwise(words):
            both = {i for i, _ in self._posts.get(left, ())} & {i for i, _ in self._posts.get(right, ())}
            hits = {i: sum(p == (left, right) for p in pairwise(self._bodies[i])) for i in sorted(both)}
            hits = {i: n for i, n in hits.items() if n}
            factor = ADJACENT / len(words) * self._idf(len(hits)) * (K1 + 1)
            for index, count in hits.items():
                scores[index] += factor * count / (count + self._norms[index])
        return scores

    def _feedback(self, scores: Sequence[float]) -> dict[str, float]:
        """The words that set the best texts apart, with weights that add up to 1."""
        best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))[:FEEDBACK_TEXTS]
        floor = FEEDBACK_FLOOR * scores[best[0]]
        found: dict[str, float] = {}
        for index in best:
            if scores[index] <= floor:
                break
            for word, count in self._counts[index].items():
                found[word] = found.get(word, 0.0) + count / self._lengths[index] * scores[index]
        telling = {w: v * self._idf(self._holders(w)) for w, v in found.items() if not w.isdigit()}
        chosen = sorted(telling, key=lambda w: (-telling[w], w))[:FEEDBACK_TERMS]
        total = sum(telling[w] for w in chosen) or 1.0
        return {word: telling[word] / total for word in chosen}
