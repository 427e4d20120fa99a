"""Words of a block as names are matched, a view of its tokens: capitals, gaps, what opens a sentence."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.english.marks import OPENERS
from briefgen.english.tokens import fold, parts
from briefgen.model import Tokens

_OPENS = OPENERS | frozenset(".!?:;(—–-•*|>\n\r")
_HYPHENS = frozenset({"-", "‑"})
_STOPS = frozenset({". ", ".\u00a0", ".\n", "."})


class NameWord(NamedTuple):
    """One word with its place in the source."""

    text: str
    start: int
    end: int
    opens: bool
    """True when nothing but a mark that ends or opens a sentence stands before it."""
    gap: str
    """What stands between it and the word before: " " or "-" when the two can be one name, else ""."""
    capital: bool
    """Whether it begins with a capital letter."""
    folded: str
    """Case folded, with a straight apostrophe."""


def name_words(tokens: Tokens, start: int, end: int) -> list[NameWord]:
    """The words that stand in `start`..`end` in order; the parts of a compound are words of their own."""
    found: list[NameWord] = []
    text, last, shortened = tokens.text, start, False
    for token in tokens.between(start, end):
        for low, high, word in (token,) if token.text.isalnum() else parts(token):
            between = text[last:low]
            gap = " " if between == " " and found else _gap(between, shortened) if found else ""
            opens = not gap and _opens(between, not found)
            found.append(NameWord(word, low, high, opens, gap, word[0].isupper(), fold(word)))
            last, shortened = high, False
        shortened = shortened or (token.text[-1] == "." and token.text[0].isalpha())
    return found


def _opens(between: str, first: bool) -> bool:
    mark = between.rstrip(" \t\u00a0\u2009\u202f[\n\r")[-1:]
    return mark in _OPENS if mark else first


def _gap(between: str, shortened: bool) -> str:
    """What joins a word to the one before; a name goes on behind a shortened word and its stop."""
    if between in _HYPHENS:
        return "-"
    if between == " & " or (between.isspace() and between.count("\n") <= 1):
        return " "
    return " " if shortened and between in _STOPS else ""


def titled(text: str, words: list[NameWord]) -> bool:
    """Whether the words are in headline case or all capitals, so that a capital tells nothing."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    share = sum(word.capital for word in long) / max(len(long), 1)
    if words and text[words[-1].end : words[-1].end + 1] == ".":
        return len(words) > 4 and all(word.capital for word in words)
    return len(long) >= 3 and share >= 0.75
