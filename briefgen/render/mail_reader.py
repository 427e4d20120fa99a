"""Reads a mail back with Python's own library of mails, as a program of mail would."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from html.parser import HTMLParser

from briefgen.paper.carried import MailAttachment, ReopenedMail
from briefgen.render.seal import NAME, TextSeal

SEAL = TextSeal(f"\n{NAME}: sha256:\n".encode(), b"\n")
"""Behind the last part; in two lines, as one would be longer than lines of mails are."""
_MIME = frozenset({"mime-version", "content-type", "content-transfer-encoding"})
_SHAPE = ("multipart/mixed", "multipart/alternative", "text/plain", "text/html")
"""How every draft of ours begins; files follow."""
_TAGS = frozenset({"html", "head", "meta", "title", "body", "h1", "p", "ul", "li", "b", "i", "span"})
_BLOCKS = frozenset({"h1", "p", "li"})
_ATTRIBUTES = frozenset({"lang", "charset", "name", "content", "style"})


def reopen(data: bytes) -> ReopenedMail:
    """Headers, bodies and files of a mail; what is wrong with it as a mail is among its defects."""
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    text, page = (message.get_body((kind,)) for kind in ("plain", "html"))
    reader = _BodyReader()
    reader.feed(str(page.get_content()) if page else "")
    reader.close()
    said = str(text.get_content()).split("\n") if text else []
    return ReopenedMail(
        headers=tuple(_decoded(message)),
        plain=tuple(line for line in said if line.strip()),
        html=tuple(reader.lines),
        attachments=tuple(_attachment(part) for part in message.iter_attachments()),
        defects=(*_defects(data, message), *reader.defects),
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
    return MailAttachment(
        part.get_filename() or "", part.get_content_type(), held if isinstance(held, bytes) else b""
    )


def _defects(data: bytes, message: EmailMessage) -> Iterator[str]:
    parts = list(message.walk())
    kinds = tuple(part.get_content_type() for part in parts)
    if kinds[: len(_SHAPE)] != _SHAPE:
        yield f"its parts are {', '.join(kinds)}"
    for part in parts:
        found = [*part.defects, *(defect for value in part.values() for defect in _of_header(value))]
        yield from (f"{part.get_content_type()}: {type(defect).__name__}" for defect in found)
    if not data.isascii():
        yield "it holds bytes that are not ASCII"
    if not data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r"):
        yield "a line does not end with CRLF"


def _of_header(value: object) -> tuple[object, ...]:
    return tuple(getattr(value, "defects", ()))


class _BodyReader(HTMLParser):
    """Collects the words of each paragraph, and what no mail of ours has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.defects: list[str] = []
        self._open = False
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self._open = True
            self.lines.append("")
        self._hidden = self._hidden or tag == "title"
        given = {name: value or "" for name, value in attrs}
        if tag not in _TAGS or given.keys() - _ATTRIBUTES or "url(" in given.get("style", ""):
            self.defects.append(f"the body in HTML has <{tag}> with {given}")

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self._open = self._open and tag not in _BLOCKS
        self._hidden = self._hidden and tag != "title"

    def handle_data(self, data: str) -> None:
        """Words; those that stand in no paragraph are a line of their own."""
        if self._open:
            self.lines[-1] += data
        elif data.strip() and not self._hidden:
            self.lines.append(data)
