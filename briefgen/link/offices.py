"""Offices and roles that a text gives to persons: before the name, or set off by commas after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.words import meaning, plain
from briefgen.link.persons import beside, is_role, may_name, opens_sentence, runs_of_capitals
from briefgen.link.statement import Side
from briefgen.model import Span

_SET_OFF = re.compile(r"(?:['’]s?)?,\s")
_CLOSES = re.compile(r"[,.;:)—–\n]")
_INSIDE = frozenset({"of", "for", "and", "the", "to", "on", "in", "at"})
"""Words an office may hold; it never begins with one."""
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_LIGHT = _INSIDE | _ARTICLES | {"affairs", "matters"}
_CLAUSE = frozenset({"who", "which", "that", "whose", "whom", "when", "where", "said", "says", "told", "is",
                     "was", "are", "were", "has", "have", "had", "will", "would", "speaking"})  # fmt: skip
_NO_PORTFOLIO = frozenset({"co", "executive", "first", "high", "joint", "lead", "managing", "permanent",
                           "principal", "senior", "staff", "then", "three", "top", "two"})  # fmt: skip
_LONGEST = 12  # words of one office
_INNER = 4  # words between "of" or "for" and the noun of the office before it
_NONE = range(0)


class Office(NamedTuple):
    """An office given to a person, or a description that names no person."""

    person: str
    """Last name, folded; "" for a description."""
    name: Span | None
    title: Span
    whole: Span
    """Title and name when the title stands before the name; else the title."""
    keys: frozenset[str]
    """Its words as compared: "minister for foreign affairs" and "foreign minister" are equal."""
    words: frozenset[str]
    """The same words folded only."""

    @property
    def portfolio(self) -> frozenset[str]:
        """What the office is for: "defence", "trade"."""
        listed = lexicon.persons.office_words()
        return frozenset(meaning(word) for word in self.words if word in listed and word not in _NO_PORTFOLIO)

    @property
    def status(self) -> frozenset[str]:
        """Words such as "former"."""
        return self.words & lexicon.persons.status()

    @property
    def ranks(self) -> frozenset[str]:
        """Words such as "deputy"."""
        return self.words & lexicon.persons.ranks()


@lru_cache(maxsize=8)  # every detector asks again for the two sides of a statement
def offices(side: Side) -> tuple[Office, ...]:
    """The offices of named persons, in order."""
    found: list[Office] = []
    for name in names(side):
        title = _title(side, name)
        if title:
            found.append(_office(side, name, title))
        elif shared := _shared(side, name, found):
            found.append(shared)
    return tuple(found)


@lru_cache(maxsize=8)
def names(side: Side) -> tuple[range, ...]:
    """Runs of words that look like a person's name; one word that opens a sentence needs an office."""
    runs = runs_of_capitals(side)
    return tuple(r for r in runs if len(r) > 1 or not opens_sentence(side, r.start) or _title(side, r))


def descriptions(side: Side) -> Iterator[Office]:
    """Roles that stand for one person without a name: "the bloc's chief diplomat said"."""
    taken = [office.title for office in offices(side)]
    for k, token in enumerate(side.tokens):
        title = _NONE if token.text.endswith("s") or not is_role(token) else _described(side, k)
        if len(title) < 2 or any(t.start <= token.start < t.end for t in taken):
            continue
        span = side.span(title.start, title.stop)
        yield Office("", None, span, span, *_words(side, title))


def _title(side: Side, name: range) -> range:
    return _before(side, name) or _set_off_before(side, name) or _after(side, name)


def _before(side: Side, name: range) -> range:
    """ "German foreign minister Jane Doe"; empty when there is none."""
    return _back(side, name.start) if beside(side, name.start) else _NONE


def _set_off_before(side: Side, name: range) -> range:
    """ "The German foreign minister, Jane Doe," """
    last = name.stop >= len(side.tokens)
    ended = last or _CLOSES.search(side.gap(name.stop)) or side.tokens[name.stop].text == "and"
    return _back(side, name.start) if ended and _SET_OFF.fullmatch(side.gap(name.start)) else _NONE


