"""With which letters the matches of an expression may begin, and a search that looks at these words alone.

A table of expressions that all begin at a word costs each of them a look at every character. Most words begin
with letters that few of the expressions can begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_WORD_START = re.compile(r"\b\w")
_HEADS = 5_000
"""Beginnings of words that are remembered: more than English has often, and a bound for other writing."""
_AT_WORD = r"\b"
_OPENS = "(?:"
_LOOKS = ("(?<!", "(?!", "(?<=")
"""What is asked of the place, before the first letter."""
_OPTIONAL = frozenset("?*{")
"""Behind a group they say that it may be missing; then it is not known what begins a match."""
_LETTERS = re.compile(r"(?:[a-z](?![?*{+]))+|[a-z](?=\+)")
"""Letters that all must stand there."""
_LONGEST = 3
"""Letters of a word that are looked at: with three, few expressions are left to try."""


def openings(pattern: str) -> frozenset[str] | None:
    r"""Letters, some of which begin every match, each at the start of a word: "wil", "can" for
    `\b(?:will|can)\b`.

    None where the expression does not say so plainly: with another thing than a letter, or a group of
    alternatives, right behind `\b`.
    """
    parts = _alternatives(pattern)
    if not all(one.startswith(_AT_WORD) for one in parts):
        return None
    return _any_of([_heads(one.removeprefix(_AT_WORD)) for one in parts])


def _any_of(heads: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    known = [one for one in heads if one is not None]
    return frozenset().union(*known) if len(known) == len(heads) else None


def _heads(pattern: str) -> frozenset[str] | None:
    """How the matches of an expression without `|` outside brackets begin; None where not known."""
    if pattern.startswith(_LOOKS):
        return _heads(pattern[_closing(pattern, 0) + 1 :])
    if not pattern.startswith(_OPENS):
        letters = _LETTERS.match(pattern)
        return frozenset({letters.group()[:_LONGEST]}) if letters else None
    end = _closing(pattern, 0)
    if pattern[end + 1 : end + 2] in _OPTIONAL:
        return None
    return _any_of([_heads(one) for one in _alternatives(pattern[len(_OPENS) : end])])


def _alternatives(pattern: str) -> list[str]:
    """The parts between the `|` that stand in no brackets."""
    cuts = [at for at, depth in _depths(pattern) if pattern[at] == "|" and depth == 0]
    edges = [-1, *cuts, len(pattern)]
    return [pattern[low + 1 : high] for low, high in pairwise(edges)]


def _closing(pattern: str, start: int) -> int:
    """Where the bracket at `start` closes."""
    return next(at for at, depth in _depths(pattern) if at > start and depth == 0 and pattern[at] == ")")


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """Each sign that is not escaped and in no class of characters, with the brackets around it."""
    depth, at, in_class = 0, 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if in_class:
            in_class = sign != "]" or pattern[at - 1] == "[" or pattern[at - 2 : at] == "[^"
        elif sign == "[":
            in_class = True
        else:
            depth -= sign == ")"
            yield at, depth
            depth += sign == "("
        at += 1


class AtWords:
    """Expressions that are searched together; each gives what its own `finditer` would."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns: Sequence[re.Pattern[str]] = tuple(patterns)
        known = [None if one.flags & re.IGNORECASE else openings(one.pattern) for one in self.patterns]
        self._anywhere = tuple(i for i, heads in enumerate(known) if heads is None)
        self._openings = tuple((i, tuple(heads)) for i, heads in enumerate(known) if heads is not None)
        self._may_begin: dict[str, tuple[int, ...]] = {}

    def found(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """The matches of all expressions with their numbers: by expression, then by place."""
        met = [(i, match) for i in self._anywhere for match in self.patterns[i].finditer(text)]
        free: dict[int, int] = {}
        for start in _WORD_START.finditer(text):
            at = start.start()
            head = text[at : at + _LONGEST]
            numbers = self._may_begin.get(head)
            for i in self._beginning(head) if numbers is None else numbers:
                if at >= free.get(i, 0) and (match := self.patterns[i].match(text, at)):
                    met.append((i, match))
                    free[i] = match.end()
        return sorted(met, key=lambda one: (one[0], one[1].start()))

    def _beginning(self, head: str) -> tuple[int, ...]:
        """Numbers of the expressions that may match where these letters stand."""
        numbers = tuple(i for i, heads in self._openings if head.startswith(heads))
        if len(self._may_begin) < _HEADS:
            self._may_begin[head] = numbers
        return numbers
