"""The verb that a date belongs to: "Trump on Saturday said", "was signed in Doha on Saturday"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice

from briefgen import lexicon
from briefgen.english.tokens import fold
from briefgen.english.verbs import verbs
from briefgen.english.words import base_stem, meaning
from briefgen.model import Token, Tokens

_NEAR, _BACK = 4, 12
"""Words behind and before a date among which its verb stands: "signed the price deal in Bergen on Sunday"."""
_FILED = frozenset(map(base_stem, ("updated", "published", "posted", "printed")))
"""Verbs of the page, not of what it tells."""
_SHORT = 8
"""Characters before a date: room for "from"."""
_PAUSES = frozenset(",;:—–()")


def verb_of_date(tokens: Tokens, start: int, end: int, sentence: tuple[int, int]) -> Token | None:
    """The verb of a date at `start`..`end`: right behind it, else before, else behind, in one clause."""
    before = list(tokens.between(sentence[0], start))[::-1]
    behind = list(islice(tokens.between(end, sentence[1]), _NEAR))
    found = next(filter(None, (_verb(words) for words in (behind[:1], before[:_BACK], behind))), None)
    return None if found is None or base_stem(found.text) in _FILED else found


def deed(verb: str) -> str:
    """A verb by its meaning; who says and who announces a thing tell it alike."""
    found = meaning(verb)
    return meaning("say") if found in _announcing() else found


def names_weekday(words: str) -> bool:
    """Whether a date prints its weekday or a number: "today" of a page filed later is another day."""
    if any(sign.isdigit() for sign in words):
        return True
    return any(fold(word).removesuffix("'s").strip(".,") in lexicon.time.weekdays() for word in words.split())


def names_day_or_month(words: str) -> bool:
    """Whether a date prints a number or a month: "1 April", "in May"."""
    low = (fold(word).strip(".,") for word in words.split())
    return any(sign.isdigit() for sign in words) or any(word in lexicon.time.months() for word in low)


def _verb(words: Iterable[Token]) -> Token | None:
    for token in words:
        low = fold(token.text)
        if token.text in _PAUSES:
            return None
        if low not in lexicon.grammar.tags() and next(verbs([low]), None):
            return token
    return None


@cache
def _announcing() -> frozenset[str]:
    return frozenset(map(meaning, ("announce", "declare")))


def moves(tokens: Tokens, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a thing is put off from one date to another: "from 12 May to 9 September"."""
    before = [fold(token.text) for token in tokens.between(max(first[0] - _SHORT, 0), first[0])]
    between = [fold(token.text) for token in tokens.between(first[1], second[0])]
    return before[-1:] == ["from"] and [word for word in between if word.isalpha()] in (["to"], ["until"])
