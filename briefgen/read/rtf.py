"""Rich text (.rtf), by striprtf; nothing embedded in it is opened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.read.draft import Draft, Reading, UnreadableError, extracted
from briefgen.read.html import numbered
from briefgen.read.limits import MEGABYTE
from briefgen.read.properties import stated_properties
from briefgen.read.quiet import quiet

_HEX = re.compile(r"[0-9a-fA-F\r\n]+")
_PICTURE = 2000
"""Longer runs of hexadecimal digits are pictures, over which striprtf takes seconds."""
_RTF_SIZE = 5 * MEGABYTE
"""Without pictures; striprtf takes half a second and 15 MB of memory for each."""
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,500})\}")
_AUTHOR = re.compile(r"\{\\author ([^{}\\]{1,200})\}")


def read_rtf(data: bytes, name: str) -> Reading:
    """One draft, a paragraph a line."""
    # RTF is ASCII; bytes above are written as escapes, which striprtf decodes by the file's code page.
    source = data.decode("cp1252", "replace")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError("file-damaged", "This is not a rich text file.")
    source = _HEX.sub(lambda run: "" if len(run[0]) > _PICTURE else run[0], source)
    if len(source) > _RTF_SIZE:
        raise UnreadableError("file-too-large", f"The text in it has {len(source) // MEGABYTE} MB.")
    with quiet():
        from striprtf.striprtf import rtf_to_text

        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    return extracted(Draft(text, stated=_stated(source[:20_000]), places=numbered(text), clean=True), name)


def _stated(head: str) -> Mapping[str, str]:
    title, author = _TITLE.search(head), _AUTHOR.search(head)
    return stated_properties(title[1] if title else "", author[1] if author else "")
