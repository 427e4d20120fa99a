"""Recognises the words under a picture by the credit they carry."""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.english.expressions import either

_START = re.compile(
    r"(?:file photo|file|photo|pictured|pictured above|image|in this (?:photo|image|picture|file photo))\b"
    r" ?[:\u2014\u2013,-]",
    re.IGNORECASE,
)
_PICTURES = either(lexicon.furniture.picture_sources())
_SOURCES = either(lexicon.furniture.picture_sources() | lexicon.pages.wires())
_CREDIT = re.compile(
    rf"photo|image|courtesy|\bpool\b|handout|screengrab|screenshot|\b(?:{_PICTURES})\b", re.IGNORECASE
)
_SLASHED = re.compile(rf"(?:/ ?(?:{_SOURCES})|getty images)\W*$", re.IGNORECASE)
_SIGNED = re.compile(
    rf"(?:^|[.!?,\d)] ?)(?i:{_SOURCES})/(?:[A-Z][\w.’'-]*\s?){{1,4}}"
    r"(?:/\s?(?:File Photo|Handout|Pool|File))?\W*$"
)
"""An agency and its photographer: "... on May 3, 2024. REUTERS/Ida Vale/File Photo"."""
_LONGEST = 70
"""Words; longer lines are paragraphs."""
_LONGEST_CREDIT = 150
_END = 60


def is_caption(text: str) -> bool:
    """Whether a line reads like the words under a picture: its end is a credit in brackets or an agency."""
    if text.count(" ") >= _LONGEST:
        return False
    credited = _SLASHED.search(text[-_END:]) or _SIGNED.search(text[-_END:])
    return bool(_START.match(text) or credited) or _ends_in_credit(text)


def _ends_in_credit(text: str) -> bool:
    opening = max(text.rfind("("), text.rfind("["))
    credit = text[opening:].rstrip(".")
    if opening < 10 or len(credit) > _LONGEST_CREDIT or not _CREDIT.search(credit):
        return False
    closing = max(credit.find(")"), credit.find("]"))
    return closing < 0 or closing == len(credit) - 1
