"""Finds the names of the tables in the words of a block, longest match first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.names.words import NameWord
from briefgen.english import gazetteer
from briefgen.english.gazetteer import Entry, Form

# Words that make a state's name the first part of a company, paper or team ("Japan Tobacco Inc").
_COMPANY = lexicon.names.cue_words("company")
# Heads that take "of" and a state or city without speaking for it ("University of Tokyo").
_BEARERS = frozenset(
    {"University", "Bank", "Times", "College", "School", "Museum", "Port", "Church", "Voice"}
)
_MAKES_ANOTHER = frozenset({"New", "Little", "Old", "Fort", "San", "Lake", "Upper", "Lower"})
# States and cities that are given names as well: a capitalised word behind them makes a person.
_AS_GIVEN = lexicon.names.cue_words("place-as-given-name")


class Hit(NamedTuple):
    """Words `first` to `last` (exclusive) are a listed form of `entry`."""

    first: int
    last: int
    entry: Entry


def find(
    words: list[NameWord], given: frozenset[str], heads: frozenset[str], own: Mapping[str, Sequence[Form]]
) -> Iterator[Hit]:
    """The listed names among `words`; `given`: given names, `heads`: words no person ends in, both folded;
    `own`: names that the document introduces, by first word."""
    index = gazetteer.index()
    position = 0
    while position < len(words):
        first = words[position].folded
        candidates = index.get(first, ())
        if first in own:
            candidates = tuple(sorted((*own[first], *candidates), key=lambda form: -len(form.words)))
        hit = _match(words, position, candidates) if candidates else None
        if hit is None:
            position += 1
            continue
        if not _part_of_another(words, hit, given, heads):
            yield hit
        position = hit.last


def _match(words: list[NameWord], first: int, candidates: tuple[Form, ...]) -> Hit | None:
    for form in candidates:
        length = len(form.words)
        if length > 1 and (first + length > len(words) or words[first + 1].folded != form.folded[1]):
            continue
        if _same(words[first : first + length], form):
            skip = 1 if form.words[0] == "the" and length > 1 else 0
            return Hit(first + skip, first + length, form.entry)
    return None


def _same(words: list[NameWord], form: Form) -> bool:
    if any(not word.gap for word in words[1:]):
        return False
    if all(map(_same_word, words, form.words)):
        return True
    shouted = all(word.text.isupper() for word in words) and sum(len(word.text) for word in words) > 3
    return shouted and tuple(word.folded for word in words) == form.folded


def _same_word(word: NameWord, part: str) -> bool:
    if word.text == part:
        return True
    text = word.text.replace("’", "'")
    # A word that opens a sentence is no acronym for that: "Who will lead" does not name the WHO.
    opens = word.opens and not part.isupper() and text == part.capitalize()
    return text == part or (part == "the" and text == "The") or opens


def _part_of_another(words: list[NameWord], hit: Hit, given: frozenset[str], heads: frozenset[str]) -> bool:
    """Whether the hit is only a piece of a person's, company's or other place's name."""
    if hit.last - hit.first > 1 or words[hit.first].text.isupper():
        return False
    before = words[hit.first - 1] if hit.first and words[hit.first].gap == " " else None
    after = words[hit.last] if hit.last < len(words) and words[hit.last].gap == " " else None
    return (before is not None and _taken_by(before, words, hit, given)) or (
        after is not None and after.capital and _taken_behind(words[hit.first], after, hit, heads)
    )


def _taken_by(before: NameWord, words: list[NameWord], hit: Hit, given: frozenset[str]) -> bool:
    if before.text in _MAKES_ANOTHER:
        return True
    if before.text == "of" and hit.first > 1 and hit.entry.kind in ("state", "place"):
        return words[hit.first - 2].text in _BEARERS
    return before.capital and before.folded in given


def _taken_behind(word: NameWord, after: NameWord, hit: Hit, heads: frozenset[str]) -> bool:
    if after.text in _COMPANY:
        return hit.entry.kind in ("state", "place") and after.text != "Group"
    known = after.folded in gazetteer.index() or after.folded in heads
    return word.text in _AS_GIVEN and not known and not after.text.isupper()
