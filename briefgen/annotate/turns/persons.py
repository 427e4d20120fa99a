"""Persons in a line of a head or a signature: told by a title, an office or a known given name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen import lexicon
from briefgen.english.first_person import speaks
from briefgen.english.mention import Mention
from briefgen.english.offices import given
from briefgen.english.passages import Passage
from briefgen.model import Document, Span

_GIVEN = lexicon.persons.given_names()
_TITLES = lexicon.persons.titles()
_SPEAKS = frozenset({"VERB", "CUE", "AUX"})


def names(passage: Passage) -> Iterator[Mention]:
    """The names that are no part of a longer phrase."""
    return (m for m in passage.mentions if m.kind == "name" and not m.modifier)


def is_person(passage: Passage, mention: Mention) -> bool:
    """Whether a name is a person's: with a title, an office, or a known given name."""
    several = mention.last > mention.first
    return has_title(passage, mention) or (several and passage.tokens[mention.first].low in _GIVEN)


def has_title(passage: Passage, mention: Mention) -> bool:
    """Whether a title stands before a name ("Ms. Olde"), or an office beside it."""
    before = passage.tokens[mention.head : mention.first]
    if any(token.low.rstrip(".") in _TITLES or token.low in _TITLES for token in before):
        return True
    return next(given(passage, mention), None) is not None and mention.last > mention.first


def behind(passage: Passage, words: frozenset[str]) -> Mention | None:
    """The first person behind one of the words, past an office: "by the Mayor of Oslo, Anna Olde"."""
    start = next((n for n, token in enumerate(passage.tokens) if token.low in words), None)
    if start is None:
        return None
    for mention in names(passage):
        if mention.head <= start:
            continue
        between = passage.tokens[start + 1 : mention.head]
        if any(token.tag in _SPEAKS for token in between):
            return None
        if is_person(passage, mention):
            return mention
    return None


def about(document: Document, block: Span, label: Span) -> bool:
    """Whether a paragraph tells of whoever a label names, and not in the first person."""
    text = document.text(block)
    if speaks(text):
        return False
    words = re.sub(r"\s*[,(\n].*", "", document.text(label), flags=re.DOTALL).split()
    name = re.escape(words[-1].title()) if words else ""
    return len(name) > 2 and re.search(rf"\b{name}\b", text) is not None


def right_behind(passage: Passage, words: frozenset[str]) -> Mention | None:
    """The first name, of whatever kind, right behind one of the words."""
    tokens = passage.tokens
    return next((m for m in names(passage) if m.head and tokens[m.head - 1].low in words), None)
