"""The sentences of one text as bags of three-letter runs, worked out once for all comparisons with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

_GRAM = 3  # letters; two to four together found no pair more and cost three times the time
_LONGEST = 700  # words of one sentence that are compared; more is no sentence
Grams = Counter[str]


@dataclass(frozen=True, eq=False)
class Profile:
    """The sentences of one text, in order, with their grams."""

    texts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    """Those of each sentence, bare."""

    @cached_property
    def grams(self) -> tuple[Grams, ...]:
        """The grams of each sentence; not to be changed, copies of a sentence share them."""
        return tuple(map(_grams, self.words))

    @cached_property
    def held(self) -> Grams:
        """Gram to the number of sentences that hold it."""
        return Counter(chain.from_iterable(self.grams))


@lru_cache(maxsize=1024)  # a folder of copies has few different sentences
def _grams(words: tuple[str, ...]) -> Grams:
    return Counter(chain.from_iterable(map(_of_word, words[:_LONGEST])))


@lru_cache(maxsize=16_384)
def _of_word(word: str) -> tuple[str, ...]:
    """Runs of three characters of a word, its edges marked."""
    edged = f" {word} "
    return tuple(edged[i : i + _GRAM] for i in range(max(1, len(edged) - _GRAM + 1)))


KEPT = (_grams, _of_word)
"""What is remembered while documents are compared."""
