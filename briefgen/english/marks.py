"""Quotation marks to quoted stretches, block by block: an automaton that never fails.

Double marks of any style (curly, straight, low, angle, and the '' of old wires) count first; single
marks only in a block without double ones, or around all of them, so that apostrophes cannot open a
quotation. A stretch that
is never closed runs to the end of its block; whether that is a quotation over several paragraphs or a
lost mark, the next block tells.
"""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple


class Stretch(NamedTuple):
    """Words between two quotation marks; offsets are code points of the source."""

    start: int
    end: int
    """Without the marks, trimmed of white space."""
    outer_start: int
    outer_end: int
    """With the marks."""
    closed: bool
    single: bool


_DOUBLE = re.compile(r"''|``|[“”„\"«»]")
_SINGLE = re.compile(r"['‘’]")
_DOUBLES = frozenset('“”„"«»')
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_SIDE = frozenset("([{–—-“‘'\"/")  # may stand right before an opening mark


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """Quoted stretches of the block `text[start:end]`, in order, none empty, none overlapping."""
    doubles = [(m.start(), m.end()) for m in _DOUBLE.finditer(text, start, end)]
    pairs = _double_pairs(text, start, end, doubles)
    singles = [m.start() for m in _SINGLE.finditer(text, start, end)]
    outer = _single_pairs(text, end, singles)
    if doubles and not _all_nested(text, pairs, outer):
        return _trimmed(text, pairs, end, single=False)
    return _trimmed(text, outer, end, single=True)


Pair = tuple[int, int, int, int]
"""Start and end of the opening mark, start and end of the closing one (both `end` when unclosed)."""


def _double_pairs(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> list[Pair]:
    pairs: list[Pair] = []
    opened: tuple[int, int] | None = None
    odd = sum(text[a] == '"' for a, _ in marks) % 2 == 1
    nested = _nested(text, marks)
    for low, high in marks:
        if opened is None:
            if _may_open(text, low, high, start, end):
                opened = low, high
        elif low in nested:
            continue
        elif _closes(text, (low, high), (start, end), odd):
            pairs.append((*opened, low, high))
            opened = None
        elif odd and text[low] == '"':
            pairs.append((*opened, low, low))
            opened = low, high
    if opened is not None:
        pairs.append((*opened, end, end))
    return pairs


def _nested(text: str, marks: list[tuple[int, int]]) -> frozenset[int]:
    """Curly marks of a quotation inside one with the same marks: two open in a row, then two close."""
    found: list[int] = []
    for run in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        kinds = "".join("o" if text[a] in _OPENING else "c" if text[a] in _CLOSING else "?" for a, _ in run)
        if kinds == "oocc":
            found += [run[1][0], run[2][0]]
    return frozenset(found)


def _may_open(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether a mark met outside a quotation opens one."""
    if high >= end:
        return False
    before = text[low - 1] if low > start else " "
    after = text[high]
    if text[low] in _OPENING:
        return not after.isspace() or before.isspace()
    if text[low] in _CLOSING:  # a wrong glyph, when it clings to the next word alone
        return before.isspace() and after.isalnum()
    if before == "=" or after in ">=":  # the value of an attribute left over from a page's markup
        return False
    if before.isdigit() and not after.isalnum():  # 6' 2", a 13" screen
        return False
    return not after.isspace()


def _closes(text: str, mark: tuple[int, int], block: tuple[int, int], odd: bool) -> bool:
    """Whether a mark met inside a quotation closes it."""
    low, high = mark
    before = text[low - 1] if low > block[0] else " "
    after = text[high] if high < block[1] else " "
    clings_forward = (before.isspace() or before in _SIDE) and not after.isspace()
    if text[low] in _CLOSING:
        return True
    if text[low] in _OPENING:  # a wrong glyph, when it clings to the word before alone
        return not before.isspace() and before not in _SIDE and not after.isalnum()
    return not (odd and clings_forward and after.isalnum())


def _single_pairs(text: str, end: int, marks: list[int]) -> list[Pair]:
    closers = _single_closers(text, end, marks)
    pairs: list[Pair] = []
    free = 0
    for at in marks:
        if at < free or text[at] == "’" or at + 1 >= end or text[at + 1].isspace():
            continue
        if at and text[at - 1].isalnum():
            continue
        index = bisect.bisect_right(closers, at + 1)
        if index == len(closers):
            continue
        # One word between straight marks is as often one with two apostrophes; a curly mark tells.
        if text[at] != "‘" and not any(c.isspace() for c in text[at : closers[index]][:200]):
            continue
        close = closers[index]
        pairs.append((at, at + 1, close, close + 1))
        free = close + 1
    return pairs


def _all_nested(text: str, inner: list[Pair], outer: list[Pair]) -> bool:
    """Whether all double quotations stand inside single ones that end like a sentence: ‘... “...” ...,’"""
    spans = [(o[1], o[2]) for o in outer if text[o[2] - 1] in ",.!?…"]
    starts = [low for low, _ in spans]
    for pair in inner:
        at = bisect.bisect_right(starts, pair[0]) - 1
        if at < 0 or not spans[at][0] < pair[0] <= pair[3] <= spans[at][1]:
            return False
    return bool(inner)


def _single_closers(text: str, end: int, marks: list[int]) -> list[int]:
    """Single marks that can close: not inside a word, and no plural possessive while another follows."""
    found: list[int] = []
    for at in reversed(marks):
        inside_word = at + 1 < end and text[at + 1].isalnum()
        if text[at] == "‘" or inside_word or text[at - 1 : at].isspace():
            continue
        possessive = text[at - 1 : at] == "s" and text[at + 1 : at + 2] == " "
        if not (possessive and found):
            found.append(at)
    return found[::-1]


def _trimmed(text: str, pairs: list[Pair], end: int, *, single: bool) -> list[Stretch]:
    found = []
    for outer, low, high, after in pairs:
        closed = high < after
        while low < high and (text[low].isspace() or text[low] in _DOUBLES):
            low += 1
        while high > low and (text[high - 1].isspace() or text[high - 1] in _DOUBLES):
            high -= 1
        if any(c.isalnum() for c in text[low:high]):
            found.append(Stretch(low, high, outer, min(max(after, high), end), closed, single))
    return found
