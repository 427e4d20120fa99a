"""Cuts a text into the pieces that get one label each: lines, and lines that belong together.

Two kinds of text break a sentence over lines: old wires and mails, which wrap at a fixed width, and
scrapes that put every text node of a page, so every link, on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefgen import lexicon
from briefgen.clean.beginnings import stands_alone
from briefgen.english.asides import closes
from briefgen.english.marks import CLOSERS, SENTENCE_ENDS

_LINE = re.compile(
    "[^\r\n\x0b\x0c\x85\u2028\u2029]+|(?<=\n)(?=\r?\n)|(?<=\r)(?=\r)|(?<=\x85)(?=\x85)|\u2029()"
)
"""A line, or the empty place of a blank one. Lines also end at the rarer signs for that."""
_OTHER_ENDS = ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_INVISIBLE = "\ufeff\u200b"
_ENDS = SENTENCE_ENDS | CLOSERS | frozenset(":;)]")
_SENTENCE_END = re.compile(rf"[{''.join(sorted(SENTENCE_ENDS))}][{''.join(sorted(CLOSERS))})\]]*$")
_CONTINUES = re.compile(r"[a-zà-öø-ÿ,;:.!?)\]%’”…]|'s\b|[–—-] ?[a-z]")
_BULLET = re.compile(r"[•·▪◦‣●○■□*+–—»>-]\s|\(?\d{1,2}[.)]\s|[•·▪◦‣●]$")
_BY = re.compile(r"(?:written |posted )?by:?", re.IGNORECASE)
"""A byline that was cut at the writer's name, which is a link."""
_LONGEST_BY = len("written by:")
_NAME_WORDS = 6
_LONGEST_GREETING = 40
"""Characters in which a greeting shows itself."""
_LONGEST_PIECE = 90
"""Characters of a name in bold, a link or the like inside a sentence."""
WIDEST_WRAP = 130
"""Wires wrap at 60 to 80, mail programs at 72 to 78, PDF pages at up to 120; longer lines are paragraphs."""
NARROWEST_WRAP = 40
_SLACK = 0.15
"""Share of the width that may stay free although the next word would have fitted: letters differ in width."""
_FULL_SHARE = 0.6
"""Line ends in a wrapped text that are full; the others end a paragraph that no blank line follows."""
_LOWER_SHARE = 0.3
"""Wrapped prose goes on in lower case on most lines; a list of titles hardly ever does."""


@cache
def _open_ends() -> frozenset[str]:
    return lexicon.furniture.open_ends()


@cache
def _greetings() -> frozenset[str]:
    return lexicon.genres.salutations()


class Line(NamedTuple):
    """A printed line without the space around it."""

    start: int
    end: int
    indent: int
    """Characters of white space before it."""
    gap: bool
    """Whether a blank line (or the start of the text) stands before it."""
    text: str


def lines(text: str, begin: int = 0) -> list[Line]:
    """The lines that hold anything visible, in order, from the offset `begin` on: mostly where a line starts,
    else behind the name of a field that opens one."""
    found: list[Line] = []
    gap = True
    for start, raw in _printed(text):
        if start < begin:
            if start + len(raw) <= begin:
                continue
            start, raw = begin, raw[begin - start :]
        body = raw.strip()
        if body and body[0] in _INVISIBLE:
            body = body.strip(_INVISIBLE + " \t\xa0")
        if not body:
            gap = True
            continue
        indent = 0 if raw[0] == body[0] else raw.index(body[0])
        start += indent
        found.append(Line(start, start + len(body), indent, gap, body))
        gap = False
    return found


