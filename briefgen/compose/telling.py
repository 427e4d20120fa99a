"""What a piece of a sentence tells, so that two can be compared: the one test of "the same event"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.negation import contracted, denial
from briefgen.english.neighbours import is_whereabouts, possessed
from briefgen.english.numbers import values
from briefgen.english.tokens import fold
from briefgen.english.verbs import verbs
from briefgen.english.words import base_stem, compared
from briefgen.model import Document, Name, Span

PLACES = frozenset({"place", "region"})
"""Kinds of names that say where; the others say who."""


class Telling(NamedTuple):
    """What a piece of a sentence tells, its dates left out: those that are compared share them anyway."""

    denied: bool
    """Whether it holds a word such as "not", "never" or "refused"."""
    numbers: frozenset[str]
    actors: frozenset[str]
    """Keys of the names of the document that stand in it."""
    places: frozenset[str]
    verbs: frozenset[str]
    """Stems."""
    words: frozenset[str]
    """Stems of the content words that are neither names nor numbers."""
    dated: frozenset[str]
    """Stems of what a date owns: "summit" in "Thursday’s summit". It is the event, whatever the verb."""


def differ(one: Telling, other: Telling) -> bool:
    """Whether two pieces cannot tell one event.

    They differ when only one denies; when each has a number, an actor or a place that the other lacks; and
    when both have verbs but none in common. Where a date owns the event that the other piece names
    ("Thursday’s summit"), each may tell more of it: then one actor and one place in common will do.
    """
    if one.denied != other.denied or not within(one.numbers, other.numbers):
        return True
    names = ((one.actors, other.actors), (one.places, other.places))
    if named(one, other):
        return any(mine and theirs and not mine & theirs for mine, theirs in names)
    unlike = bool(one.verbs and other.verbs) and not one.verbs & other.verbs
    return unlike or not all(within(mine, theirs) for mine, theirs in names)


def named(one: Telling, other: Telling) -> bool:
    """Whether a date owns an event in one piece which the other names too."""
    return bool(one.dated & other.words or other.dated & one.words)


def one_matter(one: Telling, other: Telling) -> bool:
    """Whether numbers, actors and places of two pieces agree, whatever is said to happen."""
    facets = ((one.numbers, other.numbers), (one.actors, other.actors), (one.places, other.places))
    return all(within(mine, theirs) for mine, theirs in facets)


def within(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one of two sets holds nothing that the other lacks."""
    return mine <= theirs or theirs <= mine


def contradict(one: Telling, other: Telling) -> bool:
    """Whether one piece denies what the other tells, all else being the same."""
    facets = ((one.actors, other.actors), (one.places, other.places), (one.words, other.words))
    return one.denied != other.denied and all(within(mine, theirs) for mine, theirs in facets)


def shared(one: Telling, other: Telling) -> float:
    """The share of the shorter piece's content words that the other has too; 0 where there are none."""
    return len(one.words & other.words) / max(min(len(one.words), len(other.words)), 1)


def telling(document: Document, spans: Sequence[Span]) -> Telling:
    """What the piece of a document that `spans` print tells."""
    names = document.names_at.over(*spans)
    masked = [name.span for name in names] + [mention.span for mention in document.dates_at.over(*spans)]
    read = _read(document, spans, masked)
    places = frozenset(name.key for name in names if _is_place(document, name))
    return Telling(
        denied=denial(" ".join(read)) is not None,
        numbers=frozenset(filter(None, map(_number, read))),
        actors=frozenset(name.key for name in names) - places,
        places=places,
        verbs=frozenset(base_stem(word) for word in verbs(read) if _tells(word)),
        words=frozenset(base_stem(word) for word in read if _tells(word)),
        dated=frozenset(_owned(document, spans)),
    )


def _read(document: Document, spans: Sequence[Span], masked: Sequence[Span]) -> list[str]:
    """The words of the piece, folded, without those of names and dates."""
    starts, ends = _merged(masked)
    read: list[str] = []
    for span in spans:
        for word in compared(document.tokens.between(span.start, span.end)):
            at = bisect_right(ends, word.start)
            if at == len(starts) or starts[at] >= word.end:
                read.append(fold(word.text))
    return read


def _merged(spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    """Starts and ends of the stretches that some spans cover, in order and apart."""
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans, key=lambda one: one.start):
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return starts, ends


def _is_place(document: Document, name: Name) -> bool:
    """Whether a name says where; one that no list knows does when its place in the sentence says so."""
    if name.kind == "unconfirmed":
        return is_whereabouts(document.tokens, name.span.start)
    return name.kind in PLACES


def _tells(word: str) -> bool:
    """Whether a word tells something of what happened."""
    if len(word) <= 2 or _number(word) or contracted(word) or word in lexicon.grammar.stopwords():
        return False
    return base_stem(word) not in _carrying()


def _number(word: str) -> str:
    return word if word[0].isdigit() else _numbers().get(word, "")


def _owned(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """The stem of the word behind a date with a possessive ending."""
    for mention in document.dates_at.inside(*spans):
        found = possessed(document.tokens, mention.span.start, mention.span.end)
        if found and _tells(fold(found.text)):
            yield base_stem(found.text)


@cache
def _carrying() -> frozenset[str]:
    """Stems of the verbs that tell how an event became known, not what happened: those of saying that need no
    clause ("wrote a letter" is an event) and are no act of a party ("pledged money")."""
    said = {row.verb for row in lexicon.saying.verbs() if row.kind == "say"}
    return frozenset(map(base_stem, said - lexicon.saying.clause_only() - lexicon.topics.act_forms()))


@cache
def _numbers() -> Mapping[str, str]:
    """Numbers in words. "One" is left out: mostly it is a pronoun."""
    return MappingProxyType({word: f"{value:g}" for word, value in values().items() if word != "one"})
