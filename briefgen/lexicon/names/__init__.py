"""Names of states, organisations, regions and places, and what tells names apart."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefgen.lexicon import time
from briefgen.lexicon.cells import maybe, one_of, parts, phrase, shaped, some_of, some_parts, word, words
from briefgen.lexicon.schema import Table, Words

_KINDS = ("agreement", "armed-group", "company", "eu-body", "forum", "intergovernmental", "legislature",
          "media", "ngo", "pact", "state-organ")  # fmt: skip
_state = shaped("[A-Z]{2}", "a code of two capitals (ISO 3166)")
_key = shaped(r"[a-z0-9][a-z0-9.'-]*", "a key of small letters and hyphens")


class State(NamedTuple):
    """A state or territory with what news calls it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    """Adjectives and inhabitants."""
    governments: tuple[str, ...]
    """Capitals that news uses for the government."""
    seats: tuple[str, ...]
    """Other capitals."""
    regions: tuple[str, ...]


class Organisation(NamedTuple):
    """An organisation with what news calls it."""

    key: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    state: str
    """State or organisation for which an organ acts."""
    regions: tuple[str, ...]
    seats: tuple[str, ...]


class Region(NamedTuple):
    """A region of the world."""

    key: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    parents: tuple[str, ...]


class Place(NamedTuple):
    """A place that is no capital."""

    key: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    states: tuple[str, ...]
    regions: tuple[str, ...]


class ForeignName(NamedTuple):
    """What other languages call a state or body."""

    key: str
    """ISO 3166 code of a state, or the key of an organisation."""
    fr: tuple[str, ...]
    de: tuple[str, ...]
    es: tuple[str, ...]
    it: tuple[str, ...]
    pt: tuple[str, ...]


class Head(NamedTuple):
    """A word that tells what a capitalised phrase is."""

    word: str
    kind: str
    uses: tuple[str, ...]


class HomonymRow(NamedTuple):
    """A listed name that means another place in a document with certain other names."""

    name: str
    key: str
    printed: str
    near: tuple[str, ...]
    away: tuple[str, ...]


class NameCue(NamedTuple):
    """Words that decide what an ambiguous name means."""

    group: str
    words: tuple[str, ...]


def _regions() -> frozenset[str]:
    return frozenset(row.key for row in regions())


def _states() -> frozenset[str]:
    return frozenset(row.code for row in states())


def _named() -> frozenset[str]:
    return _states() | {row.key for row in organisations()}


def _actors() -> frozenset[str]:
    return _states() | {"", "eu"}


regions = Table("names/regions.tsv", Region, _key, phrase, parts, parts, parts)
states = Table(
    "names/states.tsv", State, _state, phrase, parts, parts, parts, parts, parts, known={6: _regions}
)
organisations = Table(
    "names/organisations.tsv", Organisation, _key, phrase, parts, one_of(*_KINDS), maybe(word), parts, parts,
    known={4: _actors, 5: _regions},
)  # fmt: skip
places = Table(
    "names/places.tsv", Place, _key, phrase, parts, parts, parts, parts, known={4: _states, 5: _regions}
)
foreign = Table(
    "names/foreign.tsv", ForeignName, word, some_parts, some_parts, some_parts, some_parts, some_parts,
    known={0: _named},
)  # fmt: skip
head_table = Table(
    "names/heads.tsv", Head, word, one_of("organisation", "place", "event"),
    some_of("name", "speaks", "noun", "of", "for", "state", "acts"),
)  # fmt: skip
homonyms = Table("names/homonyms.tsv", HomonymRow, phrase, _key, phrase, words, words)
cues = Table("names/cues.tsv", NameCue, word, words, key=None)
common_words = Words("names/commons.txt")
also_called = Words("names/also_called.txt")


@cache
def commons() -> frozenset[str]:
    """Capitalised words that name nobody by themselves, days and months among them, case folded."""
    return common_words() | time.calendar_names()


@cache
def heads() -> tuple[Head, ...]:
    """Words that end or begin a capitalised phrase that is no person."""
    return tuple(row for row in head_table() if "name" in row.uses)


@cache
def heads_with(use: str) -> frozenset[str]:
    """Nouns of bodies that have one of the uses named in the file, in small letters."""
    return frozenset(row.word.casefold() for row in head_table() if use in row.uses)


def institutions() -> frozenset[str]:
    """Nouns that make their bearer an institution or a group speaking as one."""
    return heads_with("speaks")


def of_heads() -> frozenset[str]:
    """Nouns after which "of ..." belongs to the name."""
    return heads_with("of")


@cache
def for_heads() -> frozenset[str]:
    """Nouns after which "for ..." belongs to the name."""
    return heads_with("for")


@cache
def cue_words(group: str) -> frozenset[str]:
    """All words of one group of names/cues.tsv, as written."""
    return frozenset(word for row in cues() if row.group == group for word in row.words)
