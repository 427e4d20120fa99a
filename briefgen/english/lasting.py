"""How long a thing takes: "could take months", "lasted for two days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.numbers import value
from briefgen.english.tokens import fold
from briefgen.english.words import base_stem
from briefgen.model import Token

_BETWEEN = 4
"""Words between the verb and the unit of time: "take up to three more weeks"."""
_VERBS = frozenset(map(base_stem, ("take", "last")))
_LATEST = "last"
"""Before a unit it is a verb only behind an auxiliary or "to": "will last three days", "last week"."""
_IDLE = frozenset(
    {"about", "around", "up", "to", "another", "at", "least", "only", "more", "than", "over", "for", "just"}
    | {"some", "many", "a", "an"}
)
"""Words before a span of time that say next to nothing of its length."""


class Lasting(NamedTuple):
    """A span of time that something takes; offsets are those of the source."""

    start: int
    end: int
    verb: str
    length: str
    """The words of the span, without those that say nothing of it: "several weeks"."""


def lasting(tokens: Sequence[Token]) -> Iterator[Lasting]:
    """The spans of time that stand behind a verb of lasting."""
    for at, verb in enumerate(tokens):
        if verb.text[0] not in "tlTL" or base_stem(verb.text) not in _VERBS:
            continue
        before = fold(tokens[at - 1].text) if at else ""
        if fold(verb.text) == _LATEST and before != "to" and lexicon.grammar.tags().get(before) != "AUX":
            continue
        found = _span(tokens[at + 1 : at + 2 + _BETWEEN])
        if found:
            yield Lasting(verb.start, found[0], base_stem(verb.text), found[1])


def _span(tokens: Sequence[Token]) -> tuple[int, str] | None:
    """Where a span of time ends that begins these words, and its length."""
    told: list[str] = []
    for token in tokens:
        word = fold(token.text)
        if base_stem(word) in _units():
            return token.end, " ".join((*told, base_stem(word)))
        if word not in _IDLE:
            if value(word) is None and lexicon.grammar.tags().get(word) not in ("QNT", "DET"):
                return None
            told.append(word)
    return None


@cache
def _units() -> frozenset[str]:
    """Stems of the nouns for spans of time."""
    return frozenset(map(base_stem, lexicon.time.spans_of_time()))
