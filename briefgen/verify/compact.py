"""Words as they are compared with those of a PDF: without blanks, hyphens and what comes back otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

TAKEN = "\x00"
"""In place of a character that was found; none of those that are compared."""
_PICTURES = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u20e3]")
"""Signs that fonts draw as pictures; they come back in any order, as do the signs beside them."""
KEYCAP = re.compile("[#*0-9]\ufe0f?\u20e3")
_HYPHENS = frozenset("-\u00ad\u2010\u2011\ufffe\x02")
"""A hyphen at the end of a line may be the layout's; PDFium does not tell."""
_BULLETS = frozenset("\u2022\u2023\u2043")
"""Lists draw these."""
_COMPARED = ((0x21, 0x52F), (0x1E00, 0x1FFF), (0x2012, 0x205E), (0x2070, 0x214F))
"""First and last code point: Latin, Greek, Cyrillic, general signs. Other scripts are written from right to
left, or joined, or need fonts that a machine may lack: they come back from a PDF in another order, or not."""
_FROM_RIGHT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


class Compact(NamedTuple):
    """Words without what is not compared."""

    text: str
    bounds: frozenset[int]
    """Where a word begins, and the end."""


def compact(words: str) -> Compact:
    """The characters of `words` that are compared."""
    kept: list[str] = []
    bounds = {0}
    for word in unicodedata.normalize("NFKC", words).split():
        kept += [sign for sign in word if is_compared(sign)]
        bounds.add(len(kept))
    return Compact("".join(kept), frozenset(bounds))


def is_compared(sign: str) -> bool:
    """Whether a character of a memo must be found in its PDF."""
    if sign in _HYPHENS or sign in _BULLETS or unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return False
    return any(first <= ord(sign) <= last for first, last in _COMPARED)


def turns(words: str) -> bool:
    """Whether words hold pictures or characters that are written from right to left: their line may come back
    in another order."""
    if words.isascii():
        return False
    from_right = any(unicodedata.bidirectional(sign) in _FROM_RIGHT for sign in words)
    return from_right or _PICTURES.search(words) is not None


def runs(words: str) -> Iterator[str]:
    """Runs of letters and of figures that are compared, parted by all else; longest first, for a short one
    may be part of a long one."""
    plain = unicodedata.normalize("NFKC", KEYCAP.sub(" ", words))
    shown = "".join(sign if is_compared(sign) else " " for sign in plain)
    yield from sorted(re.findall(r"[^\W\d]+|\d+", shown), key=len, reverse=True)
