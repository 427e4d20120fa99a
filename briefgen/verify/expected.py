"""What a faithful file reads like, worked out from the memo: the measure for what was read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.paper.columns import Column, columns_of, text_of
from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import Part, PrintedLine, PrintedPage
from briefgen.paper.memo import Cited, House, Item, Memo, ReadBlock, Section, Text, Words
from briefgen.paper.printed import folded


class Expected(NamedTuple):
    """One block that a faithful file has."""

    where: str
    """The section, for messages."""
    text: str
    """Folded."""
    notes: tuple[str, ...] = ()
    """Texts of the notes it carries."""
    numbered: str = ""
    """For headings: the title with its number, which a file may or may not spell out."""

    def is_read_as(self, block: ReadBlock) -> bool:
        """Whether `block` is this one, spaces folded."""
        return folded(block.text) in {self.text, self.numbered or self.text}


def of_page(shown: PrintedPage) -> Iterator[Expected]:
    """The blocks of a format that is read as a page."""
    notes = [note.text for note in shown.notes]
    yield _plain("title", shown.title)
    for label, value in shown.header:
        yield _drawn("header block", value, notes, f"{label}: ")
    for part in shown.parts:
        yield Expected(part.title, folded(part.title), numbered=folded(part.heading))
        yield from (_drawn(part.title, line, notes) for line in _lines(part))
        yield from (_plain(part.title, gap) for gap in (part.gap,) if gap)


def cited_in(section: Section, memo: Memo, words: Words, style: HouseStyle | None) -> Iterator[str]:
    """Folded words of every source run that a section must show, from the memo itself.

    With a house style: what a page shows; without: what a data file holds.
    """
    yield from _cited(section.note, words)
    columns = columns_of(section) if section.layout == "table" else ()
    for item in section.items:
        fields = (
            (text for _, text in words_of(item))
            if style is None
            else _page_fields(item, columns, memo, style)
        )
        for text in fields:
            yield from _cited(text, words)


def _cited(text: Text, words: Words) -> Iterator[str]:
    return (folded(words(run.span)) for run in text if isinstance(run, Cited))


def _page_fields(item: Item, columns: tuple[Column, ...], memo: Memo, style: HouseStyle) -> Iterator[Text]:
    """The texts that the columns of a table print, or a bullet without columns."""
    if not columns:
        yield item.text
    for column in columns:
        yield from (text for _, text in text_of(item, column, memo, style))


def words_of(item: Item) -> Iterator[tuple[str, Text]]:
    """The fields that a data file holds as words, in its order; empty ones are left out but for the text."""
    yield "text", item.text
    for key in ("speaker", "role", "place", "occasion", "relation", "raised_by"):
        text: Text = getattr(item, key)
        if text:
            yield key, text
    if item.name:
        yield "name", (House(item.name),)
    yield from (("names", (House(name),)) for name in item.names)
    yield from (("aliases", (House(alias),)) for alias in item.aliases)
    yield from (("versions", version) for version in item.versions)


def _plain(where: str, text: str) -> Expected:
    return Expected(where, folded(text))


def _drawn(where: str, line: PrintedLine, notes: Sequence[str], before: str = "") -> Expected:
    return Expected(where, folded(before + line.text), tuple(notes[n - 1] for n in line.notes))


def _lines(part: Part) -> Iterator[PrintedLine]:
    """Lines of a section in reading order; the headings of its columns are lines too."""
    if part.note:
        yield part.note
    yield from part.bullets
    if part.table:
        yield from part.table.head
        for row in part.table.rows:
            yield from row
