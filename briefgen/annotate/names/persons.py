"""Tells persons among the capitalised words that no table lists, and joins surnames to full names.

Evidence is a title or office before the words, a given name, a speech verb beside them, or an
apposition behind them. Without evidence the words stay "unconfirmed".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.names.cues import cues
from briefgen.annotate.names.tokens import Token

PARTICLES = cues("particle")
_LINKS = frozenset({"of", "for", "and", "the", "to"})
# Family names that stand first in Chinese, Korean and Vietnamese names: "Xi" alone is Xi Jinping.
_FAMILY_FIRST = cues("family-name-first")
_SPEECH = frozenset(form for line in lexicon.lines("speech_verbs") for form in line.split()) | {
    "who",
    "met",
    "has",
}
_APPOSITION = re.compile(
    r",\s+(?:\d\d,|(?:the|a|an|who|whose|president|prime|head|director|leader|chair|former)\b)"
)
_MAX_WORDS = 5


class Run(NamedTuple):
    """Words `first` to `last` (exclusive), capitalised and joined, without the titles before them."""

    first: int
    last: int
    titled: bool
    """A title or office stands before them."""


@dataclass
class People:
    """The persons one document names: surnames to full names, filled in reading order."""

    full: dict[str, str] = field(default_factory=dict)
    """Surname, case folded, to the fullest name met so far."""

    def add(self, words: Sequence[Token]) -> str:
        """Takes in a name and gives the full name it stands for."""
        name = " ".join(word.text for word in words)
        name = _with_joints(words, name)
        surname = words[-1].folded
        known = self.full.get(surname)
        if known is not None and (len(words) == 1 or name.casefold() in known.casefold()):
            return known
        self.full[surname] = name
        if len(words) > 1 and words[0].folded in _FAMILY_FIRST:
            self.full.setdefault(words[0].folded, name)
        return name

    def resolve(self, words: Sequence[Token]) -> str | None:
        """The full name for a surname or a name met before; None when it is not known."""
        known = self.full.get(words[-1].folded)
        if known is None:
            return None
        parts = known.casefold().replace("-", " ").split()
        return known if all(word.folded in parts for word in words) else None


def _with_joints(words: Sequence[Token], name: str) -> str:
    """The name with its own hyphens and the stops of its initials."""
    if all(word.gap != "-" for word in words[1:]):
        return name
    return "".join((word.gap if i else "") + word.text for i, word in enumerate(words))


class Usage(NamedTuple):
    """What is known of words, all case folded."""

    given: frozenset[str]
    """Given names."""
    lower: frozenset[str]
    """Words that the document also writes small."""
    heads: frozenset[str]
    """Words that end the name of a body, place or event."""


def runs(words: list[Token], taken: frozenset[int], usage: Usage) -> Iterator[Run]:
    """Stretches of capitalised words outside `taken`, without titles before and plain words around them."""
    titles, commons = lexicon.words("titles"), lexicon.words("name_commons")
    position = 0
    while position < len(words):
        if position in taken or not words[position].capital:
            position += 1
            continue
        last = _run_end(words, position, taken, usage.heads)
        first, titled = _skip_commons(words, position, last, usage), False
        if words[last - 1].folded not in usage.heads:
            first, titled = _strip_titles(words, first, last, titles)
            first = _skip_commons(words, first, last, usage)
        while last > first and (words[last - 1].folded in commons or not words[last - 1].capital):
            last -= 1
        if first < last:
            first = with_particles(words, first, taken)
            yield Run(first, last, titled or _office_before(words, first, titles))
        position = max(last, position + 1)


def _run_end(words: list[Token], first: int, taken: frozenset[int], heads: frozenset[str]) -> int:
    last = first + 1
    while last < len(words) and last not in taken and words[last].gap:
        ahead = words[last].folded in PARTICLES or words[last].text in _LINKS
        if not words[last].capital and not (ahead and _capital_follows(words, last, taken)):
            break
        if words[last].text in _LINKS and not _takes_of(words[last - 1], words[last], heads):
            break
        last += 1
    return last


def _skip_commons(words: list[Token], first: int, last: int, usage: Usage) -> int:
    while first < last and _common(words[first], last - first, usage):
        first += 1
    return first


def _takes_of(before: Token, link: Token, heads: frozenset[str]) -> bool:
    """ "Minister of ...", "Bank of ...": the phrase goes on."""
    return before.folded in lexicon.words("titles") or (link.text == "of" and before.folded in heads)


def _capital_follows(words: list[Token], index: int, taken: frozenset[int]) -> bool:
    following = words[index + 1 : index + 3]
    free = index + 1 not in taken
    return free and any(
        word.capital and word.gap and (i == 0 or following[0].folded in PARTICLES)
        for i, word in enumerate(following)
    )


def _strip_titles(words: list[Token], first: int, last: int, titles: frozenset[str]) -> tuple[int, bool]:
    """Where the name starts behind "Deputy Secretary of Defense for Policy"; whether a title stood there."""
    start = first
    while start < last and (words[start].folded in titles or (start > first and words[start].text in _LINKS)):
        start += 1
    return start, start > first


def _common(word: Token, length: int, usage: Usage) -> bool:
    """Whether a capitalised word is no name: a calendar word, or the first of a sentence and a plain word."""
    if word.folded in PARTICLES and length > 1:
        return False
    if word.folded in lexicon.words("name_commons") or word.text in _LINKS:
        return True
    plain = word.folded in usage.lower or word.folded in lexicon.words("stopwords")
    return (
        plain
        and word.opens
        and not (length > 1 and word.folded in usage.given and word.folded not in usage.lower)
    )


def _office_before(words: list[Token], first: int, titles: frozenset[str]) -> bool:
    if first == 0 or words[first].gap != " ":
        return False
    return words[first - 1].folded in titles


def is_person(text: str, words: list[Token], run: Run, given: frozenset[str]) -> bool:
    """Whether a run has evidence of being a person; `text` is the source."""
    name = words[run.first : run.last]
    if len(name) > _MAX_WORDS or any(char.isdigit() for word in name for char in word.text):
        return False
    if run.titled:
        return not (len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1)
    if len(name) == 1:
        return False
    initial = len(name[0].text) == 1 or any(len(word.text) == 1 for word in name[1:-1])
    return (
        name[0].folded in given or initial or _spoken_of(text, words, run) or name[0].folded in _FAMILY_FIRST
    )


def _spoken_of(text: str, words: list[Token], run: Run) -> bool:
    following = words[run.last].folded if run.last < len(words) else ""
    before = words[run.first - 1].folded if run.first else ""
    if run.last - run.first > 3:
        return False
    said = following in _SPEECH or before in _SPEECH
    return said or bool(_APPOSITION.match(text, words[run.last - 1].end))


def known_surnames(
    people: People, words: list[Token], taken: Iterable[int]
) -> Iterator[tuple[int, int, str]]:
    """Single words outside `taken` that are the surname of somebody named in the document."""
    busy = frozenset(taken)
    for index, word in enumerate(words):
        if index not in busy and word.capital and len(word.text) > 1:
            name = people.resolve((word,))
            if name is not None:
                yield with_particles(words, index, busy), index + 1, name


def with_particles(words: list[Token], index: int, busy: frozenset[int]) -> int:
    """ "von der Leyen" begins at its particles."""
    while index and words[index].gap and index - 1 not in busy and words[index - 1].folded in PARTICLES:
        index -= 1
    return index
