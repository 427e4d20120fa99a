"""Chooses the mention that licenses the speaker of every quotation, in reading order.

A linear ranker (conditional logit over the candidates); weights in lexicon/weights/speakers.tsv.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.speakers import vocabulary
from briefgen.annotate.speakers.features import (
    History,
    Setting,
    candidates,
    entity_features,
    features,
    setting,
)
from briefgen.annotate.speakers.people import People
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.model import Quote

MARGIN = 0.3
"""Least probability of the best candidate; below it the speaker is not determined."""

RULES = MappingProxyType({vocabulary.GOVERNS_NOUN: 6.0, vocabulary.KIND_AT["name", "signature"]: 6.0})
"""Set by hand, because the training texts hold too few: in "Lee's criticism, with charges of “...”" the
quoted words are Lee's, not the person's who speaks of it; and a line "– Anna Lee" signs what it follows."""


@cache
def weights() -> Mapping[str, float]:
    """Weights by feature, fitted ones before those set by hand."""
    return MappingProxyType({**RULES, **dict(lexicon.weights.speakers())})


class WeighedMention(NamedTuple):
    """A mention that might license the speaker of one quotation, and how likely that is."""

    ref: Ref
    entity: int | None
    features: list[str]
    probability: float
    """Among all candidates of the quotation."""


class Choice(NamedTuple):
    """The mention chosen for one quotation."""

    ref: Ref | None
    entity: int | None
    probability: float


def choose(
    scene: Scene, people: People, pronouns: Mapping[int, int], quotes: Sequence[Quote]
) -> list[Choice]:
    """One choice a quotation; `quotes` are direct and mixed ones in reading order."""
    return [choice for choice, _ in decided(scene, people, pronouns, quotes)]


def decided(
    scene: Scene, people: People, pronouns: Mapping[int, int], quotes: Sequence[Quote]
) -> Iterator[tuple[Choice, list[WeighedMention]]]:
    """The choice of each quotation with the candidates it was made from, in the order of the text."""
    past = History(None, -9, ())
    spoken: set[int] = set()
    for quote in quotes:
        where = setting(scene, quote)
        rows = _weighed(scene, people, pronouns, where, past)
        choice = _best(rows)
        yield choice, rows
        if where.cue is not None and where.cue.kind == "noun":
            continue  # somebody's words inside the statement of another, who goes on
        if choice.entity is not None:
            spoken.add(choice.entity)
        last = scene.passage_at(quote.parts[-1].start)
        past = History(choice.entity if choice.ref else past.entity, last, spoken)


def _weighed(
    scene: Scene, people: People, pronouns: Mapping[int, int], where: Setting, past: History
) -> list[WeighedMention]:
    rows = list(rated(scene, people, pronouns, where, past))
    table = weights()
    scores = [sum(map(table.get, names, repeat(0.0))) for _, _, names in rows]
    top = max(scores, default=0.0)
    shares = [math.exp(max(score - top, -50.0)) for score in scores]
    whole = sum(shares)
    return [WeighedMention(*row, share / whole) for row, share in zip(rows, shares, strict=True)]


def _best(rows: Sequence[WeighedMention]) -> Choice:
    if not rows:
        return Choice(None, None, 0.0)
    ref, entity, _, probability = max(rows, key=lambda row: row.probability)
    return Choice(ref, entity, probability) if probability >= MARGIN else Choice(None, None, probability)


def rated(
    scene: Scene, people: People, pronouns: Mapping[int, int], where: Setting, past: History
) -> Iterator[tuple[Ref, int | None, list[str]]]:
    """Candidates with their entity and features."""
    for ref in candidates(scene, where):
        entity = people.of_ref.get(ref.index, pronouns.get(ref.index))
        of = people.entities[entity] if entity is not None else None
        near = ref.passage == where.passage
        names = features(scene, people, where, ref, past)
        yield ref, entity, names + entity_features(entity, of, where, past, near)
