"""All words of a memo with the field that they stand in, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.paper.memo import House, Item, Memo, Section, Text


class FieldText(NamedTuple):
    """The words of one field."""

    where: str
    """The section, for messages."""
    section: str
    """Id of the section; "" in front of the first."""
    field: str
    """"text", "lead", "when" ...; "header", "legend", "note", "more", "caveat" where it is no item's."""
    text: Text
    item: Item | None = None
    """The row or position that has it."""


def texts(memo: Memo) -> Iterator[FieldText]:
    """Every field of a memo that has words, but what only the evidence page shows."""
    for line in memo.header:
        yield FieldText("header block", "", "header", line.value)
    yield FieldText("legend", "", "legend", memo.legend)
    for section in memo.sections:
        yield FieldText(section.title, section.id, "note", section.note)
        yield FieldText(section.title, section.id, "more", section.more)
        for item in section.items:
            yield from _of_item(section, item)
            for position in item.positions:
                yield from _of_item(section, position)
    for entry in memo.sources:
        yield FieldText(entry.id, "sources", "title", entry.title)
        yield FieldText(entry.id, "sources", "publisher", entry.publisher)
        yield FieldText(entry.id, "sources", "published", entry.published.text)
        yield from (FieldText(entry.id, "sources", "caveat", caveat) for caveat in entry.caveats)


def _of_item(section: Section, item: Item) -> Iterator[FieldText]:
    """The fields of a row or position."""
    fields: tuple[tuple[str, Text], ...] = (
        ("band", item.band),
        ("lead", item.lead),
        ("text", item.text),
        ("speaker", item.speaker),
        ("role", item.role),
        ("place", item.place),
        ("occasion", item.occasion),
        ("relation", item.relation),
        ("raised_by", item.raised_by),
        *(("version", version) for version in item.versions),
        ("closing", item.closing),
        *(("when", text) for when in (item.when, item.last_word) if when for text in (when.text, when.plain)),
        *(("name", (House(name),)) for name in (item.name, *item.names) if name),
        *(("alias", (House(name),)) for name in item.aliases),
    )
    for name, text in fields:
        if text:
            yield FieldText(section.title, section.id, name, text, item)
