"""An officer deletes, moves and copies lines in Word: every line that is left keeps its own right source.

The changes are made in the file as Word makes them: a copied note gets an id and a text of its own, a
bookmark stays with the row that was copied, the note of a deleted mark goes with it, and notes are saved
in the order of their marks.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.paper import house
from briefgen.paper.memo import Notes
from briefgen.paper.printed import folded
from briefgen.render import word
from tests.memo_fixture import memo, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for prefix, space in (
    ("w", W[1:-1]),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
):
    ElementTree.register_namespace(prefix, space)
FORMS: dict[Notes, bytes] = {
    form: word.render(memo("LIMITED"), words, replace(house.load(), notes=form))
    for form in ("footnote", "endnote", "bracket")
}
Line = tuple[str, tuple[str, ...]]
Change = tuple[str, int, int]
"""What is done, the number of the line that it is done to, and the line before which it is put."""


class Edited:
    """A Word file in the hands of an officer."""

    def __init__(self, data: bytes, form: Notes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = ElementTree.fromstring(self.parts["word/document.xml"])
        self.kind = "endnote" if form == "endnote" else "footnote"
        self.part = f"word/{self.kind}s.xml"
        self.notes = ElementTree.fromstring(self.parts[self.part]) if self.part in self.parts else None
        self.free = count(1000)

    def lines(self) -> list[tuple[ElementTree.Element, ElementTree.Element]]:
        """Bullets and rows of tables with what holds them; headings, head rows and bands are left alone."""
        main = self.body.find(f"{W}body")
        assert main is not None
        found = []
        for block in main:
            style = block.find(f"{W}pPr/{W}pStyle")
            if style is not None and style.get(f"{W}val") in ("MemoBullet", "MemoIn-brief"):
                found.append((main, block))
            rows = [row for row in block.findall(f"{W}tr") if len(row.findall(f"{W}tc")) > 1]
            found += [(block, row) for row in rows[1:]]
        return found

    def delete(self, at: int, _: int) -> None:
        holder, line = self.lines()[at]
        holder.remove(line)
        for mark in line.iter(f"{W}{self.kind}Reference"):
            assert self.notes is not None
            self.notes.remove(self.note(str(mark.get(f"{W}id"))))

    def move(self, at: int, before: int) -> None:
        holder, line = self.lines()[at]
        holder.remove(line)
        self.put(line, holder, before)

    def copy(self, at: int, before: int) -> None:
        holder, line = self.lines()[at]
        made = copy.deepcopy(line)
        for one in list(made.iter()):
            for mark in [m for m in one if m.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
                one.remove(mark)
        for mark in made.iter(f"{W}{self.kind}Reference"):
            assert self.notes is not None
            note = copy.deepcopy(self.note(str(mark.get(f"{W}id"))))
            mark.set(f"{W}id", str(next(self.free)))
            note.set(f"{W}id", str(mark.get(f"{W}id")))
            self.notes.append(note)
        self.put(made, holder, before)

    def put(self, line: ElementTree.Element, holder: ElementTree.Element, before: int) -> None:
        """A row goes before a row of its table, a bullet before another bullet."""
        places = [one for other, one in self.lines() if other is holder and one.tag == line.tag]
        if places:
            holder.insert(list(holder).index(places[before % len(places)]), line)
        else:
            holder.append(line)

    def note(self, id_: str) -> ElementTree.Element:
        assert self.notes is not None
        return next(note for note in self.notes if note.get(f"{W}id") == id_)

    def renumber(self) -> None:
        """Notes in the order of their marks, numbered anew: Word saves them so."""
        marks = list(self.body.iter(f"{W}{self.kind}Reference"))
        notes = [self.note(str(mark.get(f"{W}id"))) for mark in marks]
        for number, (mark, note) in enumerate(zip(marks, notes, strict=True), 1):
            mark.set(f"{W}id", str(number))
            note.set(f"{W}id", str(number))
        if self.notes is not None:
            self.notes[:] = [*(note for note in self.notes if note.get(f"{W}type")), *notes]

    def data(self) -> bytes:
        """The file as it is saved."""
        self.renumber()
        self.parts["word/document.xml"] = ElementTree.tostring(self.body)
        if self.notes is not None:
            self.parts[self.part] = ElementTree.tostring(self.notes)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, part in self.parts.items():
                package.writestr(name, part)
        return out.getvalue()


def lines(data: bytes) -> list[Line]:
    """Each line with the texts of its notes; what stands in brackets is a part of the words."""
    found = word.reopen(data)
    return [(folded(b.text), tuple(found.notes[n - 1] for n in b.notes)) for b in found.blocks]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(("delete", "move", "copy")), st.integers(0, 40), st.integers(0, 20)),
        max_size=8,
    )
)
def test_every_line_that_is_left_has_its_own_right_source(form: Notes, changes: list[Change]) -> None:
    before = lines(FORMS[form])
    edited = Edited(FORMS[form], form)
    for what, at, to in changes:
        change: Callable[[int, int], None] = getattr(edited, what)
        if edited.lines():
            change(at % len(edited.lines()), to)
    after = lines(edited.data())
    assert set(after) <= set(before)
    deleted = sum(what == "delete" for what, _, _ in changes)
    if not deleted:
        assert set(after) == set(before)


@pytest.mark.parametrize("form", FORMS)
def test_each_line_of_the_body_can_go(form: Notes) -> None:
    before = lines(FORMS[form])
    for at in range(len(Edited(FORMS[form], form).lines())):
        edited = Edited(FORMS[form], form)
        edited.delete(at, 0)
        assert set(lines(edited.data())) < set(before)


@pytest.mark.parametrize("form", FORMS)
def test_a_line_names_the_places_of_all_its_sources_itself(form: Notes) -> None:
    (line,) = (one for one in lines(FORMS[form]) if one[0].startswith("B2"))
    given_ = " ".join((line[0], *line[1]))
    assert re.search(r"S1(?:, line)? 5; S3(?:, line)? 3", given_)
