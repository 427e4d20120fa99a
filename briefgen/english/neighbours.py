"""What the words beside a name or a date say of it: that it is a place, what it owns, what it dates."""

from __future__ import annotations

from itertools import islice

from briefgen import lexicon
from briefgen.english.tokens import fold
from briefgen.model import Token, Tokens

_BACK = 24  # characters: room for a preposition and an article
_AHEAD = 80  # characters: room for an ending and a line break
_PAUSES = frozenset(',;:“”"()—–')
"""Marks that end a clause, or a phrase inside it."""
_OF_DATES = frozenset({"on", "in", "since"})
"""Prepositions that put something on its date; "before" and "after" do not."""


def is_whereabouts(tokens: Tokens, start: int) -> bool:
    """Whether what begins at `start` stands behind "in", "near the" or another preposition of place."""
    before = [fold(token.text) for token in tokens.between(max(start - _BACK, 0), start)]
    if before and before[-1] == "the":
        before.pop()
    return bool(before) and before[-1] in lexicon.names.cue_words("venue-preposition")


def possessed(tokens: Tokens, start: int, end: int) -> Token | None:
    """The word behind `start`..`end` where these have a possessive ending, inside or right behind them."""
    inside = [token.text for token in tokens.between(start, end)]
    behind = list(islice(tokens.between(end, end + _AHEAD), 2))
    if behind and _is_ending(behind[0].text) and behind[0].start == end:
        return behind[1] if len(behind) > 1 else None
    return behind[0] if behind and inside and _is_ending(inside[-1]) else None


def _is_ending(text: str) -> bool:
    return fold(text) == "'s"


def in_one_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether no mark and no "and" stands between two places."""
    return not any(token.text in _PAUSES or fold(token.text) == "and" for token in tokens.between(start, end))


def leads_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what begins at `end` dates what ends at `start`: nothing between them but a place and a
    preposition ("begins | in Japan on | Tuesday")."""
    between = [token.text for token in tokens.between(start, end)]
    if len(between) > 1 and between[0] == "in" and between[1][0].isupper():
        del between[:2]
    return not between or (len(between) == 1 and between[0] in _OF_DATES)
