"""Words as texts are searched and compared by: views of tokens, in lower case, bare, or as stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english.stem import stem
from briefgen.english.tokens import is_acronym, parts, tokenize
from briefgen.model import Token

Words = tuple[str, ...]

_PART = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"\bco-(?=op|or)")  # "co-operation" is one word with "cooperation"


def searched(found: Iterable[Token]) -> Words:
    """The words of some tokens in lower case, compounds divided; "U.S." is one word."""
    return tuple(word for token in found for word in _searched(token.text))


def _searched(text: str) -> Iterable[str]:
    low = text.lower()
    if low.isalnum():
        return (low,)
    if not low[0].isalnum():
        return ()
    if low[0].isdigit() and low.replace(",", "").isdigit():
        return (low.replace(",", ""),)
    return (low.replace(".", ""),) if is_acronym(low) else _PART.findall(_HYPHENED.sub("co", low))


def words(text: str) -> Words:
    """`searched` for a text that is no part of a document, such as a term of a topic."""
    return searched(tokenize(text))


def stems(text: str) -> Words:
    """Stems of all words of such a text."""
    return tuple(map(stem, words(text)))


def content(stemmed: Iterable[str]) -> Words:
    """The stems that carry a topic."""
    stop = stop_stems()
    return tuple(word for word in stemmed if word not in stop)


@cache
def stop_stems() -> frozenset[str]:
    """Stems of the stop words."""
    return frozenset(stem(word) for word in lexicon.grammar.stopwords())


@cache
def plain(word: str) -> str:
    """Case folded, without accents, stops, hyphens, apostrophes and possessive endings."""
    bare = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    bare = "".join(c for c in bare if not unicodedata.combining(c)).replace(".", "")
    return bare.removesuffix("'s").replace("'", "").replace("-", "")


@cache
def is_function_word(word: str) -> bool:
    """Whether a word carries no topic of its own."""
    return plain(word) in lexicon.grammar.stopwords()


@cache
def meaning(word: str) -> str:
    """The stem of the base form, or that of the first word of its group in linking/synonyms.txt."""
    base = base_stem(word)
    return _synonyms().get(base, base)


@cache
def base_stem(word: str) -> str:
    """The stem of a word, of its base form where it is irregular ("sought" and "seek")."""
    bare = plain(word)
    return stem(_irregular().get(bare, bare))


@cache
def _irregular() -> Mapping[str, str]:
    rows = lexicon.grammar.irregular_forms()
    return MappingProxyType({form: row.base for row in rows for form in (row.base, *row.forms)})


@cache
def _synonyms() -> Mapping[str, str]:
    found = {base_stem(short): base_stem(word) for short, word in lexicon.persons.long_forms().items()}
    for line in lexicon.linking.synonyms.lines():
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(base_stem(word), base_stem(first))
    return MappingProxyType(found)


def compared(found: Iterable[Token]) -> Iterator[Token]:
    """The words of some tokens as two versions of a text are compared: compounds divided, figures whole and
    apart from the letters behind them ("5bn" is two words, "21st" one)."""
    for token in found:
        for word in parts(token):
            yield from _unit_apart(word)


_WITH_UNIT = re.compile(r"(\d+(?:[.,]\d+)*)(?!(?:st|nd|rd|th)\Z)([^\W\d_]+)")


def _unit_apart(word: Token) -> Iterator[Token]:
    unit = _WITH_UNIT.fullmatch(word.text) if word.text[0].isdigit() else None
    if unit is None:
        yield word
        return
    yield Token(word.start, word.start + unit.end(1), unit[1])
    yield Token(word.start + unit.start(2), word.end, unit[2])
