"""What is kept of a document to find those of its origin: a few kilobytes, for which no text is needed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from briefgen.link.version import Version
from briefgen.model import Document

_SENTENCE = 40  # characters; shorter ones are captions and formulas
_PHRASE = 25  # the same for a sentence of a notice
_NOTICE = 50  # terms; longer texts have enough to be found by
_BYTES = 8  # of a hash: of a hundred million sentences no two are likely to have the same


class Trace(NamedTuple):
    """What a search for documents of one origin asks of one: plain strings and numbers, the same on every
    machine. It follows from the sentences of the document, or its paragraphs where nobody split them."""

    sentences: tuple[int, ...] = ()
    """Hashes of its long sentences, in rising order, each once."""
    phrases: tuple[int, ...] = ()
    """The same of a notice with shorter sentences too; of any other document none."""
    terms: tuple[tuple[int, str], ...] = ()
    """How often a term stands in the document, and the terms that stand so often, in order, with blanks
    between: stems of the words that carry a topic."""

    @property
    def length(self) -> int:
        """Number of its terms, repeated ones as often as they stand."""
        return sum(times * (1 + stems.count(" ")) for times, stems in self.terms)

    def counted(self) -> Iterator[tuple[int, list[str]]]:
        """How often, and which terms."""
        return ((times, stems.split(" ")) for times, stems in self.terms)


def trace(document: Document) -> Trace:
    """What is kept of one document. Uses its sentences or blocks, and its tokens."""
    version = Version(document)
    terms = version.terms
    phrases = version.texts if len(terms) < _NOTICE else ()
    return Trace(_hashes(version.texts, _SENTENCE), _hashes(phrases, _PHRASE), _counted(terms))


def _hashes(texts: Iterable[str], shortest: int) -> tuple[int, ...]:
    return tuple(sorted({_hash(text) for text in texts if len(text) >= shortest}))


def _hash(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=_BYTES).digest(), "big")


def _counted(terms: Iterable[str]) -> tuple[tuple[int, str], ...]:
    grouped: dict[int, list[str]] = defaultdict(list)
    for term, times in Counter(terms).items():
        grouped[times].append(term)
    return tuple((times, " ".join(sorted(grouped[times]))) for times in sorted(grouped))
