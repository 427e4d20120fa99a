"""The one tokeniser: words, numbers, possessive endings and marks, each with its place.

A compound ("vice-president", "AT&T", "24/7"), an acronym with its stops ("U.S.") and a shortened title with
its stop ("Sen.") are one token. Tags, folded words and stems are views of these tokens.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

from briefgen import lexicon
from briefgen.model import Source, Token, Tokens

_SHORTENED = frozenset(
    re.escape(shape) for form in lexicon.persons.shortened() for shape in (form, form.upper())
)
"""Titles with a stop, in capitals too ("MR. OLDE: ...")."""
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
"""Letters and digits; one with its accent as a sign of its own, as some programs write "ä", is one letter."""
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    rf"|(?:[A-Z]|{'|'.join(sorted(_SHORTENED))})\."
    r"(?=\s)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![^\W_])"
    rf"|{_LETTERS}(?:[-.&/]{_LETTERS}|[’'](?![sS]\b){_LETTERS})*"
    r"|[’'][sS]\b"
    r"|([^\w\s])\1*"
    r"|_"
)
_PART = re.compile(rf"{_LETTERS}(?:[’']{_LETTERS})*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?")


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]` in order; every character that is no white space lies in one."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(match.start(), match.end(), match.group())


def tokens_of(source: Source, stretches: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of some stretches of a source, in order, as a layer of its document."""
    starts, ends = array("I"), array("I")
    for low, high in stretches:
        for match in _TOKEN.finditer(source.text, low, high):
            starts.append(match.start())
            ends.append(match.end())
    return Tokens(source.text, starts, ends)


def is_acronym(word: str) -> bool:
    """Whether a word is one of letters with stops: "U.S.", "a.m."."""
    return "." in word and _INITIALS.fullmatch(word) is not None


def parts(token: Token) -> Iterator[Token]:
    """The words of a compound, each with its place: "vice-president" is "vice" and "president".

    An acronym with stops stays one word; a shortened title loses its stop; marks and endings have none.
    """
    text, start = token.text, token.start
    if text.isalnum() or is_acronym(text) or _NUMBER.fullmatch(text):
        yield token
    elif text[0].isalnum():
        for match in _PART.finditer(text):
            yield Token(start + match.start(), start + match.end(), match.group())


def fold(word: str) -> str:
    """A word as it is looked up: case folded, with a straight apostrophe."""
    return word.replace("’", "'").casefold()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are written, compounds divided."""
    if text.replace(" ", "").isalpha():
        return tuple(text.split())
    return tuple(part.text for token in tokenize(text) for part in parts(token))