def _after(side: Side, name: range) -> range:
    """ "Jane Doe, the German foreign minister," """
    start = name.stop
    if start >= len(side.tokens) or not _SET_OFF.fullmatch(side.gap(start)):
        return _NONE
    end = start
    while end < len(side.tokens) and end - start < _LONGEST:
        if end > start and _CLOSES.search(side.gap(end)):
            break
        end += 1
    held = range(start, end)
    return _tidy(side, held) if _is_apposition(side, held) else _NONE


def _is_apposition(side: Side, run: range) -> bool:
    """Whether words between commas name an office, and are no clause and no other person."""
    first = plain(side.tokens[run.start].text)
    if not (first in _ARTICLES or _in_office(side, run.start)):
        return False
    if any(plain(side.tokens[k].text) in _CLAUSE for k in run):
        return False
    others = (k for k in run if k + 1 in run and is_role(side.tokens[k]) and beside(side, k + 1))
    return not any(may_name(side.tokens[k + 1]) for k in others)


def _described(side: Side, k: int) -> range:
    """The phrase around the noun of an office; empty when it goes on to a second noun."""
    end = k + 1
    while end < len(side.tokens) and beside(side, end) and end - k < _LONGEST and _in_office(side, end):
        if is_role(side.tokens[end]) and end == k + 1:
            return _NONE
        end += 1
    while plain(side.tokens[end - 1].text) in _INSIDE:
        end -= 1
    return range(_back(side, k + 1).start, end)


def _back(side: Side, end: int) -> range:
    """The office that ends before word `end`."""
    start = end
    while start > 0 and end - start < _LONGEST:
        if start < end and not beside(side, start):
            break
        if not _in_office(side, start - 1):
            break
        start -= 1
    return _tidy(side, range(start, end))


def _in_office(side: Side, k: int) -> bool:
    token = side.tokens[k]
    word = plain(token.text)
    listed = lexicon.persons.office_words() | lexicon.persons.status() | lexicon.persons.ranks()
    if token.entity or is_role(token) or word in listed:
        return True
    if word == "and" and k:
        return plain(side.tokens[k - 1].text) in lexicon.persons.office_words()
    return word in _INSIDE and any(is_role(t) for t in side.tokens[max(0, k - _INNER) : k])


def _tidy(side: Side, run: range) -> range:
    """Without words at its front that an office can't begin with; empty when it holds no office."""
    start = run.start
    while start < run.stop and plain(side.tokens[start].text) in _INSIDE | _ARTICLES:
        start += 1
    held = range(start, run.stop)
    return held if any(is_role(side.tokens[k]) for k in held) else _NONE


def _shared(side: Side, name: range, found: list[Office]) -> Office | None:
    """ "presidents Jane Doe and John Roe": an office in the plural goes to both."""
    if not found or name.start < 2 or side.tokens[name.start - 1].text not in ("and", "&"):
        return None
    last = found[-1]
    roles = lexicon.persons.offices()
    ends = last.name is not None and last.name.end == side.tokens[name.start - 2].end
    if not ends or not any(word.endswith("s") and word.removesuffix("s") in roles for word in last.words):
        return None
    span = side.span(name.start, name.stop)
    return Office(_surname(side, name), span, last.title, last.title, last.keys, last.words)


def _surname(side: Side, name: range) -> str:
    return plain(side.tokens[name.stop - 1].text)


def _office(side: Side, name: range, title: range) -> Office:
    leading = title.stop == name.start and beside(side, name.start)
    whole = side.span(title.start, name.stop if leading else title.stop)
    person, span = _surname(side, name), side.span(name.start, name.stop)
    return Office(person, span, side.span(title.start, title.stop), whole, *_words(side, title))


def _words(side: Side, title: range) -> tuple[frozenset[str], frozenset[str]]:
    held = [side.tokens[k] for k in title if plain(side.tokens[k].text) not in _LIGHT]
    return frozenset(t.key for t in held), frozenset(plain(t.text) for t in held)
