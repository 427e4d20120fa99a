"""Which documents of an archive a topic can touch, from an index of their stems, and which come nearest.

What is put into the index and how it is asked stand here together: a document that can not be found here
holds no word and no name of the topic. It may be found and hold none: the index knows neither the order of
words nor which of two meanings a name has.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Protocol

from briefgen.english import gazetteer
from briefgen.english.stem import stem
from briefgen.english.tokens import tokenize
from briefgen.english.words import is_function_word, searched
from briefgen.model import CITABLE, Document, Token
from briefgen.select.bm25 import K1, B
from briefgen.select.mentions import WantedNames
from briefgen.select.terms import RELATED, TERM, joined
from briefgen.topic import Group, Topic

EXACT = "="
"""Before an acronym that is a common word in small letters: "US" is found, "us" is not."""
_PART = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?(?![^\W_])|[^\W_]+")


class Index(Protocol):
    """What is asked of an index."""

    def holding(self, stem: str) -> Mapping[int, int]:
        """The documents in which a stem stands, each with how often."""

    def holders(self, stem: str) -> int:
        """In how many documents it stands."""


class NearDocument(NamedTuple):
    """A document that a topic can touch."""

    id: int
    score: float


# What is indexed


def indexed(document: Document) -> list[str]:
    """The stems of a document in the order of its text: of what may become a line of a memo, and of its
    headlines. Needs blocks, metadata and words."""
    texts: list[str] = []
    for block in document.blocks:
        if block.label in CITABLE or block.label == "headline":
            texts += document.tokens.texts(block.span.start, block.span.end)
    title = document.meta.title
    if title and title.span:
        texts += (token.text for token in tokenize(document.text(title.span)))
    return list(chain.from_iterable(map(_terms, texts)))


@lru_cache(maxsize=50_000)
def _terms(text: str) -> tuple[str, ...]:
    """The stems that one token is found by: those of its words, and its acronyms as they are printed."""
    found = searched((Token(0, 0, text),))
    # By the word, not its stem: "herring" has the stem of "her".
    stems = tuple(stem(bare(word)) for word in found if not is_function_word(word))
    return (*stems, *(EXACT + word for word in _acronyms(text)))


def _acronyms(text: str) -> list[str]:
    """The acronyms in a token that are other words in small letters, in these: of "US-led" "us"."""
    parts = (part.replace(".", "") for part in _PART.findall(text))
    found = (part.lower() for part in parts if len(part) > 1 and part.isupper())
    return [word for word in found if is_function_word(word) or gazetteer.is_common_word(word)]


def bare(word: str) -> str:
    """A word without accents: names are met with and without them."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


# How it is asked


class Way(NamedTuple):
    """One way in which a group of a topic is met."""

    stems: frozenset[str]
    """All of them must stand in the document."""
    weight: float


def ways(topic: Topic) -> tuple[tuple[Way, ...], ...]:
    """By group all ways in which a document can meet it, each once with its greatest weight."""
    named = WantedNames(topic.groups, free=topic.free).weights()
    by_key: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for form, entry in gazetteer.forms().items():
        by_key[entry.key, entry.kind == "region"].append(form)
    found: list[dict[frozenset[str], float]] = [{} for _ in topic.groups]
    for number, group in enumerate(topic.groups):
        for text, weight in _of_group(group):
            _add(found[number], text, weight)
    for key, wanted in named.items():
        for text in by_key.get(key, ()):
            for number, weight in wanted:
                _add(found[number], text, weight)
    return tuple(tuple(Way(stems, weight) for stems, weight in one.items()) for one in found)


def _of_group(group: Group) -> Iterator[tuple[str, float]]:
    for weight, terms in ((TERM, group.terms), (RELATED, group.related)):
        for term in terms:
            yield term, weight
            yield from ((one, weight) for one in joined(term))
    yield from ((short, RELATED) for short in group.abbreviations)


def _add(found: dict[frozenset[str], float], text: str, weight: float) -> None:
    stems = frozenset(_asked(text))
    if stems:
        found[stems] = max(weight, found.get(stems, 0.0))


def _asked(text: str) -> Iterable[str]:
    """The stems of words of the topic, all of which a document must have: of acronyms that are other words in
    small letters only as they are printed, of small words none."""
    for token in tokenize(text):
        exact = _acronyms(token.text)
        yield from (EXACT + word for word in exact)
        others = (word for word in searched((token,)) if word not in exact)
        yield from (stem(bare(word)) for word in others if not is_function_word(word))


class Nearness:
    """Ranks documents for a topic: BM25 over its groups, each as if all its ways were one word.

    So a group with many synonyms counts no more than one with few, as with `#syn` of Indri or the synonyms
    of Lucene. Of a phrase the word that stands in it least often counts.
    """

    def __init__(self, index: Index, lengths: Mapping[int, int]) -> None:
        """`lengths`: how many words that carry a topic each document of the folder has."""
        self._index = index
        self._lengths = lengths
        self.texts = len(lengths)
        self.mean = max(1.0, sum(lengths.values()) / max(1, len(lengths)))

    def ranked(self, topic: Topic) -> tuple[NearDocument, ...]:
        """The documents that a topic can touch, the nearest first, ties in the order of `lengths`.

        A topic file touches what can meet all its groups, the words of a call what can meet one of them.
        """
        counts = [self._weighed(found) for found in ways(topic)]
        scores: dict[int, float] = dict.fromkeys(self._touched(topic, counts), 0.0)
        for held in counts:
            weight = math.log(1 + (self.texts - len(held) + 0.5) / (len(held) + 0.5))
            for document, times in held.items():
                if document in scores:
                    norm = K1 * (1 - B + B * self._lengths[document] / self.mean)
                    scores[document] += weight * times * (K1 + 1) / (times + norm)
        place = {document: number for number, document in enumerate(self._lengths)}
        order = sorted(scores, key=lambda one: (-scores[one], place[one]))
        return tuple(NearDocument(one, scores[one]) for one in order)

    @staticmethod
    def _touched(topic: Topic, counts: Sequence[Mapping[int, float]]) -> Collection[int]:
        held = [frozenset(one) for one in counts]
        return frozenset().union(*held) if topic.free else frozenset.intersection(*held)

    def _weighed(self, ways: Sequence[Way]) -> dict[int, float]:
        """How often, by weight, each document of the folder meets a group."""
        found: dict[int, float] = {}
        for way in ways:
            for document, times in self._meeting(way.stems).items():
                if document in self._lengths:
                    found[document] = found.get(document, 0.0) + way.weight * times
        return found

    def _meeting(self, stems: Collection[str]) -> Mapping[int, int]:
        first, *others = sorted(stems, key=lambda one: (self._index.holders(one), one))
        found = self._index.holding(first)
        for other in others:
            also = self._index.holding(other) if found else {}
            found = {one: min(times, also[one]) for one, times in found.items() if one in also}
        return found
