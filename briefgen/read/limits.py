"""How large a file may be, so that nothing a folder holds can exhaust the machine."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from briefgen.model import Omission
from briefgen.read.draft import Draft, UnreadableError

MEGABYTE = 1_000_000
TEXT_BYTES = 20 * MEGABYTE
"""Ten times the longest report; markup and JSON take up to 15 times their size in memory."""
_SUFFIXES = {
    30: (".eml", ".emlx", ".mbox", ".mht", ".mhtml"),
    50: (".pdf", ".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".epub", ".zip"),
    60: (".html", ".htm", ".xhtml"),
}
FILE_BYTES = MappingProxyType({name: size * MEGABYTE for size, names in _SUFFIXES.items() for name in names})
"""A page may hold its pictures; without them it is held to TEXT_BYTES."""
PAGES = 2000
CHARACTERS = 1_500_000
"""Of one document: 500 printed pages. Each million costs some 100 MB of memory through the whole run."""


def within(draft: Draft) -> Draft:
    """The draft with as many whole paragraphs as one document may have; what is left out is told."""
    if len(draft.text) <= CHARACTERS:
        return draft
    end = draft.text.rfind("\n", 0, CHARACTERS) + 1 or CHARACTERS
    told = Omission("left-out", f"{len(draft.text) - end:,} characters behind the first {end:,}")
    return replace(draft.until(end), omitted=(*draft.omitted, told))


def refuse_large(size: int, suffix: str) -> None:
    """Raises `UnreadableError` when a file with this suffix may not have `size` bytes."""
    limit = FILE_BYTES.get(suffix, TEXT_BYTES)
    if size > limit:
        message = (
            f"The file is too large: {size / MEGABYTE:.0f} MB, where {limit // MEGABYTE} MB is the limit."
        )
        raise UnreadableError("file-too-large", message)
