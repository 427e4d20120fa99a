"""What a faithful file reads like, worked out from the memo: the measure for what was read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.columns import columns_of, text_of
from briefgen.house import HouseStyle
from briefgen.layout import Line, Page, Part
from briefgen.memo import Block, Cited, House, Item, Memo, Section, Text, Words
from briefgen.model import Span
from briefgen.printed import folded


@dataclass(frozen=True, slots=True)
class Expected:
    """One block that a faithful file has."""

    where: str
    """The section, for messages."""
    text: str
    """Folded."""
    house: str = ""
    """The part of it that comes from no source."""
    notes: tuple[str, ...] = ()
    """Texts of the notes it carries."""
    numbered: str = ""
    """For headings: the title with its number, which a file may or may not spell out."""

    def is_read_as(self, block: Block) -> bool:
        """Whether `block` is this one, spaces folded."""
        return folded(block.text) in {self.text, self.numbered or self.text}


def of_page(shown: Page) -> Iterator[Expected]:
    """The blocks of a format that is read as a page."""
    notes = [note.text for note in shown.notes]
    yield _plain("title", shown.title)
    for label, value in shown.header:
        yield _drawn("header block", value, notes, f"{label}: ")
    for part in shown.parts:
        yield Expected(part.title, folded(part.title), part.title, numbered=folded(part.heading))
        yield from (_drawn(part.title, line, notes) for line in _lines(part))
        yield from (_plain(part.title, gap) for gap in (part.gap,) if gap)


def of_data(memo: Memo, words: Words) -> Iterator[Expected]:
    """The blocks of a format that is read field by field; the first field of an item has its notes."""
    yield _plain("title", memo.title)
    for section in memo.sections:
        yield _plain(section.title, section.title)
        if section.note:
            yield _written(section.title, section.note, words)
        for item in section.items:
            first, *others = _data_fields(item)
            yield _written(section.title, first, words, tuple(_data_note(c, memo, words) for c in item.cites))
            yield from (_written(section.title, text, words) for text in others)


def cited_in(section: Section, memo: Memo, words: Words, style: HouseStyle | None) -> Iterator[str]:
    """Folded words of every source run that a section must show, from the memo itself.

    With a house style: what a page shows; without: what a data file holds.
    """
    yield from _cited(section.note, words)
    for item in section.items:
        for text in _data_fields(item) if style is None else _page_fields(item, section, memo, style):
            yield from _cited(text, words)


def _cited(text: Text, words: Words) -> Iterator[str]:
    return (folded(words(run.span)) for run in text if isinstance(run, Cited))


def _page_fields(item: Item, section: Section, memo: Memo, style: HouseStyle) -> Iterator[Text]:
    if section.layout == "bullets":
        yield item.text
        return
    for column in columns_of(section):
        yield from (text for _, text in text_of(item, column, memo, style))


def _data_fields(item: Item) -> Iterator[Text]:
    """The fields that JSON holds as words, in its order; empty ones are left out but for the text."""
    names: list[Text] = [(House(name),) for name in (item.name, *item.aliases) if name]
    spoken = (item.speaker, item.role, item.place, item.occasion)
    yield item.text
    yield from filter(None, (*spoken, *names, item.relation, item.raised_by, *item.versions))


def _data_note(span: Span, memo: Memo, words: Words) -> str:
    line = next((note.line for note in memo.footnotes if note.span == span), None)
    return f"{span.source}, line {line}, {span.start}-{span.end}: {words(span)}"


def _plain(where: str, text: str) -> Expected:
    return Expected(where, folded(text), text)


def _written(where: str, text: Text, words: Words, notes: tuple[str, ...] = ()) -> Expected:
    whole = "".join(words(run.span) if isinstance(run, Cited) else run.text for run in text)
    house = "".join(run.text for run in text if isinstance(run, House))
    return Expected(where, folded(whole), house, notes)


def _drawn(where: str, line: Line, notes: Sequence[str], before: str = "") -> Expected:
    house = "".join(piece.text for piece in line.pieces if not piece.cited)
    return Expected(
        where, folded(before + line.text), before + house, tuple(notes[n - 1] for n in line.notes)
    )


def _lines(part: Part) -> Iterator[Line]:
    """Lines of a section in reading order; the headings of its columns are lines too."""
    if part.note:
        yield part.note
    yield from part.bullets
    if part.table:
        yield from part.table.head
        for row in part.table.rows:
            yield from row
