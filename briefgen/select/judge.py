"""Judges the sentences of one document: in or out, how strongly, and for what reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.model import Evidence
from briefgen.select.reasons import why_in, why_out
from briefgen.select.support import Around, Support, mean, satisfied
from briefgen.select.view import Line, View
from briefgen.topic import Topic

GROUPS, PRIOR, FULL = 0.85, 0.05, 0.1
"""Share of the score that the groups give; the rest is the document's rank for the topic's words and
how many of them the sentence holds."""
ENOUGH = 4  # topic words in a sentence that count as full


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one sentence."""

    accepted: bool
    evidence: Evidence


class Judge:
    """Weighs the sentences of one document; `prior` is its rank among the others, 0..1."""

    def __init__(self, topic: Topic, view: View, prior: float) -> None:
        self._topic = topic
        self._view = view
        self._prior = prior
        self._around = Around(topic, view)

    def verdicts(self) -> Iterator[Verdict]:
        """One verdict for each citable sentence, in reading order."""
        for line in self._view.lines:
            supports = self._around.supports(line)
            if line.excluded:
                out = Evidence(line.span, 0.0, (f"left out by the topic: “{line.excluded}”",))
                yield Verdict(False, out)
            elif satisfied(self._topic, supports):
                score = self._score(line, supports)
                yield Verdict(True, Evidence(line.span, score, why_in(self._topic, supports)))
            else:
                yield Verdict(False, Evidence(line.span, 0.0, why_out(self._topic, supports)))

    def _score(self, line: Line, supports: Sequence[Support]) -> float:
        full = min(1.0, sum(len({h.shown for h in hits}) for hits in line.hits) / ENOUGH)
        return round(GROUPS * mean(supports) + PRIOR * self._prior + FULL * full, 4)
