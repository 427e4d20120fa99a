"""What stands before, behind and inside the names of persons.

A word's row in titles.tsv decides all its uses: `CLASSES` in rows.py says what follows from its class.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen.lexicon import grammar, names, relations, saying
from briefgen.lexicon.cells import maybe, one_of, parts, shaped, some_of, word
from briefgen.lexicon.persons.rows import CLASSES, USES, GivenName, Suffix, Title, TitleWord
from briefgen.lexicon.schema import Table, Words

_AGENTS = ("ist", "er", "or", "ian", "man", "woman")
"""How English makes nouns for those who do something."""
_SEVERAL = ("men", "women", "person", "people")
"""Ends of such nouns that "s" does not make plural, and of one that is for anybody."""

_gender = one_of("", "m", "f")
_short = shaped(r"[A-Z][\w.]*\.", "an abbreviation with a capital and its stop (Sen.)")


def _shorts(cell: str) -> tuple[str, ...]:
    return tuple(map(_short, parts(cell)))


table = Table(
    "persons/titles.tsv", Title, word, parts, _shorts, one_of(*CLASSES), _gender,
    some_of("state", *USES, *(f"-{use}" for use in USES)),
)  # fmt: skip
title_words = Table(
    "persons/title_words.tsv", TitleWord, word, one_of("rank", "status", "other"),
    some_of("names", "titles", "link", "state", "out", "light", "party"),
)  # fmt: skip
suffix_table = Table("persons/suffixes.tsv", Suffix, word, maybe(_short))
_given = Table("persons/given_names.tsv", GivenName, word, _gender)
particles = Words("persons/particles.txt")
family_first = Words("persons/family_first.txt")
_describers = Words("persons/describers.txt")
_empty_nouns = Words("persons/empty_nouns.txt")
adjectives = Words("persons/adjectives.txt")
role_nouns = Words("persons/role_nouns.txt")
things = Words("persons/things.txt")
broad_nouns = Words("persons/broad_nouns.txt")


@cache
def _with(use: str) -> tuple[Title, ...]:
    return tuple(row for row in table() if use in row.uses)


@cache
def _parts(use: str) -> frozenset[str]:
    return frozenset(row.word for row in title_words() if use in row.uses)


@cache
def titles() -> frozenset[str]:
    """Titles and offices that stand before a name, in small letters, short forms with and without stop."""
    rows = _with("before")
    shorts = frozenset(form.lower() for row in rows for form in (row.word, *row.short, *row.bare))
    return shorts | frozenset(noun for row in rows if "joint" in row.uses for noun in row.plurals)


@cache
def name_titles() -> frozenset[str]:
    """Titles and the words of titles that, with a capital before a name, are no part of it."""
    return titles() | _parts("names") | title_parties()


@cache
def title_parties() -> frozenset[str]:
    """Followers of a party: part of a title ("Republican Senator ...")."""
    return frozenset(noun for row in _with("part") for noun in row.nouns)


@cache
def title_modifiers() -> frozenset[str]:
    """Words that belong to a speaker's title only when a title word follows ("Foreign Minister")."""
    return _parts("titles") | title_parties()


@cache
def titles_of_one() -> frozenset[str]:
    """Titles behind which a single capitalised word is a person."""
    return frozenset(form.lower() for row in _with("one") for form in (row.word, *row.bare))


@cache
def kin() -> Mapping[str, str]:
    """Nouns for relatives, in the singular, to the gender they tell."""
    return MappingProxyType({row.word: row.gender for row in table() if row.kind == "kin"})


@cache
def courtesies() -> frozenset[str]:
    """Titles that say nothing of what somebody does."""
    rows = [row for row in table() if row.kind == "courtesy"]
    return frozenset(form.lower() for row in rows for form in (row.word, *row.short, *row.bare))


@cache
def roles() -> frozenset[str]:
    """Nouns that name a speaker by what he, she or it is, singular and plural."""
    listed = frozenset(noun for row in _with("role") for noun in row.nouns)
    return listed | role_nouns() | names.heads_with("noun")


@cache
def acting_groups() -> frozenset[str]:
    """Nouns that, behind a name, act for it: "officials", "government"."""
    return frozenset(noun for row in _with("role") for noun in row.plurals) | names.heads_with("noun")


@cache
def leading_offices() -> frozenset[str]:
    """Nouns of offices, the singular only."""
    return frozenset(row.word for row in _with("role") if row.kind == "office")


@cache
def staff() -> frozenset[str]:
    """Nouns for those who speak about, or for, the one described before, the singular only."""
    return _describers() | frozenset(row.word for row in _with("staff"))


@cache
def empty_nouns() -> frozenset[str]:
    """Nouns that alone point to nobody: "the man", "the official"."""
    return _empty_nouns() | frozenset(row.word for row in _with("empty"))


