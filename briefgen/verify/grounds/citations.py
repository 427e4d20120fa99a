"""Cited words stand in a passage that their line cites, begin and end with a word, and hide no gap."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefgen.english.markup import has_words
from briefgen.english.name_case import key
from briefgen.errors import Problem
from briefgen.model import Quote, Span
from briefgen.paper.memo import Cited, House, Item, Memo
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds, rows
from briefgen.verify.texts import FieldText, texts

_OWN_WORDS = frozenset({"text", "relation", "version", "closing"})
"""Fields that print the passage itself; the others say of it who spoke, where and when."""
_BETWEEN = frozenset(" “”‘’\"'")
"""Signs between two pieces that a reader reads as one."""


def cited_in_place(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Cited words lie in a passage of their line; a name, role, place or day may stand beside it, where the
    findings in that passage have it from."""
    for one in texts(memo):
        for run in one.text:
            if isinstance(run, Cited) and not _in_place(run.span, one, grounds):
                words = grounds.text(run.span)
                what = f"these words are not of what the line cites: {short(words)}"
                yield Problem(one.where, "cited-elsewhere", what)


def cites_are_sentences(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """What a line cites are passages of the document: they begin and end with a word, and lie in its text."""
    for item in rows(memo):
        for cite in item.cites:
            document = grounds.corpus.by_id.get(cite.source)
            if document is None or cite.end > len(document.source.text):
                yield Problem(cite.source, "cited-elsewhere", f"{cite.start}-{cite.end} lies in no source")
            elif torn(document.source.text, cite):
                yield Problem(cite.source, "word-torn", f"a passage begins or ends inside a word: {cite}")


def words_whole(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """No cited words begin or end inside a word or number."""
    for one in texts(memo):
        for run in one.text:
            document = grounds.corpus.by_id.get(run.span.source) if isinstance(run, Cited) else None
            if isinstance(run, Cited) and document and torn(document.source.text, run.span):
                what = f"cited words begin or end inside a word: {short(grounds.text(run.span))}"
                yield Problem(one.where, "word-torn", what)


def gaps_shown(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Where words are left out between two pieces that read as one, "…" stands."""
    for one in texts(memo):
        last: Span | None = None
        between = ""
        for run in one.text:
            if not isinstance(run, Cited):
                between += run.text if isinstance(run, House) else "\0"
                continue
            if last is not None and set(between) <= _BETWEEN and _gap(last, run.span, grounds):
                what = f"words are left out before {short(grounds.text(run.span))}, and no “…” says so"
                yield Problem(one.where, "gap-hidden", what)
            last, between = run.span, ""


def _gap(before: Span, after: Span, grounds: Grounds) -> bool:
    """Whether two pieces do not follow each other, but for blanks and marks."""
    if before.source != after.source or after.start < before.end:
        return True
    return has_words(grounds.corpus.by_id[before.source].source.text, before.end, after.start)


def torn(text: str, span: Span) -> bool:
    """Whether a span begins or ends inside a word, a number or a sign of several code points."""
    return _inside(text, span.start) or _inside(text, span.end)


def _inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if unicodedata.combining(behind):
        return before.isalnum()
    if before in ".," and behind.isdigit():
        return at > 1 and text[at - 2].isdigit()
    if behind in ".," and before.isdigit():
        return text[at + 1 : at + 2].isdigit()
    return _of_word(before) and _of_word(behind)


def _of_word(sign: str) -> bool:
    # Signs of Chinese and Japanese are words of their own.
    return sign.isalnum() and unicodedata.category(sign) != "Lo"


def _in_place(span: Span, one: FieldText, grounds: Grounds) -> bool:
    item = one.item
    if item is None:
        return _of_a_document(span, one, grounds)
    if one.field == "band":
        return True  # it is of several rows: `speakers.bands_right` looks at all of them
    if any(cite.contains(span) for cite in item.cites):
        return True
    if one.section == "sources":
        return True
    if one.field in _OWN_WORDS and not item.versions:
        return False
    return any(known.contains(span) for known in beside(item, grounds)) or _spelt(span, item, grounds)


def _of_a_document(span: Span, one: FieldText, grounds: Grounds) -> bool:
    """Whether words of the list of sources are those of the document whose entry has them."""
    return one.section == "sources" and span.source in grounds.corpus.by_id


def beside(item: Item, grounds: Grounds) -> Iterator[Span]:
    """Words in the document of an item that say who speaks, where and when."""
    for quote in item.quotes or grounds.quotes.within(item.cites):
        yield from said_of(quote)
    if item.when:
        yield from (span for span in (item.when.printed, item.when.anchor) if span)
    for issue in grounds.issues.within(item.cites):
        yield from (span for span in (issue.holder, issue.teller) if span)


def said_of(quote: Quote) -> Iterator[Span]:
    """The words that name who speaks, in what role, for whom, where, when and on what occasion."""
    spans = [quote.mention, quote.joint, quote.relayed, quote.place, quote.occasion]
    for who in (quote.speaker, *quote.together):
        spans += [who.name, who.role, who.behalf] if who else []
    spans.append(quote.dated.span if quote.dated else None)
    yield from (span for span in spans if span)


def _spelt(span: Span, item: Item, grounds: Grounds) -> bool:
    """Whether words are how the folder writes a name that the passage has in capitals."""
    wanted = key(grounds.text(span))
    names = (grounds.text(one) for one in beside(item, grounds))
    return any(name.isupper() and key(name) == wanted for name in names)


CHECKS = (cites_are_sentences, cited_in_place, words_whole, gaps_shown)
