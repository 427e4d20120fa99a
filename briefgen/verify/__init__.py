"""The reopened file against the memo and its sources. A file with a finding does not get its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefgen.errors import Problem
from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import page
from briefgen.paper.memo import Memo, Words
from briefgen.paper.page import PrintedPage
from briefgen.paper.printed import folded
from briefgen.paper.reopened import Reopened
from briefgen.verify import around, evidence, references
from briefgen.verify.aligned import align
from briefgen.verify.expected import cited_in, of_page
from briefgen.verify.expected_data import of_data
from briefgen.verify.file_check import FileCheck, short
from briefgen.verify.references import items_of

LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\[\[|\]\]|\bTODO\b|\bFIXME\b")
"""What a template leaves behind when something went wrong; in a source's own words it is no fault."""


def verify(memo: Memo, reopened: Reopened, words: Words, style: HouseStyle) -> tuple[Problem, ...]:
    """Everything in which a reopened file departs from its memo and sources; empty when it may be kept.

    `words` gives the exact words of a span. What the format's own template says, as its reader tells
    (`Reopened.own`), may appear besides the memo's words.
    """
    style = replace(style, notes=reopened.form) if reopened.form else style
    shown = page(memo, words, style)
    wanted = of_data(memo, words) if reopened.view == "data" else of_page(shown)
    aligned = align(tuple(wanted), reopened.blocks, reopened.own(memo, style))
    sections = tuple(_sections(shown, reopened))
    file = FileCheck(memo, shown, reopened, words, style, aligned, sections)
    return tuple(problem for check in CHECKS for problem in check(file))


def sections_in_order(file: FileCheck) -> Iterator[Problem]:
    """Every section stands there, in order, under its heading."""
    for part, (_, found) in zip(file.page.parts, file.sections, strict=True):
        if not found:
            yield Problem(folded(part.title), "section-lost", "the heading is missing or not in its place")


def cited_words_present(file: FileCheck) -> Iterator[Problem]:
    """Every source run stands in its section character for character, spaces folded."""
    style = file.style if file.reopened.view == "page" else None
    for section, (text, found) in zip(file.memo.sections, file.sections, strict=True):
        if not found:
            continue
        at = 0
        for cited in cited_in(section, file.memo, file.words, style):
            # They stand in order, so the search goes on where the last ones were found.
            place = text.find(cited, at)
            at = max(place, at)
            if place < 0 and cited not in text:
                yield Problem(
                    section.title, "words-lost", f"these words of a source are missing: {short(cited)}"
                )


def notes_complete(file: FileCheck) -> Iterator[Problem]:
    """Every citation has its place; every note has one mark, and every mark a note."""
    placed = {place.span for place in file.memo.places}
    for section, item in items_of(file.memo):
        for cite in dict.fromkeys(item.cites):
            if cite not in placed:
                yield Problem(
                    section.title, "note-lost", f"{cite.source}, {cite.start}-{cite.end} has no place"
                )
    if file.reopened.view == "page":
        if len(file.reopened.notes) > len(file.page.notes):
            yield Problem("the file", "note-lost", "there are notes that belong to no citation")
        marks = Counter(n for block in file.reopened.blocks for n in block.notes)
        for number in sorted(number for number, times in marks.items() if times > 1):
            yield Problem("the file", "note-lost", f"the mark of note {number} stands more than once")


def notes_in_place(file: FileCheck) -> Iterator[Problem]:
    """Every block carries the notes of its citations and no others."""
    texts = file.reopened.notes
    for wanted, block in file.aligned.pairs:
        read = tuple(folded(texts[n - 1]) if 0 < n <= len(texts) else "" for n in block.notes)
        if read != tuple(folded(note) for note in wanted.notes):
            yield Problem(
                wanted.where, "note-lost", f"other notes than its own stand at: {short(wanted.text)}"
            )


def nothing_lost_or_added(file: FileCheck) -> Iterator[Problem]:
    """The file reads as the memo does: nothing missing, nothing that neither source nor house said."""
    for wanted in file.aligned.missing:
        yield Problem(wanted.where, "words-lost", f"this is missing: {short(wanted.text)}")
    for block in file.aligned.foreign:
        yield Problem("the file", "words-foreign", f"this comes from no source: {short(folded(block.text))}")


def no_leftovers(file: FileCheck) -> Iterator[Problem]:
    """No mark of a template was left unfilled in what the template itself adds to text and margins."""
    # What is put in there may look like a mark itself: "[[LIMITED]]" is a marking like any other.
    filled = [folded(value) for value in (file.page.title, file.page.generator, file.page.marking) if value]
    for block in file.aligned.added:
        if _is_leftover(block.text, filled):
            yield Problem("the template", "template-leftover", f"not filled in: {short(folded(block.text))}")
    for margin in file.reopened.margins:
        if _is_leftover(margin, filled):
            yield Problem("header or footer", "template-leftover", f"not filled in: {short(margin)}")


def _is_leftover(text: str, filled: Sequence[str]) -> bool:
    """Whether words hold a mark of a template beside the values that were put in."""
    own = folded(text)
    for value in filled:
        own = own.replace(value, " ")
    return bool(LEFTOVER.search(own))


def marking_shown(file: FileCheck) -> Iterator[Problem]:
    """The handling marking stands in the page margins or in the text."""
    marking = folded(file.memo.marking)
    places = (*file.reopened.margins, *(b.text for b in file.reopened.blocks))
    if marking and file.reopened.view == "page" and not any(marking in folded(p) for p in places):
        yield Problem("header or footer", "marking-lost", f"the marking “{marking}” is missing")


CHECKS: tuple[Callable[[FileCheck], Iterator[Problem]], ...] = (
    *evidence.CHECKS,
    *around.CHECKS,
    sections_in_order,
    cited_words_present,
    notes_complete,
    notes_in_place,
    nothing_lost_or_added,
    no_leftovers,
    marking_shown,
    *references.CHECKS,
)


def _sections(shown: PrintedPage, reopened: Reopened) -> Iterator[tuple[str, bool]]:
    """See `FileCheck.sections`; headings of a template's own stand inside a section."""
    read = reopened.blocks
    starts: list[int] = []
    at = 0
    for part in shown.parts:
        names = {folded(part.title), folded(part.heading)}
        here = (
            n for n in range(at, len(read)) if read[n].kind == "heading" and folded(read[n].text) in names
        )
        starts.append(next(here, -1))
        at = max(at, starts[-1] + 1)
    for number, start in enumerate(starts):
        end = next((n for n in starts[number + 1 :] if n >= 0), len(read))
        yield "\n".join(folded(block.text) for block in read[start + 1 : end]), start >= 0


__all__ = ["CHECKS", "FileCheck", "verify"]
