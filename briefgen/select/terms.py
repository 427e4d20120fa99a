"""Finds a topic's terms in words: phrases in inflected forms, compounds, and words near in meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.english.expressions import either
from briefgen.english.stem import form, inflected, meets, stem
from briefgen.english.words import Words, words
from briefgen.topic import Group

TERM, RELATED, DERIVED = 1.0, 0.8, 0.5
"""Weight of a topic's own term, of a word near it in meaning, and of a word with only the stem in common
("secured" for "security"), which is often another matter and never enough alone."""
_SHORTEST_PART = 3  # letters of the first half when "cyber security" is read as "cybersecurity"


@dataclass(frozen=True, slots=True)
class TermHit:
    """Words that speak for one group."""

    group: int
    weight: float
    shown: str
    """The words of the topic, or the name as the source prints it, for the reason."""
    named: bool = False
    """A name of the source, not a term of the topic."""
    label: str = ""
    """What a name stands for when it is not what the group asks for itself: Japan's is "Asia"."""


class _Phrase(NamedTuple):
    group: int
    weight: float
    term: str
    rest: Words
    """Forms (`stem.form`) that must follow the first word."""


class Terms:
    """The terms of some groups, ready to be looked for; remembers every word it has met."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        self._by_stem: dict[str, list[_Phrase]] = {}
        self._joined: dict[str, list[_Phrase]] = {}
        self._heads: set[str] = set()
        self._seen: dict[str, tuple[_Phrase, ...] | None] = {}
        for index, group in enumerate(groups):
            for weight, terms in ((TERM, group.terms), (RELATED, group.related)):
                for term in terms:
                    self._add(index, weight, term)

    def _add(self, group: int, weight: float, term: str) -> None:
        parts = words(term)
        if not parts:
            return
        first, *rest = map(form, parts)
        self._by_first.setdefault(first, []).append(_Phrase(group, weight, term, tuple(rest)))
        alone = _Phrase(group, weight, term, ())
        if len(parts) == 2:
            self._by_first.setdefault(inflected("".join(parts)), []).append(alone)
        if len(parts) == 1:
            self._by_stem.setdefault(stem(parts[0]), []).append(alone)
            self._joined.setdefault(inflected(parts[0]), []).append(alone)
            self._heads |= {parts[0][:n] for n in range(_SHORTEST_PART, len(parts[0]))}

    def find(self, found: Words) -> Iterator[TermHit]:
        """What the words of one sentence say for each group, in their order."""
        seen = self._seen
        for at, word in enumerate(found):
            if word not in seen:
                seen[word] = self._starting(word) or (() if word in self._heads else None)
            phrases = seen[word]
            if phrases is None:
                continue
            for phrase in phrases:
                if self._follows(phrase, found, at):
                    yield TermHit(phrase.group, phrase.weight, phrase.term)
            if word in self._heads and at + 1 < len(found):
                for phrase in self._joined.get(inflected(word + found[at + 1]), ()):
                    yield TermHit(phrase.group, phrase.weight, f"{word} {found[at + 1]}")

    def _starting(self, word: str) -> tuple[_Phrase, ...]:
        """Phrases that a word may begin; words alike only in the full stem weigh less."""
        exact = [*self._by_first.get(inflected(word), ()), *self._by_first.get(f"={word}", ())]
        known = {p.group for p in exact if not p.rest}
        derived = (p for p in self._by_stem.get(stem(word), ()) if p.group not in known)
        return (*exact, *(_Phrase(p.group, DERIVED * p.weight, word, ()) for p in derived))

    @staticmethod
    def _follows(phrase: _Phrase, found: Words, at: int) -> bool:
        if not phrase.rest:
            return True
        after = found[at + 1 : at + 1 + len(phrase.rest)]
        return len(after) == len(phrase.rest) and all(map(meets, after, phrase.rest))


def joined(term: str) -> Iterator[str]:
    """Other words that a term is met by: "cyber security" and "cybersecurity" are one."""
    parts = words(term)
    if len(parts) == 2:
        yield "".join(parts)
    if len(parts) == 1:
        yield from (f"{parts[0][:n]} {parts[0][n:]}" for n in range(_SHORTEST_PART, len(parts[0])))


class Abbreviations:
    """The abbreviations of some groups, looked for as they are printed."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups: dict[str, list[int]] = {}
        for index, group in enumerate(groups):
            for short in group.abbreviations:
                self._groups.setdefault(short, []).append(index)
        self._any = re.compile(rf"\b(?:{either(self._groups)})(?=s?\b)") if self._groups else None

    def find(self, text: str) -> Iterator[TermHit]:
        """What a sentence says for each group; in a line of capitals nothing can be told."""
        if self._any and not text.isupper():
            for short in dict.fromkeys(self._any.findall(text)):
                for group in self._groups[short]:
                    yield TermHit(group, RELATED, short)
