"""Web pages that a browser saved with their pictures as one mail (.mht, .mhtml): the page inside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.html import read_html
from briefgen.read.mail import parsed, parts_of
from briefgen.read.mail_body import payload
from briefgen.read.mail_header import header

if TYPE_CHECKING:
    from email.message import EmailMessage


def read_mht(data: bytes, name: str) -> Reading:
    """The first page in the file, with the address it was saved from.

    The day in the header is that of saving, which is not the page's: only the page's own words date it.
    Raises `UnreadableError`: `file-damaged` when there is no page in it.
    """
    whole = parsed(data)
    page = next((part for part in parts_of(whole) if part.get_content_type() == "text/html"), None)
    if page is None:
        raise UnreadableError("file-damaged", "There is no page in this file; save it again, as .html.")
    drafts, problems = read_html(_marked(page), name)
    address = _address(whole, page)
    title = header(whole, "Subject")
    known = {key: value for key, value in (("url", address), ("title", title)) if value}
    return tuple(replace(draft, stated={**known, **draft.stated}) for draft in drafts), problems


def _marked(page: EmailMessage) -> bytes:
    """The bytes of the page in UTF-8, where the part names the characters they are in."""
    data = payload(page)
    charset = page.get_content_charset()
    try:
        return b"\xef\xbb\xbf" + data.decode(charset).encode() if charset else data
    except (UnicodeError, LookupError):
        return data


def _address(whole: EmailMessage, page: EmailMessage) -> str:
    found = (
        header(part, key)
        for part in (whole, page)
        for key in ("Snapshot-Content-Location", "Content-Location")
    )
    return next((address for address in found if address.startswith(("http:", "https:"))), "")