def _printed(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their offsets, ended by LF, CRLF, a lone CR or one of the rarer signs for it."""
    if any(sign in text for sign in _OTHER_ENDS):
        yield from ((match.start(), match.group()) for match in _LINE.finditer(text))
        return
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def pieces(found: list[Line]) -> list[Line]:
    """The same lines with the broken ones put together; a piece runs over the line ends inside it."""
    width = _wrap_width(found)
    if width:
        return list(_merge(found, _wrapped(found, width)))
    return list(_merge(found, _cut_at_links(found)))


def _merge(found: list[Line], joined: list[bool]) -> Iterator[Line]:
    """Puts each line whose flag is set onto the one before."""
    first = 0
    for i in range(1, len(found) + 1):
        if i < len(found) and joined[i]:
            continue
        if i - first == 1:
            yield found[first]
        elif i > first:
            text = " ".join(line.text for line in found[first:i])
            yield found[first]._replace(end=found[i - 1].end, text=text)
        first = i


def _paragraphs(found: list[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines without a blank line between them, as index ranges."""
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or found[i].gap:
            yield first, i
            first = i


def _wrap_width(found: list[Line]) -> int:
    """The column at which the text was wrapped, or 0.

    Wrapped text shows in its inner line ends: the next word would not have fitted. Most of them must agree,
    over at least 3, so that a list of short lines is not taken for a paragraph.
    """
    lengths = sorted(line.end - line.start + line.indent for line in found)
    if not lengths or lengths[-1] > 4 * WIDEST_WRAP:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    inner = full = lower = 0
    for first, end in _paragraphs(found):
        for i in range(first, end - 1):
            inner += 1
            full += not _room(found[i], found[i + 1], width) and " " in found[i].text
            lower += found[i + 1].text[0].islower()
    return width if inner >= 3 and full >= _FULL_SHARE * inner and lower >= _LOWER_SHARE * inner else 0


def _room(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would have fitted behind this one."""
    word = following.text.split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(word) <= width - max(8, int(_SLACK * width))


def _wrapped(found: list[Line], width: int) -> list[bool]:
    """Which lines carry on the paragraph of the line before, in text wrapped at `width`."""
    joined = [False] * min(1, len(found))
    for before, line in pairwise(found):
        starts_new = line.gap or _BULLET.match(line.text) or _is_indented(before, line)
        capitals = before.text.isupper() and not line.text.isupper()
        goes_on = not _room(before, line, width) or line.text[0].islower()
        carried = not starts_new and not capitals and goes_on
        joined.append(carried and not stands_alone(before.text, line.text))
    return joined


def _is_indented(before: Line, line: Line) -> bool:
    """Whether a line stands in from the one before, other than under the words of an item of a list."""
    bullet = _BULLET.match(before.text)
    hangs = bullet is not None and abs(line.indent - before.indent - bullet.end()) <= 1
    return line.indent > before.indent + 1 and not hangs


def _cut_at_links(found: list[Line]) -> list[bool]:
    """Which lines carry on a sentence that was cut at a link, a name in bold or a note mark."""
    by = [len(line.text) <= _LONGEST_BY and _BY.fullmatch(line.text) is not None for line in found]
    joined = [False] * min(1, len(found))
    for i, (before, line) in enumerate(pairwise(found), 1):
        if line.gap or len(before.text) < 2 or _BULLET.match(line.text):
            joined.append(False)
        elif by[i - 1]:
            joined.append(line.text[0].isupper() and line.text.count(" ") < _NAME_WORDS)
        elif (by[i] and not joined[i - 1]) or stands_alone(before.text, line.text):
            joined.append(False)
        else:
            joined.append(_carries_on(before.text, line.text, inside=joined[i - 1]))
    return _bridged(found, joined, by)


def _carries_on(before: str, line: str, *, inside: bool) -> bool:
    if _CONTINUES.match(line) and not _SENTENCE_END.search(before[-4:]):
        return True
    if line[0] in ",;)" or before[-1] in ",([“‘":
        return not (before[-1] == "," and (_greets(before) or closes(before)))
    last = before[-12:].rsplit(None, 1)[-1]
    return (inside or before.count(" ") >= 3) and last in _open_ends()


def _greets(line: str) -> bool:
    """ "Mr President, ladies and gentlemen,": a line of its own, whatever mark ends it."""
    low = line[:_LONGEST_GREETING].casefold()
    return any(low.startswith(words) and not low[len(words)].isalnum() for words in _greetings())


def _bridged(found: list[Line], joined: list[bool], by: list[bool]) -> list[bool]:
    """The same with prose that stops in mid sentence joined to the short piece that the text goes on from."""
    following = (*joined[1:], False)
    return [
        carried or (goes_on and i > 0 and not by[i] and _breaks_off(found[i - 1].text, found[i]))
        for i, (carried, goes_on) in enumerate(zip(joined, following, strict=False))
    ]


def _breaks_off(before: str, line: Line) -> bool:
    """Whether a line of prose stops in mid sentence before a short piece."""
    short = not line.gap and len(line.text) <= _LONGEST_PIECE
    return short and before[-1] not in _ENDS and before.count(" ") >= 4 and _lower_words(before) >= 3


def _lower_words(text: str) -> int:
    return sum(word[0].islower() for word in text[-80:].split())
