"""Reads a mail back with Python's own library of mails, as a program of mail would."""

from __future__ import annotations

import base64
import email
import re
from collections.abc import Iterator
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from html import unescape

from briefgen.paper.carried import MailAttachment, ReopenedMail
from briefgen.paper.mail_form import PARAGRAPHS, TITLE
from briefgen.render.seal import NAME, TextSeal

SEAL = TextSeal(f"\n{NAME}: sha256:\n".encode(), b"\n")
"""Behind the last part; in two lines, as one would be longer than lines of mails are."""
_MIME = frozenset({"mime-version", "content-type", "content-transfer-encoding"})
_SHAPE = ("multipart/mixed", "multipart/alternative", "text/plain", "text/html")
"""How every draft of ours begins; files follow."""
_ENDS = {one.start: one.end for one in (*PARAGRAPHS.values(), TITLE)}
"""What ends each element with words, by its start."""
_MARKUP = re.compile(r"(<[^>]*>)")


def reopen(data: bytes) -> ReopenedMail:
    """Headers, bodies and files of a mail; what is wrong with it as a mail is among its defects."""
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    text, page = (message.get_body((kind,)) for kind in ("plain", "html"))
    shown = _Shown(str(page.get_content()) if page else "")
    said = str(text.get_content()).split("\n") if text else []
    return ReopenedMail(
        headers=tuple(_decoded(message)),
        plain=tuple(line for line in said if line.strip()),
        html=tuple(shown.lines),
        attachments=tuple(_attachment(part) for part in message.iter_attachments()),
        title=shown.title,
        markup=tuple(shown.markup),
        parts=tuple(_part_headers(message)),
        defects=(*_defects(data, message), *shown.defects),
    )


def _decoded(message: EmailMessage) -> Iterator[tuple[str, str]]:
    """Headers with their words decoded, those of addresses too: Python keeps the blanks between encoded words
    of a name, which are none."""
    for name, value in message.raw_items():
        if name.lower() not in _MIME:
            plain = "".join(str(value).splitlines())
            yield name, str(make_header(decode_header(plain)))


def _attachment(part: EmailMessage) -> MailAttachment:
    held = part.get_payload(decode=True)
    return MailAttachment(part.get_filename() or "", held if isinstance(held, bytes) else b"")


def _part_headers(message: EmailMessage) -> Iterator[tuple[tuple[str, str], ...]]:
    """The headers by which a program tells what a part is, and whether it shows it."""
    for part in message.walk():
        raw = ((name, "".join(str(value).splitlines())) for name, value in part.raw_items())
        yield tuple((name, value) for name, value in raw if part is not message or name.lower() in _MIME)


def _defects(data: bytes, message: EmailMessage) -> Iterator[str]:
    parts = list(message.walk())
    kinds = tuple(part.get_content_type() for part in parts)
    if kinds[: len(_SHAPE)] != _SHAPE:
        yield f"its parts are {', '.join(kinds)}"
    for part in parts:
        found = [*part.defects, *(defect for value in part.values() for defect in _of_header(value))]
        yield from (f"{part.get_content_type()}: {type(defect).__name__}" for defect in found)
        yield from _around(part, message)
    if SEAL.holds(data) is not True:
        yield "its seal is missing or wrong, or words stand behind it"
    if not data.isascii():
        yield "it holds bytes that are not ASCII"
    if not data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r"):
        yield "a line does not end with CRLF"


def _around(part: EmailMessage, message: EmailMessage) -> Iterator[str]:
    """What a part holds beside its parts or its bytes in base64."""
    if not part.is_multipart():
        held, written = part.get_payload(decode=True), "".join(str(part.get_payload()).split())
        if written != base64.b64encode(held if isinstance(held, bytes) else b"").decode():
            yield f"{part.get_content_type()}: it holds more than its bytes in base64"
    epilogue = f"{part.epilogue or ''}".replace("\r\n", "\n").encode("ascii", "replace")
    if part is message:
        epilogue = SEAL.opened(epilogue)
    if part.preamble or epilogue.strip(b"\n"):
        yield f"{part.get_content_type()}: words stand before or behind its parts"


def _of_header(value: object) -> tuple[object, ...]:
    return tuple(getattr(value, "defects", ()))


class _Shown:
    """A body in HTML, taken apart: words of each paragraph, title, and all that is no words.

    No parser that mends what it reads: every byte is ours, and what a browser would read otherwise than this
    is no markup of ours, which the check finds.
    """

    def __init__(self, page: str) -> None:
        self.lines: list[str] = []
        self.markup: list[str] = []
        self.title = ""
        self.defects: list[str] = []
        open_one = ""
        for at, piece in enumerate(_MARKUP.split(page)):
            if at % 2:
                self.markup.append(piece)
                open_one = self._opened(piece, open_one)
            else:
                self._words(piece, open_one)

    def _opened(self, tag: str, open_one: str) -> str:
        """The end of the element in which the next words stand; "" outside of paragraphs and title."""
        if tag in _ENDS:
            if tag != TITLE.start:
                self.lines.append("")
            return _ENDS[tag]
        return "" if tag == open_one else open_one

    def _words(self, piece: str, open_one: str) -> None:
        """Words; those that stand in no paragraph are a line of their own."""
        if "<" in piece or ">" in piece:
            self.defects.append("the body in HTML has a sign of markup among its words")
        words = unescape(piece)
        if open_one == TITLE.end:
            self.title += words
        elif open_one:
            self.lines[-1] += words
        elif words.strip():
            self.lines.append(words)
