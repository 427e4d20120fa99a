"""Quotations in two versions: which belong together, and which were worded otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.link.statement import SharedStatement, Side
from briefgen.link.version import Version
from briefgen.model import Quotation, Span

_ELLIPSIS = re.compile(r"(?:\.\s?){2,}\.|…")
_SHARED = 0.2  # of the shorter piece's words of meaning; less and the two are not one quotation


class QuotedPiece(NamedTuple):
    """Quoted words between marks or ellipses."""

    stretch: Quotation
    span: Span
    whole: bool
    """The stretch has no ellipsis."""


class Rewording(NamedTuple):
    """One quoted piece of the original and what stands for it between marks in the derived text."""

    original: QuotedPiece
    derived: QuotedPiece


def pieces(side: Side) -> tuple[QuotedPiece, ...]:
    """The quoted stretches of a side, cut at ellipses."""
    return tuple(piece for stretch in side.quoted for piece in _cut(side, stretch))


def _cut(side: Side, stretch: Quotation) -> Iterator[QuotedPiece]:
    text = side.version.document.source.text
    start, inner = stretch.inner.start, stretch.inner
    marks = [m.span() for m in _ELLIPSIS.finditer(text, inner.start, inner.end)]
    for end, after in (*marks, (inner.end, inner.end)):
        words = text[start:end]
        begin, stop = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if begin < stop and any(c.isalnum() for c in text[begin:stop]):
            yield QuotedPiece(stretch, Span(inner.source, begin, stop), not marks)
        start = after


def pair_up(statement: SharedStatement) -> tuple[Rewording, ...]:
    """The quoted pieces of a statement that stand for each other, most alike first, each used once.

    One single quotation on either side is taken for the same even when few words agree.
    """
    left, right = pieces(statement.original), pieces(statement.derived)
    scored = sorted(
        ((alike(statement, a.span, b.span), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right)),
        reverse=True,
    )
    found: dict[int, int] = {}
    for score, i, j in scored:
        lonely = len(left) == len(right) == 1
        if -i not in found and -j not in found.values() and (score >= _SHARED or lonely):
            found[-i] = -j
    return tuple(Rewording(left[i], right[j]) for i, j in sorted(found.items()))


def alike(statement: SharedStatement, left: Span, right: Span) -> float:
    """Share of the shorter stretch's words of meaning that match a word of the other."""
    mine, theirs = statement.original.within(left), statement.derived.within(right)
    own = [k for k in mine if statement.original.tokens[k].content]
    others = [k for k in theirs if statement.derived.tokens[k].content]
    shared = sum(1 for k in own if statement.tiling.forward.get(k, -1) in theirs)
    return shared / max(1, min(len(own), len(others)))


def same_words(rewording: Rewording, statement: SharedStatement) -> bool:
    """Whether the original quotes these words too, case, marks and accents apart.

    A shorter quotation, or two that stand side by side in the original, are no alteration.
    """
    words = spoken(statement.derived.version, rewording.derived.span)
    return statement.original.version.quotes(words)


def spoken(version: Version, span: Span) -> tuple[str, ...]:
    """The words of a span, folded."""
    return version.plain_words(span.start, span.end)


def altered_quotations(said: Iterable[SharedStatement]) -> tuple[int, int]:
    """(quoted pieces that have a counterpart, those of them that are worded otherwise)."""
    same = [same_words(rewording, one) for one in said for rewording in pair_up(one)]
    return len(same), same.count(False)
