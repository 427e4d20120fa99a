"""The persons that one document names, found again by shorter forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen import lexicon
from briefgen.annotate.names.words import NameWord
from briefgen.english.persons import Bearers, Met, core

Place = tuple[Sequence[NameWord], int, int]
"""Words of a block, and the first and last (exclusive) of a name among them."""
_BEFORE = 3  # words before a name that can be its title


class Namesakes:
    """Leads each form of a name to the fullest name of its bearer, as the document first prints it."""

    def __init__(self, met: Iterable[tuple[Place, str]]) -> None:
        """`met` are all mentions of persons by evidence, and how each is printed."""
        rows = [(_met(place), printed) for place, printed in met]
        self._bearers = Bearers(form for form, _ in rows)
        self._printed = {form.words: printed for form, printed in reversed(rows)}

    def resolve(self, place: Place) -> str | None:
        """The full name for a surname or another form; None when nobody of that name is known.

        A bare given name counts only where it was met as a person: "Will" and "May" are more than names.
        """
        words, _, last = place
        if not self._bearers.has_end(_bare(words[last - 1])):
            return None  # most capitals of a text: nobody's surname
        met = _met(place)
        form, index = met.words, self._bearers.find(met)
        if index is None:
            return None
        full = self._bearers.full[index]
        given = len(form) == 1 and form != core(full)[-1:] and form[0] not in lexicon.persons.family_first()
        return None if given and form not in self._bearers.counts else self._printed[full]


def _met(place: Place) -> Met:
    words, first, last = place
    start = first
    while start and first - start < _BEFORE and words[start].gap == " ":
        start -= 1
    called = map(_bare, words[start:first])
    known = lexicon.persons.titles() | frozenset(lexicon.persons.kin())
    return Met(
        tuple(_bare(word) for word in words[first:last]),
        frozenset(word for word in called if word in known),
    )


def _bare(word: NameWord) -> str:
    """A word of a name as bearers are found by it."""
    return word.folded.strip(".")
