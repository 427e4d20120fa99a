"""The columns of a table section: which fields of an item a column prints, and where its notes stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from briefgen.model import Span
from briefgen.paper.fields import ITEM_FIELDS
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Cited, Field, House, Item, Memo, Run, Section, SourceEntry, Text
from briefgen.paper.printed import printed

Fields = Iterator[tuple[str, Text]]
"""(field of the item, its words), printed one after the other."""
_COMMA: Text = (House(", "),)
WEIGHTS: Mapping[Field, int] = MappingProxyType(
    {
        "label": 5, "text": 60, "speaker": 22, "role": 18, "when": 17, "where": 17, "name": 28,
        "relation": 58, "raised_by": 22, "versions": 40, "caveat": 36, "used": 9, "cites": 8,
    }
)  # fmt: skip
"""Room that a column wants, beside the other columns of its table."""
TEXT_BESIDE: Mapping[Field, int] = MappingProxyType({"versions": 26, "caveat": 40})
"""Room of a text column where another column says more: it only names the point, or the document."""
_HOMES: tuple[Field, ...] = ("cites", "text", "relation")
"""Where the notes of a row stand, first match; a version's note stands with its words."""


@dataclass(frozen=True, slots=True)
class Column:
    """One printed column."""

    field: Field
    heading: str
    index: int = 0
    """Which of the item's versions it prints."""


def columns_of(section: Section) -> tuple[Column, ...]:
    """The printed columns of a section: "versions" stands once for each version of its items.

    A house that lists the field once gets its heading numbered: "Version 1", "Version 2".
    """
    listed = sum(f == "versions" for f, _ in section.columns)
    most = max((len(item.versions) for item in section.items), default=0)
    found: list[Column] = []
    for name, heading in section.columns:
        title = printed(heading)
        if name != "versions":
            found.append(Column(name, title))
        elif listed == 1 and most > 1:
            found += (Column(name, f"{title} {n + 1}", n) for n in range(most))
        else:
            found.append(Column(name, title, sum(c.field == name for c in found)))
    return tuple(found)


def weights(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Room that each column of a table wants, beside the others."""
    fields = [column.field for column in columns]
    text = next((room for name, room in TEXT_BESIDE.items() if name in fields), WEIGHTS["text"])
    return tuple(text if name == "text" else WEIGHTS[name] for name in fields)


def home_of(cite: Span, item: Item, columns: tuple[Column, ...]) -> int:
    """Index of the column that carries the note of `cite`."""
    fields = [column.field for column in columns]
    if "cites" not in fields:
        for at, column in enumerate(columns):
            if column.field == "versions" and _carries(cite, item, column.index):
                return at
        for at, column in enumerate(columns):
            if column.field == "versions" and _is_silent(item, column.index):
                return at
    return next((fields.index(name) for name in _HOMES if name in fields), len(columns) - 1)


def text_of(item: Item, column: Column, memo: Memo, style: HouseStyle) -> Fields:
    """What a column prints of an item."""
    if column.field == "versions":
        return iter([("versions", item.versions[column.index])] if column.index < len(item.versions) else [])
    if column.field in _OF_SOURCE:
        entry = memo.numbered.get(item.label)
        return iter([(column.field, _OF_SOURCE[column.field](entry, style))] if entry else [])
    if column.field == "name":
        return _name(item, style)
    fields = (field for field in ITEM_FIELDS if column.field in field.columns)
    joined = _joined((field.name, text) for field in fields for text in field.words(item))
    if column.field == "text" and item.lead:
        return chain([("lead", item.lead)], joined)
    return joined


def _carries(cite: Span, item: Item, index: int) -> bool:
    runs = item.versions[index] if index < len(item.versions) else ()
    return any(isinstance(run, Cited) and cite.overlaps(run.span) for run in runs)


def _is_silent(item: Item, index: int) -> bool:
    """Whether a version has no words of a source: what it leaves out is looked for at its place."""
    words = item.versions[index] if index < len(item.versions) else ()
    return bool(words) and not any(isinstance(run, Cited) for run in words)


def _joined(fields: Iterable[tuple[str, Text]]) -> Fields:
    """Fields that have words, with a comma between them."""
    full = [(name, text) for name, text in fields if text]
    for at, (name, text) in enumerate(full):
        if at:
            yield "", _COMMA
        yield name, text


def _name(item: Item, style: HouseStyle) -> Fields:
    if item.name:
        yield "name", (House(item.name),)
    if item.aliases:
        yield "aliases", (House(style.phrase("also-named", aliases=", ".join(item.aliases))),)


def _used(entry: SourceEntry, style: HouseStyle) -> Text:
    return (House(style.phrase("used" if entry.used else "not-used")),)


def _caveat(entry: SourceEntry, style: HouseStyle) -> Text:
    del style
    runs: list[Run] = []
    for caveat in entry.caveats:
        runs += [House(" "), *caveat] if runs else caveat
    return tuple(runs)


_OF_SOURCE: Mapping[Field, Callable[[SourceEntry, HouseStyle], Text]] = MappingProxyType(
    {"caveat": _caveat, "used": _used}
)
