"""Names: states, organisations, regions and places by table, persons by evidence in the text.

Steps: `words` (of a block), `listed` (longest form of a table), `introduced` (bodies of the document's own),
`context` (what an ambiguous form means where it stands), `persons` (titles, given names, speech), `people`
(surnames). What nothing vouches for is kind "unconfirmed", with its own words as key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.names import context, listed, persons
from briefgen.annotate.names.introduced import introduced
from briefgen.annotate.names.listed import Hit
from briefgen.annotate.names.people import Namesakes, Place
from briefgen.annotate.names.words import NameWord, name_words, titled
from briefgen.english.gazetteer import Entry
from briefgen.errors import Problem
from briefgen.model import KEPT, ActorKind, Document, Name, Source

__all__ = ["annotate"]


@dataclass(frozen=True)
class _Page:
    """The words of one block and what the tables list among them."""

    words: list[NameWord]
    hits: list[tuple[Hit, Entry]]
    headline: bool
    """In headline case: a capital is no evidence."""

    @property
    def taken(self) -> frozenset[int]:
        return frozenset(i for hit, _ in self.hits for i in range(hit.first, hit.last))


class _Person(NamedTuple):
    """Words `first` to `last` of a page name somebody, or something that nothing vouches for."""

    first: int
    last: int
    person: bool
    """Whether there is evidence that it is a person."""


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.names` for the kept blocks, in reading order; gives no problems."""
    pages = _pages(document)
    lower = frozenset(word.text for page in pages for word in page.words if word.text[0].islower())
    text, given = document.source.text, context.given_names()
    found = [_people_on(text, page, given, lower) for page in pages]
    people = Namesakes(
        _printed(text, page, one)
        for page, some in zip(pages, found, strict=True)
        for one in some
        if one.person
    )
    names: list[Name] = []
    for page, some in zip(pages, found, strict=True):
        names += _names(document.source, page, [*some, *_surnames(page, some, people)], people)
    return replace(document, names=tuple(sorted(names, key=lambda name: name.span))), ()


def _pages(document: Document) -> list[_Page]:
    text = document.source.text
    blocks = [b for b in document.blocks if b.label in KEPT]
    all_words = [name_words(document.tokens, b.span.start, b.span.end) for b in blocks]
    given, heads = context.given_names(), frozenset(_heads())
    own = introduced("\n".join(text[b.span.start : b.span.end] for b in blocks))
    raw = [list(listed.find(words, given, heads, own)) for words in all_words]
    known = frozenset(word.text for words in all_words for word in words if word.capital)
    named = context.unconditional(hit.entry for hits in raw for hit in hits)
    return [
        _Page(words, [*_settled(text, words, hits, known, named)], titled(text, words))
        for words, hits in zip(all_words, raw, strict=True)
    ]


def _settled(
    text: str, words: list[NameWord], hits: list[Hit], known: frozenset[str], named: frozenset[str]
) -> Iterator[tuple[Hit, Entry]]:
    """What each listed name means where it stands; `known` are the document's capitalised words, `named` the
    keys that it names by a form of their own."""
    for hit in hits:
        entry = context.settle(text, words, hit, known)
        if entry and (not entry.conditional or entry.key in named):
            yield hit, entry


@cache
def _heads() -> Mapping[str, str]:
    return MappingProxyType({row.word.casefold(): row.kind for row in lexicon.names.heads()})


def _printed(text: str, page: _Page, one: _Person) -> tuple[Place, str]:
    words = page.words[one.first : one.last]
    return (page.words, one.first, one.last), " ".join(text[words[0].start : words[-1].end].split())


def _people_on(text: str, page: _Page, given: frozenset[str], lower: frozenset[str]) -> list[_Person]:
    """Persons by evidence and unconfirmed names of one page."""
    if page.headline:
        return []
    heads = _heads()
    found = []
    for run in persons.runs(page.words, page.taken, persons.Usage(given, lower, frozenset(heads))):
        words = page.words[run.first : run.last]
        phrase = words[-1].folded in heads or (words[0].folded in heads and words[0].folded not in given)
        if phrase and len(words) == 1:
            continue
        if not phrase and persons.is_person(text, page.words, run, given):
            found.append(_Person(run.first, run.last, person=True))
        elif not words[0].opens or len(words) > 1:
            found.append(_Person(run.first, run.last, person=False))
    return found


def _surnames(page: _Page, some: list[_Person], people: Namesakes) -> list[_Person]:
    """Surname mentions that the runs of this page did not cover, as in a headline."""
    covered = {i for person in some for i in range(person.first, person.last)} | set(page.taken)
    found = persons.known_surnames(people, page.words, covered)
    return [_Person(first, last, person=True) for first, last in found]


def _names(source: Source, page: _Page, some: list[_Person], people: Namesakes) -> Iterator[Name]:
    for hit, entry in page.hits:
        span = source.span(page.words[hit.first].start, page.words[hit.last - 1].end)
        person = people.resolve((page.words, hit.first, hit.last)) if _may_be_person(entry, hit) else None
        kind: ActorKind = "person" if person else entry.kind
        yield Name(span, kind, person or entry.key, person or entry.canonical, entry.adjective and not person)
    for one in some:
        first, full = _resolved(page.words, one, people)
        span = source.span(page.words[first].start, page.words[one.last - 1].end)
        own = " ".join(source.text[span.start : span.end].split())
        yield Name(span, "person" if full else "unconfirmed", full or own, full or own)


def _resolved(words: list[NameWord], one: _Person, people: Namesakes) -> tuple[int, str]:
    """Where the name begins and the full name: all words, or the last one behind an opener."""
    full = people.resolve((words, one.first, one.last)) or ""
    if not full and words[one.first].opens:
        full = people.resolve((words, one.last - 1, one.last)) or ""
        if full:
            return persons.with_particles(words, one.last - 1, frozenset()), full
    return one.first, full


def _may_be_person(entry: Entry, hit: Hit) -> bool:
    """A listed single word that is a surname here ("Jordan" where Michael Jordan was named)."""
    return (
        hit.last - hit.first == 1 and entry.kind in ("state", "place", "organisation") and not entry.adjective
    )
