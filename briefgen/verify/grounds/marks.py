"""Quotation marks: the house sets them only round words that are somebody's, and drops none of a source."""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefgen.english.marks import CLOSING, OPENING
from briefgen.errors import Problem
from briefgen.model import Document, Span
from briefgen.paper.memo import Cited, House, Item, Memo, Reference, Text
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.texts import FieldText, texts

_SPEECH = frozenset({"text", "relation", "version"})
"""Fields that print passages; in the others marks stand round the words that a date or name was read from."""


def marks_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Words between marks of the house are said by somebody, and words from inside a quotation stand between
    marks."""
    for one in texts(memo):
        if one.item is None or one.section == "sources" or one.field not in _SPEECH:
            continue
        for span, inside in runs_with_marks(one.text):
            document = grounds.corpus.by_id.get(span.source)
            if document is None:
                continue
            if inside and not _is_said(span, one.item, grounds):
                what = f"the house quotes what nobody is known to say: {short(grounds.text(span))}"
                yield Problem(one.where, "marks-wrong", what)
            if not inside and _unmarked(document, span, one) and not _marked_beside(document, span, one.text):
                what = f"quoted words stand without marks: {short(grounds.text(span))}"
                yield Problem(one.where, "marks-wrong", what)


def runs_with_marks(text: Text) -> Iterator[tuple[Span, bool]]:
    """The cited runs of a text, and whether each stands between marks of the house."""
    inside = False
    for run in text:
        if isinstance(run, Cited):
            yield run.span, inside
        elif isinstance(run, House):
            for sign in run.text:
                inside = sign in OPENING or (inside and sign not in CLOSING)


def house_words_between(text: Text, known: Set[str] = frozenset()) -> Iterator[str]:
    """The words of the house between marks of the house, run by run; a `known` run, such as what a difference
    is about, is passed over with the marks in it."""
    inside = False
    for run in text:
        if isinstance(run, House) and run.text in known:
            continue
        if isinstance(run, Reference) and inside:
            yield run.target
        if not isinstance(run, House):
            continue
        found = ""
        for sign in run.text:
            if sign in OPENING or sign in CLOSING:
                inside = sign in OPENING
            elif inside:
                found += sign
        if any(sign.isalnum() for sign in found):
            yield found


def _is_said(span: Span, item: Item, grounds: Grounds) -> bool:
    """Whether words lie in a statement of a row, or name whose view is told."""
    for quote in item.quotes or grounds.quotes.within(item.cites):
        if quote.relayed == span or any(part.contains(span) for part in quote.parts):
            return True
        if quote.kind == "own" and any(frame.contains(span) for frame in quote.frame):
            return True
    return False


def _unmarked(document: Document, span: Span, one: FieldText) -> bool:
    """Whether words from inside a quotation are printed as if they were the reporter's."""
    inside = document.inside_quotation(span.start) and document.inside_quotation(span.end - 1)
    relation = one.item is not None and "partners" in (one.section, one.item.section)
    if not inside or relation or one.section == "discrepancies" or one.field == "version":
        return False
    return not any(document.quotations_in(span.start, span.end))


def _marked_beside(document: Document, span: Span, text: Text) -> bool:
    """Whether another run of the line prints a mark of the quotation that words lie in."""
    printed = [run.span for run in text if isinstance(run, Cited) and run.span.source == span.source]
    marks = document.marks_round(span.start)
    return any(one.start <= at < one.end for one in printed for at in marks)


CHECKS = (marks_right,)
