"""Files that briefgen wrote, told by the marks it leaves in them.

A memo among the sources would be quoted as one. The marks outlive another name, and what an officer changes
in a word processor. A format that is written and read has its line here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefgen.read.draft import UnreadableError

OWN = "briefgen wrote this memo; it is no source and was left out."
_LINE = re.compile(
    rb"^[ \t>*_]{0,9}briefgen \d+\.\d+[\w.+]{0,40}[ \t\r*_]{0,9}$"
    rb"|^\[briefgen-content\]: |^\[\^1\]: S\d+[:,] ",
    re.M,
)
"""The line under a memo in Markdown, its seal, or its first footnote where neither is left."""
_MARKS: Mapping[str, re.Pattern[bytes]] = MappingProxyType(
    {
        ".docx": re.compile(rb">\s*briefgen(?: \d[\w.+]*)?\s*<|>\s*briefing memo; |\"briefgen-content\""),
        ".eml": re.compile(rb"\A(?:[^\r\n]+\r?\n)*?(?:X-Mailer|X-Generator|User-Agent):\s+briefgen\b", re.I),
        ".html": re.compile(rb"<meta\s[^<>]{0,200}[\"'](?:briefgen \d|briefing memo; )", re.I),
        ".json": re.compile(rb"\A\s*\{.*?\"generator\"\s*:\s*\"briefgen \d", re.S),
        ".rtf": re.compile(rb"\\(?:author|doccomm) briefgen\b"),
        ".md": _LINE,
        ".txt": _LINE,
    }
)
"""By suffix: properties of a Word or RTF file, a header of a mail, the generator of a page and of JSON."""
_REACH = MappingProxyType({".eml": 65_536, ".json": 65_536})
"""Bytes at the head among which such a mark stands, where a search of all would take its time."""
_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml", "meta.xml")
_OFFICE = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".epub"})
"""Zips of which the parts with properties are looked at: those named, and the package of a book."""


def is_own(data: bytes, suffix: str) -> bool:
    """Whether the bytes of a file of this kind carry the mark of a memo."""
    alike = {".htm": ".html", ".markdown": ".md", ".fodt": ".docx"} | dict.fromkeys(_OFFICE, ".docx")
    mark = _MARKS.get(alike.get(suffix, suffix))
    if mark is None:
        return False
    return bool(mark.search(_properties(data) if suffix in _OFFICE else data[: _REACH.get(suffix)]))


def is_own_information(author: str, keywords: str) -> bool:
    """Whether a PDF was made from a memo, by the properties that word processors hand on."""
    return author == "briefgen" or keywords.startswith("briefing memo; ")


def _properties(data: bytes) -> bytes:
    """The properties of an office file or a book; nothing when it has none or can not be opened."""
    from briefgen.read.package import member_bytes, open_zip

    try:
        with open_zip(data) as package:
            there = sorted(
                name for name in set(package.namelist()) if name in _PROPERTIES or name.endswith(".opf")
            )
            return b"".join(member_bytes(package, package.getinfo(name)) for name in there)
    except UnreadableError:
        return b""
