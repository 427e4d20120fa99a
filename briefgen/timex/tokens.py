"""Cuts text into tokens and gives each a class of one character, so that rules are patterns over classes.

Matching token classes instead of characters (as in TokensRegex, Chang and Manning 2014) keeps every
rule short and the whole search linear: a text of n characters has at most n tokens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.numbers import values


class TimeToken(NamedTuple):
    """One word, number or mark with its place in the text."""

    start: int
    end: int
    cls: str
    """One character; see lexicon/time/words.tsv, and `SHAPES` below for numbers and marks."""
    word: str
    """The characters, case folded."""
    value: str
    """What the lexicon says of the word; for numbers the digits."""
    capital: bool
    """Whether it begins with a capital letter."""


SHAPES: tuple[tuple[str, str], ...] = (
    ("w", r"(?:[A-Za-z]\.){2,}|(?!FY[ \d’'])[^\W\d_]++(?:[\u0300-\u036f]++[^\W\d_]*+)*+(?!\d)"),
    ("A", r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z\b|[+-]\d\d:?\d\d)?)?(?![\d-])"),
    ("A", r"\d{4}(?P<a>[-/.])\d{1,2}(?P=a)\d{1,2}(?![-/.]?\d)"),
    ("A", r"\d{1,2}(?P<b>[-/.])\d{1,2}(?P=b)\d{4}(?![-/.]?\d)"),
    ("A", r"\d{1,2}/\d{1,2}/\d\d(?![-/.]?\d)"),
    ("A", r"\d{1,2}-[A-Za-z]{3,9}-(?:\d{4}|\d\d)(?![\w-])"),
    ("R", r"(?:1[5-9]|20)\d\d[-–—/](?:(?:1[5-9]|20)\d\d|\d\d)(?![-/.–]?\d)"),
    ("C", r"\d{1,2}(?:[:.]\d\d)?[AaPp][Mm]\b"),
    ("C", r"(?:(?:[01]\d|2[0-4])\.?|\d\.)[0-5]\d(?= (?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]T|[IJ]ST)\b)"),
    ("C", r"\d{1,2}:\d\d(?::\d\d)?(?!:?\d)"),
    ("f", r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?(?!,?\d)|\d{1,15}\.\d{1,15}(?!\d)"),
    ("E", r"(?:1[5-9]|20)\d0['’]?s\b|['‘’`]\d0s\b|[2-9]0s\b"),
    ("O", r"\d{1,3}(?:st|nd|rd|th)\b"),
    ("k", r"[Qq][1-4]\b|[1-4]Q\b|H[12]\b"),
    ("Y", r"FY ?['’]?(?:20)?\d\d(?:[-/–]\d\d)?\b"),
    ("#", r"\d+"),
    ("'", r"['’]s?\b|['’](?=\s)"),
    ("w", r"[^\W\d_]+"),
    ("|", r"\n\s*"),
    ("~", r"[-–—−/]+"),
    ("x", r"[^\s\w]|_"),
)
"""Class and pattern, first match wins. `A` numeric date, `R` years "2014-2020", `C` clock, `f` decimal,
`E` decade, `O` "21st", `k` "Q4", `Y` "FY26", `|` blank line or end of a paragraph, `~` dash; `#` becomes
`1` (1 to 31), `y` (year) or `i` (other number), `w` is refined by the lexicon or becomes `X` (capitalised)
or `x`."""

_SCAN = re.compile("|".join(f"(?P<g{i}>{pattern})" for i, (_, pattern) in enumerate(SHAPES)))
_LONG_LINE = 100
"""Signs; where all lines are shorter, they are broken by width. A text with a longer one may have a paragraph
on each line."""
_CLASS: Mapping[str | None, str] = MappingProxyType({f"g{i}": cls for i, (cls, _) in enumerate(SHAPES)})
_MARKS = frozenset(',.()$%"“”:;!?&')
_MONEY = frozenset("$€£¥#")
_NUMERIC = frozenset("ARCfEOY#")


@cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Class and value by word."""
    numbers = {word: ("w", f"{value:g}") for word, value in values().items() if value >= 1}
    return MappingProxyType(numbers | {row.word: (row.kind, row.value) for row in lexicon.time.vocabulary()})


@lru_cache(maxsize=20_000)
def _read(word: str) -> tuple[str, str, str, bool]:
    """Class, folded characters, value of a word, and whether it begins with a capital."""
    folded, capital = word.casefold(), word[0].isupper()
    cls, value = _known().get(folded) or ("X" if capital else "x", "")
    return cls, folded, value, capital


