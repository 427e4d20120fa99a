"""How large a file may be, so that nothing a folder holds can exhaust the machine."""

from __future__ import annotations

from collections.abc import Sequence
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
"""Of one document: 500 printed pages."""
RUN = 1_500_000
"""Characters of all documents that a run reads in full; of more, each long one has its share (`share`). A
million on the topic takes some 13 s of processor time, twice that where every word is said by somebody, and
110 MB through the whole run."""
SHARE = 150_000
"""The share of a document is never less: 50 pages. Archives of thousands of articles are read whole."""


def share(lengths: Sequence[int]) -> int:
    """The characters that a document may have beside others of these lengths: the most at which all together
    stay within RUN, and those that have fewer are whole.

    It depends on the lengths alone, not on their order.
    """
    left = RUN
    for number, length in enumerate(sorted(lengths)):
        fair = left // (len(lengths) - number)
        if length > fair:
            return min(max(fair, SHARE), CHARACTERS)
        left -= length
    return CHARACTERS


def bounded(draft: Draft) -> Draft:
    """The draft with what one document may have; nothing is told yet, for its share may be less."""
    return draft if len(draft.text) <= CHARACTERS else draft.until(_end(draft.text, CHARACTERS))


def within(draft: Draft, most: int = CHARACTERS, length: int = 0) -> Draft:
    """The draft with as many whole paragraphs as have room in `most` characters; what is left out is told.

    `length`: characters that the document has in its file, where the draft has been cut before.
    """
    if len(draft.text) <= most and length <= len(draft.text):
        return draft
    end = _end(draft.text, most)
    whose = "" if most == CHARACTERS else f", its share of the {RUN:,} that a run reads"
    behind = max(length, len(draft.text)) - end
    told = Omission("left-out", f"{behind:,} characters behind the first {end:,}{whose}")
    return replace(draft.until(end), omitted=(*draft.omitted, told))


def _end(text: str, most: int) -> int:
    """The end of the last paragraph in the second half of the room, else of the last word there, else of the
    room."""
    if len(text) <= most:
        return len(text)
    paragraph = text.rfind("\n", most // 2, most) + 1
    return paragraph or text.rfind(" ", most // 2, most) + 1 or most


def refuse_large(size: int, suffix: str) -> None:
    """Raises `UnreadableError` when a file with this suffix may not have `size` bytes."""
    limit = FILE_BYTES.get(suffix, TEXT_BYTES)
    if size > limit:
        message = (
            f"The file is too large: {size / MEGABYTE:.0f} MB, where {limit // MEGABYTE} MB is the limit."
        )
        raise UnreadableError("file-too-large", message)
