"""What a word processor's file holds, format by format the same: paragraphs, tables, notes, what is hidden.

A reader of a format opens and closes paragraphs, cells and notes here as it meets them; `draft` prints them
to one text, each line with the place where a person finds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from briefgen.model import Omission
from briefgen.read.draft import Draft, paragraphs
from briefgen.read.drop_caps import joined
from briefgen.read.tables import TableCell, TableRow, WrittenTable, printed_rows
from briefgen.read.written import WrittenParagraph

_TITLE_STYLES = frozenset({"title", "titel", "titre", "título", "titulo", "titolo", "doctitle"})
"""Names of the style as Word keeps it in every language ("Title"), and as others write it."""
_CONTENTS_STYLES = ("toc ", "toc", "contents ", "table of figures", "table of authorities", "index ",
                    "table index", "user index", "figure index", "illustration index")  # fmt: skip
_DEEPEST = 20
"""Tables in cells of each other, each of which prints all words of those in it."""
_HEAD = 5
"""Paragraphs among which a title stands that no style names."""
_TITLE_WORDS = range(2, 31)
_SENTENCE = 12
"""Words from which a paragraph that ends in a full stop is text, above which a title stands."""


@dataclass
class Manuscript:
    """Collects a document in reading order."""

    blocks: list[tuple[str, WrittenParagraph] | tuple[str, str]] = field(default_factory=list)
    """Place, and a printed row of a table; or a paragraph, which is numbered at the end."""
    hidden: int = 0
    """Words that the file hides from its readers."""
    comments: int = 0
    notes: dict[str, list[str]] = field(default_factory=dict)
    """Paragraphs of the notes by their labels."""
    _open: list[WrittenParagraph] = field(default_factory=list)  # text boxes and notes nest them
    _tables: list[WrittenTable] = field(default_factory=list)
    _deeper: int = 0
    _note: list[tuple[str, list[WrittenTable], int]] = field(default_factory=list)
    _carried: WrittenParagraph | None = None
    _table_count: int = 0
    _note_counts: Counter[str] = field(default_factory=Counter)

    def open_paragraph(self) -> WrittenParagraph:
        """A paragraph begins; what is added goes into it until it is closed."""
        carried, self._carried = self._carried, None
        self._open.append(WrittenParagraph([carried.text] if carried else []))
        return self._open[-1]

    @property
    def paragraph(self) -> WrittenParagraph | None:
        """The innermost open paragraph."""
        return self._open[-1] if self._open else None

    def add(self, text: str, *, hidden: bool = False, raised: bool = False) -> None:
        """A stretch of text in the open paragraph; hidden words are counted and left out, and so are raised
        marks of notes that somebody typed."""
        if hidden:
            self.hidden += len(text.split())
        elif self._open and raised:
            self._open[-1].add_raised(text, in_note=bool(self._note))
        elif self._open and text:
            self._open[-1].sign = ""
            self._open[-1].words.append(text)

    def close_paragraph(self) -> None:
        """The open paragraph ends."""
        if not self._open:
            return
        paragraph = self._open.pop()
        if paragraph.goes_on:
            self._carried = paragraph
        else:
            self._put(paragraph)

    def _flush(self) -> None:
        """A paragraph whose end was struck out ends all the same where no other follows."""
        carried, self._carried = self._carried, None
        if carried:
            self._put(carried)

    def _put(self, paragraph: WrittenParagraph) -> None:
        text = paragraph.text
        if not text.strip() or paragraph.style.casefold().startswith(_CONTENTS_STYLES):
            return
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1].cells:
            self._tables[-1].rows[-1].cells[-1].paragraphs.append(text)
            self._tables[-1].rows[-1].cells[-1].bold &= paragraph.bold
        elif self._note:
            self.notes.setdefault(self._note[-1][0], []).append(text.strip())
        else:
            self.blocks.append(("", paragraph))

    def open_table(self) -> None:
        """A table begins, mayhap in a cell of another; too deep down its cells are paragraphs."""
        self._flush()
        if len(self._tables) == _DEEPEST:
            self._deeper += 1
        else:
            self._tables.append(WrittenTable())

    def open_row(self, *, head: bool = False) -> None:
        """A row of the open table begins."""
        self._flush()
        if self._tables and not self._deeper:
            self._tables[-1].rows.append(TableRow(head=head))

    @property
    def row(self) -> TableRow | None:
        """The row that is being read."""
        if self._deeper:
            return None
        return self._tables[-1].rows[-1] if self._tables and self._tables[-1].rows else None

    def open_cell(self, span: int = 1) -> TableCell | None:
        """A cell of the open row begins, over so many columns."""
        self._flush()
        if self.row is not None:
            self.row.cells.append(TableCell(span=span))
            return self.row.cells[-1]
        return None

    def close_table(self) -> None:
        """The open table ends and is printed: into the cell it stands in, else row by row."""
        self._flush()
        if self._deeper or not self._tables:
            self._deeper = max(self._deeper - 1, 0)
            return
        rows = printed_rows(self._tables.pop())
        if self._tables or self._note:
            for _, line in rows:
                self._put(WrittenParagraph([line]))
            return
        self._table_count += 1
        self.blocks += ((f"table {self._table_count}, row {number}", line) for number, line in rows)

    def next_note(self, kind: str) -> str:
        """The label of the next note of a kind, "note" or "endnote"."""
        self._note_counts[kind] += 1
        return f"{kind} {self._note_counts[kind]}"

    def open_note(self, label: str) -> None:
        """A note begins: "note 3", "endnote 2". Its paragraphs stand behind the text."""
        self._flush()
        self.notes.setdefault(label, [])
        self._note.append((label, self._tables, self._deeper))
        self._tables, self._deeper = [], 0

    def close_note(self) -> None:
        """The open note ends."""
        self._flush()
        if self._note:
            _, self._tables, self._deeper = self._note.pop()

    def lines(self) -> list[tuple[str, str]]:
        """(place, words) of the paragraphs and rows, letters joined with the words they open."""
        return [(place, text) for _, place, text in self._numbered()]

    def _numbered(self) -> Iterator[tuple[int, str, str]]:
        """The same with the number of the block that each begins with."""
        self._flush()
        blocks = [(str(i), _words(block)) for i, (_, block) in enumerate(self.blocks)]
        numbers = count(1)
        for i, text in joined(blocks, self._dropped()):
            yield int(i), self.blocks[int(i)][0] or f"paragraph {next(numbers)}", text

    def all_lines(self) -> list[tuple[str, str]]:
        """`lines`, and the paragraphs of the notes behind them."""
        return self.lines() + self._note_lines()

    def _note_lines(self) -> list[tuple[str, str]]:
        return [(label, text) for label, texts in self.notes.items() for text in texts]

    def draft(self, stated: Mapping[str, str]) -> Draft:
        """The text: paragraphs and rows a line each, then the notes.

        `stated` is what the properties of the file say; a title in the text goes before that.
        """
        while self._tables:
            self.close_table()
        lines = list(self._numbered())
        text, places = paragraphs([(place, words) for _, place, words in lines] + self._note_lines())
        head = self._title()
        starts = {i: offset for (i, _, _), (offset, _) in zip(lines, places, strict=False)}
        title = next((words for i, _, words in lines if i == head), "")
        at = starts.get(head, 0) + len(title) - len(title.lstrip())
        title = title.strip()
        told = {**stated, "title": " ".join(title.split())} if title else stated
        where = {"title": (at, at + len(title))} if title else {}
        return Draft(
            text, stated=told, stated_at=where, places=places, clean=True, omitted=tuple(self._omitted())
        )

    def _dropped(self) -> frozenset[int]:
        rows = enumerate(block for _, block in self.blocks)
        return frozenset(i for i, block in rows if isinstance(block, WrittenParagraph) and block.drop_cap)

    def _title(self) -> int:
        """The number of the title: by its style, else the heading at the head, else large and bold; or -1."""
        written = {
            i: block for i, (_, block) in enumerate(self.blocks) if isinstance(block, WrittenParagraph)
        }
        blocks = list(written.values())
        styled = (one for one in blocks if one.style.casefold() in _TITLE_STYLES)
        found = next(styled, None) or next(_headings(blocks), None) or _large(blocks[: _HEAD + 1])
        return next((i for i, block in written.items() if block is found), -1)

    def _omitted(self) -> Iterator[Omission]:
        if self.hidden:
            yield Omission("hidden-text", _counted(self.hidden, "word"))
        if self.comments:
            yield Omission("left-out", _counted(self.comments, "comment"))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _words(block: WrittenParagraph | str) -> str:
    return block if isinstance(block, str) else block.text


def _headings(written: list[WrittenParagraph]) -> Iterator[WrittenParagraph]:
    """A heading of the first level above all text."""
    for paragraph in written[:_HEAD]:
        if paragraph.level == 1:
            yield paragraph
        if _is_text(paragraph.text):
            return


def _is_text(text: str) -> bool:
    return len(text.split()) >= _SENTENCE and text.rstrip("”’\"')] ").endswith((".", "!", "?"))


def _large(head: list[WrittenParagraph]) -> WrittenParagraph | None:
    """The first line above the text that is bold and in larger letters than the text."""
    above: list[WrittenParagraph] = []
    for paragraph in head:
        if _is_text(paragraph.text):
            size = paragraph.size
            fitting = (
                one for one in above
                if one.bold and one.size > size and len(one.text.split()) in _TITLE_WORDS
            )  # fmt: skip
            return max(fitting, key=lambda one: one.size, default=None)
        above.append(paragraph)
    return None
