"""What a faithful file reads like, worked out from the memo: the measure for what was read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from briefgen.paper.columns import Column, columns_of, text_of
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Cited, House, Item, Memo, Section, Text, Words, annex_letter
from briefgen.paper.page import Part, PrintedLine, PrintedPage
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
    links: tuple[str, ...] = ()
    """Labels and numbers to which its references lead."""
    label: str = ""
    """To what references to it lead: label of a row, number of a source, letter of an annex."""
    tones: tuple[tuple[str, str], ...] = ()
    """Words of a source that are set apart, with how."""
    apart: tuple[str, ...] = ()
    """What a format may set apart in it besides the whole: label, names, days that are worked out."""
    heads: str = ""
    """With the last head of a table's columns, the words of all of them: files repeat them on each page."""
    leads: tuple[str, ...] = ()
    """On the evidence page: to what its links lead, ids or "row:K3" and "section:chronology"."""
    home: str = ""
    """Id of what it stands in."""
    marks: tuple[str, ...] = ()
    """Ids of places inside it."""
    folded: bool = False
    """Whether it stands where a reader must open it."""
    item: tuple[int, int] | None = None
    """Index of the section and of its item, for a block of a row."""

    @property
    def readings(self) -> frozenset[str]:
        """The folded texts as which it may be read back."""
        return frozenset((self.text, self.numbered or self.text))


def of_page(shown: PrintedPage) -> Iterator[Expected]:
    """The blocks of a format that is read as a page."""
    notes = [folded(note.text) for note in shown.notes]
    if shown.kind:
        yield _plain("the line over the title", shown.kind)
    yield _plain("title", shown.title)
    for field in shown.header:
        yield _drawn("header block", field.value, notes, f"{field.label}: ")
    if shown.legend:
        yield _drawn("legend", shown.legend, notes)
    annexes = 0
    for number, part in enumerate(shown.parts):
        annexes += part.annex
        letter = annex_letter(annexes) if part.annex else ""
        yield Expected(part.title, folded(part.title), numbered=folded(part.heading), label=letter)
        yield from _part(number, part, notes)


def _part(number: int, part: Part, notes: Sequence[str]) -> Iterator[Expected]:
    """The blocks below a heading in reading order; the headings of columns and bands are blocks too."""
    if part.note:
        yield _drawn(part.title, part.note, notes)
    for at, bullet in enumerate(part.rows):
        yield _drawn(part.title, bullet.line, notes)._replace(label=bullet.label, item=(number, at))
    if part.table:
        heads = [_drawn(part.title, line, notes) for line in part.table.head]
        yield from heads[:-1]
        yield from (one._replace(heads=" ".join(head.text for head in heads)) for one in heads[-1:])
        home, at = part.table.home, 0
        for row in part.table.rows:
            for column, line in enumerate(row.cells):
                cell = _drawn(part.title, line, notes)
                label = row.label if column == home else ""
                yield cell if row.band else cell._replace(label=label, item=(number, at))
            at += not row.band
    if part.gap:
        yield _plain(part.title, part.gap)
    if part.more:
        yield _drawn(part.title, part.more, notes)


def cited_in(section: Section, memo: Memo, words: Words, style: HouseStyle | None) -> Iterator[str]:
    """Folded words of every source run that a section must show, from the memo itself.

    With a house style: what a page shows; without: what a data file holds.
    """
    columns = columns_of(section) if section.layout == "table" else ()
    fields: list[Text] = [section.note]
    for item in section.items:
        if style is None:
            fields += (text for one in (item, *item.positions) for _, text in words_of(one))
        else:
            fields += (item.band, *_page_fields(item, columns, memo, style), *_behind(item))
    fields.append(section.more)
    for text in fields:
        yield from (folded(words(run.span)) for run in text if isinstance(run, Cited))


def _page_fields(item: Item, columns: tuple[Column, ...], memo: Memo, style: HouseStyle) -> Iterator[Text]:
    """The texts that the columns of a table print, or a bullet without columns."""
    if not columns:
        yield item.lead
        yield item.text
    for column in columns:
        yield from (text for _, text in text_of(item, column, memo, style))


def _behind(item: Item) -> Iterator[Text]:
    """The texts that stand behind the words of a row."""
    for position in item.positions:
        yield position.lead
        yield position.text
    yield item.closing


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
    links = tuple(piece.target for piece in line.pieces if piece.target)
    groups = groupby((piece for piece in line.pieces if not piece.note), key=lambda piece: piece.tone)
    apart = ("".join(piece.text for piece in pieces) for tone, pieces in groups if tone in _APART)
    marked = tuple(folded(text) for text in (before, *apart) if text)
    told = tuple(notes[n - 1] for n in line.notes)
    return Expected(where, folded(before + line.text), told, links=links, apart=marked)


_APART = frozenset({"label", "name", "worked-out"})
