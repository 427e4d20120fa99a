"""The words of single tokens as they are compared, worked out once for every token of equal text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from briefgen.english.words import base_stem, compared, is_function_word, plain
from briefgen.model import Token, Tokens

_KEPT = 65_536  # tokens; five thousand news texts have some sixty thousand different ones


def texts_between(tokens: Tokens, start: int, end: int) -> list[str]:
    """The tokens that begin in `start`..`end`, the latter excluded, without their places."""
    text, low, high = tokens.text, bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    return [text[a:b] for a, b in zip(tokens.starts[low:high], tokens.ends[low:high], strict=True)]


def plain_words(texts: Iterable[str]) -> list[tuple[str, ...]]:
    """The words of each token, folded, without accents and marks."""
    return list(map(_plain, texts))


def terms(texts: Iterable[str]) -> Iterator[str]:
    """Stems of the words that carry a topic."""
    return chain.from_iterable(map(_terms, texts))


def particulars(sentences: Iterable[Sequence[str]]) -> frozenset[str]:
    """Of the tokens of some sentences the figures and the words with a capital inside a sentence, folded."""
    found: set[str] = set()
    for texts in sentences:
        first = next((k for k, text in enumerate(texts) if _words(text)), len(texts))
        found.update(*map(_opening, texts[first : first + 1]), *map(_particulars, texts[first + 1 :]))
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in compared((Token(0, len(text), text),)))


@lru_cache(maxsize=_KEPT)
def _plain(text: str) -> tuple[str, ...]:
    return tuple(map(plain, _words(text)))


@lru_cache(maxsize=_KEPT)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(base_stem(word) for word in _words(text) if len(word) > 1 and not is_function_word(word))


@lru_cache(maxsize=_KEPT)
def _opening(text: str) -> tuple[str, ...]:
    """The particulars of a token that begins a sentence, where any word has a capital."""
    first, *others = _words(text)
    figure = (first,) if first[0].isdigit() else ()
    return tuple(map(plain, (*figure, *filter(_is_particular, others))))


@lru_cache(maxsize=_KEPT)
def _particulars(text: str) -> tuple[str, ...]:
    return tuple(map(plain, filter(_is_particular, _words(text))))


def _is_particular(word: str) -> bool:
    return word[0].isdigit() or (word[0].isupper() and len(word) > 1)


KEPT = (_words, _plain, _terms, _opening, _particulars)
"""What is remembered while documents are compared."""
