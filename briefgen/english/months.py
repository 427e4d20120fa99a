"""Which "May" is the month, and which "March": both are words too, and names."""

from __future__ import annotations

import re

from briefgen import lexicon

_ALSO_WORDS = frozenset({"May", "March"})
_BEFORE_PERSONS = frozenset({"and", "or", "to", "for"})
"""Words before a month that stand before a person as often: "Lee and May", "wrote to May"."""
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_NO_VERB = re.compile(r"(?<=\W)May(?=\W)|^May(?= \d)")
"""The verb has a capital only at the head of a sentence; the month has a day or a year behind it there."""


def is_month(word: str, before: str, after: str = "") -> bool:
    """Whether a word with a capital is a month, by the words before and behind it ("" for none).

    What is a common word too needs a preposition, a day or a year beside it: "in May", "5 May", "May 2025".
    """
    if not word[:1].isupper() or word.casefold() not in lexicon.time.months():
        return False
    if word not in _ALSO_WORDS:
        return True
    low = before.casefold()
    led = low in lexicon.time.month_cues() and low not in _BEFORE_PERSONS
    return led or is_day(before) or after[:1].isdigit()


def is_day(word: str) -> bool:
    """Whether a word can be the day of a month: "5", "21st"."""
    return _DAY.fullmatch(word) is not None


def without_may(sentence: str) -> str:
    """A sentence in which no "May" but the verb stands any more; of the same length."""
    return _NO_VERB.sub("M__", sentence) if "May" in sentence else sentence
