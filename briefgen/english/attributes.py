"""Dates that stand before a noun as its attribute: "a September 1986 agreement", "the 2015 deal"."""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.english.expressions import function_words

_BEFORE = re.compile(
    rf"(?:\b(?:{function_words('DET', 'POSS')}|that|another)|[’']s|s[’'])\s+(?:[^\W\d_][\w-]*\s+){{0,2}}$",
    re.I,
)
"""A determiner, and up to two words between it and the date."""
_OWN_DETERMINER = re.compile(r"(?:an?|the|that|this)\s", re.I)
_OF_TIME = re.compile(r"\b(?:on|over|at|during|in|through|throughout|for|by|until|since)\s+$", re.I)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
# A bare year says when only behind a preposition, a month, a day or a mark: not in "to build 2020 movement".
_TIMED = re.compile(
    rf"(?:\b(?:of|in|on|by|since|until|till|before|after|during|for|from|to|and|or|through|around|about|"
    rf"early|late|mid|circa|spring|summer|autumn|fall|winter|{'|'.join(lexicon.time.months())})|[^\w\s]|\d|^)[\s-]*$",
    re.I,
)
_NOUN = re.compile(r"\s+(?:[“\"‘]?)([^\W\d_][\w’'-]*)")


def head_noun(text: str, start: int, end: int) -> int | None:
    """Where the words begin to which the date at `start`..`end` is an attribute; None when it is none."""
    before, following = text[:start], _NOUN.match(text, end)
    if following is None or not _may_be_noun(following[1]):
        return None
    if _OWN_DETERMINER.match(text[start:end]):
        return None if _OF_TIME.search(before) else following.start(1)
    if _BARE_YEAR.fullmatch(text, start, end):
        return None if _TIMED.search(before) else following.start(1)
    return following.start(1) if _BEFORE.search(before) else None


def _may_be_noun(word: str) -> bool:
    low = word.casefold()
    if low in lexicon.grammar.tags() or low in lexicon.saying.forms():
        return low in lexicon.topics.occasions()
    return not low.endswith(("ed", "ing")) or low in ("hearing", "meeting", "briefing")
