"""What of a name that was read may be a person's, for the comparison of two versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen import lexicon
from briefgen.english.words import is_function_word, plain
from briefgen.link.keyed import KeyedWord
from briefgen.link.statement import Side

_BESIDE = re.compile(r"(?:['’]s?)?[ \u00a0-]")  # a space or a hyphen, after a possessive ending if any
_SHORT_FORM = re.compile(r"\.\s")  # "Gen. Doe"
_SHORT_ROLES = lexicon.persons.long_forms()
_CONTRACTED = re.compile(r"I['’]")
_PARTICLES = lexicon.persons.particles()


def runs(side: Side, words: range) -> Iterator[range]:
    """What of a name may be a person's: its words without listed names, offices and dates."""
    start = words.start
    for k in words:
        if not (may_name(side.tokens[k]) or (k > start and side.tokens[k].text in _PARTICLES)):
            if k > start:
                yield range(start, k)
            start = k + 1
    if words.stop > start:
        yield range(start, words.stop)


def may_name(token: KeyedWord) -> bool:
    """Whether a word may be part of a person's name."""
    ordinary = token.capital and not token.entity and not is_function_word(token.text)
    if not ordinary or is_role(token) or _CONTRACTED.match(token.text):
        return False
    listed = plain(token.text) in lexicon.persons.office_words() or token.text in lexicon.time.dating_words()
    return not listed


def is_role(token: KeyedWord) -> bool:
    """Whether a word is the noun of an office."""
    roles = lexicon.persons.offices()
    word = plain(token.text)
    return token.text.casefold() in roles or word in roles or word.removesuffix("s") in roles


def beside(side: Side, k: int) -> bool:
    """Whether only a space, a hyphen or a possessive ending stands between word `k` and the one before."""
    gap = side.gap(k)
    if _BESIDE.fullmatch(gap):
        return True
    return bool(_SHORT_FORM.fullmatch(gap)) and plain(side.tokens[k - 1].text) in _SHORT_ROLES


def opens_sentence(side: Side, k: int) -> bool:
    """Whether word `k` owes its capital to its place."""
    return any(s.start <= side.tokens[k].start <= s.start + 2 for s in side.sentences)
