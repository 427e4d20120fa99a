"""Many expressions over one text, each tried only at the words that can open it.

A list of expressions of words (`lexicon/issues/cues.tsv`) costs a walk over the whole text for each, though
few of them have a word there. Here the text is walked once, word by word, and an expression is tried where a
word begins with letters that begin one of its alternatives. What is found is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

ANY = ""
"""The letters that begin every word: nothing is known of how an expression begins."""
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[a-z]*")
_MAY_BE_LEFT_OUT = ("?", "*", "{0,")
_BACK = ("(?<!", "(?<=")
_GROUP = "(?:"
_BOUND = r"\b"


class Expressions:
    """Some expressions over lower-case text, tried together."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        self._anywhere: list[int] = []
        """Those that may begin with any word, or inside one."""
        self._by_letters: dict[str, list[int]] = {}
        for index, pattern in enumerate(self._patterns):
            found = openings(pattern.pattern)
            if ANY in found:
                self._anywhere.append(index)
                continue
            for letters in found:
                self._by_letters.setdefault(letters, []).append(index)
        # Texts are of few words, said again and again.
        self._opened_by = lru_cache(maxsize=20_000)(self._opened)

    def matches(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """All matches of each expression as `finditer` gives them, with its index, in the order of both."""
        found: list[tuple[int, re.Match[str]]] = []
        ends: dict[int, int] = {}
        for word in _WORD.finditer(text):
            for index in self._opened_by(word.group()):
                at = word.start()
                match = self._patterns[index].match(text, at) if at >= ends.get(index, 0) else None
                if match:
                    ends[index] = match.end()
                    found.append((index, match))
        for index in self._anywhere:
            found += [(index, match) for match in self._patterns[index].finditer(text)]
        found.sort(key=lambda one: one[0])
        return found

    def _opened(self, word: str) -> tuple[int, ...]:
        starts = (word[:end] for end in range(1, len(word) + 1))
        return tuple(sorted({index for start in starts for index in self._by_letters.get(start, ())}))


def openings(expression: str) -> frozenset[str]:
    """The letters with which a word must begin to open a match; `ANY` among them where that is not known."""
    found: set[str] = set()
    for one in _alternatives(expression):
        found |= _begins(one.removeprefix(_BOUND)) if one.startswith(_BOUND) else {ANY}
    return frozenset(found)


def _begins(sequence: str) -> set[str]:
    """How one alternative begins, a boundary before it taken as read."""
    sequence = sequence.removeprefix("^")
    if sequence.startswith(_BACK):
        return _begins(sequence[_closing(sequence) + 1 :])
    if sequence.startswith(_GROUP):
        end = _closing(sequence)
        found = {letters for one in _alternatives(sequence[len(_GROUP) : end]) for letters in _begins(one)}
        rest = sequence[end + 1 :]
        return found | {ANY} if rest.startswith(_MAY_BE_LEFT_OUT) else found
    letters = _LETTERS.match(sequence)
    known = letters.group() if letters else ANY
    return {known[:-1] if sequence[len(known) :].startswith(_MAY_BE_LEFT_OUT) else known}


def _alternatives(expression: str) -> Iterator[str]:
    """The parts between the bars that stand in no group and no set of signs."""
    start = 0
    for at, depth in _depths(expression):
        if expression[at] == "|" and depth == 0:
            yield expression[start:at]
            start = at + 1
    yield expression[start:]


def _closing(expression: str) -> int:
    """Where the group ends that begins an expression."""
    return next(at for at, depth in _depths(expression) if expression[at] == ")" and depth == 0)


def _depths(expression: str) -> Iterator[tuple[int, int]]:
    """The signs of an expression that are not escaped and in no set, each with the number of open groups."""
    depth, in_set, at = 0, False, 0
    while at < len(expression):
        sign = expression[at]
        if sign == "\\":
            at += 2
            continue
        if in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        else:
            depth -= sign == ")"
            yield at, depth
            depth += sign == "("
        at += 1
