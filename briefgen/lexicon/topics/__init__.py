"""Words that tell what a sentence or a topic is about."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefgen.lexicon.cells import phrase, some_of, some_parts, whole, words
from briefgen.lexicon.schema import Table, Words


class Related(NamedTuple):
    """Words of a topic and words that speak of the same matter."""

    terms: tuple[str, ...]
    words: tuple[str, ...]


class Occasion(NamedTuple):
    """A noun of an occasion; the file explains the uses."""

    noun: str
    uses: tuple[str, ...]


class Common(NamedTuple):
    """Stems that are about equally common in general news."""

    documents: int
    """Of a thousand."""
    stems: tuple[str, ...]


related = Table("topics/related.tsv", Related, some_parts, some_parts)
rarity = Table("topics/rarity.tsv", Common, whole, words)
acts = Words("topics/acts.txt")
light = Words("topics/light.txt")
passing = Words("topics/passing.txt")
turns = Words("topics/turns.txt")
_venues = Words("topics/venues.txt")
_occasions = Table(
    "topics/occasions.tsv", Occasion, phrase, some_of("said", "venue", "press", "talks", "any")
)


@cache
def venues() -> frozenset[str]:
    """Words of meeting: a place behind them says where people met."""
    return _venues() | frozenset(row.noun for row in _occasions() if "venue" in row.uses)


@cache
def occasions() -> frozenset[str]:
    """Nouns of the occasions and papers in which something is said."""
    return frozenset(row.noun for row in _occasions() if "said" in row.uses)


@cache
def occasions_of(group: str) -> frozenset[str]:
    """Nouns that may name the same occasion: "press", "talks", or "any" for those that may name every one."""
    return frozenset(row.noun for row in _occasions() if group in row.uses)


@cache
def act_forms() -> frozenset[str]:
    """Finite forms of what a party does in a matter: rejects, demands, urges."""
    return frozenset(form for line in acts.lines() for form in line.split())
