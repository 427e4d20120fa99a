"""Offices that a text gives to persons, as the comparison of two versions needs them: whose, and in which
words. What is a name and what it is called is read in `english`; here it is narrowed to listed words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.mention import Mention, MentionKind
from briefgen.english.offices import TokenRange, given, phrase_end
from briefgen.english.passages import Passage
from briefgen.english.words import meaning, plain
from briefgen.link.persons import beside, is_role, opens_sentence, runs
from briefgen.link.statement import Side
from briefgen.model import Span

_INSIDE = frozenset({"of", "for", "and", "the", "to", "on", "in", "at"})
"""Words an office may hold; it never begins with one."""
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_LIGHT = _INSIDE | _ARTICLES | {"affairs", "matters"}
_NO_PORTFOLIO = frozenset({"co", "executive", "first", "high", "joint", "lead", "managing", "permanent",
                           "principal", "senior", "staff", "then", "three", "top", "two"})  # fmt: skip
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
    for name, titles in _called(side):
        title = next((title for title in titles if title), _NONE)
        if title and not (found and found[-1].title == side.span(title.start, title.stop)):
            found.append(_office(side, name, title))
        elif shared := _shared(side, name, found):
            found.append(shared)
    return tuple(found)


@lru_cache(maxsize=8)
def names(side: Side) -> tuple[range, ...]:
    """Words that look like a person's name; one word that opens a sentence needs an office."""
    return tuple(
        run
        for run, titles in _called(side)
        if len(run) > 1 or not opens_sentence(side, run.start) or any(titles)
    )


@lru_cache(maxsize=8)
def _called(side: Side) -> tuple[tuple[range, tuple[range, ...]], ...]:
    """Each name that may be a person's, with the offices given to it there."""
    found: dict[range, tuple[range, ...]] = {}
    for passage, mention in _mentions(side, "name"):
        titles = tuple(_title(side, passage, mention, held) for held in given(passage, mention))
        for run in runs(side, _words_of(side, passage, mention.first, mention.last)):
            found.setdefault(run, titles)
    return tuple(sorted(found.items(), key=lambda pair: pair[0].start))


def _title(side: Side, passage: Passage, mention: Mention, held: TokenRange) -> range:
    """An apposition keeps its words; before a name only those that an office has, the nearest ones, count."""
    words = _words_of(side, passage, *held)
    return _tidy(side, words) if held[0] > mention.last else _narrowed(side, words)


def _mentions(side: Side, kind: MentionKind) -> Iterator[tuple[Passage, Mention]]:
    """The mentions of one kind in the sentences of a side."""
    for sentence in side.sentences:
        passage = side.version.passage(sentence)
        first, last = passage.token_at(sentence.start), passage.token_at(sentence.end - 1) + 1
        for mention in passage.mentions_between(first, last):
            if mention.kind == kind:
                yield passage, mention


def _words_of(side: Side, passage: Passage, first: int, last: int) -> range:
    """The words of a side that some tokens of a passage, both ends included, hold."""
    return side.within(
        side.version.document.source.span(passage.tokens[first].start, passage.tokens[last].end)
    )


def descriptions(side: Side) -> Iterator[Office]:
    """Roles that stand for one person without a name: "the bloc's chief diplomat said"."""
    taken = [office.title for office in offices(side)]
    for passage, mention in _mentions(side, "description"):
        end = phrase_end(passage, mention)
        held = side.within(side.version.document.source.span(passage.tokens[mention.head].start, end))
        noun = passage.tokens[mention.last].low
        title = _NONE if noun.endswith("s") else _tidy(side, held)
        if len(title) < 2 or any(t.start <= side.tokens[title.start].start < t.end for t in taken):
            continue
        span = side.span(title.start, title.stop)
        yield Office("", None, span, span, *_words(side, title))


def _narrowed(side: Side, run: range) -> range:
    """What a phrase holds of an office: its words back to the first that no office has."""
    start = run.stop
    while start > run.start and _in_office(side, run, start - 1):
        start -= 1
    return _tidy(side, range(start, run.stop))


def _in_office(side: Side, run: range, k: int) -> bool:
    token = side.tokens[k]
    word = plain(token.text)
    listed = lexicon.persons.office_words() | lexicon.persons.status() | lexicon.persons.ranks()
    if token.entity or is_role(token) or word in listed:
        return True
    if word == "and" and k:
        return plain(side.tokens[k - 1].text) in lexicon.persons.office_words()
    return word in _INSIDE and any(is_role(t) for t in side.tokens[run.start : k])


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


KEPT = (offices, names, _called)
"""What is remembered while documents are compared."""
