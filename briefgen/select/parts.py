"""Takes in what belongs to a sentence that is in: the rest of its statement, the words that back a report."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from itertools import pairwise

from briefgen.model import Quote
from briefgen.select.verdict import Judgement, taken
from briefgen.select.view import View

PART = 0.9
"""Score of the other sentences of a statement, against the one that is on the topic."""
SAME_STATEMENT = "part of the same statement as a sentence that is in"
BACKS = "backs a report that is in"


class Parts:
    """The statements of one document as numbers of its sentences."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._starts = [line.span.start for line in view.lines]

    def completed(self, alone: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """With the other sentences of each marked statement that is in with one."""
        verdicts = list(alone)
        for quote in self._view.document.quotes:
            if quote.marked:
                lines = self._lines_of(quote)
                for this, other in (*pairwise(lines), *pairwise(reversed(lines))):
                    if alone[other].accepted and not alone[this].accepted:
                        verdicts[this] = self._part(this, alone[other], alone[this], SAME_STATEMENT)
        return tuple(verdicts)

    def backed(self, verdicts: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """With the words that back a report: a reporter sums up what somebody says, and in the next
        paragraph comes the same speaker's quotation."""
        found = list(verdicts)
        quotes = sorted(self._view.document.quotes, key=lambda q: min(q.frame or q.parts))
        for report, quote in pairwise(quotes):
            if report.kind != "indirect" or not quote.marked or not _same(report, quote):
                continue
            first, after = self._lines_of(report), self._lines_of(quote)
            if first and after and self._follows(first[-1], after[0]) and verdicts[first[-1]].accepted:
                for n in after:
                    if not found[n].accepted:
                        found[n] = self._part(n, verdicts[first[-1]], found[n], BACKS)
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

    def _part(self, number: int, said: Judgement, before: Judgement, why: str) -> Judgement:
        """A sentence that was left out taken in after all; what the topic excludes stays out."""
        line = self._view.lines[number]
        if line.excluded:
            return before
        place = self._view.document.source.place(said.evidence.span.start)
        return taken(line, PART * said.evidence.score, (f"{why} ({place})",))


def _same(one: Quote, other: Quote) -> bool:
    """Whether two statements are by one speaker who is known."""
    return one.voice is not None and one.voice == other.voice
