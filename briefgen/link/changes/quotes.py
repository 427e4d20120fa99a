"""Words between quotation marks that were changed, cut, added, or never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.english.words import plain
from briefgen.link.pairing import Change, Pairing, Severity
from briefgen.link.statement import SharedStatement
from briefgen.link.version import Version
from briefgen.link.wording import QuotedPiece, Rewording, pair_up, pieces, same_words, spoken
from briefgen.model import Span, Token

_SHORT = 12  # words; a quotation of so many fits a cell of a table whole
_HEAVY = 0.25  # share of words without counterpart from which a quotation says something else
_SHOWN = 5  # words of a quotation that never closes
_TRUNCATED = 0.25  # share of a cut piece's words that the reporter's own sentence took over
_BRACKET = re.compile(r"\[([^\[\]\n]{1,80})\]")
_GLOSS = re.compile(r"\(([^()\n]{3,120})\)")
# Words whose exchange changes who is meant or whether it is so.
_WHO = frozenset({"i", "me", "my", "we", "us", "our", "ours", "you", "your", "he", "him", "his", "she", "her",
                  "it", "its", "they", "them", "their", "theirs", "not"})  # fmt: skip


def quotes_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """Every change of quoted words in one statement."""
    paired = pair_up(statement)
    for rewording in paired:
        if not same_words(rewording, statement):
            yield _altered(statement, rewording)
        yield from _brackets_lost(statement, rewording)
        yield from _glossed(statement, rewording)
    yield from _cut(statement, paired)
    yield from _put_in_marks(statement, paired)
    yield from _never_closed(statement)


def _altered(statement: SharedStatement, rewording: Rewording) -> Change:
    original, derived = statement.original.version, statement.derived.version
    left = _words(original, rewording.original.span)
    right = _words(derived, rewording.derived.span)
    severity = _severity(statement, rewording)
    front, back = _common(left, right)
    if max(len(left), len(right)) <= _SHORT or (front + back) * 2 < min(len(left), len(right)):
        return Change("quote-altered", _shown(rewording.original), _shown(rewording.derived), severity)
    return Change(
        "quote-altered",
        _middle(rewording.original.span, left, front, back),
        _middle(rewording.derived.span, right, front, back),
        severity,
    )


def _shown(piece: QuotedPiece) -> Span:
    """A whole stretch with its marks; a part of one without."""
    return piece.stretch.outer if piece.whole else piece.span


def _words(version: Version, span: Span) -> list[Token]:
    return list(version.tokens_in(span))


def _common(left: Sequence[Token], right: Sequence[Token]) -> tuple[int, int]:
    """How many words agree at the front and at the back; a word always stays on either side."""
    mine, theirs = [plain(m.text) for m in left], [plain(m.text) for m in right]
    most = min(len(mine), len(theirs)) - 1
    front = next((k for k in range(most) if mine[k] != theirs[k]), most)
    rest = most - front
    back = next((k for k in range(rest) if mine[-1 - k] != theirs[-1 - k]), rest)
    return front, back


def _middle(span: Span, words: Sequence[Token], front: int, back: int) -> Span:
    last = words[len(words) - 1 - back]
    return Span(span.source, words[front].start, span.end if back == 0 else last.end)


def _severity(statement: SharedStatement, rewording: Rewording) -> Severity:
    left = statement.original.within(rewording.original.span)
    right = statement.derived.within(rewording.derived.span)
    mine = {plain(statement.original.tokens[k].text) for k in left}
    theirs = {plain(statement.derived.tokens[k].text) for k in right}
    lost = [k for k in left if statement.original.tokens[k].content and k not in statement.tiling.forward]
    gained = [k for k in right if statement.derived.tokens[k].content and k not in statement.tiling.backward]
    share = (len(lost) + len(gained)) / max(1, len(left) + len(right))
    if share >= _HEAVY or len(lost) + len(gained) > 2 or (mine ^ theirs) & _WHO:
        return "major"
    return "notable" if lost or gained else "minor"


def _brackets_lost(statement: SharedStatement, rewording: Rewording) -> Iterator[Change]:
    """An editor's insertion that turned into spoken words."""
    side, other = statement.original, statement.derived
    text, span = side.version.document.source.text, rewording.original.span
    if "[" in other.version.document.text(rewording.derived.span):
        return
    there = other.within(rewording.derived.span)
    for match in _BRACKET.finditer(text, span.start, span.end):
        inside = side.within(Span(span.source, match.start(), match.end()))
        taken = [statement.tiling.forward[k] for k in inside if statement.tiling.forward.get(k, -1) in there]
        if taken and len(taken) * 2 >= len(inside):
            found = other.span(min(taken), max(taken) + 1)
            yield Change("bracket-lost", Span(span.source, match.start(), match.end()), found, "notable")


def _glossed(statement: SharedStatement, rewording: Rewording) -> Iterator[Change]:
    """A remark in round brackets inside the marks that the original does not have."""
    derived = statement.derived.version
    span = rewording.derived.span
    if "(" in statement.original.version.document.text(rewording.original.span):
        return
    for match in _GLOSS.finditer(derived.document.source.text, span.start, span.end):
        yield Change("quote-addition", None, Span(span.source, match.start(), match.end()), "major")


def _cut(statement: SharedStatement, paired: Sequence[Rewording]) -> Iterator[Change]:
    """A part of a quotation that the derived text gives in words of its own."""
    used = {r.original for r in paired}
    begun = {r.original.stretch for r in paired}
    for piece in pieces(statement.original):
        if piece in used or piece.stretch not in begun:
            continue
        run = statement.original.within(piece.span)
        there = sorted(statement.tiling.forward[k] for k in run if k in statement.tiling.forward)
        told = len(there) >= max(1, _TRUNCATED * len(run)) and there[-1] - there[0] <= 2 * len(run)
        derived = statement.derived.span(there[0], there[-1] + 1) if told else None
        yield Change("quote-truncated", piece.span, derived, "major" if derived else "minor")


def _put_in_marks(statement: SharedStatement, paired: Sequence[Rewording]) -> Iterator[Change]:
    """Words between marks in the derived text that the original does not quote, or not there."""
    used = {r.derived.stretch for r in paired}
    for stretch in statement.derived.quoted:
        words = spoken(statement.derived.version, stretch.inner)
        if stretch not in used and len(words) > 1 and not statement.original.version.quotes(words):
            yield Change("quote-addition", None, stretch.outer, "major")


def _never_closed(statement: SharedStatement) -> Iterator[Change]:
    """A mark without its partner that the original has closed."""
    if any(not stretch.ended for stretch in statement.original.quoted):
        return
    for stretch in statement.derived.quoted:
        words = _words(statement.derived.version, stretch.inner)[:_SHOWN]
        if not stretch.ended and words:
            shown = Span(stretch.source, stretch.outer_start, words[-1].end)
            yield Change("quote-broken", None, shown, "major")
