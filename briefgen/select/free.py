"""Judges the sentences of one document for the words of a call.

A topic file says what belongs to it; a few words can not. So the document's standing says how much of it
competes, and each sentence is weighed by what it and the text around it say of the words of the call, and by
how close it comes to what the documents on the topic have in common.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.english.stem import stem
from briefgen.model import Archive, Evidence
from briefgen.select.centroid import Vector, closeness, summed, unit
from briefgen.select.judge import Judge
from briefgen.select.parts import Parts
from briefgen.select.passages import passages
from briefgen.select.reasons import says
from briefgen.select.standing import SAME, Standing, body, is_talk, models, standings, weights
from briefgen.select.verdict import Judgement, left_out, repeats, taken
from briefgen.select.view import Candidate, View
from briefgen.topic import Topic

GATHERED = 3
"""Documents on the call as wholes from which a folder was gathered for it; two will do when they are most
of it."""
KIN = 0.25
"""Least likeness (cosine) to the others of a document on the call in part, in a folder gathered for it: below
it lie those that use its words of another matter."""
ASKED, PARAGRAPH, BEFORE, AFTER = 0.9, 0.7, 0.5, 0.4
"""What words around a sentence are worth against its own: in the question it answers, in its paragraph, in
the one before and after."""
CLOSE, STANDS, SAID, EARLY = 0.3, 0.3, 0.2, 0.2
"""Share of the score for closeness, for what the document tells of the call, for what the passage says, and
for how early it says it: reporters put the news first. All four count; nine folders do not tell shares apart
that differ by less than a half."""
FIRST = 40
"""Sentences over which earliness falls to nothing."""
CLOSEST = 0.3
"""Closeness that counts as full."""
PASSAGE = 0.5
"""What the passage must say of the words of the call, in a document that is on them in part."""
ALONE = 0.75
"""What a sentence must say itself, in a document that is not on the topic: practically all words."""
BEST = 0.4
"""What a paragraph must score in a full-text search, against the best, where no document is on the call."""
LEAST = 0.032
"""What a sentence of a document on the topic must bear itself, of 0.5: on nine folders three of 465
sentences that a memo should hold bear less, and a tenth of the others."""


def free_judges(
    topic: Topic, views: Sequence[View], copies: Collection[str], archive: Archive | None = None
) -> Iterator[FreeJudge | Judge]:
    """A judge for each document; `copies` are ids of those that copy another one.

    Where several documents are on the call as wholes, the folder was gathered for it, and what they say
    competes; so it does where the call is a sentence, which no other one repeats. Where one is a talk in
    which the matter is one point of many, its best passages count. In a folder of many matters a sentence
    must say the words of the call, or stand close to one that does, unless its document is on the call and
    has none.
    """
    found = standings(topic, views, copies, archive)
    centre = unit(summed([body(view) for view in views], models(views, found, copies)))
    own = [one for view, one in zip(views, found, strict=True) if view.document.source.id not in copies]
    count = archive.texts if archive else len(own)
    gathered, mixed = is_gathered(own, count), any(one.passed_over for one in found)
    talks = () if any(one.tier == "whole" for one in own) else passages(topic, views)
    shares = weights(topic)
    for place, (view, one) in enumerate(zip(views, found, strict=True)):
        passage = talks[place] if talks and is_talk(view) else None
        if gathered and not mixed and one.tier == "part" and one.cosine < KIN:
            one = replace(one, passed_over=True)
        free = FreeJudge(topic, view, one, shares, centre, passage)
        if passage is not None:
            yield free
        elif gathered or one.passed_over:
            yield _telling(free)
        else:
            yield _either(Judge(topic, view, one.rank, one.weight), free)


def _telling(free: FreeJudge) -> FreeJudge:
    """A judge that lets all of a document in which bears on the call, where no passage of it does."""
    if not free.standing.bears or accepts(free):
        return free
    return replace(free, standing=replace(free.standing, unsaid=True))


def _either(strict: Judge, free: FreeJudge) -> Judge | FreeJudge:
    """In a folder of many matters the strict judge, unless it takes nothing of a document on the call."""
    on = free.standing.bears or free.standing.tier == "whole"
    return _telling(free) if on and not accepts(strict) else strict


def is_gathered(own: Sequence[Standing], count: int) -> bool:
    """Whether the documents that copy no other were gathered for a call, or two tell one story."""
    whole = [one for one in own if one.tier == "whole"]
    if len(whole) >= GATHERED or (len(whole) > 1 and len(whole) > count / 2):
        return True
    return any(one.sentence for one in whole) or sum(one.cosine >= SAME for one in whole) > 1


def accepts(judge: FreeJudge | Judge) -> bool:
    """Whether a judge lets any sentence in."""
    return any(verdict.accepted for verdict in judge.verdicts())


@dataclass(frozen=True)
class FreeJudge:
    """Weighs the sentences of one document."""

    topic: Topic
    view: View
    standing: Standing
    weights: Sequence[float]
    """Share of each group."""
    centre: Vector
    passages: Sequence[float] | None = None
    """How high a full-text search puts each paragraph, 0..1, where that decides."""

    def verdicts(self) -> tuple[Judgement, ...]:
        """One verdict for each citable sentence, in reading order."""
        return self._verdicts

    @cached_property
    def _verdicts(self) -> tuple[Judgement, ...]:
        alone = [again or self._verdict(line) for line, again in repeats(self.view)]
        return Parts(self.view).completed(alone)

    @property
    def reason(self) -> str:
        """How the document stands to the call."""
        return self.standing.reason

    def weight(self, evidence: Sequence[Evidence]) -> float:
        """How much the document bears on the topic, 0..1, whatever its sentences add."""
        return self.standing.weight

    def _verdict(self, line: Candidate) -> Judgement:
        said = self._said(line)
        bears = CLOSE * self._close(line) + SAID * said
        if (missing := self._missing(line, said, bears)) is not None:
            return left_out(line, missing)
        score = bears + STANDS * self.standing.told
        if self.passages is not None:
            # The matter is one point of a talk, so nothing is earned by standing early.
            score = (score / (1 - EARLY) + self.passages[line.paragraph]) / 2
        else:
            score += EARLY * max(0.0, 1 - self._places[line.span.start] / FIRST)
        return taken(line, score, self._because(line))

    @cached_property
    def _places(self) -> Mapping[int, int]:
        """The number of each sentence by where it starts."""
        return {line.span.start: number for number, line in enumerate(self.view.lines)}

    def _missing(self, line: Candidate, said: float, bears: float) -> str | None:
        """What keeps a sentence out; None when it is in."""
        if self._own(line) >= ALONE and not self.standing.passed_over:
            return None
        if self.passages is not None and self.passages[line.paragraph] >= BEST:
            return None
        if self.standing.tier == "aside":
            return "neither says all words of the call nor stands in a document on them"
        if self.standing.tier == "part":
            far = "too far from the words of the call, in a document that is on them in part"
            return None if said >= PASSAGE else far
        return None if bears >= LEAST else "tells nothing of the topic, in a document that is on it"

    def _close(self, line: Candidate) -> float:
        """How close the sentence comes to what the documents on the topic have in common, 0..1."""
        return min(1.0, closeness(self.centre, map(stem, line.words)) / CLOSEST)

    def _own(self, line: Candidate) -> float:
        return sum(share * line.weight(group) for group, share in enumerate(self.weights))

    def _said(self, line: Candidate) -> float:
        """What the passage says of the words of the call, 0..1."""
        return sum(share * self._near(line, group) for group, share in enumerate(self.weights))

    def _near(self, line: Candidate, group: int) -> float:
        asked = line.asked[group][0].weight if line.asked and line.asked[group] else 0.0
        around = ((PARAGRAPH, 0), (BEFORE, -1), (AFTER, 1))
        found = (worth * self._strongest.get((line.paragraph + step, group), 0.0) for worth, step in around)
        return max(line.weight(group), ASKED * asked, *found)

    @cached_property
    def _strongest(self) -> Mapping[tuple[int, int], float]:
        """The strongest words for each group in each paragraph."""
        found: dict[tuple[int, int], float] = {}
        for line in self.view.lines:
            for group in range(len(self.weights)):
                place = (line.paragraph, group)
                found[place] = max(found.get(place, 0.0), line.weight(group))
        return found

    def _because(self, line: Candidate) -> tuple[str, ...]:
        own = [says(self.topic, hits[0]) for hits in line.hits if hits]
        asked = [f"the question it answers {says(self.topic, hits[0])}" for hits in line.asked if hits]
        where = {
            "whole": "stands in a document on the topic",
            "part": "stands near the words of the call",
            "aside": "says the words of the call itself",
        }
        return (*(own or asked), where[self.standing.tier])
