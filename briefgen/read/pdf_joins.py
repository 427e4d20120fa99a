"""How the end of one line and the start of the next are put together: hyphens, dashes, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefgen import lexicon
from briefgen.english.rarity import is_listed

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"(?P<inner>[-‐‑]?)(?P<head>[^\W\d_]+)[-‐­]$")
_REST = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "‐", "‑", "­")
_SOFT = "­"
_DASHES = ("—", "–", "/")
_IN_ADDRESS = tuple("/-_=&?%")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_WHOLE = frozenset({"self", "ex", "non", "well", "all", "half", "cross", "quasi", "vice", "far", "so"})
"""First parts that keep their hyphen in English, where the document itself does not show the word."""
_SHORTEST = 3
_BOUND = frozenset({"be", "an"})
"""Short words with which words begin more often than compounds."""
_LOOKED_AT = 200
"""Characters at the end of a paragraph that the next line can be joined with; a paragraph has many lines."""


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
        tail = before[-_LOOKED_AT:]
        if tail.endswith(_IN_ADDRESS) and _ADDRESS.search(tail) and not after[:1].isspace():
            return before + after
        if before.endswith(_HYPHENS):
            broken = _BROKEN.search(tail)
            if broken is None:
                return before + (" " if before[-2:-1] in ("", " ") else "") + after
            return (before[:-1] if self._is_broken(broken, after) else before) + after
        if before.endswith(_DASHES) and before[-2:-1] not in ("", " ") and after[:1].isalnum():
            return before + after
        return f"{before} {after}"

    def _is_broken(self, broken: re.Match[str], after: str) -> bool:
        """Whether a word was broken at the end of a line; if not, the hyphen is its own."""
        rest = _REST.match(after)
        if rest is None or not rest[0][0].islower() or broken["head"].isupper():
            return False
        head, goes_on = broken["head"], after.startswith(_HYPHENS, rest.end())
        if broken["inner"] and _is_small(head):
            return False  # "day-to-", "day"
        return self._is_one_word(head, rest[0], goes_on=goes_on)

    def _is_one_word(self, head: str, rest: str, *, goes_on: bool) -> bool:
        """The same for the parts before and behind; `goes_on`: with another hyphen."""
        whole, parted = (head + rest).casefold(), f"{head}-{rest}".casefold()
        if self.words[whole] != self.words[parted]:
            return self.words[whole] > self.words[parted]
        if head.casefold() in _WHOLE or len(head) == 1:
            return False
        if is_listed(whole) or goes_on:
            return is_listed(whole)
        if head[0].isupper() and min(len(head), len(rest)) < _SHORTEST:
            return False  # "Al-", "qaeda"; "Jong-", "un"
        return not (self._is_word(head) and self._is_word(rest))

    def _is_word(self, part: str) -> bool:
        if len(part) < _SHORTEST:  # "ly", "er", "un" are words of many documents, too
            return _is_small(part) and part.casefold() not in _BOUND
        return self.words[part.casefold()] > 0 or is_listed(part)


def _is_small(word: str) -> bool:
    return word.casefold() in lexicon.grammar.tags()
