"""The mails that a mail answers or forwards in its own text: each is a text of its own, with its own head.

"-----Original Message-----" with "From:", "Sent:" and "Subject:" below it, or "On Fri, 7 Jun 2024 at 18:26,
A. Name wrote:" with lines marked ">". What counts from the day of one ("yesterday") does not count from the
day of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from briefgen.read.stamp import iso_day

_RULE = re.compile(
    r"^[ \t]*(?:-{2,} ?(?:original|forwarded|weitergeleitete) (?:message|mail|e-mail)? ?-{2,}|_{10,})[ \t]*$",
    re.I | re.M,
)
_HEAD = re.compile(
    r"^[ \t]*\*?(?P<name>from|sent|date|to|cc|bcc|subject)\*?:[ \t]*\*?[ \t]*(?P<value>\S[^\n]*)$", re.I
)
_WROTE = re.compile(
    r"^On (?P<date>[^\n]{6,80}?(?: ?[AaPp]\.?[Mm]\.?)?),?[ \n]"
    r"(?P<who>[\"'“]?[^\W\d_a-z][^\n,<>]{1,60}?)[ \n]*(?P<address><[^>\n]{3,80}>)?[ \n]*wrote:[ \t]*$",
    re.M,
)
_MARKED = re.compile(r"^[ \t]*>[ \t]?", re.M)
_REPLY = re.compile(r"^(?:(?:re|aw|fw|fwd|wg|sv|antw)(?:\[\d+\])?: ?)+", re.I)
_GOES_ON = re.compile(r"[^\W_]|[(“\"'‘]")
_WIDE = 50
"""Characters from which a line was broken by width; a shorter one was ended by its writer."""
_FEWEST = 2
"""Fields that make a head."""
_DEEPEST = 20
"""Mails in one mail; a longer conversation is read up to there."""


class MailPart(NamedTuple):
    """One mail of a conversation."""

    text: str
    stated: Mapping[str, str]


def conversation(text: str, stated: Mapping[str, str]) -> tuple[MailPart, ...]:
    """The mail itself, where it has words of its own, then those that it answers, the latest first."""
    return tuple(part for part in _parts(text, stated) if part.text.strip())


def _parts(text: str, stated: Mapping[str, str]) -> Iterator[MailPart]:
    for _ in range(_DEEPEST):
        found = _first(text)
        if found is None:
            break
        own, text, below = found
        yield MailPart(own, stated)
        subject = _REPLY.sub("", stated.get("title", ""))
        stated = {"title": subject, **below} if subject else below
    yield MailPart(text, stated)


def _first(text: str) -> tuple[str, str, Mapping[str, str]] | None:
    """The words around the first answered mail (behind it only where it is marked), its own, and its head."""
    met = [match for pattern in (_RULE, _WROTE) if (match := pattern.search(text))]
    for match in sorted(met, key=lambda one: one.start()):
        below = text[match.end() :].lstrip("\n")
        if match.re is _WROTE:
            if match["address"] or _MARKED.search(below):
                return _marked(text[: match.start()], below, match)
            continue  # "On 3 June, the minister wrote:" and his words
        stated, rest = _head(below)
        if stated:
            return text[: match.start()].rstrip() + "\n", rest, stated
    return None


def _marked(before: str, below: str, match: re.Match[str]) -> tuple[str, str, Mapping[str, str]]:
    """Lines marked ">" are the answered mail's, the others the answer's; without marks all below is its."""
    lines = below.split("\n")
    stated = {"author": match["who"].strip(" \"'"), "published": iso_day(match["date"])}
    if not any(_MARKED.match(line) for line in lines):
        return before.rstrip() + "\n", below, stated
    own = "\n".join(line for line in lines if not _MARKED.match(line))
    answered = _unwrapped([_MARKED.sub("", line, count=1) for line in lines if _MARKED.match(line)])
    return (before.rstrip() + "\n\n" + own.strip("\n")).rstrip() + "\n", answered, stated


def _unwrapped(lines: list[str]) -> str:
    """Lines that a mail program broke at its width, joined: marked ones are broken once more, unevenly."""
    text = ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        broken = len(line) >= _WIDE and bool(_GOES_ON.match(following))
        text += line.rstrip() + " " if broken else line + "\n"
    return text


def sender_name(sender: str) -> str:
    """The name before the address, or the address."""
    name, _, address = sender.rpartition("<")
    return name.strip(" \"'") or address.rstrip(">").strip()


def _head(below: str) -> tuple[Mapping[str, str], str]:
    """What the lines "From: ..." at the head of an answered mail state, and the words below them."""
    fields: dict[str, str] = {}
    lines = below.split("\n")
    at = 0
    while at < len(lines) and (found := _HEAD.match(lines[at])):
        fields.setdefault(found["name"].casefold(), found["value"].strip(" *"))
        at += 1
    if len(fields) < _FEWEST or "from" not in fields:
        return {}, below
    sent = fields.get("sent") or fields.get("date") or ""
    values = {
        "title": fields.get("subject", ""),
        "author": sender_name(fields["from"]),
        "published": iso_day(sent),
    }
    return {key: value for key, value in values.items() if value}, "\n".join(lines[at:]).lstrip("\n")
