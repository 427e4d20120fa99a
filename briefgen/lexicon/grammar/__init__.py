"""Words of English grammar that belong to no subject."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.lexicon import time
from briefgen.lexicon.cells import maybe, number, one_of, phrase, word, words
from briefgen.lexicon.schema import Table, Words


class FunctionWord(NamedTuple):
    """A function word and its tag; the file explains the tags."""

    word: str
    tag: str


class Irregular(NamedTuple):
    """A word and the forms that a stemmer can not join with it."""

    base: str
    forms: tuple[str, ...]


class NumberWord(NamedTuple):
    """A number in words."""

    word: str
    value: float


class Opener(NamedTuple):
    """What leans, at the head of a sentence, on the one before; the file explains the kinds."""

    words: str
    kind: str
    cut: str


class Refusal(NamedTuple):
    """A verb that denies its object; the file explains the columns."""

    verb: str
    others: tuple[str, ...]
    """Its other forms."""
    particle: str
    objects: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms, the base form first."""
        return (self.verb, *self.others)


class Abbreviation(NamedTuple):
    """An abbreviation without its stop, and when the stop ends a sentence; the file explains the notes."""

    word: str
    note: str


class Bounding(NamedTuple):
    """Words that limit or turn what stands beside them, and on which side."""

    words: str
    side: str


_TAGS = ("ADV", "AUX", "CONJ", "DATE", "DET", "OBJ", "POSS", "PREP", "PRO", "QNT", "REL", "VERB")
function_words = Table("grammar/function_words.tsv", FunctionWord, phrase, one_of(*_TAGS))
irregular_forms = Table("grammar/irregular_forms.tsv", Irregular, word, words)
numbers = Table("grammar/numbers.tsv", NumberWord, word, number)
_abbreviations = Table("grammar/abbreviations.tsv", Abbreviation, word, one_of("", "end", "number"))
bounding = Table("grammar/bounding.tsv", Bounding, phrase, one_of("both", "behind"))
stopwords = Words("grammar/stopwords.txt")
sentence_openers = Words("grammar/sentence_openers.txt")
opener_table = Table(
    "grammar/leaning_openers.tsv",
    Opener,
    phrase,
    one_of("pointing", "connective", "phrase"),
    one_of("", "always", "comma"),
)
no_adverbs = Words("grammar/no_adverbs.txt")
negations = Words("grammar/negations.txt")
refusals = Table("grammar/refusals.tsv", Refusal, word, words, maybe(word), one_of("", "listed"))
refused = Words("grammar/refused.txt")
backward = Words("grammar/backward.txt")


@cache
def pointing() -> tuple[str, ...]:
    """Pointing words and phrases at the head of a sentence that only the one before explains."""
    return tuple(row.words for row in opener_table() if row.kind != "connective")


@cache
def connectives(cut: str | None = None) -> tuple[str, ...]:
    """Connectives at the head of a sentence; with `cut` those that are left out so."""
    rows = (row for row in opener_table() if row.kind == "connective")
    return tuple(row.words for row in rows if cut in (None, row.cut))


@cache
def forms_of(base: str) -> frozenset[str]:
    """An irregular word with all its forms: "be", "is", "was"."""
    found = (row.forms for row in irregular_forms() if row.base == base)
    return frozenset((base, *(form for forms in found for form in forms)))


@cache
def tags() -> Mapping[str, str]:
    """Function words, weekdays and months to their tags; "may" is the auxiliary here, never the month."""
    named = dict.fromkeys((*time.weekdays(), *time.months()), "DATE")
    return MappingProxyType(named | dict(function_words()))


@cache
def abbreviations() -> Mapping[str, str]:
    """Abbreviation without its stop to its note; `persons.abbreviations` has those of titles too."""
    return MappingProxyType(dict(_abbreviations()))
