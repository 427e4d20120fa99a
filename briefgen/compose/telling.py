"""What a piece of a sentence tells, so that two can be compared: the one test of "the same event"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english.negation import contracted, denial
from briefgen.english.numbers import values
from briefgen.english.words import base_stem
from briefgen.model import Document, Name, Span

PLACES = frozenset({"place", "region"})
"""Kinds of names that say where; the others say who."""

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?")
BEFORE_PLACE = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$")
"""What stands before a name that no list knows when it is a place."""

LEADS = frozenset(
    {
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "not", "did",
        "does", "do", "has", "have", "had", "is", "are", "was", "were", "be", "been",
    }
)  # fmt: skip
"""A word behind one of these is taken for a verb."""

SAYING = frozenset({"say", "tell", "add", "write", "report"})
"""These tell how an event became known, not what happened."""


@dataclass(frozen=True, slots=True)
class Telling:
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
    masked = [name.span for name in document.names] + [mention.span for mention in document.dates]
    read = _read(document, spans, [m for m in masked if any(m.overlaps(span) for span in spans)])
    names = [name for name in document.names if any(span.overlaps(name.span) for span in spans)]
    places = frozenset(name.key for name in names if _is_place(document, name))
    return Telling(
        denied=denial(" ".join(read)) is not None,
        numbers=frozenset(filter(None, map(_number, read))),
        actors=frozenset(name.key for name in names) - places,
        places=places,
        verbs=frozenset(_verbs(read)),
        words=frozenset(base_stem(word) for word in read if _tells(word)),
        dated=frozenset(_owned(document, spans)),
    )


def _read(document: Document, spans: Sequence[Span], masked: Sequence[Span]) -> list[str]:
    """The words of the piece in lower case, without those of names and dates."""
    return [
        found[0].casefold().replace("’", "'")
        for span in spans
        for found in WORD.finditer(document.source.text, span.start, span.end)
        if not any(one.start < found.end() and found.start() < one.end for one in masked)
    ]


def _is_place(document: Document, name: Name) -> bool:
    if name.kind == "unconfirmed":
        return bool(BEFORE_PLACE.search(document.source.text[max(name.span.start - 16, 0) : name.span.start]))
    return name.kind in PLACES


def _tells(word: str) -> bool:
    """Whether a word tells something of what happened."""
    plain = word.removesuffix("'s")
    if len(plain) <= 2 or _number(plain) or contracted(plain):
        return False
    return plain not in LEADS and plain not in lexicon.grammar.stopwords() and base_stem(plain) not in SAYING


def _number(word: str) -> str:
    return word if word[0].isdigit() else _numbers().get(word, "")


def _verbs(read: Sequence[str]) -> Iterator[str]:
    """Words with the form of a past tense, those behind an auxiliary or "to", and the listed ones."""
    for before, word in zip(("", *read), read, strict=False):
        if (before in LEADS or word.endswith("ed") or word in _pasts()) and _tells(word):
            yield base_stem(word)


def _owned(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """The stem of the word behind a date with a possessive ending."""
    text = document.source.text
    for mention in document.dates:
        if any(span.contains(mention.span) for span in spans):
            words = text[mention.span.start : mention.span.end]
            behind = text[mention.span.end : mention.span.end + 2]
            if words.endswith(("’s", "'s")) or behind in ("’s", "'s"):
                found = WORD.search(text, mention.span.end + 2 * (behind in ("’s", "'s")))
                if found and _tells(found[0].casefold()):
                    yield base_stem(found[0].casefold())


@cache
def _numbers() -> Mapping[str, str]:
    """Numbers in words. "One" is left out: mostly it is a pronoun."""
    return MappingProxyType({word: f"{value:g}" for word, value in values().items() if word != "one"})


@cache
def _pasts() -> frozenset[str]:
    """Irregular forms of verbs and other words."""
    return frozenset(form for row in lexicon.grammar.irregular_forms() for form in row.forms)
