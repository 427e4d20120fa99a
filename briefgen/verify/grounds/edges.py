"""Where a line prints a piece of a sentence, "…" stands on each side on which words are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.english.markup import has_words
from briefgen.english.place_line import behind_place_line
from briefgen.errors import Problem
from briefgen.model import Document, Span
from briefgen.paper.memo import Cited, House, Memo, Text
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.texts import texts

_GAP = "…"
_WHOLE = frozenset({"in-brief", "background", "key-statements", "open-issues", "further", "chronology"})
"""Sections whose rows print sentences or pieces of them; others print names, terms and relations."""


def cuts_shown(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A row that begins or ends inside a sentence says so."""
    for one in texts(memo):
        printed = one.item is not None and one.item.section != "partners"
        if not printed or one.field != "text" or one.section not in _WHOLE:
            continue
        for piece in _pieces(one.text):
            document = grounds.corpus.by_id.get(piece.words.source)
            if document is None:
                continue
            words = short(grounds.text(piece.words))
            if _GAP not in piece.before and not _begins(document, piece.words):
                yield Problem(one.where, "gap-hidden", f"no “…” stands before words of a sentence: {words}")
            if _GAP not in piece.behind and not _ends(document, piece.words):
                yield Problem(one.where, "gap-hidden", f"no “…” stands behind words of a sentence: {words}")


class PrintedPiece(NamedTuple):
    """The first to the last words of a passage that a line prints, with the house's words on both sides."""

    words: Span
    before: str
    behind: str


def _pieces(text: Text) -> Iterator[PrintedPiece]:
    """What a line prints of passages, each up to where the house says something in its own words."""
    cited: list[Span] = []
    before = behind = ""
    for run in text:
        if isinstance(run, Cited):
            if cited and (_says(behind) or cited[0].source != run.span.source):
                yield PrintedPiece(_whole(cited), before, behind)
                # What follows the house's words is no sentence: whose view is told, another event.
                return
            cited.append(run.span)
            behind = ""
        else:
            said = run.text if isinstance(run, House) else run.target
            before, behind = (before, behind + said) if cited else (before + said, behind)
    if cited:
        yield PrintedPiece(_whole(cited), before, behind)


def _says(words: str) -> bool:
    return any(sign.isalnum() for sign in words)


def _whole(cited: list[Span]) -> Span:
    return Span(cited[0].source, cited[0].start, max(cited[0].end, cited[-1].end))


def _begins(document: Document, piece: Span) -> bool:
    """Whether no words but the place of the report stand before a piece in its sentence; or it is a
    quotation, whose marks say where it begins."""
    sentence = document.sentence_at(piece)
    if sentence is None or document.quotations_in(piece.start, piece.start + 1):
        return True
    # The marks round a piece of a quotation are the house's: it begins behind the source's own.
    if document.quotation_of(piece) is not None:
        return True
    start = behind_place_line(document.tokens, sentence.span.start, sentence.span.end)
    return not has_words(document.source.text, start, piece.start)


def _ends(document: Document, piece: Span) -> bool:
    """Whether no words stand behind a piece in its sentence; or it is a quotation."""
    sentence = document.sentence_at(Span(piece.source, piece.end - 1, piece.end))
    if sentence is None or not has_words(document.source.text, piece.end, sentence.span.end):
        return True
    return any(one.outer_end == piece.end for one in document.quotations_in(piece.start, piece.end))


CHECKS = (cuts_shown,)
