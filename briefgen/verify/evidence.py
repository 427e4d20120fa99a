"""Checks of what an evidence page shows beside the memo: the passages, their words, and where links lead."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.paper.printed import folded
from briefgen.verify.aligned import align
from briefgen.verify.file_check import FileCheck, short

WHERE = "the evidence page"


def page_sound(file: FileCheck) -> Iterator[Problem]:
    """The file holds nothing that loads, runs or leads out of it."""
    yield from (Problem(WHERE, "page-unsound", what) for what in file.reopened.faults)


def evidence_complete(file: FileCheck) -> Iterator[Problem]:
    """What stands beside the memo reads as its evidence does: nothing missing, nothing added, and the same
    words set apart."""
    if not _is_page(file):
        return
    # Loaded here: most runs write no page.
    from briefgen.paper.evidence_layout import evidence_page
    from briefgen.verify.expected_evidence import names_on, of_evidence

    shown = evidence_page(file.memo, file.words, file.style)
    read = file.reopened
    wanted = tuple(of_evidence(shown, file.page))
    aligned = align(wanted, read.beside or (), read.own(file.memo, file.style))
    for lost in aligned.missing:
        yield Problem(WHERE, "words-lost", f"this is missing: {short(lost.text)}")
    for block in aligned.foreign:
        yield Problem(WHERE, "words-foreign", f"this comes from no source: {short(folded(block.text))}")
    for right, block in aligned.pairs:
        apart = tuple((tag, folded(text)) for tag, text in block.tones if folded(text))
        if apart != right.tones:
            yield Problem(WHERE, "words-foreign", f"other words are set apart at: {short(right.text)}")
    if tuple(map(folded, read.names)) != tuple(map(folded, names_on(shown, file.page))):
        yield Problem(WHERE, "words-foreign", "names of boxes, tables or parts are not those of the page")


def passages_whole(file: FileCheck) -> Iterator[Problem]:
    """Every cited place is a passage, whose words set apart are those of its source and stand on the page."""
    view = file.memo.evidence
    if view is None or not _is_page(file):
        return
    from briefgen.paper.evidence import ONE_IN

    cited = {place.span for place in file.memo.places}
    found = {one.place.span for one in view.passages}
    for span in sorted(cited - found):
        yield Problem(WHERE, "words-lost", f"{span.source}, {span.start}-{span.end} is no passage")
    apart = {folded("".join(text for _, text in block.tones)) for block in file.reopened.beside or ()}
    for span in sorted(cited & found):
        if folded(file.words(span)) not in apart:
            yield Problem(WHERE, "words-lost", f"a passage is missing: {short(folded(file.words(span)))}")
    if len(view.first) * ONE_IN > len(view.passages):
        yield Problem(WHERE, "number-wrong", "more than one passage in six is to be looked at first")


def places_lead_right(file: FileCheck) -> Iterator[Problem]:
    """In the memo the place of a passage leads to that passage."""
    view = file.memo.evidence
    if view is None or not _is_page(file):
        return
    numbers = {one.place.span: one.number for one in view.passages}
    wanted = [f"p{numbers[cite]}" for cite in _cites(file) if cite in numbers]
    read = [lead for block in file.reopened.blocks for lead in block.leads]
    if wanted != read:
        yield Problem(WHERE, "reference-wrong", "a place in the memo leads to another passage than its own")


def _cites(file: FileCheck) -> Iterator[object]:
    """The cited places in the order in which the memo gives them."""
    for part in file.page.parts:
        for line in part.lines:
            yield from (piece.cite for piece in line.pieces if piece.cite)


def _is_page(file: FileCheck) -> bool:
    """Whether the format is one that shows evidence."""
    return file.reopened.beside is not None


CHECKS = (page_sound, evidence_complete, passages_whole, places_lead_right)
