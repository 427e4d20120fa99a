"""What can be seen of a line without knowing the site: its length, its words, how it starts and ends.

Every trait is yes or no and has a name of `vocabulary`; the weights in the lexicon are kept by these names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from briefgen import lexicon
from briefgen.clean import vocabulary as names
from briefgen.english.marks import CLOSERS, DOUBLES, OPENERS, SENTENCE_ENDS

_LOOKED_AT = 700
"""Characters of a line that are looked at: enough for any paragraph, and a bound for a file of one line."""
_WORDS = (2, 3, 5, 8, 13, 21, 41, 81)
_SHARE = (0.2, 0.4, 0.6, 0.8)
_PROSE_WORDS = 6
_LONG_PROSE = 25
_STOPS = SENTENCE_ENDS | frozenset("。！？")
_SIGNS_A_WORD = 3
"""Where words are not parted by spaces (Chinese, Japanese, Thai), so many signs count as one."""
_UNPARTED = 16
"""Signs between spaces, on average, that only such writing has, or an address, which is ASCII."""
_CLOSERS = "".join(sorted(CLOSERS)) + ")]"
_TABLE_CELLS = 4
"""Tabs from which on a line is a row of a table."""
_DIGIT = re.compile("[0-9]")
_QUOTES = re.compile(f"[{''.join(sorted(DOUBLES))}]")


@cache
def _grammar_words() -> frozenset[str]:
    return lexicon.furniture.grammar_words()


@cache
def _reader_words() -> frozenset[str]:
    return lexicon.furniture.reader_words()


def own(text: str) -> tuple[str, ...]:
    """Traits of one line by itself."""
    end = text[-12:]
    text = text[:_LOOKED_AT]
    words = text.split()
    count = word_count(text)
    size = "long" if count > 20 else "mid" if count > 7 else "short"
    found = [names.WORDS[bisect_right(_WORDS, count)], names.SIZE_ENDING[size, _last(end)], _first(text)]
    if "\t" in text:
        found.append(names.CELLS[1 if text.count("\t") < _TABLE_CELLS else 2])
    if len(words) >= 4:
        found += _vocabulary(words, text.lower().split())
    if _QUOTES.search(text):
        found.append(names.QUOTE_MARKS)
    if "|" in text or "©" in text or "@" in text or "http" in text:
        found.append(names.WEB_MARKS)
    if _DIGIT.search(text) if text.isascii() else any(map(str.isdigit, text)):
        found.append(names.DIGITS if len(words) > 8 else names.DIGITS_SHORT)
    return tuple(found)


def _last(text: str) -> str:
    end = text.rstrip(_CLOSERS)[-1:] or text[-1]
    if end in _STOPS:
        return "ends-dots" if text.endswith(("...", "…")) else "ends-sentence"
    return "ends-colon" if end == ":" else "ends-open"


def _first(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "starts-lower" if first.islower() else "starts-upper"
    if first in OPENERS:
        return "starts-quote"
    return "starts-digit" if first.isdigit() else "starts-mark"


def _vocabulary(words: list[str], plain: list[str]) -> list[str]:
    count = len(words)
    lower = sum(map(str.islower, words)) / count
    grammar = sum(map(_grammar_words().__contains__, plain)) / count
    steps = bisect_right((0.1, 0.2, 0.3, 0.4), grammar)
    found = [names.LOWER[bisect_right(_SHARE, lower)], names.GRAMMAR[steps]]
    reader = sum(map(_reader_words().__contains__, plain)) / count
    if reader >= 0.05:
        found.append(names.TO_READER if reader < 0.12 else names.TO_READER_MUCH)
    return found


def word_count(text: str) -> int:
    """Words of a line, about: by its spaces, or by its signs where there are none."""
    count = text.count(" ") + 1
    if len(text) > _UNPARTED * count and not text.isascii():
        return len(text) // _SIGNS_A_WORD
    return count


def is_prose(text: str, count: int) -> bool:
    """Whether a line of so many words reads like a sentence: some words and a full stop, or many words."""
    if count < _PROSE_WORDS:
        return False
    return count >= _LONG_PROSE or text.rstrip(_CLOSERS)[-1:] in _STOPS
