"""Joins the large letter that opens a text with the word it was cut from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

_LETTER = re.compile(r"\s*[“\"‘'«„]?[^\W\d_]\s*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WORDS_THEMSELVES = frozenset({"a", "i", "o"})
_LONGEST = 20


def joined(lines: Sequence[tuple[str, str]], dropped: frozenset[int]) -> Iterator[tuple[str, str]]:
    """The (place, text) lines, a letter in one with the line it opens.

    `dropped`: numbers of lines that the file says are such letters. Any other is one when it stands alone
    and the next line begins inside a word.
    """

    @cache
    def words() -> Mapping[str, int]:
        return Counter(word.casefold() for _, text in lines for word in _WORD.findall(text))

    letter, place = "", ""
    for i, (label, text) in enumerate(lines):
        if letter:
            label, text, letter = place, _opened(letter, text, words), ""
        if i + 1 < len(lines) and _is_letter(text, lines[i + 1][1], sure=i in dropped):
            letter, place = text.rstrip("\n"), label
        else:
            yield label, text


def _is_letter(text: str, below: str, *, sure: bool) -> bool:
    if sure:
        return len(text.strip()) <= _LONGEST and bool(below.strip())
    if not _LETTER.fullmatch(text) or not text.strip()[-1].isupper():
        return False
    first = _WORD.match(below)
    if first is None:
        return below[:1] == " " and text.strip()[-1].casefold() in _WORDS_THEMSELVES
    # "M" over "inister" or, in small capitals, over "INISTER Anna"; a lone "A" over "Annex" opens nothing
    return first[0].islower() or (len(first[0]) > 1 and first[0].isupper() and not below.isupper())


def _opened(letter: str, text: str, words: Callable[[], Mapping[str, int]]) -> str:
    """The line with its letter; "A" and "I" are words of their own where what follows is one, too."""
    letter = letter.strip()
    if not text[:1].isspace() and letter[-1:].casefold() in _WORDS_THEMSELVES and _stands(text, words):
        return f"{letter} {text}"
    return letter + text


def _stands(text: str, words: Callable[[], Mapping[str, int]]) -> bool:
    """Whether the first word of a line stands elsewhere in the text as a whole word."""
    first = _WORD.match(text)
    return first is not None and words().get(first[0].casefold(), 0) > 1
