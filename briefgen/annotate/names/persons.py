"""Tells persons among the capitalised words that no table lists.

Evidence is a title or office before the words, a given name, a speech verb beside them, or an
apposition behind them. Without evidence the words stay "unconfirmed".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.names.people import Namesakes
from briefgen.annotate.names.words import NameWord

PARTICLES = lexicon.persons.particles()
_LINKS = frozenset({"of", "for", "and", "the", "to"})
# Family names that stand first in Chinese, Korean and Vietnamese names: "Xi" alone is Xi Jinping.
_FAMILY_FIRST = lexicon.persons.family_first()
_SAID = lexicon.saying.finite_forms("say", "tell", "add")
_SPEECH = lexicon.saying.forms() | {
    "who",
    "met",
    "has",
}
_MAX_WORDS = 5


@cache
def _apposition() -> re.Pattern[str]:
    """What behind a name tells of a person (an age, an office); compiled for the few documents that ask."""
    offices = "|".join(sorted(lexicon.persons.leading_offices()))
    return re.compile(rf",\s+(?:\d\d,|(?:the|a|an|who|whose|prime|former|{offices})\b)")


class Run(NamedTuple):
    """Words `first` to `last` (exclusive), capitalised and joined, without the titles before them."""

    first: int
    last: int
    titled: bool
    """A title or office stands before them."""


class Usage(NamedTuple):
    """What is known of words, all case folded."""

    given: frozenset[str]
    """Given names."""
    lower: frozenset[str]
    """Words that the document also writes small."""
    heads: frozenset[str]
    """Words that end the name of a body, place or event."""


def runs(words: list[NameWord], taken: frozenset[int], usage: Usage) -> Iterator[Run]:
    """Stretches of capitalised words outside `taken`, without titles before and plain words around them."""
    titles, commons = lexicon.persons.name_titles(), lexicon.names.commons()
    position = 0
    while position < len(words):
        if position in taken or not words[position].capital:
            position += 1
            continue
        last = _run_end(words, position, taken, usage.heads)
        first, titled = _skip_commons(words, position, last, usage), False
        if words[last - 1].folded not in usage.heads:
            first, titled = _strip_titles(words, first, last, usage.given)
            first = _skip_commons(words, first, last, usage)
        while last > first and (words[last - 1].folded in commons or not words[last - 1].capital):
            last -= 1
        if first < last:
            first = with_particles(words, first, taken)
            yield Run(first, last, titled or _office_before(words, first, titles))
        position = max(last, position + 1)


def _run_end(words: list[NameWord], first: int, taken: frozenset[int], heads: frozenset[str]) -> int:
    last = first + 1
    while last < len(words) and last not in taken and words[last].gap:
        ahead = words[last].folded in PARTICLES or words[last].text in _LINKS
        if not words[last].capital and not (ahead and _capital_follows(words, last, taken)):
            break
        if words[last].text in _LINKS and not _takes_of(words[last - 1], words[last], heads):
            break
        last += 1
    return last


def _skip_commons(words: list[NameWord], first: int, last: int, usage: Usage) -> int:
    while first < last and _common(words[first], last - first, usage):
        first += 1
    return first


def _takes_of(before: NameWord, link: NameWord, heads: frozenset[str]) -> bool:
    """ "Minister of ...", "Bank of ...": the phrase goes on."""
    return before.folded in lexicon.persons.name_titles() or (link.text == "of" and before.folded in heads)


def _capital_follows(words: list[NameWord], index: int, taken: frozenset[int]) -> bool:
    following = words[index + 1 : index + 3]
    free = index + 1 not in taken
    return free and any(
        word.capital and word.gap and (i == 0 or following[0].folded in PARTICLES)
        for i, word in enumerate(following)
    )


def _strip_titles(words: list[NameWord], first: int, last: int, given: frozenset[str]) -> tuple[int, bool]:
    """Where the name starts behind "Deputy Secretary of Defense for Policy"; whether a title stood there."""
    titles = lexicon.persons.name_titles()
    start = first
    while start < last and (words[start].folded in titles or (start > first and words[start].text in _LINKS)):
        start += 1
    for inner in range(last - 2, start, -1):  # "Retired Lt Gen John Miller", "House Speaker Paul Ryan"
        if words[inner].folded in titles and words[inner + 1].folded in given:
            return inner + 1, True
    return start, start > first


def _common(word: NameWord, length: int, usage: Usage) -> bool:
    """Whether a capitalised word is no name: a calendar word, or the first of a sentence and a plain word."""
    if word.folded in PARTICLES and length > 1:
        return False
    if word.folded in lexicon.names.commons() or word.text in _LINKS:
        return True
    plain = word.folded in usage.lower or word.folded in lexicon.grammar.stopwords()
    return (
        plain
        and word.opens
        and not (length > 1 and word.folded in usage.given and word.folded not in usage.lower)
    )


def _office_before(words: list[NameWord], first: int, titles: frozenset[str]) -> bool:
    if first == 0 or words[first].gap != " ":
        return False
    return words[first - 1].folded in titles


def is_person(text: str, words: list[NameWord], run: Run, given: frozenset[str]) -> bool:
    """Whether a run has evidence of being a person; `text` is the source."""
    name = words[run.first : run.last]
    if name[-1].folded in lexicon.grammar.stopwords():
        return False  # "Q And", a speaker's turn and how it begins
    if len(name) > _MAX_WORDS or any(char.isdigit() for word in name for char in word.text):
        return False
    if len(name) == 1:
        before = words[run.first - 1].folded if run.first else ""
        shouted = name[0].text.isupper() and len(name[0].text) > 1
        return (run.titled and before in lexicon.persons.titles_of_one() and not shouted) or _said_by(
            words, run
        )
    if run.titled:
        return True
    initial = any(len(word.text) == 1 and after.gap != "-" for word, after in itertools.pairwise(name))
    return (
        name[0].folded in given or initial or _spoken_of(text, words, run) or name[0].folded in _FAMILY_FIRST
    )


def _said_by(words: list[NameWord], run: Run) -> bool:
    """A single word with "said" behind it: a surname, unless it is a plural, an acronym or a made-up name."""
    word = words[run.first].text
    following = words[run.last].folded if run.last < len(words) else ""
    plain = len(word) > 2 and word[1:].islower() and not word.endswith("s")
    return plain and following in _SAID


def _spoken_of(text: str, words: list[NameWord], run: Run) -> bool:
    following = words[run.last].folded if run.last < len(words) else ""
    before = words[run.first - 1].folded if run.first else ""
    if run.last - run.first > 3:
        return False
    said = following in _SPEECH or before in _SPEECH
    return said or bool(_apposition().match(text, words[run.last - 1].end))


def known_surnames(
    people: Namesakes, words: list[NameWord], taken: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Single words outside `taken` that are the surname of somebody named in the document."""
    busy = frozenset(taken)
    for index, word in enumerate(words):
        free = index not in busy and word.capital and len(word.text) > 1
        if free and people.resolve((words, index, index + 1)) is not None:
            yield with_particles(words, index, busy), index + 1


def with_particles(words: list[NameWord], index: int, busy: frozenset[int]) -> int:
    """ "von der Leyen" begins at its particles."""
    while index and words[index].gap and index - 1 not in busy and words[index - 1].folded in PARTICLES:
        index -= 1
    return index
