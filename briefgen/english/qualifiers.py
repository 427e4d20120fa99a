"""Where the words begin that qualify a noun: "a formal “security partnership”"."""

from __future__ import annotations

from briefgen.english.marks import OPENERS
from briefgen.english.tags import Tagged, tagged
from briefgen.model import Tokens

_MOST = 5
"""Words that qualify one noun; more are a clause."""
_OUTSIDE = frozenset({"DET", "POSS", "PRO", "OBJ", "PREP", "CONJ", "REL", "AUX", "MARK", "S"})
"""Tags of words that begin another phrase."""
_SUBJECT = frozenset({"CAP", "PRO", "REL", "AUX", "ADV"})
"""Tags of what stands before a verb of its clause: behind them a past form is no participle."""
_THIRD_PERSON = frozenset({"his", "her", "its", "their"})
"""Whose these are is said before the phrase: without that they tell nothing."""


def qualified_start(tokens: Tokens, start: int, at: int) -> int:
    """Where the phrase begins whose noun stands at `at`, not before `start`, determiner included."""
    before = tagged(tokens, start, at, (), (start,))
    marked = bool(before) and before[-1].text in OPENERS and before[-1].end == at
    first = len(before) - marked
    floor = max(first - _MOST, 0)
    while first > floor and _qualifies(before, first - 1):
        first = _joined(before, first - 1, floor)
    if first and _determines(before[first - 1]):
        first -= 1
    return before[first].start if first < len(before) else at


def _determines(word: Tagged) -> bool:
    """Whether a word opens the phrase: "a", "these", "our"; a capital opens the sentence."""
    return word.text == word.low and word.tag in ("DET", "POSS") and word.low not in _THIRD_PERSON


def _qualifies(words: list[Tagged], at: int) -> bool:
    """Whether a word belongs to the phrase behind it: in small letters, no verb of its clause."""
    word = words[at]
    if not word.text[0].islower() or word.tag in _OUTSIDE:
        return False
    return not (word.low.endswith("ed") and (at == 0 or words[at - 1].tag in _SUBJECT))


def _joined(words: list[Tagged], at: int, floor: int) -> int:
    """The place of a qualifying word, or of "and" where that joins it to another: "new and broader"."""
    joins = at - 1 > floor and words[at - 1].low == "and" and _qualifies(words, at - 2)
    return at - 1 if joins else at
