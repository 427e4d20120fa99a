"""Verbs of what was done, and of what was not: "asked him to end it", "never asked him"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from briefgen import lexicon
from briefgen.english.negation import contracted, denial
from briefgen.english.tokens import fold
from briefgen.english.verbs import verbs
from briefgen.english.words import meaning
from briefgen.model import Token

_BEFORE = 3
"""Words before a verb among which its negation and its auxiliaries stand: "has not yet publicly accused"."""
_OUTRIGHT = frozenset({"not", "never", "cannot", "nor"})
"""Negations of a verb; "barely survived" and "no confirmed cases" deny none. "Refused to" does too."""
_DID = frozenset({"did", "do", "does", "didn't", "doesn't", "don't"})
_UNREAL = frozenset(
    {"to", "will", "would", "could", "may", "might", "must", "should", "shall", "can", "if", "whether"}
    | {"unless"}
)
"""Before a verb: what it says is wished, feared, possible or ahead."""
_ATTRIBUTIVE = frozenset({"DET", "POSS", "PREP", "QNT"})
"""Tags of words behind which a past form qualifies a noun: "a confirmed outbreak"."""


def told(tokens: Sequence[Token], *, denied: bool) -> Iterator[Token]:
    """The verbs of a sentence that say that something was done or, `denied`, that it was not."""
    low = [fold(token.text) for token in tokens]
    if denied and denial(" ".join(low)) is None:
        return
    for at, token in enumerate(tokens):
        if token.text[0].islower() and _is_deed(low, at, denied) and _is_denied(low, at) == denied:
            yield token


def _is_deed(low: Sequence[str], at: int, denied: bool) -> bool:
    """Whether a word is a verb of what was done or, behind "did not", was not; not "was", "had" or "said"."""
    word, before = low[at], low[max(at - _BEFORE, 0) : at]
    if not word.isalpha() or word in lexicon.grammar.tags() or word in lexicon.persons.roles():
        return False
    if meaning(word) == _say():
        return False
    if any(one in _UNREAL for one in before):
        return False
    if denied and any(one in _DID for one in before):
        return True
    attributive = not denied and at > 0 and lexicon.grammar.tags().get(low[at - 1]) in _ATTRIBUTIVE
    return not attributive and next(verbs([word]), None) is not None


def _is_denied(low: Sequence[str], at: int) -> bool:
    """Whether a negation stands right before a verb, nothing but adverbs and auxiliaries between."""
    before = " ".join(low[max(at - _BEFORE, 0) : at])
    found = denial(before)
    if found is None:
        return False
    if found.group() not in _OUTRIGHT and not found.group().endswith(" to") and not contracted(found.group()):
        return False
    tags = lexicon.grammar.tags()
    between = before[found.end() :].split()
    return all(tags.get(word) in ("AUX", "ADV") or word.endswith("ly") for word in between)


@cache
def _say() -> str:
    return meaning("say")
