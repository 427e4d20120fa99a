"""Words of a block as names are matched: capitals, gaps, and whether a word opens a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.lexicon.gazetteer import TOKEN

_OPENS = frozenset(".!?:;“\"‘'«(—–•*|>\n\r")
_GAPS = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "‑", ". ", ".\u00a0", "\n", "\r\n", " & "})
_SPACES = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "‑"})


class Token(NamedTuple):
    """One word with its place in the source."""

    text: str
    start: int
    end: int
    opens: bool
    """True when nothing but a mark that ends or opens a sentence stands before it."""
    joined: bool
    """True when only a space or a hyphen stands between it and the word before."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def folded(self) -> str:
        """Case folded, with a straight apostrophe."""
        return self.text.replace("’", "'").casefold()


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of `text[start:end]` in order."""
    last = start
    for match in TOKEN.finditer(text, start, end):
        gap = text[last : match.start()]
        before = gap.rstrip(" \t\u00a0\u2009\u202f[")[-1:]
        opens = last == start and not before or before in _OPENS
        joined = gap in _GAPS and last > start and _joins(gap, text[last - 1], match.start() - last)
        yield Token(match[0], match.start(), match.end(), opens and not joined, joined)
        last = match.end()


def _joins(gap: str, before: str, length: int) -> bool:
    """A stop joins only after an initial ("Joseph R. Biden", "St. Petersburg" is matched by the tables)."""
    return gap in _SPACES or (length <= 2 and before.isalpha())


def titled(words: list[Token]) -> bool:
    """Whether the words are in headline case or all capitals, so that a capital tells nothing."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    return len(long) >= 3 and sum(word.capital for word in long) >= 0.75 * len(long)
