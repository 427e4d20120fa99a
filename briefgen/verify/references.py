"""Checks of what stands for a passage: references to rows, numbers of rows, places in brackets and notes.

Worked out from the memo's records and the words that were read, not from the page that was drawn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.paper.memo import Item, Memo, Reference, Section, Text
from briefgen.paper.printed import folded
from briefgen.paper.reopened import ReadBlock
from briefgen.verify.file_check import FileCheck, short
from briefgen.verify.texts import texts

_NUMBERED = re.compile(r"(.*?)(\d+)")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_UNNAMED = "line "
"""The word of a place that a bracket leaves out."""


def references_right(file: FileCheck) -> Iterator[Problem]:
    """Every reference names one row of the memo that tells a passage the item cites."""
    memo = file.memo
    rows = _rows(memo)
    for section, item in items_of(memo):
        for label in item.refs:
            if len(rows.get(label, ())) != 1:
                what = f"{label} names {len(rows.get(label, ()))} rows"
            elif rows[label][0] is item:
                what = f"{label} refers to itself"
            elif not any(cite.overlaps(span) for cite in item.cites for span in _told(rows[label][0])):
                what = f"{label} does not tell what is cited at: {short(_words(item.text, file))}"
            else:
                continue
            yield Problem(section.title, "reference-wrong", what)


def pointers_right(file: FileCheck) -> Iterator[Problem]:
    """Every label or number in the memo's words is one of its rows, sources or annexes."""
    memo = file.memo
    rows = _rows(memo)
    known = {entry.source for entry in memo.sources} | {s.id for s in memo.sections if s.annex}
    known |= {label for label, found in rows.items() if len(found) == 1}
    for one in texts(memo):
        for run in one.text:
            if isinstance(run, Reference) and run.target not in known:
                yield Problem(one.where, "reference-wrong", f"{run.target} names no row, source or annex")


def sources_listed(file: FileCheck) -> Iterator[Problem]:
    """Every cited source has a number of its own, and a row in the table of sources where there is one."""
    memo = file.memo
    tables = [section for section in memo.sections if section.id == "sources"]
    listed = {item.label for section in tables for item in section.items}
    for entry_id, times in Counter(entry.id for entry in memo.sources).items():
        if times > 1:
            yield Problem(entry_id, "reference-wrong", f"{times} sources have the number {entry_id}")
    for source in sorted({cite.source for _, item in items_of(memo) for cite in item.cites}):
        entry = memo.source_of.get(source)
        if entry is None or (tables and entry.id not in listed):
            yield Problem(source, "reference-wrong", f"{source} is cited and not in the table of sources")


def rows_numbered(file: FileCheck) -> Iterator[Problem]:
    """The numbers of rows go up by one, through body and annexes: K1, K2, K3."""
    last: dict[str, int] = {}
    for section in file.memo.sections:
        for item in section.items if section.id != "sources" else ():
            found = _NUMBERED.fullmatch(item.label)
            if not found:
                continue
            before = last.get(found[1], 0)
            last[found[1]] = int(found[2])
            if int(found[2]) != before + 1:
                after = f"after {found[1]}{before}" if before else "first"
                yield Problem(section.title, "number-wrong", f"the row {item.label} comes {after}")


def places_in_line(file: FileCheck) -> Iterator[Problem]:
    """Every passage is told by a row that its line refers to, or the line itself gives its place."""
    if file.reopened.view != "page":
        return
    memo, rows = file.memo, _rows(file.memo)
    read: dict[tuple[int, int], list[tuple[str, ReadBlock]]] = {}
    lost = {wanted.item for wanted in file.aligned.missing}
    for wanted, block in file.aligned.pairs:
        if wanted.item is not None:
            read.setdefault(wanted.item, []).append((wanted.text, block))
    for at, section in enumerate(memo.sections):
        for number, item in enumerate(section.items):
            # Of a row that was not found whole, what is missing is told already.
            blocks = read.get((at, number), []) if (at, number) not in lost else []
            given = tuple(_given(blocks, file.reopened.notes))
            for one in (item, *item.positions) if blocks else ():
                held = [span for label in one.refs for row in rows.get(label, ()) for span in _told(row)]
                for cite in one.cites:
                    if any(cite.overlaps(span) for span in held) or _is_given(cite, memo, given):
                        continue
                    what = f"the place of {cite.source}, {cite.start}-{cite.end} is missing"
                    yield Problem(section.title, "note-lost", f"{what} at: {short(_words(one.text, file))}")


def links_lead_right(file: FileCheck) -> Iterator[Problem]:
    """Where references are links, each leads to the row, source or annex that it names."""
    if not file.reopened.linked:
        return
    numbers = {id(block): number for number, block in enumerate(file.reopened.blocks)}
    labels = {numbers[id(block)]: wanted.label for wanted, block in file.aligned.pairs}
    known = set(filter(None, labels.values()))
    for wanted, block in file.aligned.pairs:
        led = [labels.get(number, "") for number in block.links]
        if led != [label for label in wanted.links if label in known]:
            yield Problem(wanted.where, "reference-wrong", f"a link leads elsewhere at: {short(wanted.text)}")


def items_of(memo: Memo) -> Iterator[tuple[Section, Item]]:
    """All items with their section, the positions of an item behind it."""
    for section in memo.sections:
        for item in section.items:
            yield section, item
            yield from ((section, position) for position in item.positions)


def _rows(memo: Memo) -> dict[str, list[Item]]:
    """The rows by label; a right memo has one of each."""
    found: dict[str, list[Item]] = {}
    for section in memo.sections:
        for item in section.items if section.id != "sources" else ():
            if item.label:
                found.setdefault(item.label, []).append(item)
    return found


def _told(row: Item) -> list[Span]:
    return [cite for one in (row, *row.positions) for cite in one.cites]


def _given(blocks: list[tuple[str, ReadBlock]], notes: tuple[str, ...]) -> Iterator[str]:
    """What stands in brackets or notes of a row: the places of one source each."""
    for text, block in blocks:
        for bracket in _BRACKET.findall(text):
            yield from (part.strip() for part in bracket.split(";"))
        yield from (folded(notes[n - 1]) for n in block.notes if 0 < n <= len(notes))


def _is_given(cite: Span, memo: Memo, given: tuple[str, ...]) -> bool:
    """Whether a bracket or note names number and place of a citation, as whole words."""
    place = memo.place_of.get(cite)
    if place is None:
        return False
    number, where = memo.number(cite.source), folded(place.text)
    listed = f", {where.removeprefix(_UNNAMED)}, "
    for text in given:
        at = _behind_word(text, number, 0)
        if at >= 0 and _behind_word(text, where, at) >= 0:
            return True
        if text.startswith(f"{number} ") and listed in f", {text.removeprefix(f'{number} ')}, ":
            return True
    return False


def _behind_word(text: str, word: str, start: int) -> int:
    """Where the first place of a word as a whole one ends, from `start` on; -1 where there is none."""
    at = text.find(word, start)
    while at >= 0:
        end = at + len(word)
        if not _of_word(text[at - 1 : at]) and not _of_word(text[end : end + 1]):
            return end
        at = text.find(word, at + 1)
    return -1


def _of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _words(text: Text, file: FileCheck) -> str:
    """Words of an item for a message."""
    return folded("".join(file.words(run.span) for run in text if hasattr(run, "span")))


CHECKS = (references_right, pointers_right, sources_listed, rows_numbered, places_in_line, links_lead_right)
