"""Addresses of mails in the options of the command, checked: what is wrong is never sent anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.arguments import line
from briefgen.errors import UsageError
from briefgen.paper.carried import MailAddress

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""What stands before the @: a dot-atom of RFC 5322. Quoted forms are legal, and no office uses them."""
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
"""Of a domain: what stands between its stops."""
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_PART = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^,;"])+|"')
"""One of several: a comma or semicolon in quotation marks is part of a name."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LONGEST = 254
_LONGEST_LOCAL = 64
"""Characters that servers of mail take (RFC 5321)."""
_REMEDY = (
    'Write anna@example.org, or "Anna Olde <anna@example.org>"; several with a comma between them. A name '
    "that holds a comma stands in quotation marks: '\"Olde, Anna\" <anna@example.org>'."
)


def addresses(option: str, values: Sequence[str]) -> tuple[MailAddress, ...]:
    """The addresses of an option, each once.

    Raises UsageError `mail-address`, and `option-control` for what no line can hold.
    """
    found: dict[str, MailAddress] = {}
    for value in values:
        for one in _of(option, line(option, value) or ""):
            found.setdefault(one.address.casefold(), one)
    return tuple(found.values())


def _of(option: str, value: str) -> Iterator[MailAddress]:
    parts = [part.strip() for part in _PART.findall(value)]
    if not any(parts):
        raise _wrong(option, value, "is empty")
    yield from (_address(option, part) for part in parts if part)


def _address(option: str, part: str) -> MailAddress:
    named = _NAMED.fullmatch(part)
    name, address = (named["name"].strip(), named["address"].strip()) if named else ("", part)
    local, at, domain = address.rpartition("@")
    if not at:
        raise _wrong(option, part, "has no address with an @")
    if not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL:
        raise _wrong(option, part, f"has “{local}” before the @, which is no name of a mailbox")
    whole = f"{local}@{_ascii(option, part, domain)}"
    if len(whole) > _LONGEST:
        raise _wrong(option, part, f"is longer than {_LONGEST} characters")
    return MailAddress(_QUOTED.sub(lambda m: re.sub(r"\\(.)", r"\1", m[1]), name).strip(), whole)


def _ascii(option: str, part: str, domain: str) -> str:
    """The domain in ASCII: other letters as IDNA writes them."""
    try:
        plain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    if not all(map(_LABEL.fullmatch, plain.split("."))):
        raise _wrong(option, part, f"has “{domain}” behind the @, which is no domain")
    return plain


def _wrong(option: str, words: str, what: str) -> UsageError:
    return UsageError("mail-address", f"“{words}” in {option} {what}.", _REMEDY)
