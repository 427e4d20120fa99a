"""Checks of what an evidence page shows beside the memo: the passages, their words, and where links lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from briefgen.errors import Problem
from briefgen.paper.printed import folded
from briefgen.paper.reopened import ReadBlock
from briefgen.verify.aligned import align
from briefgen.verify.expected import Expected
from briefgen.verify.file_check import FileCheck, short

WHERE = "the evidence page"


def page_sound(file: FileCheck) -> Iterator[Problem]:
    """The file holds nothing that loads, runs or leads out of it."""
    if file.reopened.beside is not None:
        yield from (Problem(WHERE, "page-unsound", what) for what in file.reopened.faults)


def evidence_complete(file: FileCheck) -> Iterator[Problem]:
    """What stands beside the memo reads as its evidence does: nothing missing, nothing added, and the same
    words set apart."""
    if not _is_page(file):
        return
    # Loaded here: most runs write no page.
    from briefgen.paper.evidence_layout import evidence_page
    from briefgen.verify.expected_evidence import drawn_on, names_on, of_evidence

    shown = evidence_page(file.memo, file.words, file.style)
    read = file.reopened
    wanted = tuple(of_evidence(shown, file.page))
    aligned = align(wanted, read.beside or (), read.own(file.memo, file.style))
    for lost in aligned.missing:
        yield Problem(WHERE, "words-lost", f"this is missing: {short(lost.text)}")
    for block in aligned.foreign:
        yield Problem(WHERE, "words-foreign", f"this comes from no source: {short(folded(block.text))}")
    homes = _homes(file)
    for right, block in aligned.pairs:
        yield from _as_wanted(right, block, homes)
    if Counter(read.drawing) != Counter(drawn_on(shown.timeline if shown else None)):
        yield Problem(WHERE, "words-foreign", "the line of time is drawn otherwise than its rows are dated")
    if tuple(map(folded, read.names)) != tuple(map(folded, names_on(shown, file.page))):
        yield Problem(WHERE, "words-foreign", "names of boxes, tables or parts are not those of the page")


def _as_wanted(right: Expected, block: ReadBlock, homes: Mapping[str, str]) -> Iterator[Problem]:
    """In what a block differs though its words are right: what is set apart, where it stands, its links."""
    apart = tuple((tag, folded(text)) for tag, text in block.tones if folded(text))
    if apart != right.tones or block.folded != right.folded:
        yield Problem(WHERE, "words-foreign", f"other words are set apart at: {short(right.text)}")
    if (right.home and right.home not in block.ids) or right.marks != block.marks:
        yield Problem(WHERE, "reference-wrong", f"links that should not lead to: {short(right.text)}")
    leads = (homes.get(lead, "") if ":" in lead else lead for lead in right.leads)
    if tuple(filter(None, leads)) != block.leads:
        yield Problem(WHERE, "reference-wrong", f"a link leads elsewhere at: {short(right.text)}")


def _homes(file: FileCheck) -> Mapping[str, str]:
    """The ids in the memo of rows, sources and annexes by "row:K3", of sections by "section:chronology"."""
    pairs = file.aligned.pairs
    found = {f"row:{right.label}": block.ids[0] for right, block in pairs if right.label and block.ids}
    headings = [block for right, block in pairs if right.numbered]
    for part, block in zip(file.page.parts, headings, strict=False):
        found[f"section:{part.id}"] = next((one for one in block.ids if one.startswith("section-")), "")
    return found


def margins_right(file: FileCheck) -> Iterator[Problem]:
    """Head and foot of the page hold the marking and who made it, and nothing else; its words are in the
    languages of the memo and of its sources."""
    if not _is_page(file):
        return
    page, read = file.page, file.reopened
    wanted = [*filter(None, (page.marking, page.marking)), page.generator]
    if [folded(one) for one in read.margins] != [folded(one) for one in wanted]:
        yield Problem(WHERE, "words-foreign", "head and foot of the page hold other words")
    if not read.languages <= {file.memo.language, *(one.language for one in file.memo.sources)}:
        yield Problem(WHERE, "page-unsound", "it says that its words are in a language which they are not in")


def first_set_apart(file: FileCheck) -> Iterator[Problem]:
    """The passages to look at first, and no others, are set apart where they stand."""
    view = file.memo.evidence
    if view is None or not _is_page(file):
        return
    listed = {block.ids[0] for block in file.reopened.beside or () if block.ids}
    wanted = {f"p{number}" for number in view.first}
    if not file.reopened.first <= wanted or (wanted & listed) - file.reopened.first:
        yield Problem(WHERE, "words-foreign", "other passages are set apart as those to look at first")


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


CHECKS = (
    page_sound,
    margins_right,
    evidence_complete,
    first_set_apart,
    passages_whole,
    places_lead_right,
)
