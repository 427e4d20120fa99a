"""Which sentences of two documents are on one matter: rare words in common, and no two different days."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from briefgen.english.numbers import is_number, multiples
from briefgen.english.rarity import rarity
from briefgen.english.words import base_stem, compared, is_function_word
from briefgen.model import DateMention, Document, Name, Span, Token

T = TypeVar("T")
RAREST = 4.6
"""Most that one word tells, that of a word in one text of a hundred: a name that no text of the list has
would else weigh as much as three words of the matter."""
RARE = 1.9
"""What a word tells by which sentences find each other: one text in seven holds it ("kill"), or fewer."""
AROUND = 3
"""Sentences to either side that say what a short one is about."""
CROWD = 40
"""Claims that one word may bring together: what more share is no one event; keeps a large folder linear."""
YEAR = timedelta(days=366)
WITHIN = timedelta(days=7)
"""How long before its publication a report's undated sentence may have happened: "last week" and no more."""


@dataclass(frozen=True, eq=False)
class Account:
    """A sentence with what it is compared by. Compared by identity."""

    document: Document
    span: Span
    names: tuple[Name, ...] = ()
    """The names that stand in it."""
    mentions: tuple[DateMention, ...] = ()
    """Its dates."""

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """Its words and numbers, without marks."""
        found = self.document.tokens.between(self.span.start, self.span.end)
        return tuple(token for token in found if token.text[0].isalnum())

    @cached_property
    def dates(self) -> tuple[tuple[int, int], ...]:
        """Where its dates stand."""
        return tuple((one.span.start, one.span.end) for one in self.mentions)

    @cached_property
    def times(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each of its dates that has a place in the calendar."""
        return tuple((m.earliest, m.latest) for m in self.mentions if m.earliest and m.latest)

    @cached_property
    def horizon(self) -> tuple[tuple[date, date], ...]:
        """When it may have happened: on its dates, else in the days before its publication; () if unknown.

        An undated document is of the day that its headline or first sentence prints in full.
        """
        day = self.document.meta.published.day
        return self.times or (((day - WITHIN, day),) if day else self.head)

    @cached_property
    def head(self) -> tuple[tuple[date, date], ...]:
        """The days that the first two sentences of the document, a headline among them, print in full."""
        first = self.document.sentences[:2][-1].span.end
        above = self.document.dates_at.inside(Span(self.span.source, 0, first))
        stated = (m for m in above if m.status == "stated")
        days = (m for m in stated if m.granularity == "day")
        return tuple((m.earliest, m.latest) for m in days if m.earliest and m.latest)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its words of meaning, names included, dates and numbers left out."""
        return self.stems_in(self.span.start, self.span.end)

    @cached_property
    def around(self) -> tuple[Span, ...]:
        """The sentences round it, with itself."""
        row = self.document.sentences
        at = bisect_left(row, self.span.start, key=lambda one: one.span.start)
        return tuple(one.span for one in row[max(at - AROUND, 0) : at + AROUND + 1])

    @cached_property
    def setting(self) -> frozenset[str]:
        """Stems of these sentences."""
        whole = Span(self.span.source, self.around[0].start, self.around[-1].end)
        return Account(self.document, whole).stems

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems that are words of names."""
        return frozenset(
            stem for name in self.names for stem in self.stems_in(name.span.start, name.span.end)
        )

    def stems_in(self, start: int, end: int) -> frozenset[str]:
        """The same for a part of it."""
        found = compared(self.document.tokens.between(max(start, self.span.start), min(end, self.span.end)))
        words = (w for w in found if not any(low < w.end and w.start < high for low, high in self.dates))
        return frozenset(base_stem(w.text) for w in words if _tells(w.text))


def _tells(word: str) -> bool:
    low = word.lower()
    if len(word) < 3 or not word[0].isalpha() or is_function_word(word):
        return False
    return not is_number(low) and low not in multiples()


def accounts_of(document: Document) -> Iterator[Account]:
    """The sentences of a document that may be cited, each with its names and dates."""
    names = held(document, [(name.span, name) for name in document.names])
    mentions = held(document, [(mention.span, mention) for mention in document.dates])
    for one in document.citable():
        yield Account(document, one.span, tuple(names[one.span]), tuple(mentions[one.span]))


def held(document: Document, found: Iterable[tuple[Span, T]]) -> Mapping[Span, list[T]]:
    """What was found in a document by the sentence that holds it."""
    inside: dict[Span, list[T]] = defaultdict(list)
    for span, one in found:
        sentence = document.sentence_at(span)
        if sentence and sentence.span.contains(span):
            inside[sentence.span].append(one)
    return inside


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says that another may say otherwise."""

    account: Account
    slot: str
    """What kind of thing it says; only claims of one slot are compared."""
    core: Span
    """The words that say it."""

    @property
    def says(self) -> str:
        """What it says there, so that two claims that say the same are known."""
        return self.account.document.text(self.core).casefold()


C = TypeVar("C", bound=Claim)
Origin = Callable[[str], str]
"""Gives for a document's id the id of its origin: two of one origin are no independent sources."""


def meeting(claims: Sequence[C], origin: Origin, least: float, words: int = 2) -> Iterator[tuple[C, C]]:
    """Pairs of claims of one slot, from independent documents, whose sentences share `words` rare words or
    more, of weight `least`."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for stem in claim.account.stems:
            if telling(stem) >= RARE:
                places[claim.slot, stem].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        met.update(combinations(numbers[:CROWD], 2))
    for (first, second), shared in sorted(met.items()):
        one, other = claims[first], claims[second]
        if (
            shared >= words
            and independent(one, other, origin)
            and common(one.account, other.account) >= least
        ):
            yield one, other


def independent(one: Claim, other: Claim, origin: Origin) -> bool:
    """Whether two claims come from documents of different origins."""
    ids = (one.account.document.source.id, other.account.document.source.id)
    return ids[0] != ids[1] and origin(ids[0]) != origin(ids[1])


def common(one: Account, other: Account) -> float:
    """How much the words that two sentences share tell."""
    return weight(one.stems & other.stems)


def likeness(one: Account, other: Account) -> float:
    """Share of the shorter sentence's words that the other has too."""
    return len(one.stems & other.stems) / max(min(len(one.stems), len(other.stems)), 1)


def apart(one: Account, other: Account) -> bool:
    """Whether two sentences are known to tell of different times."""
    pairs = [(a, b) for a in one.horizon for b in other.horizon]
    return bool(pairs) and not any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)


def years_apart(one: Account, other: Account) -> bool:
    """Whether more than a year lies between the times of two sentences."""
    gaps = [max(a[0] - b[1], b[0] - a[1]) for a in one.horizon for b in other.horizon]
    return bool(gaps) and min(gaps) > YEAR


def weight(stems: Iterable[str]) -> float:
    """What some stems tell together."""
    return math.fsum(telling(stem) for stem in stems)


def telling(stem: str) -> float:
    """How much a stem that two sentences share tells: how seldom a text of the news holds it, up to RAREST.

    The folder itself can not say so: where everything is on one matter, the words of the matter are common.
    """
    return min(rarity(stem), RAREST)
