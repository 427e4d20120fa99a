"""Names of persons, as far as comparing two versions needs them: capitals that are nothing else."""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.english.words import is_function_word, plain
from briefgen.link.keyed import KeyedWord
from briefgen.link.statement import Side

_BESIDE = re.compile(r"(?:['’]s?)?[ \u00a0-]")  # a space or a hyphen, after a possessive ending if any
_SHORT_FORM = re.compile(r"\.\s")  # "Gen. Doe"
_SHORT_ROLES = lexicon.persons.long_forms()
_CONTRACTED = re.compile(r"I['’]")
_PARTICLES = lexicon.persons.particles()


def runs_of_capitals(side: Side) -> tuple[range, ...]:
    """Runs of words that may be a person's name, in order."""
    found: list[range] = []
    k = 0
    while k < len(side.tokens):
        end = _name_end(side, k)
        if end > k:
            found.append(range(k, end))
        k = max(end, k + 1)
    return tuple(found)


def _name_end(side: Side, k: int) -> int:
    """End of the name that begins at `k`; `k` when none does."""
    if not may_name(side.tokens[k]):
        return k
    end = k + 1
    while end < len(side.tokens) and beside(side, end):
        particle = side.tokens[end].text in _PARTICLES and _goes_on(side, end)
        if not (particle or may_name(side.tokens[end])):
            break
        end += 1
    return end


def _goes_on(side: Side, k: int) -> bool:
    """Whether a name follows the particle at `k`, or the one after it."""
    after = [t for t in side.tokens[k + 1 : k + 3] if t.text not in _PARTICLES]
    return bool(after) and may_name(after[0])


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
