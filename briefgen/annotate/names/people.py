"""The persons that one document names, found again by shorter forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.names.words import NameWord
from briefgen.english.persons import Bearers, NameWords, core


class Named(NamedTuple):
    """One mention of a person by evidence."""

    words: Sequence[NameWord]
    printed: str
    kin: str = ""
    """The gender that the noun for a relative before it tells ("his daughter Anna Lee")."""


class Namesakes:
    """Leads each form of a name to the fullest name of its bearer, as the document first prints it."""

    def __init__(self, met: Iterable[Named]) -> None:
        """`met` are all mentions of persons by evidence."""
        rows = [(_folded(one.words), one) for one in met]
        kin = {form: one.kin for form, one in rows if one.kin and len(form) > 1}
        self._bearers = Bearers((form for form, _ in rows), kin)
        self._printed = {form: one.printed for form, one in reversed(rows)}

    def resolve(self, words: Sequence[NameWord], gender: str = "") -> str | None:
        """The full name for a surname or another form; None when nobody of that name is known.

        A bare given name counts only where it was met as a person: "Will" and "May" are more than names.
        `gender` is what a title before the words tells.
        """
        form = _folded(words)
        index = self._bearers.find(form, gender)
        if index is None:
            return None
        full = self._bearers.full[index]
        given = len(form) == 1 and form != core(full)[-1:] and form[0] not in lexicon.persons.family_first()
        return None if given and form not in self._bearers.counts else self._printed[full]


def _folded(words: Sequence[NameWord]) -> NameWords:
    return tuple(word.folded.strip(".") for word in words)
