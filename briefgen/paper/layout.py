"""Draws a memo as a page: what is printed, in order, in the house's words.

Notes get their numbers here, in order of appearance; each line has notes of its own, so that a line can be
deleted or moved and the others keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefgen.model import Span
from briefgen.paper.brackets import note_fields, places, said
from briefgen.paper.columns import Column, columns_of, home_of, text_of
from briefgen.paper.fields import ITEM_FIELDS
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Cited, HeaderField, Item, Memo, Notes, Reference, Section, Text, Words
from briefgen.paper.page import (
    Part,
    PrintedBullet,
    PrintedField,
    PrintedLine,
    PrintedPage,
    PrintedRow,
    PrintedRun,
    PrintedTable,
    Tone,
)
from briefgen.paper.printed import printed

_OPENING_WITH_NAME = frozenset({"lead", *(field.name for field in ITEM_FIELDS if field.opens_with_name)})
"""Fields whose first words are set apart."""


def page(memo: Memo, words: Words, style: HouseStyle) -> PrintedPage:
    """The memo as printed in the house style; `words` gives the words of a span."""
    drawing = _PageDrawing(memo, words, style)
    header = tuple(drawing.header_line(line) for line in memo.header)
    legend = PrintedLine(drawing.pieces(memo.legend)) if memo.legend else None
    parts = tuple(drawing.parts())
    return PrintedPage(
        title=printed(memo.title),
        marking=printed(memo.marking),
        kind=printed(memo.kind),
        generator=printed(memo.generator),
        header=header,
        legend=legend,
        parts=parts,
        notes=tuple(drawing.notes),
        form=style.notes,
    )


@dataclass
class _PageDrawing:
    """One memo on its way to a page; collects its notes in order of appearance."""

    memo: Memo
    words: Words
    style: HouseStyle
    notes: list[PrintedLine] = field(default_factory=list)
    introduced: set[tuple[str, str]] = field(default_factory=set)

    def header_line(self, line: HeaderField) -> PrintedField:
        pieces = self.pieces(line.value) or (PrintedRun(printed(line.placeholder), "blank"),)
        return PrintedField(printed(line.label), PrintedLine(pieces), line.id, line.fillable)

    def parts(self) -> Iterator[Part]:
        body = 0
        for section in self.memo.sections:
            body += not section.annex
            title = printed(section.title)
            letter = self.memo.annexes.get(section.id)
            if letter:
                heading = self.style.phrase("annex-heading", letter=letter, title=title)
            else:
                heading = self.style.phrase("section-heading", number=body, title=title)
            yield self._part(section, title, heading)

    def _part(self, section: Section, title: str, heading: str) -> Part:
        table = section.layout == "table"
        return Part(
            id=section.id,
            title=title,
            heading=heading,
            annex=section.annex,
            note=self._line(section.note),
            rows=() if table else tuple(self._bullet(item) for item in section.items),
            table=self._table(section, title) if table and section.items else None,
            gap="" if section.items else printed(section.gap),
            more=self._line(section.more),
            fillable=section.fillable,
        )

    def _line(self, text: Text) -> PrintedLine | None:
        return PrintedLine(self.pieces(text)) if text else None

    def _bullet(self, item: Item) -> PrintedBullet:
        form = self.style.notes
        label: tuple[PrintedRun, ...] = ()
        if item.label:
            label = (PrintedRun(printed(self.style.phrase("bullet-label", label=item.label)), "label"),)
        lead, text = self.pieces(item.lead, "lead"), self.pieces(item.text, "text")
        line = PrintedLine(
            (*label, *lead, *text, *self._behind(item, item.cites, form), *self._tail(item, form))
        )
        return PrintedBullet(line, item.label)

    def _table(self, section: Section, title: str) -> PrintedTable:
        columns = columns_of(section)
        names = ", ".join(column.heading for column in columns)
        description = self.style.phrase("table-description", title=title, columns=names)
        return PrintedTable(columns, tuple(self._rows(section.items, columns)), description)

    def _rows(self, items: tuple[Item, ...], columns: tuple[Column, ...]) -> Iterator[PrintedRow]:
        """The rows, each band once above those that it holds for."""
        over: Text = ()
        for item in items:
            if item.band and item.band != over:
                yield PrintedRow((PrintedLine(self.pieces(item.band, "lead")),), band=True)
            over = item.band
            yield PrintedRow(self._row(item, columns), item.label)

    def _row(self, item: Item, columns: tuple[Column, ...]) -> tuple[PrintedLine, ...]:
        item = self._introduced(item)
        homes = [(cite, home_of(cite, item, columns)) for cite in item.cites]
        return tuple(
            self._cell(item, column, tuple(cite for cite, home in homes if home == at))
            for at, column in enumerate(columns)
        )

    def _introduced(self, item: Item) -> Item:
        """The item without its speaker's role where an earlier row has given it."""
        speaker, role = ("".join(p.text for p in self.pieces(text)) for text in (item.speaker, item.role))
        if not role or (speaker, role) not in self.introduced:
            self.introduced.add((speaker, role))
            return item
        return replace(item, role=())

    def _cell(self, item: Item, column: Column, cites: tuple[Span, ...]) -> PrintedLine:
        """One cell; `cites` are those whose places stand in it."""
        fields = text_of(item, column, self.memo, self.style)
        pieces = tuple(piece for name, text in fields for piece in self.pieces(text, name))
        pieces += self._behind(item, cites, "bracket")
        if column.field == "text":
            pieces += tuple(self._tail(item, "bracket"))
        return PrintedLine(pieces or (PrintedRun(printed(self.style.phrase("empty-cell"))),))

    def _tail(self, item: Item, form: Notes) -> Iterator[PrintedRun]:
        """What stands behind the words of a row: the positions of the parties, and the last word."""
        for position in item.positions:
            yield from self._say("position")
            yield from self.pieces(position.lead, "lead")
            yield from self.pieces(position.text, "text")
            yield from self._behind(position, position.cites, form)
        if item.closing:
            yield from self._say("closing")
            yield from self.pieces(item.closing)

    def _behind(self, item: Item, cites: tuple[Span, ...], form: Notes) -> tuple[PrintedRun, ...]:
        """The rows that an item refers to, then the places that none of these holds."""
        unheld = set(self.memo.unheld(item))
        places = tuple(cite for cite in dict.fromkeys(cites) if cite in unheld)
        refs = item.refs if set(cites) == set(item.cites) else ()
        return (*self._refs(refs), *(self._places(places, form) if places else ()))

    def _refs(self, refs: tuple[str, ...]) -> Iterator[PrintedRun]:
        for at, label in enumerate(refs):
            yield from self._say("refs-next" if at else "refs-open")
            yield PrintedRun(printed(label), "link", target=label)
        if refs:
            yield from self._say("refs-close")

    def _places(self, cites: tuple[Span, ...], form: Notes) -> tuple[PrintedRun, ...]:
        """Where the cited words stand: in brackets, or the mark of a note that says so."""
        if form == "bracket":
            return (PrintedRun(" [", "mark"), *places(self.memo, cites), PrintedRun("]", "mark"))
        self.notes.append(PrintedLine(tuple(self._note(cites))))
        return (PrintedRun("", "mark", note=len(self.notes)),)

    def _note(self, cites: tuple[Span, ...]) -> Iterator[PrintedRun]:
        for at, cite in enumerate(cites):
            if at:
                yield from self._say("note-next")
            fields = note_fields(self.memo, cite)
            yield from self.pieces(said(self.style.fill("footnote", fields)))
        yield from self._say("note-end")

    def _say(self, phrase: str) -> Iterator[PrintedRun]:
        """A phrase of the house without fields."""
        words = printed(self.style.phrase(phrase))
        if words:
            yield PrintedRun(words)

    def pieces(self, text: Text, name: str = "") -> tuple[PrintedRun, ...]:
        return pieces(self.memo, self.words, text, name)


def pieces(memo: Memo, words: Words, text: Text, name: str = "") -> tuple[PrintedRun, ...]:
    """The printed words of a text, as those of the field called `name`: a speaker's first words are the name,
    what follows qualifies it."""
    named = name in _OPENING_WITH_NAME
    found = []
    for at, run in enumerate(text):
        tone: Tone = "house"
        if isinstance(run, Cited):
            tone = "name" if named and at == 0 else "source"
            found.append(PrintedRun(printed(words(run.span)), tone, cited=True))
        elif isinstance(run, Reference):
            number = memo.number(run.target)
            found.append(PrintedRun(printed(number), "link", target=number))
        else:
            if run.tone == "worked-out":
                tone = "worked-out"
            elif name == "name" or (named and at == 0):
                tone = "name"
            found.append(PrintedRun(printed(run.text), tone))
    return tuple(piece for piece in found if piece.text)
