"""What is due on a day to come: "will be merged by 1 January", "the vote is planned for 2 April"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.tokens import fold
from briefgen.english.verbs import verbs
from briefgen.english.words import base_stem, is_function_word, meaning
from briefgen.model import Token, Tokens

_BACK = 12
"""Words before a date among which stands what is due then; see dated._BACK."""
_SHORTEST = 4
"""Letters of a word that may name an event."""
_PAUSES = frozenset(",;:—–()")
_BY, _UNTIL = frozenset({"by", "before"}), frozenset({"until", "till"})


class DueThen(NamedTuple):
    """What a date is the day of."""

    keys: frozenset[str]
    """The heads of the words that name it: its verb, or the nouns before a verb that says no more than that
    it happens."""
    bound: str
    """"by", "until" or "": how the date bounds it."""


def due(tokens: Tokens, start: int, sentence: int) -> DueThen | None:
    """What is due on the date at `start` of the sentence that begins at `sentence`; None if no word tells."""
    before = list(tokens.between(sentence, start))[::-1][:_BACK]
    words = list(takewhile(lambda token: token.text not in _PAUSES, before))
    low = [fold(token.text) for token in words]
    bound = "by" if _BY.intersection(low[:1]) else "until" if _UNTIL.intersection(low[:1]) else ""
    verb = next((at for at, word in enumerate(low) if _is_verb(word)), None)
    if verb is not None and meaning(low[verb]) not in _light():
        return DueThen(frozenset({meaning(low[verb])}), bound)
    # "Expects the first power in 2034", but "the first power is expected in 2034".
    found = frozenset(_nouns(words[: verb or 0])) or frozenset(
        _nouns(words[0 if verb is None else verb + 1 :])
    )
    return DueThen(found, bound) if found else None


def _is_verb(low: str) -> bool:
    """Whether a word announces an event, or is a past form; "planned for" and "comes on" are light ones."""
    return base_stem(low) in _announcing() or next(verbs([low]), None) is not None


def _nouns(words: Sequence[Token]) -> Iterator[str]:
    for token in words:
        if meaning(token.text) in _light():
            continue
        if token.text[0].isalpha() and len(token.text) >= _SHORTEST and not is_function_word(token.text):
            yield meaning(fold(token.text))


def announces(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a verb that announces events stands in some words, behind the first: "The ballot closes"."""
    words = list(tokens.between(start, end))[1:]
    return any(token.text.islower() and base_stem(token.text) in _announcing() for token in words)


def one_event(one: str, other: str) -> bool:
    """Whether two such heads are one word or built on one: "merg" of "merged", "merger"."""
    short, long = sorted((one, other), key=len)
    return (len(short) >= _SHORTEST and long.startswith(short)) or short == long


@cache
def _announcing() -> frozenset[str]:
    return frozenset(map(base_stem, lexicon.time.planned()))


@cache
def _light() -> frozenset[str]:
    """Verbs that say no more than that a thing is to happen."""
    return frozenset(map(meaning, lexicon.time.happening()))
