"""What is made from the finished files of a memo: what it is made of, and what is read back from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Text, Words

_STEM = 48
"""Characters of the stem of a name in a mail: its header then has room on one line."""


class MailAddress(NamedTuple):
    """Somebody to whom a mail goes."""

    name: str
    """As it is to be shown; "" where only the address is known."""
    address: str
    """ASCII: "anna@example.org", a domain in other letters as IDNA writes it."""


class Material(NamedTuple):
    """What a file is made from that carries others."""

    memo: Memo
    words: Words
    style: HouseStyle
    files: Mapping[str, bytes]
    """The files as they were verified, by the suffix of their names; "docx" is always there and first."""
    to: tuple[MailAddress, ...] = ()
    cc: tuple[MailAddress, ...] = ()
    margins: tuple[str, ...] = ()
    """Words of the headers and footers of the Word file; a number may stand for that of a page."""

    def carrying(self, suffix: str, data: bytes, margins: tuple[str, ...] = ()) -> Material:
        """The same with one file more; `margins`: what it has in headers and footers."""
        files = {**self.files, suffix: data}
        return self._replace(files=files, margins=margins if suffix == "docx" else self.margins)

    def said(self, text: Text) -> str:
        """The words of a text of the memo."""
        return self.memo.said(text, self.words)

    @property
    def attachments(self) -> Mapping[str, bytes]:
        """The files by the names that they have in a mail."""
        return {attached_as(self.memo.topic, suffix): data for suffix, data in self.files.items()}


def attached_as(topic: str, suffix: str) -> str:
    """The name of a file in a mail: in ASCII, since programs of mail lose other letters; "memo.docx" where
    the topic has no such letter."""
    letters = unicodedata.normalize("NFKD", topic).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:_STEM].strip("-")
    return f"{stem or 'memo'}.{suffix}"


class MailAttachment(NamedTuple):
    """A file in a mail."""

    name: str
    data: bytes


class ReopenedMail(NamedTuple):
    """What was read back from a mail."""

    headers: tuple[tuple[str, str], ...]
    """Name and decoded value, in order; MIME's own are not among them."""
    plain: tuple[str, ...]
    """Lines with words of the body in plain text."""
    html: tuple[str, ...]
    """The same of the body in HTML."""
    attachments: tuple[MailAttachment, ...]
    title: str = ""
    """Of the body in HTML."""
    markup: tuple[str, ...] = ()
    """All of that body that is no words, as it is written: tags, comments and the like, in order."""
    parts: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Headers of the mail that are MIME's own, then all headers of each part in it, as they are written but
    for ends of lines."""
    defects: tuple[str, ...] = ()
    """What the reader of mails found wrong with it, or what no draft of ours has."""


class ReopenedPrint(NamedTuple):
    """What was read back from a PDF."""

    title: str
    language: str
    """Language tag of the document, "en-GB"."""
    tagged: bool
    """Whether it says what is a heading, a list and a table."""
    pages: tuple[str, ...]
    """The words of each page in the order in which they are drawn, line by line."""


Carried = ReopenedMail | ReopenedPrint
