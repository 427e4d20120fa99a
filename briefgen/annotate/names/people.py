"""The persons that one document names: surnames and short forms lead to the fullest name near them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from briefgen import lexicon
from briefgen.annotate.names.words import NameWord

_SUFFIXES = lexicon.persons.suffixes()


class Namesakes:
    """Filled in reading order; asked in any order."""

    def __init__(self) -> None:
        self._met: dict[str, list[tuple[int, str]]] = {}
        """Surname, case folded, to the offsets and forms of the names that bear it."""

    def add(self, words: Sequence[NameWord], text: str) -> str:
        """Takes in a name; gives the full name it stands for. `text` is that of the source."""
        name = " ".join(text[words[0].start : words[-1].end].split())
        known = self.resolve(words)
        if known is not None:
            return known
        self._met.setdefault(_surname(words), []).append((words[0].start, name))
        if len(words) > 1 and words[0].folded in lexicon.persons.family_first():
            self._met.setdefault(words[0].folded, []).append((words[0].start, name))
        return name

    def resolve(self, words: Sequence[NameWord]) -> str | None:
        """The full name for a surname or a part of a name; None when nobody of that name is known.

        Of several bearers of a surname it is the one named last before the words.
        """
        met = self._met.get(_surname(words), ())
        fitting = [(start, name) for start, name in met if _fits(words, name)]
        full = [(start, name) for start, name in fitting if " " in name] or fitting
        if not full:
            return None
        index = bisect.bisect_right([start for start, _ in full], words[0].start) - 1
        return full[max(index, 0)][1]


def _surname(words: Sequence[NameWord]) -> str:
    last = words[-1].folded
    return words[-2].folded if last in _SUFFIXES and len(words) > 1 else last


def _fits(words: Sequence[NameWord], name: str) -> bool:
    parts = name.casefold().replace("-", " ").replace(".", " ").split()
    return all(part in parts for word in words for part in word.folded.replace(".", " ").split())
