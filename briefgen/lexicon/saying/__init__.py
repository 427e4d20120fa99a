"""Verbs and nouns of saying."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.lexicon.cells import maybe_words, one_of, some_of, word
from briefgen.lexicon.schema import Table, Words


class SpeechVerb(NamedTuple):
    """A verb that introduces, frames or reports what somebody says."""

    verb: str
    others: tuple[str, ...]
    """Its other forms."""
    kind: str
    """say, frame or think."""
    needs: str
    """"clause" when it reports something only with a clause, else empty."""

    nouns: tuple[str, ...]
    """Forms that are as often nouns."""
    takes: tuple[str, ...]
    """What may follow or precede it: addressee, infinitive, object and others; the file explains them."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms, the base form first."""
        return (self.verb, *self.others)


class Phrasal(NamedTuple):
    """A verb that reports with a small word behind it ("called for")."""

    verb: str
    word: str
    follows: frozenset[str]
    """What may follow: object, clause, infinitive; the file explains them."""


verbs = Table(
    "saying/verbs.tsv",
    SpeechVerb,
    word,
    maybe_words,
    one_of("say", "frame", "think"),
    one_of("", "clause"),
    maybe_words,
    maybe_words,
)
phrasal = Table(
    "saying/phrasal.tsv", Phrasal, word, word, some_of("object", "clause", "infinitive"), key=None
)
documents = Words("saying/documents.txt")
intentions = Words("saying/intentions.txt")
leading = Words("saying/leading.txt")
nouns = Words("saying/nouns.txt")
other_times = Words("saying/other_times.txt")
_reactions = Words("saying/reactions.txt")
words_before = Words("saying/words_before.txt")
works = Words("saying/works.txt")


@cache
def kinds() -> Mapping[str, str]:
    """Every form of a verb to its kind."""
    return MappingProxyType({form: row.kind for row in verbs() for form in row.forms})


@cache
def lemmas() -> Mapping[str, str]:
    """Every form of a verb to its base form."""
    return MappingProxyType({form: row.verb for row in verbs() for form in row.forms})


@cache
def forms() -> frozenset[str]:
    """All forms of the verbs that introduce what somebody said."""
    return frozenset(form for form, kind in kinds().items() if kind == "say")


@cache
def reactions() -> frozenset[str]:
    """Forms of the verbs of what is done with words though no words follow."""
    return frozenset(form for line in _reactions() for form in line.split())


@cache
def finite_forms(*of: str) -> frozenset[str]:
    """Forms of these verbs behind a name: "says", "said"; those that are as often nouns are left out.

    `of` are base forms of the only verbs that are wanted.
    """
    rows = (row for row in verbs() if row.kind == "say" and (not of or row.verb in of))
    others = frozenset(form for row in rows for form in row.others)
    return frozenset(form for form in others if not form.endswith("ing")) - noun_forms()


@cache
def participles(*of: str) -> frozenset[str]:
    """Forms of these verbs in -ing that are seldom nouns."""
    return frozenset(
        form for form in forms() if form.endswith("ing") and (not of or lemmas()[form] in of)
    ) - (noun_forms())


@cache
def hearsay() -> frozenset[str]:
    """Forms that, between "is" and "to", tell what others say: "is said to", "are believed to"."""
    rows = (row for row in verbs() if row.kind != "frame" and not {"addressee", "infinitive"} & {*row.takes})
    return frozenset(form for row in rows for form in row.others if not form.endswith(("s", "ing")))


@cache
def noun_forms() -> frozenset[str]:
    """Forms that are as often nouns."""
    return frozenset(form for row in verbs() for form in row.nouns)


@cache
def clause_only() -> frozenset[str]:
    """Base forms of the verbs that report something only with a clause."""
    return frozenset(row.verb for row in verbs() if row.needs == "clause")


@cache
def taking(what: str) -> frozenset[str]:
    """Base forms of the verbs that take an "addressee", an "infinitive" ... (see saying/verbs.tsv)."""
    return frozenset(row.verb for row in verbs() if what in row.takes)


@cache
def phrasals() -> Mapping[tuple[str, str], frozenset[str]]:
    """Base form and small word of a phrasal verb to what may follow."""
    return MappingProxyType({(row.verb, row.word): row.follows for row in phrasal()})