def _digits(word: str) -> str:
    """Class of a whole number."""
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "1"
    if len(word) == 4 and "1500" <= word <= "2199":
        return "y"
    return "i" if len(word) < 10 else "x"


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a number belongs to something larger: "$2020", "F16", "50%", "MH-370", "v1.2"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and before in _MONEY) or after == "%" or before.isalnum() or before == "_":
        return True
    return after.isalpha() or after == "_"


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Phrases by first word, longest first: their words, class and value."""
    rows = [(row.phrase, row.kind, row.value) for row in lexicon.time.phrases()]
    rows += [(row.name, "J", row.rule) for row in lexicon.time.holidays()]
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, cls, value in rows:
        words = tuple(match.group().casefold() for match in _SCAN.finditer(phrase))
        index.setdefault(words[0], []).append((words, cls, value))
    longest = {word: tuple(sorted(found, key=lambda p: -len(p[0]))) for word, found in index.items()}
    return MappingProxyType(longest)


def _merge(found: list[TimeToken]) -> list[TimeToken]:
    """Joins the words of a phrase to one token, so that "last Christmas Day" is a modifier and a day."""
    phrases = _phrases()
    merged: list[TimeToken] = []
    index = 0
    while index < len(found):
        token = found[index]
        step = 1
        for words, cls, value in phrases.get(token.word, ()):
            if words[1:2] not in ((), (_word(found, index + 1),)):
                continue
            if _is_phrase(found, index, words, cls):
                last = found[index + len(words) - 1]
                token = TimeToken(token.start, last.end, cls, " ".join(words), value, token.capital)
                step = len(words)
                break
        merged.append(token)
        index += step
    return merged


def _word(found: list[TimeToken], index: int) -> str:
    return found[index].word if index < len(found) else ""


def _is_phrase(found: list[TimeToken], index: int, words: tuple[str, ...], cls: str) -> bool:
    """Whether the phrase stands here whole; "the past" is none in "the past year"."""
    part = found[index : index + len(words)]
    if tuple(token.word for token in part) != words or (cls == "J" and not part[-1].capital):
        return False
    after = found[index + len(words)].cls if index + len(words) < len(found) else ""
    modifies = len(words) > 1 or words[0] in ("current", "future", "recent")
    return not (cls == "P" and modifies and after and after in "uUwvdsp1iDLJoF")


def _shortens(found: list[TimeToken], at: int) -> bool:
    """Whether a point at `at` belongs to the word before it."""
    return bool(found) and found[-1].end == at and found[-1].word in lexicon.time.cut_short()


def _number(text: str, match: re.Match[str], cls: str) -> str:
    word = match.group()
    if _glued(text, match.start(), match.end()):
        return "x"
    if cls != "#":
        return cls
    return _digits(word) if word.isascii() else "x"


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[TimeToken, ...]:
    """All tokens of `text` (of the part from `start` to `end`) in order; offsets are those of `text`.

    Any text will do; the cost grows with its length alone.
    """
    found: list[TimeToken] = []
    end = len(text) if end is None else end
    by_width = text.find("\n", start, end) >= 0 and _broken_by_width(text[start:end])
    for match in _SCAN.finditer(text, start, end):
        cls, word = _CLASS[match.lastgroup], match.group()
        first, last = match.span()
        if cls == "w":
            found.append(TimeToken(first, last, *_read(word)))
            continue
        if cls == "|" and by_width and word.count("\n") == 1:
            continue
        if cls in _NUMERIC:
            cls = _number(text, match, cls)
        elif cls == "x" and word in _MARKS:
            if word == "." and _shortens(found, first):
                found[-1] = found[-1]._replace(end=last)
                continue
            cls = word
        found.append(TimeToken(first, last, cls, word, word, False))
    return tuple(_merge(found))


def _broken_by_width(text: str) -> bool:
    """Whether lines end where the next word would have gone over the width, not where a paragraph does."""
    lines = [line for line in text.split("\n") if line.strip()]
    width = max(map(len, lines), default=0)
    if width < _LONG_LINE:
        return True
    pairs = pairwise(lines)
    return all(len(line.rstrip()) + 1 + len(after.split(None, 1)[0]) > width for line, after in pairs)


def pause(at: int) -> TimeToken:
    """A break between two parts of a text, as a blank line gives one."""
    return TimeToken(at, at, "|", "", "", False)


def classes(found: tuple[TimeToken, ...]) -> str:
    """The class characters of tokens as one string, for matching rules."""
    return "".join(token.cls for token in found)
