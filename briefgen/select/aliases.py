"""The folder's own abbreviations and other names for the words of a call, as further terms of its groups.

A document says once "trilateral security partnership (NORLIS)"; from then on the one stands for the other,
here and in the documents beside it. A topic file says itself what belongs to it and gets none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefgen.english.other_names import other_names
from briefgen.english.rarity import rarity
from briefgen.english.words import Words, content, stems
from briefgen.model import Alias, Document
from briefgen.topic import Group, Topic

COVERED = 0.5
"""Share of a name, by the rarity of its words, that the call must say: a call for "security" does not ask for
the Department of Harbour Security."""
TELLING = 4.0
"""Rarity that a name has: that of a word in 18 documents of a thousand. "The agreement" may be any."""
Held = tuple[frozenset[int], Alias]
"""Another name, and the groups of the call that it stands for."""


def with_aliases(topic: Topic, documents: Sequence[Document]) -> tuple[Topic, tuple[Alias, ...]]:
    """A topic of free words with the other names that documents give for its words, and these names with the
    sentences that give them, in reading order; a topic file comes back as it is."""
    if not topic.free:
        return topic, ()
    found: dict[str, Held] = {}
    for document in documents:
        for groups, alias in _given(topic, document):
            found.setdefault(alias.words, (groups, alias))
    held = tuple(found.values())
    widened = tuple(_with(group, index, held) for index, group in enumerate(topic.groups))
    return replace(topic, groups=widened), tuple(alias for _, alias in held)


def _given(topic: Topic, document: Document) -> Iterator[Held]:
    for sentence in document.sentences:
        text = document.text(sentence.span)
        for pair in other_names(" ".join(text.split())):
            for known, other in (pair, reversed(pair)):
                groups = _meant(topic, known)
                if groups and _telling(other) and not _asked(topic, groups, other):
                    yield groups, Alias(other, known, sentence.span)


def _meant(topic: Topic, name: str) -> frozenset[int]:
    """The groups whose words make up most of a name; none when it says more than they do."""
    said = content(stems(name))
    found, covered = set(), set()
    for index, group in enumerate(topic.groups):
        for term in (*group.terms, group.name):
            if (asked := content(stems(term))) and _holds(said, asked):
                found.add(index)
                covered |= set(asked)
    whole = sum(map(rarity, set(said)))
    firm = whole >= TELLING or is_abbreviation(name)
    enough = firm and sum(map(rarity, covered)) >= COVERED * whole
    return frozenset(found) if enough else frozenset()


def _holds(said: Words, asked: Words) -> bool:
    return any(said[at : at + len(asked)] == asked for at in range(len(said)))


def _telling(name: str) -> bool:
    """Whether a name stands for one thing: an abbreviation, several words with capitals, or a rare word."""
    capitals = sum(word[0].isupper() for word in name.split())
    rarest = max(map(rarity, content(stems(name))), default=0.0)
    return is_abbreviation(name) or capitals > 1 or rarest >= TELLING


def is_abbreviation(name: str) -> bool:
    """Whether a name is a word with capitals inside, to be met as it is printed: "ENDS" is no "ends"."""
    return name.isalpha() and sum(letter.isupper() for letter in name) > 1


def _asked(topic: Topic, groups: Collection[int], name: str) -> bool:
    """Whether the call itself says the name, in all groups that it would stand for."""
    said = content(stems(name))
    return all(
        any(_holds(said, content(stems(term))) for term in topic.groups[index].terms) for index in groups
    )


def _with(group: Group, index: int, found: Collection[Held]) -> Group:
    names = [alias.words for groups, alias in found if index in groups]
    short = tuple(name for name in names if is_abbreviation(name))
    return group._replace(
        related=(*group.related, *(name for name in names if name not in short)),
        abbreviations=(*group.abbreviations, *short),
    )
