"""Looks up listed names: states, organisations, regions, places, with their aliases and members.

The tables are `states.tsv`, `organisations.tsv`, `regions.tsv` and `places.tsv` of the lexicon; a name
that is missing is added there and to a case in tests/cases/names.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefgen import lexicon
from briefgen.english.tokens import fold, words_of

ListedKind = Literal["state", "organisation", "region", "place"]
_FUNCTION_WORDS = frozenset(
    {"us", "who", "it", "am", "pm", "is", "in", "so", "no", "au", "quad", "fed", "rand"}
)
"""Case-folded acronyms and names that are also common words: those are looked up in exact case only."""


def is_common_word(name: str) -> bool:
    """Whether an acronym is also a common word when it is written in small letters: "US", "WHO"."""
    return name.casefold() in _FUNCTION_WORDS


class Entry(NamedTuple):
    """What a listed surface form stands for."""

    kind: ListedKind
    key: str
    """ISO 3166 code for states, else the key of the table; for a capital its name in lower case."""
    canonical: str
    """Name to print."""
    adjective: bool = False
    """True for a demonym, adjective or inhabitant."""
    acts_for: str = ""
    """Key of the state or organisation for which a capital or an organ speaks: "US" for "Washington"."""
    type: str = ""
    """Kind of an organisation ("eu-body", "media" ...), "capital" for a capital, else empty."""
    conditional: bool = False
    """True when the form counts only in a document that names the same entry otherwise ("the bloc")."""


def _state_forms() -> Iterator[tuple[str, Entry]]:
    for code, name, aliases, adjectives, governments, seats, _ in lexicon.names.states():
        noun = Entry("state", code, name)
        yield from ((form, noun) for form in (name, *aliases))
        adjective = Entry("state", code, name, adjective=True)
        yield from ((form, adjective) for form in adjectives)
        yield from _capital_forms(governments, code)
        yield from _capital_forms(seats, "")


def _capital_forms(names: tuple[str, ...], acts_for: str) -> Iterator[tuple[str, Entry]]:
    for name in names:
        yield name, Entry("place", name.casefold(), name, acts_for=acts_for, type="capital")


def _organisation_forms() -> Iterator[tuple[str, Entry]]:
    for key, name, aliases, kind, state, _, seat in lexicon.names.organisations():
        entry = Entry("organisation", key, name, acts_for=state, type=kind)
        later = Entry("organisation", key, name, acts_for=state, type=kind, conditional=True)
        yield name, entry
        for form in aliases:
            yield form.lstrip("="), later if form.startswith("=") else entry
        yield from _capital_forms(seat, key)


def _region_forms() -> Iterator[tuple[str, Entry]]:
    for key, name, aliases, adjectives, _ in lexicon.names.regions():
        noun, adjective = Entry("region", key, name), Entry("region", key, name, adjective=True)
        yield from ((form, noun) for form in (name, *aliases))
        yield from ((form, adjective) for form in adjectives if form != name)


def _place_forms() -> Iterator[tuple[str, Entry]]:
    for key, name, aliases, adjectives, _, _ in lexicon.names.places():
        noun, adjective = Entry("place", key, name), Entry("place", key, name, adjective=True)
        yield from ((form, noun) for form in (name, *aliases))
        yield from ((form, adjective) for form in adjectives)


@cache
def forms() -> Mapping[str, Entry]:
    """Every listed surface form, as written in the tables; the first table that lists it wins."""
    found: dict[str, Entry] = {}
    for part in (_state_forms, _organisation_forms, _region_forms, _place_forms):
        for form, entry in part():
            found.setdefault(form, entry)
    return MappingProxyType(found)


def _folded_words(surface: str) -> tuple[str, ...]:
    return tuple(map(fold, words_of(surface)))


class Form(NamedTuple):
    """One listed form, cut into words."""

    words: tuple[str, ...]
    """As written, with straight apostrophes."""
    folded: tuple[str, ...]
    entry: Entry


@cache
def _cut() -> tuple[Form, ...]:
    """Every listed form, cut into words once for both indexes."""
    found = ((words_of(surface.replace("’", "'")), entry) for surface, entry in forms().items())
    return tuple(Form(words, tuple(map(fold, words)), entry) for words, entry in found)


@cache
def index() -> Mapping[str, tuple[Form, ...]]:
    """First word of a form, case folded, to the forms that begin with it, longest first."""
    table: dict[str, list[Form]] = {}
    for form in _cut():
        table.setdefault(form.folded[0], []).append(form)
    for forms_of_word in table.values():
        if len(forms_of_word) > 1:
            forms_of_word.sort(key=lambda form: -len(form.words))
    return MappingProxyType({word: tuple(listed) for word, listed in table.items()})


@cache
def _folded() -> Mapping[tuple[str, ...], Entry]:
    found: dict[tuple[str, ...], Entry] = {}
    for form in _cut():
        found.setdefault(form.folded, form.entry)
    return MappingProxyType(found)


_POSSESSIVE = re.compile(r"(?:['’]s?)$")
_ARTICLE = re.compile(r"^[Tt]he ")


@lru_cache(maxsize=20_000)
def lookup(surface: str) -> Entry | None:
    """What `surface` stands for; a leading "the" and a possessive ending are ignored.

    Exact case first, then any case, except for acronyms that are also common words ("us", "who").
    """
    name = _POSSESSIVE.sub("", " ".join(surface.split()))
    exact = forms().get(name) or forms().get(_ARTICLE.sub("", name))
    words = _folded_words(name)
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    if exact or (len(words) == 1 and words[0] in _FUNCTION_WORDS):
        return exact
    return _folded().get(words)


_NO_SIDE = frozenset({"media", "company", "ngo", "forum", "legislature", "agreement"})


def takes_sides(entry: Entry) -> bool:
    """Whether a state or organisation can be a side of relations between states: no paper, company, charity,
    parliament or treaty can."""
    return entry.kind in ("state", "organisation") and entry.type not in _NO_SIDE


def acts(key: str) -> bool:
    """Whether the state or organisation with this key acts itself; a pact of states is what they do together.

    A key that is not listed belongs to a body that a document introduces: it acts.
    """
    entry = next((forms()[form] for form in aliases(key)[:1]), None)
    return entry is None or (takes_sides(entry) and entry.type != "pact")


def introduced(kind: str, name: str) -> bool:
    """Whether a name of this kind is that of a body which no table lists and a document introduces itself."""
    return kind == "organisation" and lookup(name) is None


def speaks_for(name: str, key: str) -> str:
    """Key of the state or organisation for which the organ called `name` speaks; else its own `key`. An armed
    group of a state does not speak for it."""
    entry = lookup(name)
    organ = entry is not None and entry.type != "armed-group"
    return entry.acts_for or key if entry is not None and organ else key


@cache
def _by_key() -> Mapping[str, tuple[str, ...]]:
    """Key of an entry to its forms; capitals are listed under what they act for as well."""
    found: dict[str, list[str]] = {}
    for form, entry in forms().items():
        found.setdefault(entry.key, []).append(form)
        if entry.type == "capital" and entry.acts_for:
            found.setdefault(entry.acts_for, []).append(form)
    return MappingProxyType({key: tuple(values) for key, values in found.items()})


def aliases(key: str) -> tuple[str, ...]:
    """All forms of one entry: name, aliases, adjectives, capitals that stand for it; () when unknown."""
    return _by_key().get(key, ())


@cache
def canonical(key: str) -> str:
    """Name to print for a key; the key itself when it is not listed."""
    forms_of_key = aliases(key)
    return forms()[forms_of_key[0]].canonical if forms_of_key else key


@cache
def _children() -> Mapping[str, tuple[str, ...]]:
    """Region key to the regions that name it as parent."""
    found: dict[str, list[str]] = {}
    for row in lexicon.names.regions():
        for parent in row.parents:
            found.setdefault(parent, []).append(row.key)
    return MappingProxyType({key: tuple(values) for key, values in found.items()})


@cache
def sub_regions(key: str) -> tuple[str, ...]:
    """The region itself and all regions inside it, outermost first."""
    found = [key]
    for region in found:
        found += [child for child in _children().get(region, ()) if child not in found]
    return tuple(found)


@cache
def region_members(key: str) -> tuple[str, ...]:
    """State codes, then keys of organisations, then of places, that belong to a region; () when unknown."""
    regions = frozenset(sub_regions(key))
    states = (row.code for row in lexicon.names.states() if not regions.isdisjoint(row.regions))
    organisations = (row.key for row in lexicon.names.organisations() if not regions.isdisjoint(row.regions))
    places = (row.key for row in lexicon.names.places() if not regions.isdisjoint(row.regions))
    return tuple(dict.fromkeys((*states, *organisations, *places)))
