"""How high a full-text search for the words of a call puts each paragraph of some documents."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.english.stem import stem
from briefgen.select.bm25 import Ranking, Text
from briefgen.select.prior import query
from briefgen.select.view import View
from briefgen.topic import Topic

NEIGHBOUR, REACH = 0.6, 3
"""Share of a paragraph's score that reaches the next, and how far: a matter goes on when its words do not. Set on
the transcripts of committee meetings."""


def passages(topic: Topic, views: Sequence[View]) -> tuple[tuple[float, ...], ...]:
    """For each document the scores of its paragraphs, 0..1 of the best of all, in reading order."""
    bodies = [_paragraphs(view) for view in views]
    texts = [Text((), tuple(map(stem, words))) for body in bodies for words in body]
    scores = iter(Ranking(texts).scores(query(topic), in_order=topic.free) if texts else ())
    spread = [_spread([next(scores) for _ in body]) for body in bodies]
    best = max((score for one in spread for score in one), default=0.0)
    return tuple(tuple(score / best if best else 0.0 for score in one) for one in spread)


def _paragraphs(view: View) -> list[list[str]]:
    """The words of each paragraph."""
    found: list[list[str]] = [[] for _ in range(view.lines[-1].paragraph + 1 if view.lines else 0)]
    for line in view.lines:
        found[line.paragraph] += line.words
    return found


def _spread(scores: Sequence[float]) -> list[float]:
    """Scores with what reaches them from the paragraphs around."""
    spread = list(scores)
    for distance in range(1, REACH + 1):
        share = NEIGHBOUR**distance
        for at in range(len(scores) - distance):
            spread[at] += share * scores[at + distance]
            spread[at + distance] += share * scores[at]
    return spread
