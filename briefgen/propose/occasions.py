"""The occasions on which things were said, as the documents name them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.tokens import tokenize
from briefgen.english.words import content, stems
from briefgen.model import Document
from briefgen.propose.proposal import Recurring, Tally, ordered

LONGEST = 8
"""Words of an occasion's name; more are a clause."""


def occasions(documents: Sequence[Document]) -> tuple[Recurring, ...]:
    """Occasions with a name ("at the Bergen Forum") and their statements; "told reporters" is none.

    One statement is enough: few occasions are named twice.
    """
    tally = Tally()
    for document in documents:
        for quote in document.quotes:
            if quote.occasion:
                printed = " ".join(document.text(quote.occasion).split())
                name, key = _name(printed), " ".join(content(stems(_name(printed))))
                if name and key:
                    tally.add(key, document.source.id, name)
    return ordered(tally.met(1, said=1).values())


def _name(printed: str) -> str:
    """The words behind the opening one, when they have a capital and begin with it or with the noun of an
    occasion ("interview with ..."); nothing when they do not, or name a paper, or are a clause."""
    words = [token for token in tokenize(printed) if token.text[0].isalnum()][1:]
    stop = lexicon.grammar.stopwords()
    while words and words[0].text.casefold() in stop:
        words = words[1:]
    while words and words[-1].text.casefold() in stop:
        words = words[:-1]
    if not 0 < len(words) <= LONGEST or not any(word.text[0].isupper() for word in words):
        return ""
    name = printed[words[0].start : words[-1].end]
    listed = gazetteer.lookup(name)
    if listed and listed.type == "media":
        return ""
    nouns = lexicon.topics.occasions()
    return name if words[0].text[0].isupper() or any(word.text.casefold() in nouns for word in words) else ""
