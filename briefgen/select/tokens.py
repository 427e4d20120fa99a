"""Words of a text in order, and their stems: what terms, ranking and centrality all work on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefgen import lexicon
from briefgen.english.stem import stem

Tokens = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,9}")
_HYPHENED = re.compile(r"\b[Cc]o-(?=op|or)")  # "co-operation" is one word with "cooperation"
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")


def words(text: str) -> Tokens:
    """The words in lower case, hyphens dividing; "U.S." is one word, a possessive s is none."""
    if "." in text:
        text = _INITIALS.sub(lambda m: m[0].replace(".", "") + " ", text)
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    if "o-" in text:
        text = _HYPHENED.sub("co", text)
    return tuple(_WORD.findall(text.lower()))


def tokens(text: str) -> Tokens:
    """Stems of all words."""
    return tuple(map(stem, words(text)))


def content(stems: Iterable[str]) -> Tokens:
    """The stems that carry a topic."""
    stop = stop_stems()
    return tuple(word for word in stems if word not in stop)


@cache
def stop_stems() -> frozenset[str]:
    """Stems of the stop words."""
    return frozenset(stem(word) for word in lexicon.words("stopwords"))