@cache
def trades() -> frozenset[str]:
    """Nouns for what a person does, the singular only: offices, trades, and other roles by their ending."""
    listed = frozenset(row.word for row in _with("role") if row.kind in ("office", "trade"))
    others = (noun for noun in role_nouns() if noun.endswith(_AGENTS) or noun in staff())
    return (listed | frozenset(others)) - saying.documents() - names.heads_with("noun")


def are_agents(noun: str) -> bool:
    """Whether a noun that is in no list has the form of several persons who do something: "dockers"."""
    return noun.endswith("s") and noun[:-1].endswith(_AGENTS)


def is_agent(noun: str) -> bool:
    """Whether a noun that is in no list has the form of one or several who do something: "sculptor"."""
    return noun.removesuffix("s").endswith((*_AGENTS, *_SEVERAL))


@cache
def callings() -> frozenset[str]:
    """Nouns for what somebody is called or is, and titles: "minister", "mr", "residents", "ministry"."""
    return roles() | titles()


@cache
def label_words() -> frozenset[str]:
    """Titles, offices, trades and kin, singular and plural, no parties: what is told of who speaks in a label
    before his words."""
    return titles() | frozenset(noun for row in table() if row.kind != "party" for noun in row.nouns)


@cache
def offices() -> frozenset[str]:
    """Nouns of offices and trades that are compared between two versions, with short forms without stop."""
    rows = _with("linked")
    return frozenset(form.lower() for row in rows for form in (*row.nouns, *row.bare))


@cache
def office_words() -> frozenset[str]:
    """Words that an office may hold beside its noun."""
    return _parts("link")


@cache
def ranks() -> frozenset[str]:
    """Words such as "deputy"."""
    return frozenset(row.word for row in title_words() if row.kind == "rank")


@cache
def status() -> frozenset[str]:
    """Words such as "former"."""
    return frozenset(row.word for row in title_words() if row.kind == "status")


@cache
def out_of_office() -> frozenset[str]:
    """Words for one who does not hold the office: "former", "outgoing"; who is "acting" does."""
    return _parts("out")


@cache
def light_words() -> frozenset[str]:
    """Words that stand in an office and say nothing of what it is for: "high", "affairs"."""
    return _parts("light")


@cache
def parties() -> frozenset[str]:
    """Words that name a party in an office: its followers, and "Democratic"."""
    return title_parties() | _parts("party")


@cache
def state_offices() -> tuple[str, ...]:
    """Words behind a state's name with which the phrase still stands for the state."""
    nouns = (noun for row in _with("state") for noun in row.nouns)
    others = (*_parts("state"), *names.heads_with("state"), *relations.beside_states())
    return tuple(sorted({*nouns, *others}))


@cache
def backward() -> frozenset[str]:
    """Nouns that, after "The" at the head of a sentence, point back to something named before."""
    persons = frozenset(row.word for row in _with("back"))
    return grammar.backward() | persons | frozenset(noun for row in _with("backs") for noun in row.plurals)


@cache
def shortened() -> frozenset[str]:
    """Short forms of titles and of what follows a name, without the stop that they keep: "Sen", "Jr"."""
    behind = (row.short.removesuffix(".") for row in suffix_table() if row.short)
    return frozenset(form for row in table() for form in row.bare) | frozenset(behind)


@cache
def long_forms() -> Mapping[str, str]:
    """Short forms of offices in small letters, without stop, to what they stand for: "gen" to "general"."""
    return MappingProxyType({form.lower(): row.word for row in _with("linked") for form in row.bare})


@cache
def abbreviations() -> Mapping[str, str]:
    """Abbreviation without its stop to "", "end" (may end a sentence) or "number" (only before a number)."""
    found = {form.lower(): "" for row in table() for form in row.bare}
    found |= {row.short.removesuffix(".").lower(): "end" for row in suffix_table() if row.short}
    return MappingProxyType(found | dict(grammar.abbreviations()))


@cache
def suffixes() -> frozenset[str]:
    """Words behind a family name that are no part of it, without stops at their end."""
    return frozenset(row.word for row in suffix_table())


@cache
def title_genders() -> Mapping[str, str]:
    """Titles and nouns for persons to the gender that they tell."""
    rows = [row for row in table() if row.gender]
    forms = ((form.lower(), row.gender) for row in rows for form in (row.word, *row.short, *row.bare))
    return MappingProxyType(dict(forms))


@cache
def genders() -> Mapping[str, str]:
    """Given names, case folded, to the gender of their bearers."""
    return MappingProxyType({row.name.casefold(): row.gender for row in _given() if row.gender})


@cache
def given_names() -> frozenset[str]:
    """All given names, case folded."""
    return frozenset(row.name.casefold() for row in _given())
