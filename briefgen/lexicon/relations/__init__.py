"""How sentences state relationships between states and organisations."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.lexicon.cells import one_of, phrase, some_parts, word
from briefgen.lexicon.schema import Table, Words

_KINDS = ("asked", "counterpart", "former", "has", "seeks", "strained", "tension")


class RelationNoun(NamedTuple):
    """A noun of a relationship, and the kind it states."""

    kind: str
    noun: str
    """A regular expression."""


class RelationPattern(NamedTuple):
    """A way to state a relationship; the file explains its columns."""

    kind: str
    sides: str
    words: tuple[str, ...]
    pattern: str


class RelationGuard(NamedTuple):
    """What bars a relationship."""

    group: str
    pattern: str


nouns = Table("relations/nouns.tsv", RelationNoun, one_of(*_KINDS), phrase, key=1)
patterns = Table(
    "relations/patterns.tsv",
    RelationPattern,
    one_of(*_KINDS, "noun"),
    one_of("", "all", "bodies", "free"),
    some_parts,
    phrase,
    key=3,
)
beside_states = Words("relations/beside_states.txt")
of_a_field = Words("relations/of_a_field.txt")
guards = Table("relations/guards.tsv", RelationGuard, word, phrase, key=None)
