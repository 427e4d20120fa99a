"""Headers of a mail: on lines of at most 76 characters, in ASCII, by RFC 2047 where the words are not."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence

from briefgen.paper.carried import MailAddress
from briefgen.paper.printed import folded

_LINE = 76
_AROUND = len("=?utf-8?B??=")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
"""A name that needs no quotation marks."""
_NAME = 56
"""Characters of a name that stands on one line as it is."""


def unstructured(name: str, words: str) -> str:
    """A header whose value is text, such as the subject."""
    plain = words.isascii() and words.isprintable() and "=?" not in words
    if plain and all(len(word) <= _LINE - len(name) - 2 for word in words.split(" ")):
        return f"{name}: {_wrapped(words, len(name) + 2)}\n"
    return f"{name}: {_encoded(words, len(name) + 2)}\n"


def mailboxes(name: str, found: Sequence[MailAddress]) -> str:
    """A header of addresses, one a line; "" for none."""
    lines = [_mailbox(one, len(name) + 2 if not at else 1) for at, one in enumerate(found)]
    return f"{name}: " + ",\n ".join(lines) + "\n" if lines else ""


def _mailbox(one: MailAddress, at: int) -> str:
    shown = folded(one.name)
    if not shown:
        return one.address
    phrase = _phrase(shown, at)
    last = phrase.rpartition("\n")[2]
    taken = len(last) + (0 if "\n" in phrase else at)
    # A comma may follow.
    gap = " " if taken + len(one.address) + 4 <= _LINE else "\n "
    return f"{phrase}{gap}<{one.address}>"


def _phrase(shown: str, at: int) -> str:
    """A name: as it is, in quotation marks, or encoded."""
    if not (shown.isascii() and shown.isprintable()) or "=?" in shown or len(shown) > _NAME:
        return _encoded(shown, at)
    if _ATOMS.fullmatch(shown):
        return shown
    return '"' + re.sub(r'(["\\])', r"\\\1", shown) + '"'


def _wrapped(words: str, at: int) -> str:
    """ASCII words with a line end where the next would go over the line."""
    found = ""
    for word in words.split(" "):
        if found and at + 1 + len(word) > _LINE:
            found, at = f"{found}\n {word}", 1 + len(word)
        else:
            found, at = (f"{found} {word}", at + 1 + len(word)) if found else (word, at + len(word))
    return found


def _encoded(words: str, at: int) -> str:
    """Encoded words, which a reader joins without a blank; no character is cut."""
    return "\n ".join(f"=?utf-8?B?{base64.b64encode(chunk).decode()}?=" for chunk in _chunks(words, at))


def _chunks(words: str, at: int) -> Iterator[bytes]:
    """The words in UTF-8, in pieces for which a line has room; the first line begins at a column."""
    chunk = b""
    for sign in words:
        data = sign.encode()
        if len(chunk) + len(data) > (_LINE - at - _AROUND) // 4 * 3:
            yield chunk
            chunk, at = b"", 1
        chunk += data
    yield chunk
