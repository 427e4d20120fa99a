"""The pieces of a rich text file, and what holds inside one of its groups."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
SKIP, FONTS, STYLES, FIELD = "skip", "fonttbl", "stylesheet", "fldinst"


@dataclass(slots=True)
class RtfGroup:
    """What holds up to the end of a group."""

    into: str = ""
    """Where its words go: "" into the text, else to a table of the file or nowhere."""
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    raised: bool = False
    size: float = 12.0
    font: int = 0
    skips: int = 1
    """Characters behind a `\\u` that repeat it for old programs."""
    opens: str = ""
    """What its end closes: "note" or "field"."""


def codec(number: int) -> str:
    """The codec of a code page by its number; that of Western Windows where there is none."""
    for name in (f"cp{number}", "utf-8" if number == 65001 else "mac_roman" if number == 10000 else ""):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "cp1252"
