"""The places of cited words as a note gives them: "S1 68, 70; S4 13", or "S1, line 68" in a footnote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.model import Span
from briefgen.paper.memo import House, Memo, Reference, Run, Text
from briefgen.paper.page import PrintedRun
from briefgen.paper.printed import printed

LINE = "line "
"""What a bracket leaves out of a place; pages and rows are named."""


def places(memo: Memo, cites: tuple[Span, ...]) -> Iterator[PrintedRun]:
    """The places of a bracket, those of one source together."""
    by_source: dict[str, dict[str, Span]] = {}
    for cite in cites:
        place = memo.place_of.get(cite)
        # A span without a place prints its source alone, which `verify` reports.
        by_source.setdefault(cite.source, {}).setdefault(place.text.removeprefix(LINE) if place else "", cite)
    for at, (source, found) in enumerate(by_source.items()):
        number = memo.number(source)
        if at:
            yield PrintedRun("; ", "mark")
        yield PrintedRun(printed(number), "mark", target=number)
        for next_one, (where, cite) in enumerate(found.items()):
            yield PrintedRun(", " if next_one else " ", "mark")
            yield PrintedRun(printed(where), "mark", cite=cite)


def note_fields(memo: Memo, cite: Span) -> Mapping[str, Text]:
    """What the house's phrase of a note may ask for."""
    entry, place = memo.source_of.get(cite.source), memo.place_of.get(cite)
    return {
        "id": (Reference(cite.source),),
        "place": (House(place.text),) if place else (),
        "outlet": entry.publisher if entry else (),
        "date": entry.published.text if entry else (),
        "file": (House(entry.file),) if entry else (),
    }


def said(parts: tuple[str | Text, ...]) -> Text:
    """A phrase of the house, filled, as one text."""
    runs: list[Run] = []
    for part in parts:
        runs += [House(part)] if isinstance(part, str) else part
    return tuple(runs)
