"""Mails (.eml): the body as one source, attachments of known formats as sources of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeGuard

from briefgen.errors import Problem
from briefgen.read.answered import conversation, sender_name
from briefgen.read.archive import read_enclosed
from briefgen.read.decode import decode
from briefgen.read.draft import Draft, Reading, UnreadableError, extracted
from briefgen.read.html import numbered
from briefgen.read.markup import markup_text
from briefgen.read.stamp import iso_day
from briefgen.read.walk import listed

if TYPE_CHECKING:
    from email.message import EmailMessage

_CERTAIN = frozenset({"published"})
"""A mail was sent when its header says, whatever days its text is of."""
_PARTS = 500
"""Parts looked at in one mail; a digest has some dozens."""


def read_eml(data: bytes, name: str) -> Reading:
    """The body (plain text if there is one) with sender, date and subject, what it answers, attachments."""
    from email import message_from_bytes
    from email.policy import default

    mail = message_from_bytes(data, policy=default)
    if not mail.keys():
        raise UnreadableError("file-damaged", "This is not a mail: it has no header lines.")
    leaves = _parts(mail)
    parts = list(islice(leaves, _PARTS))
    beyond = _beyond(sum(1 for _ in leaves), name)
    drafts, problems = _body([part for part in parts if not _file_name(part)], mail, name)
    more, told = _attachments([part for part in parts if _file_name(part)], name)
    if not drafts and not more and not problems and not told:
        raise UnreadableError("file-empty", "The mail holds no text.")
    return (*drafts, *more), (*problems, *told, *beyond)


def _beyond(count: int, name: str) -> tuple[Problem, ...]:
    """Tells how many parts of a mail were not looked at."""
    if not count:
        return ()
    what = "1 part was" if count == 1 else f"{count} parts were"
    return (Problem(name, "files-skipped", f"{what} not read: a mail is read up to its {_PARTS}th part."),)


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The leaves of a mail in order; a forwarded mail is one leaf."""
    waiting = [mail]
    while waiting:
        part = waiting.pop()
        inner = _inner(part)
        if part.get_content_maintype() == "multipart" and inner:
            waiting += reversed(inner)
        else:
            yield part


def _inner(part: EmailMessage) -> list[EmailMessage]:
    """The messages a part is made of; none for a leaf."""
    payload = part.get_payload()
    return [inner for inner in payload if _is_message(inner)] if isinstance(payload, list) else []


def _is_message(part: object) -> TypeGuard[EmailMessage]:
    from email.message import EmailMessage

    return isinstance(part, EmailMessage)


def _body(parts: list[EmailMessage], mail: EmailMessage, name: str) -> Reading:
    """The plain parts in a row (some programs cut the text around pictures), else those in HTML."""
    for kind in ("text/plain", "text/html"):
        found = [_decoded(part, name) for part in parts if _kind(part) == kind]
        words = [markup_text(text) if kind == "text/html" else text for text, _ in found]
        text = "\n".join(word for word in words if word.strip())
        if not text:
            continue
        drafts, told = _conversation(text, mail, name)
        return drafts, (*(problem for _, problems in found for problem in problems), *told)
    return (), ()


def _conversation(text: str, mail: EmailMessage, name: str) -> Reading:
    """The mail and those that it answers, each a source of its own; the mail itself is named as the file."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for number, part in enumerate(conversation(text, _stated(mail)), 1):
        suffix = f"#{number}" if number > 1 else ""
        draft = Draft(part.text, suffix, stated=part.stated, places=numbered(part.text), clean=True,
                      certain=_CERTAIN)  # fmt: skip
        made, told = extracted(draft, name)
        drafts += made
        problems += told
    return tuple(drafts), tuple(problems)


def _kind(part: EmailMessage) -> str:
    """The content type; a multipart that has lost its boundary, mostly by a cut, is plain text."""
    return "text/plain" if part.get_content_maintype() == "multipart" else part.get_content_type()


def _decoded(part: EmailMessage, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The words of a text part by its charset, else by the rules for any text; mails end lines with CRLF."""
    data = _payload(part)
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (UnicodeError, LookupError):
        text, _, problems = decode(data, name)
    return text.replace("\r\n", "\n"), problems


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _stated(mail: EmailMessage) -> Mapping[str, str]:
    sender, subject, sent = (_header(mail, key) for key in ("From", "Subject", "Date"))
    values = {"title": subject, "author": sender_name(sender), "published": iso_day(sent)}
    return {key: value for key, value in values.items() if value}


def _header(mail: EmailMessage, key: str) -> str:
    """A header as text; the library raises on some broken ones."""
    try:
        return " ".join(str(mail.get(key, "")).split())
    except Exception:  # IndexError, AttributeError and others: python/cpython has a dozen reports
        return ""


def _attachments(parts: list[EmailMessage], name: str) -> Reading:
    from briefgen.read import READERS

    drafts: list[Draft] = []
    problems: list[Problem] = []
    skipped: list[str] = []
    for part in parts:
        file = _file_name(part)
        if PurePosixPath(file).suffix.lower() in READERS:
            made, told = read_enclosed(_attached(part), name, file)
            drafts += made
            problems += told
        elif file:
            skipped.append(file)
    if skipped:
        message = (
            f"{len(skipped)} attachments of types without a reader were not read: {listed(tuple(skipped))}."
        )
        problems.append(Problem(name, "files-skipped", message))
    return tuple(drafts), tuple(problems)


def _file_name(part: EmailMessage) -> str:
    """Name of an attachment without folders; "" for the parts of the body."""
    if part.get_content_type() == "message/rfc822":
        return "forwarded.eml"
    try:
        name = part.get_filename() or ""
    except Exception:  # as in `_header`
        return ""
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split())


def _attached(part: EmailMessage) -> bytes:
    """The bytes of an attachment; a forwarded mail as it was sent."""
    inner = _inner(part)
    return inner[0].as_bytes() if part.get_content_type() == "message/rfc822" and inner else _payload(part)
