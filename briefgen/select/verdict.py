"""What becomes of one sentence, whoever judged it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.english.words import Words
from briefgen.model import Evidence
from briefgen.select.view import Candidate, View


class Judgement(NamedTuple):
    """What becomes of one sentence."""

    accepted: bool
    evidence: Evidence


def taken(line: Candidate, score: float, reasons: tuple[str, ...]) -> Judgement:
    """A sentence that is in."""
    return Judgement(True, Evidence(line.span, round(score, 4), reasons))


def left_out(line: Candidate, *reasons: str) -> Judgement:
    """A sentence that is out."""
    return Judgement(False, Evidence(line.span, 0.0, reasons))


def repeats(view: View) -> Iterator[tuple[Candidate, Judgement | None]]:
    """Each sentence, with its verdict where the same words stand before (captions): they count once."""
    first: dict[Words, int] = {}
    for line in view.lines:
        start = first.setdefault(line.words, line.span.start)
        place = view.document.source.place(start)
        again = left_out(line, f"the same words stand in {place}") if start != line.span.start else None
        yield line, again
