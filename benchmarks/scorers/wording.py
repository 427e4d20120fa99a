"""How a scorer compares words: four degrees of looking away from how a text is set."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[\w'-]+")
_NO_LETTER = re.compile(r"[\s\W]+")


def fold(text: str | None) -> str:
    """White space of any kind as one space."""
    return _SPACE.sub(" ", text or "").strip()


def plain(text: str | None) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text or "")
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


def words(text: str | None) -> list[str]:
    """The plain words of a text."""
    return _WORD.findall(plain(text))


def squeezed(text: str | None) -> str:
    """Letters and digits only, as they are written."""
    return _NO_LETTER.sub("", text or "")


def holds(blob: str, text: str) -> bool:
    """Does `blob` (folded, small letters) hold a text of the gold, but for its last comma or full stop?"""
    return text.rstrip(",. ").lower() in blob
