"""A memo with hostile words in every field that can hold words, each between keys by which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefgen.paper.memo import (
    Field,
    HeaderField,
    House,
    Item,
    Lost,
    Memo,
    Section,
    SourceEntry,
    When,
)
from briefgen.paper.printed import folded
from tests.hostile_evidence import evidence
from tests.hostile_sources import NUMBERS, Planting, passage, words
from tests.hostile_strings import STRINGS

__all__ = ["IN_DATA_ONLY", "planted", "words"]

ALL = " · ".join(STRINGS.values())
"""For the fields of which a memo has one."""
IN_DATA_ONLY = {"file", "url", "publisher", "published", "lost file"}
"""Words that the house's table of sources need not print."""
COLUMNS: tuple[Field, ...] = (
    "label", "text", "speaker", "role", "when", "where", "name", "relation", "raised_by", "versions",
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """The memo, and what was put where."""

    memo: Memo
    expected: dict[str, dict[str, str]]
    """Name of the words: field: what a reader must find, as it is printed."""
    beside: dict[str, dict[str, str]]
    """The same for what stands in the evidence alone."""


def header(put: Planting) -> tuple[HeaderField, ...]:
    """A line that is filled and one that is blank."""
    value = put.house("header value")
    return (
        HeaderField(put.plain("header label"), value),
        HeaderField("Blank", (), put.plain("placeholder"), fillable=True),
    )


def line(put: Planting, section: str, label: str = "") -> Item:
    """A bullet with all that may stand in one."""
    cites = (passage(put.name),)
    party = Item(put.cited(f"{section} position"), cites, lead=put.cited(f"{section} party"))
    return Item(
        put.cited(f"{section} text"), cites, lead=put.cited(f"{section} lead"), label=label,
        positions=(party,), closing=put.house(f"{section} closing"),
    )  # fmt: skip


def row(put: Planting) -> Item:
    """A row of a table with all columns."""
    when = When("2025-03-03", "resolved", put.cited("when"), put.cited("when plain"))
    del put.expected["when plain"]  # tables of annexes print the other one
    return Item(
        put.cited("row text"), (passage(put.name),), speaker=put.cited("speaker"), role=put.cited("role"),
        kind="direct", when=when, place=put.cited("place"), occasion=put.cited("occasion"),
        relation=put.cited("relation"), raised_by=put.cited("raised by"), name=put.plain("partner"),
        aliases=(put.plain("alias"),), versions=(put.cited("version one"), put.cited("version two")),
        label=f"K{NUMBERS[put.name]}", band=put.cited("band"), lead=put.cited("row lead"),
        closing=put.house("row closing"),
    )  # fmt: skip


def statements(put: Planting) -> Section:
    """A table of its own for each name: title, note, headings of columns, last line."""
    columns = tuple((one, put.plain(f"column {one}") if one == "text" else one.title()) for one in COLUMNS)
    return Section(
        f"statements-{NUMBERS[put.name]}", put.plain("table title"), "table", (row(put),), columns,
        note=put.house("note"), more=put.house("more"),
    )  # fmt: skip


def empty(put: Planting) -> Section:
    """A section for which the sources give nothing."""
    name = f"empty-{NUMBERS[put.name]}"
    return Section(name, put.plain("annex title"), "bullets", (), gap=put.plain("gap"), annex=True)


def entry(put: Planting) -> SourceEntry:
    """A row of the table of sources."""
    number = f"S{NUMBERS[put.name]}"
    return SourceEntry(
        id=number, source=number, file=put.plain("file"), sha256=f"{NUMBERS[put.name]:064x}",
        title=put.cited("source title"), publisher=put.house("publisher"),
        published=When("2025-03-03", "stated", put.house("published")), url=put.plain("url"), flags=(),
        caveats=(put.house("caveat"),), origin=number, used=True, language="en", genre="report",
    )  # fmt: skip


def sources(entries: list[SourceEntry]) -> Section:
    """The table of sources, as the house draws it."""
    rows = tuple(Item(one.title, label=one.id, when=one.published) for one in entries)
    columns = (
        ("label", "#"),
        ("text", "What it is"),
        ("when", "Date"),
        ("caveat", "Caveats"),
        ("used", "Used"),
    )
    return Section("sources", "Sources and caveats", "table", rows, columns, annex=True)


@cache
def planted() -> Planted:
    """The memo with all words in all fields."""
    puts = [Planting(name) for name in STRINGS]
    entries = [entry(put) for put in puts]
    brief = tuple(line(put, "in brief", str(n)) for n, put in enumerate(puts, 1))
    facts = tuple(line(put, "background", f"B{n}") for n, put in enumerate(puts, 1))
    besides = [Planting(name) for name in STRINGS]
    view = evidence(besides)
    memo = Memo(
        topic="hostile", title=ALL, as_of="2025-03-10", generator="briefgen 0.1.0", language="en-GB",
        header=tuple(one for put in puts for one in header(put)),
        sections=(
            Section("in-brief", "In brief", "bullets", brief),
            Section("background", "Background", "bullets", facts),
            *(statements(put) for put in puts),
            *(empty(put) for put in puts),
            sources(entries),
        ),
        sources=tuple(entries), places=tuple(one.place for one in view.passages), marking=ALL, kind=ALL,
        legend=tuple(run for put in puts for run in (*put.house("legend"), House(" "))),
        lost=tuple(Lost(put.plain("lost file"), "document-failed") for put in puts), evidence=view,
    )  # fmt: skip
    whole = {"title": folded(ALL), "marking": folded(ALL), "kind": folded(ALL)}
    return Planted(
        memo,
        {**{put.name: put.expected for put in puts}, "all at once": whole},
        {put.name: put.expected for put in besides},
    )
