"""Joins the large letter that opens a text with the word it was cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LETTER = re.compile(r"\s*[“\"‘'«„]?[^\W\d_]\s*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WORDS_THEMSELVES = frozenset({"a", "i", "o"})
_LONGEST = 20


def joined(lines: Sequence[tuple[str, str]], dropped: frozenset[int]) -> Iterator[tuple[str, str]]:
    """The (place, text) lines, a letter in one with the line it opens.

    `dropped`: numbers of lines that the file says are such letters. Any other is one when it stands alone
    and the next line begins inside a word.
    """
    letter, place = "", ""
    for i, (label, text) in enumerate(lines):
        if letter:
            label, text, letter = place, _opened(letter, text, lines), ""
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


def _opened(letter: str, text: str, lines: Sequence[tuple[str, str]]) -> str:
    """The line with its letter; "A" and "I" are words of their own where what follows is one, too."""
    letter = letter.strip()
    if not text[:1].isspace() and letter[-1:].casefold() in _WORDS_THEMSELVES and _stands(text, lines):
        return f"{letter} {text}"
    return letter + text


def _stands(text: str, lines: Sequence[tuple[str, str]]) -> bool:
    """Whether the first word of a line stands elsewhere in the text as a whole word."""
    first = _WORD.match(text)
    if first is None:
        return False
    whole = re.compile(rf"\b{re.escape(first[0])}\b", re.IGNORECASE)
    count = sum(len(whole.findall(line)) for _, line in lines)
    return count > len(whole.findall(text[: first.end()]))
