"""What stands before, behind and inside the names of persons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.lexicon.cells import one_of, word
from briefgen.lexicon.schema import Table, Words


class Gendered(NamedTuple):
    """A given name or title and the pronoun its bearers take."""

    word: str
    gender: str


_first_names = Table("persons/first_names.tsv", Gendered, word, one_of("m", "f"))
_honorifics = Table("persons/honorifics.tsv", Gendered, word, one_of("m", "f"))
_other_given = Words("persons/name_given.txt")
titles = Words("persons/titles.txt")
speaker_titles = Words("persons/speaker_titles.txt")
title_modifiers = Words("persons/speaker_title_modifiers.txt")
particles = Words("persons/speaker_particles.txt")
family_first = Words("persons/speaker_family_first.txt")
adjectives = Words("persons/speaker_adjectives.txt")
roles = Words("persons/speaker_roles.txt")
offices = Words("persons/link_roles.txt")
office_words = Words("persons/link_role_words.txt")
ranks = Words("persons/link_ranks.txt")
status = Words("persons/link_status.txt")
state_offices = Words("persons/state_offices.txt")


@cache
def title_genders() -> Mapping[str, str]:
    """Titles and nouns for persons to the gender that they tell."""
    return MappingProxyType({row.word: row.gender for row in _honorifics()})


@cache
def genders() -> Mapping[str, str]:
    """Given names, case folded, to the gender of their bearers."""
    return MappingProxyType({row.word.casefold(): row.gender for row in _first_names()})


@cache
def given_names() -> frozenset[str]:
    """All given names, case folded."""
    return _other_given() | frozenset(genders())
