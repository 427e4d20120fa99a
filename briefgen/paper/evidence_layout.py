"""Draws the evidence of a memo as a page: what is printed, in order, in the house's words."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, groupby

from briefgen.model import Span
from briefgen.paper.brackets import said
from briefgen.paper.evidence import (
    DIFFERENCES,
    CitedPassage,
    DatedEvent,
    Difference,
    DifferingSide,
    SourceLine,
    SourceText,
)
from briefgen.paper.evidence_page import (
    EvidencePage,
    EvidenceWords,
    ShownDifference,
    ShownEvent,
    ShownFirst,
    ShownLine,
    ShownSide,
    ShownSource,
    ShownStretch,
    SourceRun,
)
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import House, Memo, SourceEntry, Text, Words
from briefgen.paper.page import PrintedLine
from briefgen.paper.passage_layout import PassageDrawing
from briefgen.paper.printed import printed
from briefgen.paper.stretches import inside, marked
from briefgen.paper.timeline import timeline


def evidence_page(memo: Memo, words: Words, style: HouseStyle) -> EvidencePage | None:
    """The evidence as printed; None for a memo without."""
    return _EvidenceDrawing(memo, memo.evidence, words, style).page() if memo.evidence else None


@dataclass
class _EvidenceDrawing(PassageDrawing):
    """The evidence of one memo on its way to a page."""

    def page(self) -> EvidencePage:
        sources = tuple(self.source(one) for one in self.view.sources)
        listed = {one.number for source in sources for one in source.passages}
        at_home = set(listed)
        differences = tuple(self.difference(one, at_home) for one in self.view.differences)
        return EvidencePage(
            words=self.labels(len(listed) + len(differences)),
            first=tuple(self.first(self.view.by_number[number]) for number in self.view.first),
            sources=sources,
            differences=differences,
            events=tuple(self.event(one) for one in self.view.events),
            timeline=timeline(self.view.events, self.style),
        )

    def labels(self, ticks: int) -> EvidenceWords:
        """The words of the house, each where the page has it."""
        say = self.say
        note = "evidence-first-note" if self.view.first else "evidence-first-none"
        if not self.view.first and any(one.reasons for one in self.view.passages):
            note = "evidence-first-few"
        return EvidenceWords(
            title=say("evidence-title", title=self.memo.title),
            told=say("evidence-told", number=len(self.view.passages)),
            nav=say("evidence-nav"),
            memo=say("evidence-memo"),
            first=say("evidence-first"),
            first_note=say(note),
            passages=say("evidence-passages"),
            legend=say("evidence-legend"),
            differences=say("evidence-differences"),
            chronology=say("evidence-chronology"),
            sources=say("evidence-sources"),
            ticked=say("evidence-ticked", number=ticks),
        )

    def first(self, passage: CitedPassage) -> ShownFirst:
        labels = dict.fromkeys(use.label for use in passage.uses if use.label)
        names = labels or dict.fromkeys(use.section for use in passage.uses)
        reasons = tuple(self.line(one.text) for one in passage.reasons)
        name = self.say("evidence-first-row", rows=", ".join(map(printed, names)), place=self.place(passage))
        return ShownFirst(passage.number, name, reasons)

    def source(self, text: SourceText) -> ShownSource:
        entry = self.memo.source_of[text.source]
        caveats = [run for caveat in entry.caveats for run in (House(" "), *caveat)]
        own = (one for one in self.view.passages if one.place.span.source == text.source)
        return ShownSource(
            id=entry.id,
            language=entry.language,
            name=self.line(self.name(entry)),
            day=self.line(entry.published.text),
            caveats=self.line(tuple(caveats[1:])) if caveats else None,
            passages=tuple(self.passage(one) for one in own if not only_differs(one)),
            text=tuple(self.text(text)),
            withheld=self.say("evidence-withheld") if text.withheld else "",
        )

    def name(self, entry: SourceEntry) -> Text:
        """Title, publisher and file of a source, as the memo's table of sources has them."""
        phrase = "source" if entry.publisher else "source-without-publisher"
        fields = {"title": entry.title, "publisher": entry.publisher, "file": (House(entry.file),)}
        return said(self.style.fill(phrase, fields))

    def difference(self, one: Difference, at_home: set[int]) -> ShownDifference:
        tick = self.say("evidence-difference-name", number=one.number)
        sides = tuple(self.side(side, at_home) for side in one.sides)
        return ShownDifference(one.number, tick, self.line(one.point), sides)

    def side(self, side: DifferingSide, at_home: set[int]) -> ShownSide:
        """One side; its passages with the words that differ set apart."""
        shown = []
        differing = [run.span for run in side.words if hasattr(run, "span")]
        for number in side.passages:
            passage = self.view.by_number[number]
            span = passage.place.span
            voices = [inside(words, span) for words in differing if words.overlaps(span)]
            made = self.passage(passage)
            line = PrintedLine(tuple(self.surrounded(passage, (), voices)))
            shown.append(replace(made, line=line, cuts=(), claims=(), home=number not in at_home))
            at_home.add(number)
        return ShownSide(self.line(side.words), tuple(shown))

    def text(self, text: SourceText) -> Iterator[ShownStretch]:
        """The lines of a source, those that were dropped together."""
        for dropped, lines in groupby(text.lines, key=lambda one: one.kind == "furniture"):
            shown = tuple(self.source_line(one) for one in lines)
            yield ShownStretch(shown, self.count(len(shown)) if dropped else "")

    def count(self, lines: int) -> str:
        return self.say("evidence-dropped-one") if lines == 1 else self.say("evidence-dropped", number=lines)

    def source_line(self, one: SourceLine) -> ShownLine:
        """A line of a source with the passages in it."""
        numbers = dict(self.cited_in(one.span))
        starts = sorted(numbers)
        pieces = tuple(
            SourceRun(
                printed(self.words(piece)),
                numbers[held] if held else 0,
                tuple(numbers[span] for span in begun(piece, starts)),
            )
            for piece, held in marked(one.span, tuple(numbers))
        )
        return ShownLine(printed(one.place), pieces, one.kind == "prose")

    def cited_in(self, line: Span) -> Iterator[tuple[Span, int]]:
        """The passages that lie over a line, with their numbers, in order."""
        cited = self.cited.get(line.source, [])
        at = bisect.bisect_left(cited, line.start, key=lambda one: self.reached[one[1]])
        for span, number in cited[at:]:
            if span.start >= line.end:
                return
            if span.overlaps(line):
                yield span, number

    @cached_property
    def cited(self) -> Mapping[str, list[tuple[Span, int]]]:
        """The passages of each source with their numbers, in order."""
        found: dict[str, list[tuple[Span, int]]] = {}
        for one in self.view.passages:
            found.setdefault(one.place.span.source, []).append((one.place.span, one.number))
        return {source: sorted(row) for source, row in found.items()}

    @cached_property
    def reached(self) -> Mapping[int, int]:
        """The last offset that a passage, or one of its source before it, reaches, by its number."""
        found: dict[int, int] = {}
        for row in self.cited.values():
            ends = accumulate((span.end for span, _ in row), max)
            found.update(zip((number for _, number in row), ends, strict=True))
        return found

    def event(self, one: DatedEvent) -> ShownEvent:
        return ShownEvent(printed(one.label), self.line(one.day), self.line(one.text))


def begun(piece: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """Of spans in order those that begin in a piece."""
    first = bisect.bisect_left(spans, piece.start, key=lambda one: one.start)
    return spans[first : bisect.bisect_left(spans, piece.end, key=lambda one: one.start)]


def only_differs(one: CitedPassage) -> bool:
    """Whether nothing but the rows on differences rests on a passage."""
    return all(use.target == DIFFERENCES for use in one.uses)
