"""Mails saved as text (.txt): what they answer becomes sources of their own, and no line keeps its ">"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.read.answered import MailLine, MailPart, conversation
from briefgen.read.draft import Draft
from briefgen.read.mail_heads import MARKED, head_at, wrote_at

_LINE = re.compile(r"\r\n|\n|\r")


def text_mails(text: str, encoding: str) -> tuple[Draft, ...]:
    """The mails of a text that answers or forwards others; none where it does not.

    The first keeps its own head ("From: ..."), which the cleaning reads.
    """
    lines = [MailLine(line, number) for number, line in enumerate(_LINE.split(text), 1)]
    texts = [line.text for line in lines]
    first = next((i for i, line in enumerate(texts) if line.strip()), 0)
    head = head_at(texts, first, "")
    head = head if head and head.sure else None
    body = head.end if head else first
    if not (head or _answers(texts)):
        return ()
    found = conversation(lines[body:], head.stated if head else {})
    if len(found) < 2 and not any(map(MARKED.match, texts)):
        return (Draft(text, encoding=encoding, clean=True, mail=True),) if head else ()
    above = "".join(line + "\n" for line in texts[:body])
    own = bool(found) and head is not None and (not found[0].numbers or found[0].stated is head.stated)
    drafts = [_draft(part, number, encoding) for number, part in enumerate(found, 1)]
    if own:
        drafts[0] = _with_head(found[0], above, encoding)
    return tuple(drafts)


def _with_head(part: MailPart, above: str, encoding: str) -> Draft:
    heads = [(match.end(), number) for number, match in enumerate(re.finditer("\n", above), 2)]
    numbers = [(0, 1), *heads[:-1], *((at + len(above), number) for at, number in part.numbers)]
    return Draft(
        above + part.text, encoding=encoding, places=_places(numbers), clean=True, mail=True,
        omitted=part.omitted,
    )  # fmt: skip


def _draft(part: MailPart, number: int, encoding: str) -> Draft:
    suffix = f"#{number}" if number > 1 else ""
    stated = {"publisher": part.stated["author"], **part.stated} if "author" in part.stated else part.stated
    places = _places(part.numbers)
    return Draft(
        part.text, suffix, encoding=encoding, stated=stated, places=places, clean=True, mail=True,
        omitted=part.omitted,
    )  # fmt: skip


def _places(numbers: Sequence[tuple[int, int]]) -> tuple[tuple[int, str], ...]:
    return tuple((at, f"line {number}") for at, number in numbers)


def _answers(texts: Sequence[str]) -> bool:
    """Whether a line "NAME wrote:" that shows by address or clock stands above marked lines."""
    for i, line in enumerate(texts):
        if not MARKED.match(line) or not i:
            continue
        near = (wrote_at(texts, at, "") for at in range(max(0, i - 4), i) if texts[at].strip())
        if any(head and head.sure and head.end <= i for head in near):
            return True
    return False
