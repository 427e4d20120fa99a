"""How long a thing takes, in two sources: "several weeks", "months"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen import lexicon
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Claim, Origin, Passage, apart, meeting
from briefgen.english.numbers import value
from briefgen.english.tokens import fold
from briefgen.english.words import base_stem
from briefgen.model import Span

LEAST = 14.0
"""Weight of the shared words: a thing that takes time is seldom named by the verb, only by the sentence."""
BETWEEN = 4
"""Words between the verb and the unit of time: "take up to three more weeks"."""
IDLE = frozenset("about around up to another at least only more than over for just some many an a".split())
LASTING = frozenset(map(base_stem, ("take", "last", "need")))


@dataclass(frozen=True, slots=True)
class Length(Claim):
    """A span of time that something takes."""

    value: str

    @property
    def says(self) -> str:
        return self.value


def find(passages: Sequence[Passage], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that say how long one thing takes, and not the same."""
    found = [length for passage in passages for length in taken(passage)]
    for one, other in meeting(found, origin, LEAST):
        if one.value != other.value and not apart(one.passage, other.passage):
            yield Clash("length", one, other)


def taken(passage: Passage) -> Iterator[Length]:
    """The spans of time that stand behind a verb of lasting: "could take months", "lasted for two days"."""
    span = passage.span
    words = [t for t in passage.document.tokens.between(span.start, span.end) if t.text[0].isalnum()]
    for k, verb in enumerate(words):
        # "Last" itself is hardly ever the verb: "last week".
        if base_stem(verb.text) not in LASTING or fold(verb.text) == "last":
            continue
        for behind in range(k + 1, min(k + 2 + BETWEEN, len(words))):
            if base_stem(words[behind].text) in units():
                told = [fold(word.text) for word in words[k + 1 : behind + 1]]
                core = Span(span.source, verb.start, words[behind].end)
                yield Length(passage, base_stem(verb.text), core, " ".join(w for w in told if w not in IDLE))
                break
            if fold(words[behind].text) not in IDLE and not counts_time(fold(words[behind].text)):
                break


def counts_time(word: str) -> bool:
    """Whether a word may stand between the verb and the unit: a number or "several"."""
    return value(word) is not None or lexicon.grammar.tags().get(word) in ("QNT", "DET")


@cache
def units() -> frozenset[str]:
    """Stems of the nouns for spans of time."""
    return frozenset(map(base_stem, lexicon.time.spans_of_time()))
