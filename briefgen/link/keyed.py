"""Words of a statement with the key by which the two versions are compared.

A listed name gets one key whatever it is called ("U.S.", "American"), a number its value, "n't" the
key of "not", and a compound one key however it is written ("co-operation", "cyber security").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.english import gazetteer
from briefgen.english.tokens import tokenize
from briefgen.english.words import compared, is_function_word, meaning, plain
from briefgen.model import Document, Span, Token

# First parts that English writes with a hyphen, with a space or as one word.
_PREFIXES = frozenset({"anti", "co", "counter", "cyber", "inter", "multi", "non", "post", "pre", "under"})
_MOST = 250  # words of a sentence; comparing two takes the square of it, and real ones have 80 at most
_NOT = re.compile(r"n['’]t\Z", re.I)
_JOINT = re.compile(r"[- ]")


class KeyedWord(NamedTuple):
    """One word."""

    start: int
    end: int
    """In the source's text, without a possessive ending."""
    text: str
    key: str
    entity: bool = False
    """A listed name; the words of one name are one token."""
    actor: bool = False
    """A listed state or organisation, or the capital that stands for it; regions and places don't act."""
    content: bool = True
    """Carries meaning of its own."""

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def number(self) -> bool:
        """Written in digits."""
        return self.text[:1].isdigit()


def keyed(document: Document, span: Span) -> tuple[KeyedWord, ...]:
    """The words of a sentence of a document, in order; of a "sentence" that fills pages the first."""
    text = document.source.text[span.start : span.end]
    return tuple(
        KeyedWord(span.start + word.start, span.start + word.end, *word[2:])
        for word in _read(text, _placed(document, span))
    )


def _placed(document: Document, span: Span) -> tuple[Token, ...]:
    """The tokens of a sentence, placed as if it were the whole text."""
    found = document.tokens.between(span.start, span.end)
    return tuple(Token(t.start - span.start, t.end - span.start, t.text) for t in found)


@lru_cache(maxsize=1024)  # a folder of copies has few different sentences
def _read(text: str, tokens: tuple[Token, ...]) -> tuple[KeyedWord, ...]:
    return tuple(_named(tuple(_joined(tuple(_single(tokens)), text))[:_MOST]))


def _single(tokens: Sequence[Token]) -> Iterator[KeyedWord]:
    for start, end, word in compared(tokens):
        yield KeyedWord(start, end, word, _key(word), content=not is_function_word(word))


def _key(word: str) -> str:
    if word[0].isdigit():
        return f"#{word.replace(',', '')}"
    return "not" if _NOT.search(word) else meaning(word)


def _joined(row: Sequence[KeyedWord], text: str) -> Iterator[KeyedWord]:
    """Puts a first part and the word after it together."""
    k = 0
    while k < len(row):
        token = row[k]
        after = row[k + 1] if k + 1 < len(row) else None
        if after and plain(token.text) in _PREFIXES and _JOINT.fullmatch(text[token.end : after.start]):
            word = text[token.start : after.end]
            token = token._replace(end=after.end, text=word, key=meaning(word.replace(" ", "")), content=True)
            k += 1
        yield token
        k += 1


def _named(row: Sequence[KeyedWord]) -> Iterator[KeyedWord]:
    """Makes one token of each listed name."""
    k = 0
    while k < len(row):
        form = _listed(row, k)
        if form:
            last = row[k + len(form.words) - 1]
            name = " ".join(token.text for token in row[k : k + len(form.words)])
            yield KeyedWord(row[k].start, last.end, name, f"@{form.key}", entity=True, actor=form.actor)
            k += len(form.words)
        else:
            yield row[k]
            k += 1


class _Form(NamedTuple):
    """One way to write a listed name."""

    words: tuple[str, ...]
    key: str
    actor: bool


def _listed(row: Sequence[KeyedWord], k: int) -> _Form | None:
    """The longest listed name that begins at `k`."""
    first = _straight(row[k])
    for form in _begun(first) if first in _index() else ():
        if tuple(_straight(token) for token in row[k : k + len(form.words)]) == form.words:
            return form
    return None


def _straight(token: KeyedWord) -> str:
    return token.text.replace("’", "'")


@cache
def _index() -> Mapping[str, tuple[str, ...]]:
    """First word of a listed name to the names that begin with it.

    A name that counts only under conditions, or begins with a small letter, is left to its words.
    """
    found: dict[str, list[str]] = {}
    for form, entry in gazetteer.forms().items():
        if form[0].isupper() and not entry.conditional:
            found.setdefault(_first_word(form), []).append(form)
    return MappingProxyType({first: tuple(some) for first, some in found.items()})


@cache
def _begun(first: str) -> tuple[_Form, ...]:
    """The listed names that begin with a word, longest first."""
    made = (_form(form) for form in _index()[first])
    return tuple(sorted(made, key=lambda form: -len(form.words)))


def _first_word(form: str) -> str:
    """Of most names a run asks for no more; letters up to a blank need no tokeniser."""
    first = form.partition(" ")[0]
    return first if first.isalpha() else next(_words(form))


def _words(form: str) -> Iterator[str]:
    return (word.text for word in compared(tokenize(form.replace("’", "'"))))


def _form(form: str) -> _Form:
    """A capital counts as its government ("Beijing", "Brussels"): versions exchange them freely."""
    entry = gazetteer.forms()[form]
    stands_for = entry.acts_for if entry.type == "capital" else ""
    actor = bool(stands_for) or entry.kind in ("state", "organisation")
    return _Form(tuple(_words(form)), stands_for or entry.key, actor)


KEPT = (_read,)
"""What is remembered while documents are compared."""
