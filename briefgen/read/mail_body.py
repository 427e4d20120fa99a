"""The words of a mail's body, with ">" before the lines of the mail that is answered, from text or HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefgen.errors import Problem
from briefgen.read.decode import decode
from briefgen.read.mail_bounds import put_back
from briefgen.read.markup import marked_lines

if TYPE_CHECKING:
    from email.message import EmailMessage

_DEPTH = re.compile(r"(?:> ?)*")
_STUB = 400
"""Characters of a plain part that only says where to read the mail in HTML."""
_STUB_SHARE = 0.3
"""Of the characters of the part in HTML."""


class MailBody(NamedTuple):
    """The words of a mail."""

    text: str
    wrapped: bool
    """Whether lines may have been broken by width."""
    problems: tuple[Problem, ...] = ()


def body_of(parts: Sequence[EmailMessage], name: str) -> MailBody:
    """The plain parts in a row (some programs cut the text around pictures), else those in HTML.

    Those in HTML are also taken where the plain ones hardly say anything.
    """
    plain, markup = (_joined([part for part in parts if kind(part) == one], name) for one in _READ)
    if plain.text.strip() and not (
        len(plain.text) < _STUB and len(plain.text) < _STUB_SHARE * len(markup.text)
    ):
        return plain
    return markup if markup.text.strip() else plain


_READ = ("text/plain", "text/html")


def kind(part: EmailMessage) -> str:
    """The content type; a multipart that has lost its boundary, mostly by a cut, is plain text."""
    return "text/plain" if part.get_content_maintype() == "multipart" else part.get_content_type()


def _joined(parts: Sequence[EmailMessage], name: str) -> MailBody:
    texts: list[str] = []
    problems: list[Problem] = []
    wrapped = False
    for part in parts:
        text, told = _decoded(part, name)
        problems += told
        if kind(part) == "text/html":
            text = "\n".join("> " * depth + line for depth, line in marked_lines(text))
        elif _flowed(part):
            text = unflowed(text, delete_space=_parameter(part, "delsp") == "yes")
        else:
            wrapped = True
        texts.append(text)
    return MailBody("\n".join(text for text in texts if text.strip()), wrapped, tuple(problems))


def _flowed(part: EmailMessage) -> bool:
    return _parameter(part, "format") == "flowed"


def _parameter(part: EmailMessage, key: str) -> str:
    try:
        return str(part.get_param(key, "")).casefold()
    except Exception:  # as in `mail_header.header`
        return ""


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """A text in `format=flowed` (RFC 3676) by paragraphs: a line with a blank at its end goes on below."""
    found: list[list[str]] = []
    open_depth = -1
    for line in text.split("\n"):
        marks = _DEPTH.match(line)
        depth = marks[0].count(">") if marks else 0
        words = line[marks.end() if marks and depth else 0 :]
        words = words[1:] if not depth and words.startswith(" ") else words
        flows = words.endswith(" ") and words != "-- "
        if flows and delete_space:
            words = words[:-1]
        if depth == open_depth and words != "-- ":
            found[-1].append(words)
        else:
            found.append(["> " * depth, words])
        open_depth = depth if flows else -1
    return "\n".join("".join(pieces) for pieces in found)


def _decoded(part: EmailMessage, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The words of a text part by its charset, else by the rules for any text; mails end lines with CRLF."""
    data = payload(part)
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (ValueError, LookupError):  # a name with a NUL is a ValueError
        text, _, problems = decode(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def payload(part: EmailMessage) -> bytes:
    """The bytes of a part, without the encoding of its transport."""
    data = part.get_payload(decode=True)
    return put_back(data, part.policy) if isinstance(data, bytes) else b""
