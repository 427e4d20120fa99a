"""How words of a source appear on a page: as they are, spaces folded, what no page can hold marked."""

from __future__ import annotations

import re

_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_BLANKS = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Runs of plain blanks stay as they are: most texts have no other.
_SPACE = re.compile(f"(?<! ) *+[{_BLANKS.replace(' ', '')}{_BREAKS}][ {_BLANKS}{_BREAKS}]*")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*\Z")
_BREAK = re.compile(f"[{_BREAKS}]")
# C0, C1, DEL; bidirectional overrides and isolates, which can show text in another order than it
# has; what XML can not hold.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def printed(text: str) -> str:
    """`text` with every Unicode space as a plain space, a line break with the blanks around it as one.

    A control character, a lone surrogate or a noncharacter shows as "[U+0007]", never silently
    lost. Nothing else changes.
    """
    if _PLAIN.match(text):
        return text
    return _UNPRINTABLE.sub(_mark, _SPACE.sub(_fold, text))


def folded(text: str) -> str:
    """`printed(text)` with runs of spaces as one and none at the ends: the form that is compared."""
    return " ".join(filter(None, printed(text).split(" ")))


def _fold(match: re.Match[str]) -> str:
    return " " if _BREAK.search(match[0]) else " " * len(match[0])


def _mark(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"
