"""The persons that one document names, found again by shorter forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen import lexicon
from briefgen.annotate.names.words import NameWord
from briefgen.english.persons import Bearers, NameWords, core

Named = tuple[Sequence[NameWord], str]
"""The words of a name and how it is printed."""


class Namesakes:
    """Leads each form of a name to the fullest name of its bearer, as the document first prints it."""

    def __init__(self, met: Iterable[Named]) -> None:
        """`met` are all mentions of persons by evidence."""
        rows = [(_folded(words), printed) for words, printed in met]
        self._bearers = Bearers(words for words, _ in rows)
        self._printed = dict(reversed(rows))

    def resolve(self, words: Sequence[NameWord]) -> str | None:
        """The full name for a surname or another form; None when nobody of that name is known.

        A bare given name counts only where it was met as a person: "Will" and "May" are more than names.
        """
        form = _folded(words)
        index = self._bearers.find(form)
        if index is None:
            return None
        full = self._bearers.full[index]
        given = len(form) == 1 and form != core(full)[-1:] and form[0] not in lexicon.persons.family_first()
        return None if given and form not in self._bearers.counts else self._printed[full]


def _folded(words: Sequence[NameWord]) -> NameWords:
    return tuple(word.folded.strip(".") for word in words)
