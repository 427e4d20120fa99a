"""What stands beside the memo on the evidence page: each passage at its place, each use a row of the memo,
each source in full and in order."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.paper.evidence import CitedPassage, EvidenceView, KnownFact, SourceText, Use
from briefgen.paper.memo import Cited, House, Item, Memo, Text, held_by
from briefgen.verify.file_check import short
from briefgen.verify.grounds.citations import torn
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.grounds.vocabulary import Vocabulary

_WHERE = "the evidence page"


def evidence_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Everything that the evidence page adds to a memo; nothing where there is none."""
    view = memo.evidence
    if view is None:
        return
    places, known = set(memo.places), _cited_by(memo)
    for passage in view.passages:
        if passage.place not in places:
            yield _wrong(f"passage {passage.number} is none that the memo cites")
        yield from _beside(passage, grounds)
        for use in passage.uses:
            yield from _use(passage, use, known)
            for claim in use.claims:
                yield from _claim(claim, grounds)
    for source in view.sources:
        yield from _source(source, memo, grounds)
    yield from _words(view, memo, grounds)


def _beside(passage: CitedPassage, grounds: Grounds) -> Iterator[Problem]:
    """The sentences beside a passage are those of its document before and behind it."""
    span = passage.place.span
    for beside, right in ((passage.before, False), (passage.after, True)):
        if beside is None:
            continue
        text = grounds.corpus.document(span).source.text
        apart = text[span.end : beside.start] if right else text[beside.end : span.start]
        if beside.source != span.source or (beside.start < span.end if right else beside.end > span.start):
            yield _wrong(f"what stands beside passage {passage.number} is not")
        elif torn(text, beside) or len(apart) > _FAR:
            yield _wrong(f"what stands beside passage {passage.number} is far from it")
    for voice in passage.voices:
        if not span.contains(voice):
            yield _wrong(f"passage {passage.number} does not hold the words that are marked in it")


_FAR = 5000
"""Signs between two neighbouring sentences: a table or a page of furniture may lie there."""


def _use(passage: CitedPassage, use: Use, known: set[tuple[Span, str]]) -> Iterator[Problem]:
    """A use is a row that cites the passage, and marks words in it."""
    span = passage.place.span
    if (span, use.label) not in known:
        where = use.label or use.section
        yield _wrong(f"passage {passage.number} is said to be used in {where}, which does not cite it")
    for printed in (*use.printed, *use.dropped, *use.clauses):
        if not span.contains(printed):
            yield _wrong(f"words of another passage are marked in passage {passage.number}")


def _cited_by(memo: Memo) -> set[tuple[Span, str]]:
    """Each passage with the label of every row that cites it, itself or in a position."""
    items = (item for section in memo.sections if section.id != "sources" for item in section.items)
    return {(cite, item.label) for item in items for cite in held_by(item)}


def _claim(claim: KnownFact, grounds: Grounds) -> Iterator[Problem]:
    """Where the words stand that a claim rests on is said as it is."""
    if claim.shown is None:
        return
    source = grounds.corpus.document(claim.shown).source
    where = [source.place(span.start) for span in (claim.shown, *_cited(claim.known))]
    for run in claim.known:
        if isinstance(run, House) and run.text.startswith("line ") and run.text not in where:
            yield _wrong(f"{short(grounds.text(claim.shown))} stands on {where[0]}, not on {run.text}")


def _cited(text: Text) -> Iterator[Span]:
    return (run.span for run in text if isinstance(run, Cited))


def _source(source: SourceText, memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A source in full has its lines in order, each once and at its place."""
    document = grounds.corpus.by_id.get(source.source)
    if document is None or source.source not in memo.source_of:
        yield _wrong(f"{source.source} is none of the sources")
        return
    if source.withheld != document.confidential or (source.withheld and source.lines):
        yield _wrong(f"{document.source.file} is confidential, or said to be so")
    last = 0
    for line in source.lines:
        if line.span.source != source.source or line.span.start < last:
            yield _wrong(f"lines of {document.source.file} are out of order")
            return
        last = line.span.end
        if line.place != document.source.place(line.span.start):
            yield _wrong(
                f"a line of {document.source.file} stands at {document.source.place(line.span.start)}"
            )


def _words(view: EvidenceView, memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """No words of its own but the house's."""
    vocabulary = Vocabulary(memo, grounds)
    for item, text in _texts(view, memo):
        for run in text:
            if isinstance(run, House) and not vocabulary.knows_anywhere(run.text, item):
                yield _wrong(f"these words are neither the house's nor a source's: {short(run.text)}")
            if isinstance(run, Cited) and torn(grounds.corpus.document(run.span).source.text, run.span):
                yield _wrong(f"cited words begin or end inside a word: {short(grounds.text(run.span))}")


def _texts(view: EvidenceView, memo: Memo) -> Iterator[tuple[Item, Text]]:
    """All words of the view, with a row that cites what they are about."""
    for passage in view.passages:
        about = Item((), cites=(passage.place.span,))
        for use in passage.uses:
            row = memo.rows.get(use.label, about)
            yield row, use.line
            yield from ((row, text) for claim in use.claims for text in (claim.said, claim.known))
        yield from ((about, reason.text) for reason in passage.reasons)
    spans = {passage.number: passage.place.span for passage in view.passages}
    for one in view.differences:
        cites = tuple(spans[number] for side in one.sides for number in side.passages if number in spans)
        row = Item((), cites=cites)
        yield row, one.point
        yield from ((row, side.words) for side in one.sides)
    for event in view.events:
        row = memo.rows.get(event.label, Item(()))
        yield from ((row, text) for text in (event.day, event.text))


def _wrong(what: str) -> Problem:
    return Problem(_WHERE, "evidence-wrong", what)


CHECKS = (evidence_right,)
