"""How the end of one line and the start of the next are put together: hyphens, dashes, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefgen.english.rarity import rarity
from briefgen.english.stem import stem

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)[-‐­]$")
_REST = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "‐", "‑", "­")
_SOFT = "­"
_DASHES = ("—", "–", "/")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_RARE = rarity("")
"""What words have that stand in no list."""
_WHOLE = frozenset({"self", "ex", "non", "well", "all", "half", "cross", "quasi", "vice", "far", "so"})
"""First parts that keep their hyphen in English, where the document itself does not show the word."""
_SHORTEST = 3


class Joiner:
    """Joins lines of one document, by the words that the document has within its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        for line in lines:
            self.words.update(
                word.replace("‐", "-").replace("‑", "-").casefold() for word in _WORD.findall(line)
            )

    def joined(self, before: str, after: str) -> str:
        """Two lines of a paragraph as one; no word is changed, only a hyphen of the line end is taken out."""
        if before.endswith(_SOFT):
            return before[:-1] + after
        if before.endswith(_HYPHENS):
            broken = _BROKEN.search(before)
            if broken is None:
                return before + (" " if before[-2:-1] in ("", " ") else "") + after
            rest = _REST.match(after)
            drop = rest is not None and self._is_one_word(broken["head"], rest[0])
            return (before[:-1] if drop else before) + after
        if before.endswith(_DASHES) and before[-2:-1] not in ("", " ") and after[:1].isalnum():
            return before + after
        if _ADDRESS.search(before) and before[-1] in "/-_=&?%" and " " not in after[:1]:
            return before + after
        return f"{before} {after}"

    def _is_one_word(self, head: str, rest: str) -> bool:
        """Whether a word was broken between `head` and `rest`; if not, the hyphen is its own."""
        if not rest[0].islower() or (head.isupper() and len(head) > 1):
            return False
        whole, parted = (head + rest).casefold(), f"{head}-{rest}".casefold()
        if self.words[whole] != self.words[parted]:
            return self.words[whole] > self.words[parted]
        if head.casefold() in _WHOLE:
            return False
        if _is_known(whole) or min(len(head), len(rest)) < _SHORTEST:
            return True
        return not (self._is_word(head) and self._is_word(rest))

    def _is_word(self, part: str) -> bool:
        return self.words[part.casefold()] > 0 or _is_known(part)


def _is_known(word: str) -> bool:
    return rarity(stem(word.casefold())) < _RARE
