"""Judges the sentences of one document by the groups of a topic: in or out, how strongly, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefgen.model import Evidence
from briefgen.select.parts import Parts
from briefgen.select.reasons import why_in, why_out
from briefgen.select.story import Drawn, Story
from briefgen.select.support import Around, Support, mean, satisfied
from briefgen.select.verdict import Judgement, left_out, repeats, taken
from briefgen.select.view import Candidate, View
from briefgen.topic import Topic

GROUPS, PRIOR, FULL, OPENING = 0.8, 0.05, 0.1, 0.05
"""Share of the score that the groups give; the rest is the document's rank for the topic's words, how
many of them the sentence holds, and a little for the opening, which says what an article is about."""
SIDE = 0.85  # factor for a remark in a document that does not deal with the topic
ASIDE = "a remark in a document that is neither on the topic nor on its principal actor"
NOTHING_SAID = "says nothing on the topic"
ENOUGH = 4  # topic words in a sentence that count as full


class Judge:
    """Weighs the sentences of one document.

    `prior` is its rank among the others, 0..1, `weight` how much it bears on the topic where that is known.
    """

    def __init__(self, topic: Topic, view: View, prior: float, weight: float | None = None) -> None:
        self._topic = topic
        self.view = view
        self._prior = prior
        self._weight = weight
        self._around = Around(topic, view)

    @property
    def reason(self) -> str:
        """How the document stands to the topic."""
        return "deals with all of the topic" if self._around.core else "does not deal with all of the topic"

    def verdicts(self) -> tuple[Judgement, ...]:
        """One verdict for each citable sentence, in reading order."""
        return self._verdicts

    @cached_property
    def _verdicts(self) -> tuple[Judgement, ...]:
        parts = Parts(self.view)
        whole = parts.completed([again or self._verdict(line) for line, again in repeats(self.view)])
        # Not under a headline on the topic the quotation is as often on another part of the report.
        headed = all(self.view.in_title(group) for group in range(len(self._topic.groups)))
        return self._told(parts.backed(whole) if headed else whole)

    def _told(self, verdicts: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
        """With what a story about the words of a call draws in."""
        scores = [one.evidence.score if one.accepted else 0.0 for one in verdicts]
        found = Story(self._topic, self.view, scores).drawn()
        pairs = zip(self.view.lines, verdicts, strict=True)
        return tuple(
            self._drawn(line, found[n]) if n in found else one for n, (line, one) in enumerate(pairs)
        )

    def _drawn(self, line: Candidate, one: Drawn) -> Judgement:
        place = self.view.document.source.place(self.view.lines[one.beside].span.start)
        what = "a statement" if one.stated else "a sentence"
        return taken(
            line, one.score, (f"{what} in an article about the topic, beside one that is in ({place})",)
        )

    def weight(self, evidence: Sequence[Evidence]) -> float:
        """How much the document bears on the topic: where it is not known, all that it gives together."""
        return sum(piece.score for piece in evidence) if self._weight is None else self._weight

    def _verdict(self, line: Candidate) -> Judgement:
        if line.excluded:
            return left_out(line, f"left out by the topic: “{line.excluded}”")
        if not any(line.hits) and not any(line.asked):
            return left_out(line, NOTHING_SAID)
        supports = self._around.supports(line)
        if self._around.aside:
            return left_out(line, ASIDE)
        if not satisfied(self._topic, supports):
            return left_out(line, *why_out(self._topic, supports))
        return taken(line, self._score(line, supports), why_in(self._topic, supports))

    def _score(self, line: Candidate, supports: Sequence[Support]) -> float:
        full = min(1.0, sum(len({h.shown for h in hits}) for hits in line.hits) / ENOUGH)
        opening = self.view.opens(line)
        score = GROUPS * mean(supports) + PRIOR * self._prior + FULL * full + OPENING * opening
        return score if self._around.core else SIDE * score
