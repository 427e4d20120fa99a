"""Mails (.eml): the body as one source, what it answers and its attachments as sources of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeGuard

from briefgen.errors import Problem
from briefgen.read.answered import conversation, numbered_lines
from briefgen.read.archive import read_enclosed
from briefgen.read.draft import Draft, Reading, UnreadableError, extracted
from briefgen.read.html import numbered
from briefgen.read.mail_body import body_of, payload
from briefgen.read.mail_bounds import bounded, put_all_back, told_of_cut
from briefgen.read.mail_header import stated_of_mail
from briefgen.read.refused import skipped
from briefgen.read.sniff import may_be_read

if TYPE_CHECKING:
    from email.message import EmailMessage

_CERTAIN = frozenset({"published"})
"""A mail was sent when its header says, whatever days its text is of."""
_HEADER_NAME = re.compile(r"[A-Z][A-Za-z-]{0,40}")
_PARTS = 500
"""Parts looked at in one mail; a digest has some dozens."""
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
"""Parts that hold no words of anybody."""


def read_eml(data: bytes, name: str) -> Reading:
    """The body (plain text if there is one) with sender, date and subject, what it answers, attachments."""
    mail = parsed(data)
    if not mail.keys():
        raise UnreadableError("file-damaged", "This is not a mail: it has no header lines.")
    return mail_reading(mail, name)


def read_emlx(data: bytes, name: str) -> Reading:
    """A mail as Apple Mail stores it: its length in bytes on a line, the mail, and a property list."""
    length, _, rest = data.partition(b"\n")
    if not length.strip().isdigit() or len(length) > _LENGTH:
        return read_eml(data, name)
    return read_eml(rest[: int(length)], name)


_LENGTH = 12
"""Digits and blanks of a length."""


def parsed(data: bytes) -> EmailMessage:
    """The mail in `data`; whatever it holds, it is some mail.

    Raises `UnreadableError` `file-damaged` for parts inside each other as deep as no program writes them.
    """
    from email import message_from_bytes

    try:
        rest, policy = bounded(data)
        return message_from_bytes(rest, policy=policy)  # type: ignore[arg-type]
    except RecursionError:
        raise UnreadableError("file-damaged", _TOO_DEEP) from None


_TOO_DEEP = "The mail has too many parts inside each other, and was not read."


def mail_reading(mail: EmailMessage, name: str, number: str = "") -> Reading:
    """The sources of one mail. `number`: of a mail in a mailbox ("#3"), "" for a file of its own."""
    leaves = parts_of(mail)
    parts = [
        part
        for part in islice(leaves, _PARTS)
        if part.get_content_type() not in _SIGNATURES and not _breaks_off(part)
    ]
    beyond = (*_beyond(sum(1 for _ in leaves), name + number), *told_of_cut(mail.policy, name + number))
    drafts, problems = _body([part for part in parts if not _file_name(part)], mail, name, number)
    more, told = _attachments([part for part in parts if _file_name(part)], name, number)
    if not drafts and not more and not problems and not told:
        if any(part.get_content_type() in _SEALED for part in parts):
            raise UnreadableError("file-encrypted", "The mail is encrypted; save it without encryption.")
        raise UnreadableError("file-empty", "The mail holds no text.")
    return (*drafts, *more), (*problems, *told, *beyond)


def _breaks_off(part: EmailMessage) -> bool:
    """Whether a part ends in the name of a header line, which the library takes for its body."""
    from email.errors import MissingHeaderBodySeparatorDefect

    body = part.get_payload()
    named = isinstance(body, str) and _HEADER_NAME.fullmatch(body) is not None
    return named and any(isinstance(one, MissingHeaderBodySeparatorDefect) for one in part.defects)


def _beyond(count: int, name: str) -> tuple[Problem, ...]:
    """Tells how many parts of a mail were not looked at."""
    if not count:
        return ()
    what = "1 part was" if count == 1 else f"{count} parts were"
    return (Problem(name, "files-skipped", f"{what} not read: a mail is read up to its {_PARTS}th part."),)


def parts_of(mail: EmailMessage) -> Iterator[EmailMessage]:
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


def _body(parts: list[EmailMessage], mail: EmailMessage, name: str, number: str) -> Reading:
    body = body_of(parts, name + number)
    if not body.text.strip():
        return (), ()
    stated, odd = stated_of_mail(mail, name + number)
    drafts, told = mail_drafts(body.text, stated, name, number, wrapped=body.wrapped)
    return drafts, (*body.problems, *odd, *told)


def mail_drafts(
    text: str, stated: Mapping[str, str], name: str, number: str = "", *, wrapped: bool = True
) -> Reading:
    """The mail and those that it answers, each a source of its own; the mail itself is named as the file."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for count, part in enumerate(conversation(numbered_lines(text), stated, wrapped=wrapped), 1):
        suffix = number if count == 1 else f"{number}.{count}" if number else f"#{count}"
        draft = Draft(
            part.text, suffix, stated=_with_publisher(part.stated), places=numbered(part.text), clean=True,
            mail=True, omitted=part.omitted, certain=_CERTAIN,
        )  # fmt: skip
        made, told = extracted(draft, name)
        drafts += made
        problems += told
    return tuple(drafts), tuple(problems)


def _with_publisher(stated: Mapping[str, str]) -> Mapping[str, str]:
    """With the writer of an answered mail as its publisher, as of the mail itself."""
    return {"publisher": stated["author"], **stated} if "author" in stated else stated


def _attachments(parts: list[EmailMessage], name: str, number: str) -> Reading:
    drafts: list[Draft] = []
    problems: list[Problem] = []
    unread: list[str] = []
    used: dict[str, int] = {}
    for part in parts:
        file = _unused(_file_name(part), used)
        try:
            data = _attached(part)
        except RecursionError:
            problems.append(Problem(f"{name}{number}/{file}", "file-damaged", _TOO_DEEP))
            continue
        if not may_be_read(file, data):
            unread.append(file)
            continue
        made, told = read_enclosed(data, name + number, file)
        drafts += (replace(draft, suffix=number + draft.suffix) for draft in made)
        problems += told
    return tuple(drafts), (*problems, *skipped(unread, name + number, "attachment"))


def _unused(file: str, used: dict[str, int]) -> str:
    """The name, numbered where another attachment has it already: "note (2).pdf"."""
    used[file] = used.get(file, 0) + 1
    if used[file] == 1:
        return file
    path = PurePosixPath(file)
    return f"{path.stem} ({used[file]}){path.suffix}"


def _file_name(part: EmailMessage) -> str:
    """Name of an attachment without folders; "" for the parts of the body."""
    if part.get_content_type() == "message/rfc822":
        return "forwarded.eml"
    try:
        name = part.get_filename() or ""
    except Exception:  # as in `mail_header.header`
        return ""
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split())


def _attached(part: EmailMessage) -> bytes:
    """The bytes of an attachment; a forwarded mail as it was sent."""
    inner = _inner(part)
    if part.get_content_type() == "message/rfc822" and inner:
        return put_all_back(inner[0].as_bytes(), part.policy)
    return payload(part)
