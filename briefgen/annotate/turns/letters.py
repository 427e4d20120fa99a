"""Turns of letters: each is its signatories', whose names stand below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.turns.persons import is_person, names
from briefgen.english.asides import closes, ends
from briefgen.english.label_heads import is_office, is_titled
from briefgen.english.marks import ends_sentence
from briefgen.english.passages import analyse
from briefgen.model import Document, Span, Turn

_MOST_WORDS = 14
"""Words of a line that holds a signatory."""
_EDGES = " \t\r\n*_.,:;–—-()"


class _Signature(NamedTuple):
    """The lines that sign a letter."""

    label: Span
    """From the first name to the last name or office."""
    lines: int


def letters(document: Document, where: Sequence[int]) -> Iterator[Turn]:
    """One turn for each letter of the text: from behind the signature before to its own."""
    first, at = 0, 0
    while at < len(where):
        if _greets(_text(document, where[at])) and not _says(document, where[first:at]):
            first = at  # what stands above is a head: place, day, to whom
        closing = closes(_text(document, where[at]))
        signed = _signature(document, where, at + closing, closed=closing)
        if signed and _says(document, where[first:at]):
            start, end = document.blocks[where[first]].span, document.blocks[where[at - 1]].span.end
            yield Turn("own", Span(start.source, start.start, end), signed.label)
            at = first = at + closing + signed.lines
        else:
            at += 1


def _says(document: Document, lines: Sequence[int]) -> bool:
    """Whether there is a sentence in the lines."""
    return any(ends_sentence(_text(document, i)) for i in lines)


def _text(document: Document, block: int) -> str:
    return document.text(document.blocks[block].span)


def _greets(text: str) -> bool:
    """Whether a line begins another letter."""
    words = text.strip(_EDGES).casefold()
    return any(
        words == one or words.startswith((one + " ", one + ",")) for one in lexicon.genres.salutations()
    )


def _signature(document: Document, where: Sequence[int], at: int, *, closed: bool) -> _Signature | None:
    """The names from line `at` on, with their offices; a place or a body may have a line of its own.

    Without a closing above them they sign only where the text ends behind them, or another letter begins.
    """
    label: Span | None = None
    count = signers = 0
    for index in where[at:]:
        text = _text(document, index)
        if text.rstrip(_EDGES + "”")[-1:] in "?!" or len(text.split()) > _MOST_WORDS or _is_sentence(text):
            break
        if _greets(text) or closes(text) or _is_field(text):
            break
        office = label is not None and is_office(text.strip(_EDGES))
        signed = None if office else _signed(document, index, closed=closed or label is not None)
        if label is None and signed is None:
            return None
        signers += signed is not None
        if label is None:
            label = signed
        elif signers > 1 or is_titled(text):
            label = Span(label.source, label.start, document.blocks[index].span.end)
        count += 1
    if label is None:
        return None
    behind = [_text(document, index) for index in where[at + count :]]
    last = not behind or _greets(behind[0]) or ends(behind[0]) or _is_field(behind[0])
    return _Signature(label, count) if closed or last else None


def _is_field(text: str) -> bool:
    """Whether a line tells who else gets the letter, or what comes with it: "cc: the harbour master"."""
    word, colon, _ = text.partition(":")
    return bool(colon) and lexicon.genres.label_kinds().get(word.strip(_EDGES).casefold()) == "field"


def _is_sentence(text: str) -> bool:
    return text.rstrip("*_ ").endswith((".", "…")) and not text.rstrip("*_ ").endswith(("Jr.", "Sr."))


def _signed(document: Document, block: int, *, closed: bool) -> Span | None:
    """The person whose name opens a line, with the office behind a comma."""
    passage = analyse(document, block, ())
    first = next(names(passage), None)
    if first is None or any(token.tag != "MARK" for token in passage.tokens[: first.head]):
        return None
    several = first.last > first.first
    if not (is_person(passage, first) or (closed and several)) or passage.cues:
        return None
    start, end = passage.full_extent(first)
    rest = document.source.text[end : passage.end]
    office = rest.startswith(",") and is_titled(rest)
    return document.source.span(start, passage.end if office else end)
