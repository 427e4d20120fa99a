"""Decides what an ambiguous listed name means where it stands: a seat, Georgia, "the bloc"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.names.listed import Hit
from briefgen.annotate.names.words import NameWord
from briefgen.english import gazetteer
from briefgen.english.gazetteer import Entry

_VENUE = lexicon.names.cue_words("venue-preposition")
_MOTION = lexicon.names.cue_words("motion")
_TOWARDS = lexicon.names.cue_words("towards")
_ACTS = re.compile(
    r"(?:['’]s?(?!\w)|\s+(?:no longer|and [A-Z]\w+ (?:have|has|are|were|said|agreed|signed|will)|"
    + "|".join(sorted(lexicon.names.cue_words("government-verb")))
    + r")\b)"
)
_VENUE_NOUNS = lexicon.names.cue_words("venue-noun")


class Homonym(NamedTuple):
    """A listed name that means something else among other names."""

    entry: Entry
    near: frozenset[str]
    """Capitalised words that speak for the other meaning when the document has one of them ..."""
    away: frozenset[str]
    """... and none of these."""


@cache
def _homonyms() -> Mapping[str, Homonym]:
    """The rows of `lexicon/names/homonyms.tsv` by name."""
    rows = lexicon.names.homonyms()
    return MappingProxyType(
        {
            name: Homonym(Entry("place", key, printed), frozenset(near), frozenset(away))
            for name, key, printed, near, away in rows
        }
    )


def settle(text: str, words: list[NameWord], hit: Hit, known: frozenset[str]) -> Entry | None:
    """The meaning of a hit in its place; None when it means nothing listed.

    `known` holds all capitalised words of the document.
    """
    entry, word = hit.entry, words[hit.first]
    if entry.type == "capital" and entry.acts_for and acts(text, words, hit):
        return actor(entry.acts_for)
    other = _homonyms().get(word.text)
    if other and known & other.near and not known & other.away:
        return other.entry
    if word.text == "Fed" and hit.last < len(words) and words[hit.last].text == "up":
        return None
    if word.text in ("US", "WHO") and _shouted(words, hit):
        return None
    return entry


def actor(key: str) -> Entry:
    """The entry of a state or organisation by its key."""
    form = gazetteer.aliases(key)[0]
    return gazetteer.forms()[form]


def acts(text: str, words: list[NameWord], hit: Hit) -> bool:
    """Whether a seat of government stands for the government, not for the town."""
    before = [word.folded for word in words[max(hit.first - 5, 0) : hit.first]]
    last = before[-1] if before else ""
    end = words[hit.last - 1].end
    following = words[hit.last].folded if hit.last < len(words) else ""
    if last in _VENUE or (last == "the" and hit.last - hit.first == 1) or text[end : end + 2] in (", ", " ("):
        return last in _TOWARDS and text[end : end + 2] == ", " and not _place_follows(words, hit)
    if last in ("to", "from", "of", "and") and _MOTION.intersection(before):
        return False
    if last == "and" and _VENUE.intersection(before[-4:]):
        return False
    if following in _VENUE_NOUNS or _name_goes_on(words, hit):
        return False
    return bool(_ACTS.match(text, end)) or last in _TOWARDS or last in ("to", "from", "of")


def _name_goes_on(words: list[NameWord], hit: Hit) -> bool:
    """ "Lisbon Harbour Works": two capitalised words more, so the town is part of another name."""
    behind = words[hit.last : hit.last + 2]
    return len(behind) == 2 and all(word.capital and word.gap == " " for word in behind)


def _place_follows(words: list[NameWord], hit: Hit) -> bool:
    """ "Paris, France": the next word names the state the town lies in."""
    if hit.last >= len(words):
        return False
    entry = gazetteer.lookup(words[hit.last].text)
    return entry is not None and entry.type != "capital" and entry.kind in ("state", "place")


def _shouted(words: list[NameWord], hit: Hit) -> bool:
    """ "JOIN US", "WHO KNEW": an all-capitals line, where the acronym can not be told from the word."""
    near = words[max(hit.first - 3, 0) : hit.first] + words[hit.last : hit.last + 3]
    return len(near) >= 2 and all(word.text.isupper() for word in near)


def unconditional(entries: Iterable[Entry]) -> frozenset[str]:
    """Keys that the document names by a form of their own, so that "the bloc" may point to them."""
    return frozenset(entry.key for entry in entries if not entry.conditional)


@cache
def given_names() -> frozenset[str]:
    """Given names of both lists, case folded."""
    return lexicon.persons.given_names()
