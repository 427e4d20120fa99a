"""The seal of a file: a hash of all else in it, by which the next run tells whether somebody edited it.

It guards against loss by mistake, not against forgery: whoever writes the same hash means to.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

NAME = "briefgen-content"
"""Of the property or comment that holds the seal, where the format does not give it another."""
LENGTH = 64
"""Characters of a seal: SHA-256 in hexadecimal figures."""


class TextSeal(NamedTuple):
    """How a text, or a file that may end in one, ends with its seal: the hash of what stands before it."""

    before: bytes
    behind: bytes
    binary: bool = False
    """Whether each byte counts; else ends of lines are compared as one kind: programs for mail and versions
    change them, people do not."""

    def put(self, body: bytes) -> bytes:
        """The text with its seal."""
        return body + self.before + _plain(body) + self.behind

    def holds(self, data: bytes) -> bool | None:
        """Whether a text is as it was sealed; None when it has no seal."""
        text = data if self.binary else data.replace(b"\r\n", b"\n")
        body, found, rest = text.rpartition(self.before)
        if not found:
            return None
        return rest == _plain(body) + self.behind

    def opened(self, data: bytes) -> bytes:
        """The text without its seal, whether or not it holds: it is no word of the memo."""
        seal = re.escape(self.before) + rb"[0-9a-f]{%d}" % LENGTH + re.escape(self.behind)
        return re.sub(seal + rb"\Z", b"", data)


def _plain(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def digest(pieces: Iterable[bytes]) -> str:
    """SHA-256 over pieces, each with its length, so that nothing can move from one to the next."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update(len(piece).to_bytes(8, "big"))
        found.update(piece)
    return found.hexdigest()
