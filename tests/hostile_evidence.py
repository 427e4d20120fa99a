"""The evidence of the hostile memo: hostile words in passages, surroundings, claims, reasons and sources."""

from __future__ import annotations

from datetime import date

from briefgen.model import Span
from briefgen.paper.evidence import (
    CitedPassage,
    DatedEvent,
    Difference,
    DifferingSide,
    EvidenceView,
    KnownFact,
    LineKind,
    Reason,
    SourceLine,
    SourceText,
    Use,
)
from briefgen.paper.memo import CitedPlace
from briefgen.paper.printed import folded
from tests.hostile_sources import LINES, NUMBERS, Planting, line_span, lines_of, passage

KINDS: dict[str, LineKind] = {"dropped": "furniture", "caption": "other"}
DAYS = 28
"""Days of March on which the events are."""


def evidence(puts: list[Planting]) -> EvidenceView:
    """A passage, a source, a difference and an event for each name."""
    passages = tuple(passage_of(put) for put in puts)
    return EvidenceView(
        passages=passages,
        first=tuple(one.number for one in passages[: len(passages) // 6]),
        sources=tuple(source(put) for put in puts),
        differences=tuple(difference(put) for put in puts),
        events=tuple(event(put) for put in puts),
    )


def passage_of(put: Planting) -> CitedPassage:
    """A passage of which one line prints all and another one half."""
    number, span = NUMBERS[put.name], passage(put.name)
    middle = (span.start + span.end) // 2
    half, rest = Span(span.source, span.start, middle), Span(span.source, middle, span.end)
    whole = Use(f"K{number}", f"K{number}", "Statements", put.cited("use"), (span,), claims=(claim(put),))
    cut = Use(f"B{number}", f"B{number}", "Background", (), (half,), (rest,), (rest,))
    return CitedPassage(
        number,
        CitedPlace(span, f"page {number}, line 2", 2, span.start, span.end),
        (whole, cut),
        before=line_span(put.name, "before"),
        after=line_span(put.name, "after"),
        voices=(half,),
        reasons=(Reason("speaker", put.cited("reason"), 0.1),),
    )


def claim(put: Planting) -> KnownFact:
    """Somebody who is named in the line before."""
    around = line_span(put.name, "before")
    inner = Span(around.source, around.start + 1, around.end - 1)
    return KnownFact("speaker", put.cited("claim"), put.house("known"), inner, around)


def source(put: Planting) -> SourceText:
    """All lines of a source."""
    for key, text in zip(LINES, lines_of(put.name), strict=True):
        put.expected[f"line {key}"] = folded(text)
    lines = tuple(
        SourceLine(line_span(put.name, key), f"line {n}", KINDS.get(key, "prose"), "menu")
        for n, key in enumerate(LINES, 1)
    )
    return SourceText(f"S{NUMBERS[put.name]}", lines)


def difference(put: Planting) -> Difference:
    """Two sides that rest on the one passage."""
    number = NUMBERS[put.name]
    sides = (DifferingSide(put.cited("side one"), (number,)), DifferingSide(put.cited("side two"), (number,)))
    return Difference(number, put.house("point"), sides)


def event(put: Planting) -> DatedEvent:
    """A day of March."""
    number = NUMBERS[put.name]
    day = date(2025, 3, (number - 1) % DAYS + 1)
    return DatedEvent(f"K{number}", day, day, put.house("event day"), put.cited("event"), number % 2 == 0)
