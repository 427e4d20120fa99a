"""Words of a block as names are matched: capitals, gaps, and whether a word opens a sentence."""

from __future__ import annotations

from typing import NamedTuple

from briefgen import lexicon
from briefgen.lexicon.gazetteer import TOKEN

_OPENS = frozenset(".!?:;“\"‘'«(—–-•*|>\n\r")
_SPACES = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "‑", "\n", "\r\n", " & "})
_STOPS = frozenset({". ", ".\u00a0", ".\n", "."})
# After these a full stop does not end anything, so a name may go on behind it.
_SHORTENED = lexicon.persons.shortened()


class Token(NamedTuple):
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


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]` in order."""
    found: list[Token] = []
    last, before = start, ""
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        between = text[last : match.start()]
        gap = " " if between == " " and before else _gap(between, before) if before else ""
        opens = not gap and _opens(between, not before)
        folded = word.replace("’", "'").casefold()
        found.append(Token(word, match.start(), match.end(), opens, gap, word[0].isupper(), folded))
        last, before = match.end(), word
    return found


def _opens(between: str, first: bool) -> bool:
    mark = between.rstrip(" \t\u00a0\u2009\u202f[\n\r")[-1:]
    return mark in _OPENS if mark else first


def _gap(between: str, before: str) -> str:
    if between in _SPACES:
        return "-" if between in ("-", "‑") else " "
    shortened = between in _STOPS and (before in _SHORTENED or (len(before) == 1 and before.isupper()))
    return " " if shortened else ""


def titled(text: str, words: list[Token]) -> bool:
    """Whether the words are in headline case or all capitals, so that a capital tells nothing."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    share = sum(word.capital for word in long) / max(len(long), 1)
    if words and text[words[-1].end : words[-1].end + 1] == ".":
        return len(words) > 4 and all(word.capital for word in words)
    return len(long) >= 3 and share >= 0.75
