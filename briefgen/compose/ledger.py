"""What the memo tells already: every passage once in full, elsewhere a clause with a reference to its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from briefgen.compose.brief import Brief, Content, Filling
from briefgen.compose.room import printed_lines
from briefgen.model import Span
from briefgen.paper.house import REST, UNLIMITED, SectionStyle
from briefgen.paper.memo import Item, Reference, Text, held_by

SHARE = 2.5
"""No row takes more than so many even shares of the lines that its section may print: a long speech has its
row in the annex."""


class Settled(NamedTuple):
    """A section of a memo of usual length."""

    rows: int
    """With those in the annex of further rows."""
    told: tuple[Span, ...]
    """The places that its rows in the body tell."""


@dataclass
class Ledger:
    """The rows of the sections that are written, by what they tell. Sections are written in the order in
    which they have a claim to a passage, whatever the order of the page."""

    written: dict[str, Content] = field(default_factory=dict)
    """What each section holds, by its id."""
    spare: float = 0
    """Lines of a page that the section written last has left."""
    settled: Mapping[str, Settled] = field(default_factory=dict)
    """What the sections of a memo of usual length hold, by their id: a full memo has the same body."""
    _holding: dict[str, list[tuple[Span, str]]] = field(default_factory=lambda: defaultdict(list))
    """Label of the row that tells each place, by `Source.id`."""
    _in_body: set[str] = field(default_factory=set)

    def enter(self, section: str, content: Content) -> None:
        """Take the rows of a section into account."""
        self.written[section] = content
        if section != REST:
            self._in_body.update(item.label for item in content.items)
        for item in (*content.items, *content.rest):
            if item.label:
                for span in held_by(item):
                    self._holding[span.source].append((span, item.label))

    def rows_of(self, span: Span) -> tuple[str, ...]:
        """Labels of the rows that tell a place, in the order in which they were written."""
        found = (label for held, label in self._holding[span.source] if held.overlaps(span))
        return tuple(dict.fromkeys(found))

    def refs(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """For each place the first row that tells it; places that no row tells are passed over."""
        first = (rows[0] for rows in map(self.rows_of, spans) if rows)
        return tuple(dict.fromkeys(first))

    def outlines(self) -> Mapping[str, Settled]:
        """What each section holds."""
        return {
            name: Settled(
                len(one.items) + len(one.rest), tuple(span for item in one.items for span in held_by(item))
            )
            for name, one in self.written.items()
        }

    def claimed(self, section: str, number: int, row: Item) -> bool:
        """Whether a row that a memo of usual length has not tells what another section tells there.

        A row that refers to another one tells nothing itself.
        """
        own = self.settled.get(section)
        if own is None or number < own.rows or row.refs:
            return False
        others = (span for name, one in self.settled.items() if name != section for span in one.told)
        held = tuple(held_by(row))
        return any(span.overlaps(place) for span in others for place in held)

    def holds(self, section: str) -> bool:
        """Whether a section has rows."""
        return section in self.written and bool(self.written[section].items)

    def in_body(self, label: str) -> bool:
        """Whether a row stands in a section, not in the annex of further rows."""
        return label in self._in_body

    @property
    def rest(self) -> tuple[Item, ...]:
        """The rows of all sections that have no room there."""
        return tuple(item for content in self.written.values() for item in content.rest)


def shared_out(brief: Brief, ledger: Ledger, section: str, rows: Iterable[Item], found: int) -> Content:
    """The best rows, in this order: those for which the section has room, and the rest for the annex.

    A row that is too long for its section (SHARE) gives up positions, else its room to a shorter one, as does
    a row that does not fit any more, and one that names its section, which is for the annex. What lines are
    left go to the section that is written next. `found`: rows there would be without any bound.
    """
    shape = brief.shape(section)
    bounded = shape.lines != UNLIMITED
    room = shape.lines + ledger.spare if bounded else UNLIMITED
    widest = width(shape)
    kept, rest = list[Item](), list[Item]()
    for number, row in enumerate(rows):
        if ledger.claimed(section, number, row):
            continue
        if len(kept) + len(rest) >= max(shape.most, shape.limit):
            break
        short = within(brief, shape, row, widest)
        lines = printed_lines(brief, shape, short)
        if len(kept) < shape.limit and lines <= min(widest, room) and not row.section:
            kept.append(short)
            room -= lines
        elif len(kept) + len(rest) < shape.most:
            rest.append(replace(row, section=section))
    if not kept and rest:
        kept.append(within(brief, shape, replace(rest.pop(0), section=""), widest))
        room -= printed_lines(brief, shape, kept[0])
    ledger.spare = max(room, 0) if bounded else 0
    rest = rest[: max(shape.most - len(kept), 0)] if brief.goes_on else []
    return Content(tuple(kept), rest=tuple(rest), more=remainder(brief, len(kept), len(rest), found))


def width(shape: SectionStyle) -> float:
    """Lines that a row of a section may take."""
    return UNLIMITED if shape.lines == UNLIMITED else SHARE * shape.lines / shape.limit


def within(brief: Brief, shape: SectionStyle, row: Item, most: float) -> Item:
    """The row without the positions, from the last, that make it longer than so many lines."""
    while row.positions and printed_lines(brief, shape, row) > most:
        row = replace(row, positions=row.positions[:-1])
    return row


def numbered(letter: str, found: Content, order: Callable[[Sequence[Item]], Sequence[Item]]) -> Content:
    """The rows in an order of their own with their numbers: K1, K2 ..., the rest after the section."""
    body, rest = order(found.items), order(found.rest)
    items = label(letter, (*body, *rest))
    return found._replace(items=items[: len(body)], rest=items[len(body) :])


def label(letter: str, rows: Iterable[Item]) -> tuple[Item, ...]:
    """The rows with their numbers."""
    return tuple(replace(one, label=f"{letter}{number}") for number, one in enumerate(rows, 1))


def remainder(brief: Brief, shown: int, further: int, found: int) -> Text:
    """The last line of a section: how many rows stand in the annex, and how many nowhere."""
    lost = max(found - shown - further, 0)
    if further:
        fields: dict[str, Filling] = {"number": str(further), "annex": Reference(REST), "lost": str(lost)}
        return brief.say("more-and-lost" if lost else "more", fields)
    return brief.say("shortened", {"shown": str(shown), "found": str(found)}) if lost else ()
