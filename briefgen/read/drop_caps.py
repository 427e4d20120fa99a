"""Joins the large letter that opens a text with the word it was cut from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from briefgen import lexicon
from briefgen.english.rarity import is_listed, rarity
from briefgen.english.stem import stem

_LETTER = re.compile(r"\s*[“\"‘'«„]?[^\W\d_]\s*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WORDS_THEMSELVES = frozenset({"a", "i", "o"})
_LONGEST = 20
_STOP = re.compile(r"[.!?…][”’\"')\]]{0,2}\s*$")
_SENTENCE = 12
"""Words from which a line is prose that ends without a stop, as at the end of a page."""
Words = Callable[[], Mapping[str, int]]


def joined(lines: Sequence[tuple[str, str]], dropped: frozenset[int]) -> Iterator[tuple[str, str]]:
    """The (place, text) lines, a letter in one with the line it opens.

    `dropped`: numbers of lines that the file says are such letters. One other is one when it stands alone
    above prose and makes a word with its beginning; where there are more, they are heads of a list.
    """

    @cache
    def words() -> Mapping[str, int]:
        return Counter(word.casefold() for _, text in lines for word in _WORD.findall(text))

    texts = [text for _, text in lines]
    alone = [i for i, pair in enumerate(pairwise(texts)) if i not in dropped and _is_letter(*pair)]
    opening = {i for i in alone if len(alone) == 1 and _opens(texts[i], texts[i + 1], words)}
    letter, place = "", ""
    for i, (label, text) in enumerate(lines):
        if letter:
            label, text, letter = place, _opened(letter, text, words), ""
        if i in opening or (i in dropped and i + 1 < len(lines) and _is_declared(text, lines[i + 1][1])):
            letter, place = text.rstrip("\n"), label
        else:
            yield label, text


def _is_declared(text: str, below: str) -> bool:
    return len(text.strip()) <= _LONGEST and bool(below.strip())


def _is_letter(text: str, below: str) -> bool:
    """Whether a capital stands alone above a line that begins within a word, or behind one of one letter."""
    if not _LETTER.fullmatch(text) or not text.strip()[-1].isupper():
        return False
    first = _WORD.match(below)
    if first is None:
        return below[:1] == " " and text.strip()[-1].casefold() in _WORDS_THEMSELVES
    # "M" over "inister" or, in small capitals, over "INISTER Anna"; a lone "A" over "Annex" opens nothing
    return first[0].islower() or (len(first[0]) > 1 and first[0].isupper() and not below.isupper())


def _opens(letter: str, below: str, words: Words) -> bool:
    """Whether a letter that no file declares opens the prose below."""
    first = _WORD.match(below)
    is_prose = len(below.split()) >= _SENTENCE or bool(_STOP.search(below))
    return is_prose and (first is None or _stands(letter.strip()[-1] + first[0], words()))


def _opened(letter: str, text: str, words: Words) -> str:
    """The line with its letter; "A" and "I" are words of their own where what follows is one, too."""
    letter = letter.strip()
    first = _WORD.match(text)
    if first is None or letter[-1:].casefold() not in _WORDS_THEMSELVES:
        return letter + text
    whole, rest = letter[-1] + first[0], first[0]
    own = words()[rest.casefold()] > 1 or is_listed(rest)  # once it stands here
    if not own or _governs(text[first.end() :]):
        return letter + text
    better = _stands(whole, words()) and rarity(stem(whole.casefold())) < rarity(stem(rest.casefold()))
    return letter + text if better else f"{letter} {text}"


def _governs(behind: str) -> bool:
    """Whether an article follows, which no noun has behind it: "(a)long the quay"."""
    following = _WORD.search(behind[:_LONGEST])
    return following is not None and lexicon.grammar.tags().get(following[0].casefold()) in ("DET", "POSS")


def _stands(word: str, words: Mapping[str, int]) -> bool:
    """Whether a word is known, or stands elsewhere in the text."""
    if words.get(word.casefold(), 0) or is_listed(word) or word.casefold() in lexicon.grammar.tags():
        return True
    return word.casefold() in lexicon.persons.given_names()
