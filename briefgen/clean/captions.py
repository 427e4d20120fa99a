"""Recognises the words under a picture by the credit they carry."""

from __future__ import annotations

import re

_CAPTION = re.compile(
    r"(?:file photo|file|photo|pictured|pictured above|image|in this (?:photo|image|picture|file photo))\b"
    r" ?[:\u2014\u2013,-]"
    r"|.{10,400}[\[(](?:[^()\[\]]{0,80}(?:photo|photographer|getty|reuters|afp|image|epa|/ap|ap\b|dpa"
    r"|anadolu|xinhua|shutterstock|alamy|bloomberg|courtesy|pool|handout|screengrab|screenshot)[^()\[\]]{0,60})[\])]?\.?$",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r".{0,200}(?:/ ?(?:getty(?: images)?|reuters|afp|ap|epa|dpa|shutterstock|alamy)|getty images)\W*$", re.I
)
_LONGEST_CAPTION = 70


def is_caption(text: str) -> bool:
    """Whether a line reads like the words under a picture."""
    if text.count(" ") >= _LONGEST_CAPTION:
        return False
    return bool(_CAPTION.match(text) or _CREDIT_END.match(text))
