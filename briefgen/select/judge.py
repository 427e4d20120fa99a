"""Judges the sentences of one document: in or out, how strongly, and for what reasons."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.english.words import Words
from briefgen.model import Evidence, Quote
from briefgen.select.reasons import why_in, why_out
from briefgen.select.story import Drawn, Story
from briefgen.select.support import Around, Support, mean, satisfied
from briefgen.select.view import Candidate, View
from briefgen.topic import Topic

GROUPS, PRIOR, FULL, OPENING = 0.8, 0.05, 0.1, 0.05
"""Share of the score that the groups give; the rest is the document's rank for the topic's words, how
many of them the sentence holds, and a little for the opening, which says what an article is about."""
SIDE = 0.85  # factor for a remark in a document that does not deal with the topic
PART = 0.9  # score of the other sentences of a statement, against the one that is on the topic
ASIDE = "a remark in a document that is neither on the topic nor on its principal actor"
NOTHING_SAID = "says nothing on the topic"
SAME_STATEMENT = "part of the same statement as a sentence that is in"
ENOUGH = 4  # topic words in a sentence that count as full


@dataclass(frozen=True, slots=True)
class Judgement:
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
        self._starts = [line.span.start for line in view.lines]

    def verdicts(self) -> tuple[Judgement, ...]:
        """One verdict for each citable sentence, in reading order."""
        return self._told(self._backed(self._whole(tuple(self._alone()))))

    def _told(self, verdicts: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
        """With what a story about the words of the call draws in."""
        scores = [v.evidence.score if v.accepted else 0.0 for v in verdicts]
        found = Story(self._topic, self._view, scores).drawn()
        pairs = enumerate(verdicts)
        return tuple(self._drawn(v, found[n]) if n in found else v for n, v in pairs)

    def _drawn(self, verdict: Judgement, one: Drawn) -> Judgement:
        place = self._view.document.source.place(self._view.lines[one.beside].span.start)
        what = "a statement" if one.stated else "a sentence"
        reason = f"{what} in an article about the topic, beside one that is in ({place})"
        return Judgement(True, Evidence(verdict.evidence.span, one.score, (reason,)))

    def _whole(self, alone: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
        """With the other sentences of each statement that is in with one."""
        verdicts = list(alone)
        for quote in self._view.document.quotes:
            if quote.marked:
                lines = self._lines_of(quote)
                for this, other in (*pairwise(lines), *pairwise(reversed(lines))):
                    if alone[other].accepted and not alone[this].accepted:
                        verdicts[this] = self._part(this, alone[other])
        return tuple(verdicts)

    def _alone(self) -> Iterator[Judgement]:
        """Each sentence judged by the topic's groups; words that stand twice (captions) count once."""
        first: dict[Words, int] = {}
        for line in self._view.lines:
            start = first.setdefault(line.words, line.span.start)
            if start == line.span.start:
                yield self._verdict(line)
            else:
                place = self._view.document.source.place(start)
                yield Judgement(False, Evidence(line.span, 0.0, (f"the same words stand in {place}",)))

    def _verdict(self, line: Candidate) -> Judgement:
        if line.excluded:
            return Judgement(False, Evidence(line.span, 0.0, (f"left out by the topic: “{line.excluded}”",)))
        if not any(line.hits) and not any(line.asked):
            return Judgement(False, Evidence(line.span, 0.0, (NOTHING_SAID,)))
        supports = self._around.supports(line)
        if self._around.aside:
            return Judgement(False, Evidence(line.span, 0.0, (ASIDE,)))
        if not satisfied(self._topic, supports):
            return Judgement(False, Evidence(line.span, 0.0, why_out(self._topic, supports)))
        score = self._score(line, supports)
        return Judgement(True, Evidence(line.span, score, why_in(self._topic, supports)))

    def _backed(self, verdicts: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
        """With the words that back a report: a reporter sums up what somebody says, and in the next
        paragraph comes the same speaker's quotation. Only under a headline on the topic; elsewhere
        the quotation is as often on another part of the report."""
        found = list(verdicts)
        if not all(self._view.in_title(g) for g in range(len(self._topic.groups))):
            return verdicts
        quotes = sorted(self._view.document.quotes, key=lambda q: min(q.frame or q.parts))
        for report, quote in pairwise(quotes):
            if report.kind != "indirect" or not quote.marked or not _same(report, quote):
                continue
            first, after = self._lines_of(report), self._lines_of(quote)
            if first and after and self._follows(first[-1], after[0]) and verdicts[first[-1]].accepted:
                for n in after:
                    if not found[n].accepted:
                        found[n] = self._part(n, verdicts[first[-1]], "backs a report that is in")
        return tuple(found)

    def _follows(self, first: int, after: int) -> bool:
        lines = self._view.lines
        return after == first + 1 and lines[after].paragraph == lines[first].paragraph + 1

    def _lines_of(self, quote: Quote) -> list[int]:
        """Numbers of the sentences that a statement is made of."""
        spans = (*quote.frame, *quote.parts)
        low = bisect.bisect_right(self._starts, min(s.start for s in spans)) - 1
        high = bisect.bisect_left(self._starts, max(s.end for s in spans))
        lines = range(max(low, 0), high)
        return [n for n in lines if any(self._view.lines[n].span.overlaps(s) for s in spans)]

    def _part(self, number: int, said: Judgement, why: str = SAME_STATEMENT) -> Judgement:
        """A sentence that was left out taken in after all, as a part of one statement."""
        line = self._view.lines[number]
        if line.excluded:
            return self._verdict(line)
        place = self._view.document.source.place(said.evidence.span.start)
        reason = f"{why} ({place})"
        score = round(PART * said.evidence.score, 4)
        return Judgement(True, Evidence(line.span, score, (reason,)))

    def _score(self, line: Candidate, supports: Sequence[Support]) -> float:
        full = min(1.0, sum(len({h.shown for h in hits}) for hits in line.hits) / ENOUGH)
        opening = self._view.opens(line)
        score = GROUPS * mean(supports) + PRIOR * self._prior + FULL * full + OPENING * opening
        return round(score if self._around.core else SIDE * score, 4)


def _same(one: Quote, other: Quote) -> bool:
    """Whether two statements are by one speaker who is known."""
    return one.voice is not None and one.voice == other.voice
