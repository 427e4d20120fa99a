"""The rows of the lists of this folder, and what follows from the class of a title."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

CLASSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "courtesy": frozenset({"before", "one"}),
        "office": frozenset({"before", "joint", "one", "role", "linked"}),
        "trade": frozenset({"before", "role", "linked"}),
        "kin": frozenset({"role"}),
        "party": frozenset({"part", "role"}),
    }
)
"""Class of a title to its uses."""
USES = ("back", "backs", "before", "empty", "joint", "linked", "one", "part", "role", "staff")


class Title(NamedTuple):
    """A title, office, trade or kin; the file explains the columns."""

    word: str
    plurals: tuple[str, ...]
    short: tuple[str, ...]
    """Abbreviations with their stop."""
    kind: str
    gender: str
    also: tuple[str, ...]

    @property
    def uses(self) -> frozenset[str]:
        """What follows from its class, and what its row adds or takes away."""
        less = frozenset(use[1:] for use in self.also if use.startswith("-"))
        return (CLASSES[self.kind] | frozenset(self.also)) - less

    @property
    def nouns(self) -> tuple[str, ...]:
        """Singular and plural."""
        return (self.word, *self.plurals)

    @property
    def bare(self) -> tuple[str, ...]:
        """Its abbreviations without their stop."""
        return tuple(form.removesuffix(".") for form in self.short)


class TitleWord(NamedTuple):
    """A word that is part of a title."""

    word: str
    kind: str
    uses: tuple[str, ...]


class Suffix(NamedTuple):
    """What stands behind a family name."""

    word: str
    short: str


class GivenName(NamedTuple):
    """A given name and the pronoun its bearers mostly take."""

    name: str
    gender: str
