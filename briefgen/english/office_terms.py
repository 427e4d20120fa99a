"""Which office words name: its rank, its state, its field. Two that differ in one of them are not one.

"The Kenyan foreign minister" is not the Norwegian one, "the defence minister" not the foreign minister, "the
deputy minister" not the minister, "the mayor of Oslo" not that of Bergen. What only one of two names says
speaks against nothing: "the foreign minister" may be the Norwegian one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.stem import stem

_RANKS = lexicon.persons.ranks() | lexicon.persons.status() | {"prime"}
_FIELDS = lexicon.persons.office_words()
_DEGREES = frozenset(
    {"top", "senior", "high", "chief", "general", "leading", "grand", "first", "main", "new"}
)
"""Words that say how high an office is, not of what."""
_PARTIES = lexicon.persons.title_parties()
_NOUNS = lexicon.persons.roles()
_OWNING = frozenset({"’s", "'s", "’", "'"})
_LINKS = frozenset({"of", "for", "to", "at", "in", "from", "with", "by", "under"})
_LONGEST_STATE = 3
"""Words of a state's name that are looked up together ("United Arab Emirates")."""


class OfficeTerms(NamedTuple):
    """What the words of an office say beside its noun."""

    ranks: frozenset[str]
    """ "deputy", "former", "prime" ..."""
    states: frozenset[str]
    """Keys of states, organisations and regions."""
    field: frozenset[str]
    """Stems of what it is in charge of, and where: "foreign", "fisheri", "oslo"."""


def head(words: Sequence[str]) -> Sequence[str]:
    """The words of a role that name the office itself, not whose it is: "the minister’s deputy" and "an aide
    to the minister" are no ministers."""
    owners = [at for at, word in enumerate(words) if word in _OWNING]
    start = owners[-1] + 1 if owners else 0
    end = next((at for at in range(start, len(words)) if words[at] in _LINKS), len(words))
    return words[start:end]


def terms(words: Sequence[str]) -> OfficeTerms:
    """The terms of an office; `words` are those of its title, apposition or description, in lower case."""
    ranks: set[str] = set()
    states: set[str] = set()
    field: set[str] = set()
    at = 0
    while at < len(words):
        listed, taken = _listed(words, at)
        low = words[at].strip(".’'")
        if listed:
            states.add(listed)
        elif low in _RANKS:
            ranks.add(low)
        elif low.isalpha() and not _is_empty(low):
            field.add(stem(low))
        at += taken
    return OfficeTerms(frozenset(ranks), frozenset(states), frozenset(field))


def _listed(words: Sequence[str], at: int) -> tuple[str, int]:
    """Key of the longest listed name that begins there, and how many words it has."""
    for length in range(min(_LONGEST_STATE, len(words) - at), 0, -1):
        entry = gazetteer.lookup(" ".join(words[at : at + length]))
        if entry is not None and entry.kind in ("state", "organisation", "region"):
            return entry.acts_for or entry.key, length
    return "", 1


def _is_empty(low: str) -> bool:
    """Whether a word says nothing of the office: small words, other nouns for persons, parties."""
    if low in _DEGREES:
        return True
    if low in _FIELDS:
        return low in _NOUNS
    small = low in lexicon.grammar.stopwords() or low in lexicon.grammar.tags()
    return small or low in _NOUNS or low in _PARTIES or low in lexicon.persons.adjectives()


def contradict(one: OfficeTerms, other: OfficeTerms) -> bool:
    """Whether two names of an office can not mean one office."""
    if one.ranks != other.ranks:
        return True
    apart = (one.states and other.states and one.states.isdisjoint(other.states)) or (
        one.field and other.field and one.field.isdisjoint(other.field)
    )
    return bool(apart)
