"""The memo as the draft of a mail (RFC 5322, MIME) that carries the files of it.

Without sender, day and number of the message: the program of mail sets them when it sends it. The same memo
gives the same bytes, so that parts are divided by a hash of what they hold.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from briefgen.paper.carried import Material
from briefgen.paper.mail_form import ENCODING, HTML_TYPE, PLAIN_TYPE, attached_type
from briefgen.paper.printed import folded
from briefgen.render.mail_body import html, paragraphs, plain, subject
from briefgen.render.mail_headers import mailboxes, unstructured
from briefgen.render.mail_reader import SEAL, reopen

__all__ = ["make", "ready", "reopen", "sealed"]

_LINE = 76
"""Characters of a line of base64 (RFC 2045)."""


def ready() -> None:
    """A mail takes nothing but Python."""


def make(material: Material) -> bytes:
    """The draft, with CRLF at the end of each line and nothing beyond ASCII."""
    said = paragraphs(material)
    bodies = (
        _part(PLAIN_TYPE, plain(said).encode()),
        _part(HTML_TYPE, html(said, material.memo).encode()),
    )
    files = [_attached(name, data) for name, data in material.attachments.items()]
    text = _headers(material) + _multipart("mixed", [_multipart("alternative", bodies), *files])
    # What follows the last part is an epilogue, which no program of mail shows.
    return SEAL.put(text.encode("ascii")).replace(b"\n", b"\r\n")


def sealed(data: bytes) -> bool | None:
    """Whether a draft is as it was written; None when it carries no seal."""
    return SEAL.holds(data)


def _headers(material: Material) -> str:
    return (
        unstructured("Subject", subject(material))
        + mailboxes("To", material.to)
        + mailboxes("Cc", material.cc)
        + "X-Unsent: 1\n"
        + unstructured("X-Mailer", material.memo.generator)
        + _provenance(material)
        + "MIME-Version: 1.0\n"
    )


def _provenance(material: Material) -> str:
    """What the memo was made from and with; "" for one that does not say."""
    words = folded(material.said(material.memo.made_from))
    return unstructured("X-Provenance", words) if words else ""


def _multipart(kind: str, parts: Sequence[str]) -> str:
    """Parts with a line between them that none of them can hold: base64 has no underscore."""
    held = hashlib.sha256("".join(parts).encode("ascii")).hexdigest()[:32]
    line = f"=_{held}"
    divided = "".join(f"--{line}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind};\n boundary="{line}"\n\n{divided}--{line}--\n'


def _part(content_type: str, data: bytes, more: str = "") -> str:
    return f"Content-Type: {content_type}\nContent-Transfer-Encoding: {ENCODING}\n{more}\n{_base64(data)}"


def _attached(name: str, data: bytes) -> str:
    disposition = f'Content-Disposition: attachment;\n filename="{name}"\n'
    return _part(f'{attached_type(name)};\n name="{name}"', data, disposition)


def _base64(data: bytes) -> str:
    whole = base64.b64encode(data).decode("ascii")
    return "".join(f"{whole[at : at + _LINE]}\n" for at in range(0, len(whole), _LINE))
