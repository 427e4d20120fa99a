"""Words of a block as names are matched, a view of its tokens: capitals, gaps, what opens a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefgen.english.marks import OPENERS
from briefgen.english.tokens import fold, parts
from briefgen.model import Token, Tokens

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
    for first, behind in tokens.places(start, end):
        token = text[first:behind]
        for low, high, word, capital, folded in _parts(token):
            between = text[last : first + low]
            gap = " " if between == " " and found else _gap(between, shortened) if found else ""
            opens = not gap and _opens(between, not found)
            last, shortened = first + high, False
            found.append(NameWord(word, first + low, last, opens, gap, capital, folded))
        shortened = shortened or (token[-1] == "." and token[0].isalpha())
    return found


@lru_cache(maxsize=20_000)
def _parts(token: str) -> tuple[tuple[int, int, str, bool, str], ...]:
    """The words of a token: start and end in it, the characters, whether it has a capital, folded."""
    return tuple(
        (word.start, word.end, word.text, word.text[0].isupper(), fold(word.text))
        for word in parts(Token(0, len(token), token))
    )


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
