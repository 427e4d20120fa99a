"""The words of single tokens as they are compared, worked out once for every token of equal text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from briefgen.english.words import base_stem, compared, is_function_word, plain
from briefgen.model import Token, Tokens

_KEPT = 65_536  # tokens; five thousand news texts have some sixty thousand different ones


def texts_between(tokens: Tokens, start: int, end: int) -> list[str]:
    """The tokens that begin in `start`..`end`, the latter excluded, without their places."""
    text, low, high = tokens.text, bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    return [text[a:b] for a, b in zip(tokens.starts[low:high], tokens.ends[low:high], strict=True)]


def plain_words(texts: Iterable[str]) -> Iterator[str]:
    """The words of some tokens, folded, without accents and marks."""
    return chain.from_iterable(map(_plain, texts))


def terms(texts: Iterable[str]) -> Iterator[str]:
    """Stems of the words that carry a topic."""
    return chain.from_iterable(map(_terms, texts))


def particulars(texts: Iterable[str]) -> Iterator[str]:
    """Of a sentence its figures and the words it writes with a capital, folded; not that it begins with."""
    rest = iter(texts)
    for text in rest:
        if words := _words(text):
            first = (words[0],) if words[0][0].isdigit() else ()
            yield from map(plain, (*first, *filter(_is_particular, words[1:])))
            break
    yield from chain.from_iterable(map(_particulars, rest))


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
def _particulars(text: str) -> tuple[str, ...]:
    return tuple(map(plain, filter(_is_particular, _words(text))))


def _is_particular(word: str) -> bool:
    return word[0].isdigit() or (word[0].isupper() and len(word) > 1)


KEPT = (_words, _plain, _terms, _particulars)
"""What is remembered while documents are compared."""
