"""Sources of hostile words, and the means to put the words into fields so that they are found again."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.model import Span
from briefgen.paper.memo import Cited, House, Text
from briefgen.paper.printed import folded
from tests.hostile_strings import STRINGS

NUMBERS = {name: number for number, name in enumerate(STRINGS, 1)}
LINES = ("before", "", "after", "dropped", "caption")
"""The lines of each source by the keys that stand round their words; the passage has none."""


def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a source, each with the hostile words."""
    keys = [f"{line}x{NUMBERS[name]}" if line else "" for line in LINES]
    return tuple(f"{key} {STRINGS[name]} {key}" if key else STRINGS[name] for key in keys)


SOURCES = {f"S{number}": "\n".join(lines_of(name)) for name, number in NUMBERS.items()}


def words(span: Span) -> str:
    """The exact words of a span of the sources."""
    return SOURCES[span.source][span.start : span.end]


def line_span(name: str, line: str) -> Span:
    """A whole line of a source, by its key."""
    lines, at = lines_of(name), LINES.index(line)
    start = sum(len(one) + 1 for one in lines[:at])
    return Span(f"S{NUMBERS[name]}", start, start + len(lines[at]))


def passage(name: str) -> Span:
    """The line of a source that holds nothing but hostile words."""
    return line_span(name, "")


@dataclass
class Planting:
    """Puts the words of one name into fields and keeps what is to be found."""

    name: str
    expected: dict[str, str] = field(default_factory=dict)

    def plain(self, place: str) -> str:
        """The words for a field that takes a string."""
        key = f"{place.replace(' ', '')}x{NUMBERS[self.name]}"
        self.expected[place] = folded(f"{key} {STRINGS[self.name]} {key}")
        return f"{key} {STRINGS[self.name]} {key}"

    def house(self, place: str) -> Text:
        """The words as the house's."""
        return (House(self.plain(place)),)

    def cited(self, place: str) -> Text:
        """The words as a source's."""
        key = self.plain(place).split(" ")[0]
        return (House(f"{key} "), Cited(passage(self.name)), House(f" {key}"))
