"""The rows of the chronology on the line of time."""

from __future__ import annotations

from briefgen.paper.evidence import DatedEvent
from briefgen.paper.memo import Item, Memo


def events(memo: Memo) -> tuple[DatedEvent, ...]:
    """The rows in their order, which is that of time."""
    rows = (row for section in memo.sections if section.id == "chronology" for row in section.items)
    return tuple(event(row) for row in rows if row.when)


def event(row: Item) -> DatedEvent:
    """One row with its days."""
    when = row.when
    if when is None or when.value is None:
        return DatedEvent(row.label, None, None, when.text if when else (), row.text, sure=False)
    return DatedEvent(row.label, when.first, when.last, when.plain, row.text, sure=when.status == "stated")
