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

from briefgen.model import Quotation


class _Block(NamedTuple):
    """The block that is read."""

    text: str
    """That of the source."""
    start: int
    end: int
    odd: bool = False
    """Whether it has an odd number of straight double marks, so that one of them is lost."""


_DOUBLE = re.compile(r"''|``|[“”„\"«»]")
_SINGLE = re.compile(r"['‘’]")
DOUBLES = frozenset('“”„"«»')
"""Double marks of any style."""
OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
"""Double marks that only open, and that only close."""
OPENERS = OPENING | frozenset("\"‘‚'")
"""Marks with which a quotation may begin, straight ones included."""
CLOSERS = frozenset("”\"’'»")
"""Marks with which a quotation may end."""
SENTENCE_ENDS = frozenset(".!?…")
_BEHIND_STOP = "".join(sorted(CLOSERS)) + "*_)] \t\r\n"
"""What may stand behind the stop of a sentence: marks, brackets, signs of bold letters."""
_SIDE = frozenset("([{–—-“‘'\"/")  # may stand right before an opening mark


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, whatever marks and brackets close behind the stop."""
    return line.rstrip(_BEHIND_STOP)[-1:] in SENTENCE_ENDS


def quotations(text: str, start: int, end: int, source: str = "") -> list[Quotation]:
    """The quotations of the block `text[start:end]` of a source, in order, none empty, none overlapping."""
    doubles = [m.span() for m in _DOUBLE.finditer(text, start, end)]
    singles = [m.start() for m in _SINGLE.finditer(text, start, end)]
    if not doubles and not singles:
        return []
    odd = sum(text[low] == '"' for low, _ in doubles) % 2 == 1
    pairs = _double_pairs(_Block(text, start, end, odd), doubles)
    outer = _single_pairs(text, end, singles)
    if doubles and not _all_nested(text, pairs, outer):
        return [made for pair in pairs if (made := _trimmed(source, text, pair, end))]
    return [made for pair in outer if (made := _trimmed(source, text, pair, end, single=True))]


Pair = tuple[int, int, int, int]
"""Start and end of the opening mark, start and end of the closing one (both `end` when unclosed)."""


def _double_pairs(block: _Block, marks: list[tuple[int, int]]) -> list[Pair]:
    pairs: list[Pair] = []
    opened: tuple[int, int] | None = None
    nested = _nested(block.text, marks)
    for low, high in marks:
        if opened is None:
            if _may_open(block, low, high):
                opened = low, high
        elif low in nested:
            continue
        elif _closes(block, low, high):
            pairs.append((*opened, low, high))
            opened = None
        elif block.odd and block.text[low] == '"':
            pairs.append((*opened, low, low))
            opened = low, high
    if opened is not None:
        pairs.append((*opened, block.end, block.end))
    return pairs


def _nested(text: str, marks: list[tuple[int, int]]) -> frozenset[int]:
    """Curly marks of a quotation inside one with the same marks: two open in a row, then two close."""
    found: list[int] = []
    for run in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        kinds = "".join("o" if text[a] in OPENING else "c" if text[a] in CLOSING else "?" for a, _ in run)
        if kinds == "oocc":
            found += [run[1][0], run[2][0]]
    return frozenset(found)


def _may_open(block: _Block, low: int, high: int) -> bool:
    """Whether a mark met outside a quotation opens one."""
    text = block.text
    if high >= block.end:
        return False
    before = text[low - 1] if low > block.start else " "
    after = text[high]
    if text[low] in OPENING:
        return not after.isspace() or before.isspace()
    if text[low] in CLOSING:  # a wrong glyph, when it clings to the next word alone
        return before.isspace() and after.isalnum()
    if before == "=" or after in ">=":  # the value of an attribute left over from a page's markup
        return False
    if before.isdigit() and not after.isalnum():  # 6' 2", a 13" screen
        return False
    return not after.isspace()


def _closes(block: _Block, low: int, high: int) -> bool:
    """Whether a mark met inside a quotation closes it."""
    text = block.text
    before = text[low - 1] if low > block.start else " "
    after = text[high] if high < block.end else " "
    clings_forward = (before.isspace() or before in _SIDE) and not after.isspace()
    if text[low] in CLOSING:
        return True
    if text[low] in OPENING:  # a wrong glyph, when it clings to the word before alone
        return not before.isspace() and before not in _SIDE and not after.isalnum()
    return not (block.odd and clings_forward and after.isalnum())


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


def _trimmed(source: str, text: str, pair: Pair, end: int, *, single: bool = False) -> Quotation | None:
    """The quotation between two marks without white space at its ends; None without a letter or digit."""
    outer, low, high, after = pair
    closed = high < after
    while low < high and (text[low].isspace() or text[low] in DOUBLES):
        low += 1
    while high > low and (text[high - 1].isspace() or text[high - 1] in DOUBLES):
        high -= 1
    if not any(c.isalnum() for c in text[low:high]):
        return None
    return Quotation(source, low, high, outer, min(max(after, high), end), closed, single)
