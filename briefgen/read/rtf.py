"""Rich text (.rtf); nothing embedded in it is opened.

A tokenizer of our own: striprtf, which did this before, reads hidden text, notes and deleted text as if they
were the text, loses which words are a title, and takes half a second and 15 MB of memory for each megabyte.
"""

from __future__ import annotations

import re

from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.export import parted
from briefgen.read.limits import MEGABYTE
from briefgen.read.properties import stated_properties

_HEX = re.compile(r"[0-9a-fA-F\r\n]+")
_PICTURE = 2000
"""Longer runs of hexadecimal digits are pictures."""
_RTF_SIZE = 5 * MEGABYTE
"""Without pictures."""


def read_rtf(data: bytes, name: str) -> Reading:
    """One draft, a paragraph or a table row a line, the notes behind them; no headers, no comments.

    An archive's export of several articles gives a draft for each.
    """
    from briefgen.read.rtf_body import RtfReader

    # Byte for byte: the code page of each stretch is told by the file.
    source = data.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError("file-damaged", "This is not a rich text file.")
    source = _HEX.sub(lambda run: "" if len(run[0]) > _PICTURE else run[0], source)
    if len(source) > _RTF_SIZE:
        raise UnreadableError("file-too-large", f"The text in it has {len(source) // MEGABYTE} MB.")
    reader = RtfReader()
    reader.read(source)
    stated = stated_properties(reader.information.get("title", ""), reader.information.get("author", ""))
    return parted(reader.manuscript.draft(stated), name)
