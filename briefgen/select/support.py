"""How a sentence satisfies the groups of a topic: by its own words, or by what stands around it.

What stands around a sentence counts only when the document deals with the topic, and does not only
mention it: one remark on Asia in an article on Europe makes no other sentence one on Asia. In such an
article only the remark itself counts, and only when the article deals with the principal actor.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.select.mentions import PASSING
from briefgen.select.terms import TermHit
from briefgen.select.view import STRONG, Candidate, View
from briefgen.topic import Topic

ASKED = 0.9
"""What the words of a question are worth for the first sentences of its answer."""
SAME_PARAGRAPH, NEXT_PARAGRAPH, TITLE, OPENING, ELSEWHERE = 0.8, 0.6, 0.5, 0.43, 0.3
"""What words around a sentence are worth, against its own."""
FLOOR = 0.65
"""Least geometric mean over the groups. With two groups the opening still carries the second; words that
stand just elsewhere in the document only carry the third of three."""
SECOND_MENTION = 0.75
"""A venue or a comparison counts when the document speaks of the same group elsewhere."""


class Support(NamedTuple):
    """What satisfies one group, how firmly, and where it stands."""

    group: int
    weight: float
    hit: TermHit | None
    where: str
    """"own", "question", "paragraph", "neighbour", "title", "lead", "elsewhere", "passing" or "none"."""


NOTHING = "none"


class Around:
    """What one document offers each of its sentences for each group."""

    def __init__(self, topic: Topic, view: View) -> None:
        self._topic = topic
        self._view = view
        groups = range(len(topic.groups))
        self._matters = [view.matters(g) for g in groups]
        self._strong = [view.strong(g) for g in groups]
        self.core = all(self._matters)
        """True when the document deals with all groups of the topic."""
        self.aside = not self.core and bool(topic.actor) and not view.on_actor
        """True when the document deals neither with the topic nor with its principal actor."""
        self._paragraphs: dict[int, list[Candidate]] = {}
        for line in view.lines:
            self._paragraphs.setdefault(line.paragraph, []).append(line)

    def supports(self, line: Candidate) -> tuple[Support, ...]:
        """The best support of each group, in the order of the topic."""
        return tuple(self._support(line, group) for group in range(len(self._topic.groups)))

    def _support(self, line: Candidate, group: int) -> Support:
        own = line.hits[group][0] if line.hits[group] else None
        if own and own.weight >= STRONG:
            return Support(group, own.weight, own, "own")
        if own and own.named and (self._matters[group] or (own.weight >= PASSING and self._strong[group])):
            return Support(group, SECOND_MENTION, own, "own")
        found = max(self._around(line, group), key=lambda s: s.weight, default=None)
        if found:
            return found
        if self._strong[group]:
            return Support(group, ELSEWHERE, self._first(group), "elsewhere")
        if own:
            return Support(group, 0.0, own, "passing")
        return Support(group, 0.0, None, NOTHING)

    def _first(self, group: int) -> TermHit:
        """The first words of the document that speak for a group."""
        return next(line.hits[group][0] for line in self._view.lines if line.weight(group) >= STRONG)

    def _around(self, line: Candidate, group: int) -> Iterator[Support]:
        """What reaches a sentence from its question, its paragraph, the next ones, the headline, the lead."""
        if line.asked and line.asked[group] and line.asked[group][0].weight >= STRONG:
            yield Support(group, ASKED * line.asked[group][0].weight, line.asked[group][0], "question")
        if self._strong[group] < 2 and not self._matters[group]:
            return
        yield from self._from(line.paragraph, group, "paragraph", SAME_PARAGRAPH)
        if not self.core:
            return
        for paragraph in (line.paragraph - 1, line.paragraph + 1):
            yield from self._from(paragraph, group, "neighbour", NEXT_PARAGRAPH)
        if hit := self._view.in_title(group):
            yield Support(group, TITLE * hit.weight, hit, "title")
        elif hit := self._view.in_lead(group):
            yield Support(group, OPENING * hit.weight, hit, "lead")

    def _from(self, paragraph: int, group: int, where: str, weight: float) -> Iterator[Support]:
        for line in self._paragraphs.get(paragraph, ()):
            if line.weight(group) >= STRONG:
                hit = line.hits[group][0]
                yield Support(group, weight * hit.weight, hit, where)
                return


def distinctive(topic: Topic) -> tuple[int, ...]:
    """The groups that make the topic what it is: all but the principal actor's own side."""
    mine = {g for g, group in enumerate(topic.groups) if topic.actor in (*group.names, *group.regions)}
    return tuple(g for g in range(len(topic.groups)) if g not in mine) or tuple(range(len(topic.groups)))


def satisfied(topic: Topic, supports: Sequence[Support]) -> bool:
    """Whether a sentence bears on the topic: it or its question says part of it, and all groups are met."""
    return mean(supports) >= FLOOR and any(
        supports[g].where in ("own", "question") for g in distinctive(topic)
    )


def mean(supports: Sequence[Support]) -> float:
    """Geometric mean of the groups' weights: 0 when one group has nothing."""
    return math.prod(s.weight for s in supports) ** (1 / len(supports))
