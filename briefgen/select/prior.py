"""How high each document ranks for the words of a topic, as a hint beside the groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from briefgen.english import gazetteer
from briefgen.english.stem import stem
from briefgen.english.words import Words, stems
from briefgen.model import Archive
from briefgen.select.bm25 import Ranking, Text
from briefgen.select.view import View
from briefgen.topic import Topic


def priors(topic: Topic, views: Sequence[View], archive: Archive | None = None) -> list[float]:
    """A rank in 0..1 for each document, 1 for the best; all 0 when none holds a word of the topic."""
    texts = [Text(tuple(map(stem, view.title)), _body(view)) for view in views]
    scores = Ranking(texts, archive).scores(query(topic), in_order=topic.free) if texts else []
    best = max(scores, default=0.0)
    return [score / best if best else 0.0 for score in scores]


def _body(view: View) -> Words:
    return tuple(map(stem, chain.from_iterable(line.words for line in view.lines)))


def query(topic: Topic) -> Words:
    """The topic's terms and the names it asks for, each once."""
    keys = (key for group in topic.groups for key in (*group.regions, *group.names))
    asked = [*(term for group in topic.groups for term in group.terms), *map(gazetteer.canonical, keys)]
    return tuple(dict.fromkeys(chain.from_iterable(map(stems, asked))))
