"""Lines in the middle of a web page's article that speak to its reader: "Sign up for our newsletter"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.read.page_pieces import PagePiece

_ASKING = frozenset({
    "account-form", "advertisement", "comment-form", "cookie-notice", "newsletter", "share-buttons"
})  # fmt: skip
_LEADING = frozenset({"read-full", "related-link"})
"""Rules of lines that lead to other pages; they hold for lines that are links."""
_LINKED = 0.3
_WORDS = 12


@cache
def _starts() -> Mapping[str, tuple[tuple[str, str, int], ...]]:
    """Beginnings of such lines by their first word, each with its rule and the most words of the line."""
    found: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for _, rule, most, phrases in lexicon.furniture.starts():
        for phrase in phrases if rule in _ASKING | _LEADING else ():
            folded = phrase.casefold()
            key = folded.split()[0]
            found[key] = (*found.get(key, ()), (folded, rule, most))
    return MappingProxyType(found)


def is_notice(piece: PagePiece) -> bool:
    """Whether a line asks the reader to subscribe, to share, to log in; or is a link to another story."""
    words = piece.text.casefold().split()
    start = " ".join(words[:_WORDS])
    rows = (row for row in _starts().get(words[0], ()) if _begins(start, row[0]))
    rules = {rule for _, rule, most in rows if len(words) <= most}
    linked = bool(rules & _ASKING) or piece.linked >= _LINKED * len(piece.text)
    return bool(rules) and linked and (not piece.is_prose or _speaks(words) or piece.linked > 0)


def _begins(start: str, phrase: str) -> bool:
    """Whether a line begins with whole words of a phrase."""
    return start.startswith(phrase) and not start[len(phrase) : len(phrase) + 1].isalnum()


def _speaks(words: list[str]) -> bool:
    """Whether a sentence has words with which a page speaks to its reader."""
    return not lexicon.furniture.reader_words().isdisjoint(word.strip(".,!?:;") for word in words)
