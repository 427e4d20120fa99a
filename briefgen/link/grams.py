"""The sentences of one text as bags of three-letter runs, worked out once for all comparisons with it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from briefgen.link.words import fold

_GRAM = 3  # letters; two to four together found no pair more and cost three times the time
_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_LONGEST = 4_000  # characters of one sentence that are compared; more is no sentence
Grams = Counter[str]


@dataclass(frozen=True, eq=False)
class Profile:
    """The sentences of one text, in order, with their grams."""

    texts: tuple[str, ...]

    @cached_property
    def grams(self) -> tuple[Grams, ...]:
        """The grams of each sentence; not to be changed, copies of a sentence share them."""
        return tuple(_grams(text) for text in self.texts)

    @cached_property
    def held(self) -> Grams:
        """Gram to the number of sentences that hold it."""
        return Counter(chain.from_iterable(self.grams))


@lru_cache(maxsize=4096)  # a folder of copies has few different sentences
def _grams(text: str) -> Grams:
    return Counter(chain.from_iterable(map(_of_word, _TOKEN.findall(text[:_LONGEST]))))


@lru_cache(maxsize=65_536)
def _of_word(token: str) -> tuple[str, ...]:
    """Runs of three characters of a word, its edges marked."""
    word = f" {fold(token)} "
    return tuple(word[i : i + _GRAM] for i in range(max(1, len(word) - _GRAM + 1)))
