"""The mails that a mail answers or forwards in its own text: each is a text of its own, with its own head.

A head of fields or a line "NAME wrote:" begins one (`mail_heads`), and so do lines marked ">". What counts
from the day of one ("yesterday") does not count from the day of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from briefgen.model import Omission
from briefgen.read.mail_heads import MARKED, REPLY, MailHead, head_at, wrote_at

_MARK = re.compile(r"[ \t]{0,8}> ?")
_ALL_MARKS = re.compile(r"^[ \t]{0,8}(?:> ?)+")
_GOES_ON = re.compile(r"(?!\(?\w{1,2}[.)] )[^\W_]|[(“\"'‘]")
_ENDED = re.compile(r"[.!?:;…][”’\"')\]]{0,2}$")
_WIDE = 50
"""Characters from which a line was broken by width; a shorter one was ended by its writer."""
_WIDEST = 130
"""Longer lines are paragraphs: nothing was broken by width."""
_DEEPEST = 60
"""Marks before a line; what has more is one text, of which it is not known who wrote it."""
_MOST = 1000
"""Mails in one mail; a digest has some dozens."""
_FEWEST = 2
"""Marked lines below no line that announces them: one alone is as well "> 5% growth"."""
_USUAL = 65
"""The narrowest width of mail programs; below it a line that ends a sentence may be its writer's."""


class MailLine(NamedTuple):
    """A line of a mail and its number in the body or the file, from 1."""

    text: str
    number: int


class MailPart(NamedTuple):
    """One mail of a conversation."""

    text: str
    stated: Mapping[str, str]
    numbers: tuple[tuple[int, int], ...]
    """(offset, number of the line that begins there)."""
    omitted: tuple[Omission, ...] = ()


@dataclass
class _Quoted:
    """An answered mail while its lines are gathered."""

    stated: Mapping[str, str]
    lines: list[MailLine] = field(default_factory=list)


def numbered_lines(text: str) -> list[MailLine]:
    """The lines of a body, ended by LF."""
    return [MailLine(line, number) for number, line in enumerate(text.split("\n"), 1)]


def conversation(
    lines: Sequence[MailLine], stated: Mapping[str, str], *, wrapped: bool = True
) -> tuple[MailPart, ...]:
    """The mail itself, where it has words of its own, then those that it answers, the latest first.

    `wrapped`: lines may have been broken by a mail program at its width, and are put together.
    """
    found = (part for part in _parts(lines, stated, wrapped, 0) if part.text.strip())
    kept = tuple(islice(found, _MOST))
    beyond = sum(1 for _ in found)
    if not beyond:
        return kept
    told = Omission("left-out", f"{beyond:,} answered mail{'s' * (beyond > 1)} behind the first {_MOST:,}")
    return (*kept[:-1], kept[-1]._replace(omitted=(told,)))


def _parts(
    lines: Sequence[MailLine], stated: Mapping[str, str], wrapped: bool, depth: int
) -> Iterator[MailPart]:
    if depth == _DEEPEST:
        unmarked = [MailLine(_ALL_MARKS.sub("", one.text), one.number) for one in lines]
        yield _part(unmarked, _below({}, stated), wrapped)
        return
    texts = [line.text for line in lines]
    sure = depth > 0 or not wrapped or sum(bool(MARKED.match(text)) for text in texts) >= _FEWEST
    start = 0
    while True:
        found = _parted(lines, texts, start, stated, sure)
        yield _part(found.own, stated, wrapped)
        for mail in found.quoted:
            yield from _parts(mail.lines, mail.stated, wrapped, depth + 1)
        if found.below is None:
            return
        stated, start = found.below.stated, found.end


class _Parted(NamedTuple):
    """A mail's own lines, the marked mails among them, and the one whose head ends them."""

    own: list[MailLine]
    quoted: list[_Quoted]
    below: _Quoted | None = None
    end: int = 0
    """Number of the line behind that head."""


def _parted(
    lines: Sequence[MailLine], texts: Sequence[str], start: int, stated: Mapping[str, str], sure: bool
) -> _Parted:
    """Parts the lines from `start` on: behind a head all are another mail's, else those that are marked.

    `sure`: a mark needs no line above that tells whose mail is answered.
    """
    until = stated.get("published", "")
    own: list[MailLine] = []
    quoted: list[_Quoted] = []
    open_mail: _Quoted | None = None
    i = start
    while i < len(lines):
        if (sure or open_mail) and MARKED.match(texts[i]):
            if open_mail is None:
                open_mail = _Quoted(_below({}, stated))
                quoted.append(open_mail)
            open_mail.lines.append(MailLine(_MARK.sub("", texts[i], count=1), lines[i].number))
            i += 1
            continue
        head = _met(texts, i, until)
        if head is None:
            own.append(lines[i])
            if open_mail is not None and open_mail.lines and texts[i].strip():
                open_mail.lines.append(MailLine("", lines[i].number))
            i += 1
            continue
        open_mail = _Quoted(_below(head.stated, stated))
        i = head.end
        if not _is_marked_below(texts, i):
            return _Parted(own, quoted, open_mail, i)
        quoted.append(open_mail)
    return _Parted(own, quoted)


def _met(texts: Sequence[str], i: int, until: str) -> MailHead | None:
    """The head or line at i that begins an answered mail."""
    head = head_at(texts, i, until) or wrote_at(texts, i, until)
    return head if head and (head.sure or _is_marked_below(texts, head.end)) else None


def _is_marked_below(texts: Sequence[str], i: int) -> bool:
    """Whether the next line that is not blank is marked."""
    while i < len(texts) and not texts[i].strip():
        i += 1
    return i < len(texts) and MARKED.match(texts[i]) is not None


def _below(found: Mapping[str, str], stated: Mapping[str, str]) -> Mapping[str, str]:
    """What is known of an answered mail; its subject is that of the answer where none is printed."""
    subject = REPLY.sub("", stated.get("title", ""))
    return {"title": subject, **found} if subject else found


def _part(lines: Sequence[MailLine], stated: Mapping[str, str], wrapped: bool) -> MailPart:
    """The lines as one text; those that a mail program broke at its width are put together."""
    width = max((len(line.text.rstrip()) for line in lines), default=0)
    wrapped = wrapped and width <= _WIDEST
    text: list[str] = []
    numbers: list[tuple[int, int]] = []
    at, blank = 0, True
    for i, line in enumerate(lines):
        words = line.text.rstrip()
        if not words and blank:
            continue
        numbers.append((at, line.number))
        following = lines[i + 1].text if i + 1 < len(lines) else ""
        joined = wrapped and _is_broken(words, following, width)
        words += " " if joined else "\n"
        text.append(words)
        at += len(words)
        blank = words == "\n"
    return MailPart("".join(text).rstrip("\n") + "\n" * bool(text), stated, tuple(numbers))


def _is_broken(line: str, following: str, width: int) -> bool:
    """Whether a line was broken by width: the next would not have fitted, or goes on in small letters."""
    if len(line) < _WIDE or not _GOES_ON.match(following):
        return False
    ended = _ENDED.search(line) is not None
    full = len(line) + 1 + len(following.split(None, 1)[0]) > width and (width >= _USUAL or not ended)
    return full or (following[0].islower() and not ended)
