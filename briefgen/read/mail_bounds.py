"""How the library reads the lines of a mail's header: none longer than headers are.

It takes a header apart when it is asked for, in time that grows with the square of its encoded words, and
keeps some kilobytes for each of them.
"""

from __future__ import annotations

import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from email.policy import EmailPolicy

from briefgen.errors import Problem
from briefgen.read.draft import UnreadableError

CHARACTERS = 20_000
"""Of one header line with all that is folded; some hundred addressees have that."""
WORDS = 300
"""Encoded words ("=?utf-8?q?...?=") in one; each has up to 75 characters, and a subject a dozen of them."""
SIGNS = 3000
"""Marks in one by which the library parts it; an addressee has six."""
LINES = 5000
"""Header lines of a mail and its parts; mails that went through many servers have 100, a part five."""
_WORD = re.compile(r"=\?")
_BLOCK = re.compile(rb"(?:[A-Za-z0-9+/]{60,120}={0,2}\r?\n){5000,}+(?:[A-Za-z0-9+/]{1,120}={0,2}\r?\n)?")
"""An attachment of some 300 kB and more."""
_SIGN = re.compile(r"[<>()\[\];:,\"\\@=]")


class BoundedHeaders(EmailPolicy):
    """Cuts what is too long, notes the names of the headers that it cut, and keeps what is set aside."""

    cut: list[str] = []  # noqa: RUF012 - a policy takes only arguments that its class has
    read: list[int] = []  # noqa: RUF012
    aside: dict[bytes, bytes] = {}  # noqa: RUF012

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        """Name and value of a header. Raises `UnreadableError` where there is no end of them."""
        self.read[0] += 1
        if self.read[0] > LINES:
            message = f"The mail has more than {LINES:,} header lines; it was not read."
            raise UnreadableError("file-too-large", message)
        name, value = super().header_source_parse(list(sourcelines))
        end = _end(value)
        if end < len(value):
            self.cut.append(name)
        return name, value[:end]


def bounded(data: bytes) -> tuple[bytes, BoundedHeaders]:
    """A mail without the large attachments in it, and the policy for it, which keeps them.

    The library keeps a line of an attachment as an object, four times what it holds.
    """
    aside: dict[bytes, bytes] = {}

    def put_aside(block: re.Match[bytes]) -> bytes:
        key = b"attachment %d set aside" % len(aside)
        aside[key] = block[0]
        return b2a_base64(key)

    policy = BoundedHeaders(cut=[], read=[0], aside=aside)  # type: ignore[call-overload]
    return _BLOCK.sub(put_aside, data), policy


def put_back(body: bytes, policy: object) -> bytes:
    """The bytes of a part, or of the attachment that was set aside for it."""
    found = policy.aside.get(body) if isinstance(policy, BoundedHeaders) else None
    return body if found is None else a2b_base64(found)


def put_all_back(mail: bytes, policy: object) -> bytes:
    """A mail inside another with its attachments as they were sent."""
    for key, block in policy.aside.items() if isinstance(policy, BoundedHeaders) else ():
        mail = mail.replace(b2a_base64(key), block)
    return mail


def _end(value: str) -> int:
    """Where a value that is too long is cut off."""
    if len(value) <= WORDS:
        return len(value)
    ends = [CHARACTERS]
    for pattern, most in ((_WORD, WORDS), (_SIGN, SIGNS)):
        found = (one.start() for number, one in enumerate(pattern.finditer(value)) if number == most)
        ends.append(next(found, len(value)))
    return min(ends)


def told_of_cut(policy: object, name: str) -> tuple[Problem, ...]:
    """That header lines of a mail were not read to their ends."""
    cut = list(dict.fromkeys(policy.cut)) if isinstance(policy, BoundedHeaders) else []
    if not cut:
        return ()
    shown = ", ".join(one[:40] for one in cut[:5])
    message = (
        f"These header lines are longer than any mail needs, and only their beginnings were read: {shown}."
    )
    return (Problem(name, "header-long", message),)
