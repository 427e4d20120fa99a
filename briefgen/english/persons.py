"""Which fuller name a form of a person's name stands for, by the forms that one document uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer

NameWords = tuple[str, ...]
"""The words of a name in lower case, without stops at their edges."""
_LINKS = frozenset({"of", "for", "the", "and", "&"})
_MOST_NAMESAKES = 50  # bearers of one surname that are compared; a list of names may hold thousands


def core(words: NameWords) -> NameWords:
    """The words without "Jr.", "III" and their like."""
    return tuple(word for word in words if word not in lexicon.persons.suffixes())


def may_stand_for(short: NameWords, full: NameWords) -> bool:
    """Whether a form can name the bearer of a fuller form: his surname, or his given name with it.

    "Anna" is Anna Lee when it is a given name, "Xi" is Xi Jinping, "A. Lee" is Anna Lee, "van Dyk" is Piet
    van Dyk; "Lee Jr." is not Lee.
    """
    if not _ends_freely(short, full):
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in _single(full)
    suffixes = lexicon.persons.suffixes()
    if (short[-1] in suffixes) != (full[-1] in suffixes):
        return False
    # "van Dyk", "Suu Kyi", "Security Council" end a fuller name; "Anna Lee" is whole, and no part of a
    # headline in capitals such as "Rivals Attack Anna Lee".
    if full[-len(short) :] == short and short[0] not in lexicon.persons.given_names():
        return True
    first, other = short[0], full[0]
    return short[-1] == full[-1] and (first == other or first[0] == other or other[0] == first)


def _ends_freely(short: NameWords, full: NameWords) -> bool:
    """Whether what ends a name can stand for all of it: a state or town is not the body that has it in its
    name ("Norway", "Bank of Norway" and "Radio Norway"), unless that is a person's ("Jack London")."""
    if len(short) >= len(full) or full[-len(short) :] != short:
        return True
    if full[-len(short) - 1] in _LINKS:
        return False
    entry = gazetteer.lookup(" ".join(short))
    listed = entry is not None and entry.kind in ("state", "place", "region")
    return not listed or full[0] in lexicon.persons.given_names()


def _single(full: NameWords) -> NameWords:
    """The single words that stand for a name: surname, and a first word known as given or family name."""
    bare = core(full)
    listed = (lexicon.persons.given_names(), lexicon.persons.family_first())
    first = tuple(word for word in bare[:1] if any(word in words for words in listed))
    return (*bare[-1:], *first)


@cache
def _offices() -> frozenset[str]:
    return lexicon.persons.titles() - lexicon.persons.courtesies()


class Met(NamedTuple):
    """A form of a name as one mention has it."""

    words: NameWords
    called: frozenset[str] = frozenset()
    """Words of the titles, offices and kin that stand with it: "mr", "president", "daughter"."""

    @property
    def gender(self) -> str:
        """What these words tell, or the given name; "" where nothing does."""
        told = lexicon.persons.title_genders()
        found = next((told[word] for word in sorted(self.called) if word in told), "")
        return found or (lexicon.persons.genders().get(self.words[0], "") if len(self.words) > 1 else "")

    @property
    def offices(self) -> frozenset[str]:
        """Those of the words that are titles and say what somebody does."""
        return self.called & _offices()


class Bearers:
    """The fullest names of a document and what shorter forms stand for.

    Of several bearers of a surname it is the one named most often in full: of the Scotts in a report on one
    of them "Scott" is hardly the other. A title, a gender or a word of kin that does not agree makes another
    bearer: "President Marlow" is not "his daughter Elena Marlow".
    """

    def __init__(self, forms: Iterable[Met]) -> None:
        """`forms` are all mentions, one entry each."""
        met = Counter(forms)
        self.counts: Counter[NameWords] = Counter()
        for form, count in met.items():
            self.counts[form.words] += count
        self.full: list[NameWords] = []
        """Fullest names, longest first."""
        self._by_end: dict[str, list[int]] = {}
        self._of: dict[Met, int] = {}
        self._near: dict[Met, Sequence[int]] = {}
        """Whom the forms asked for may stand for."""
        self._called: list[set[str]] = []
        """For every full name what stands with it and with the forms that stand for it."""
        self._named: dict[NameWords, set[str]] = {}
        """The same for the mentions of one form."""
        self._first = {form: place for place, form in reversed(list(enumerate(met)))}
        """Where each form is met first, in the order of the text."""
        self._first_of: dict[NameWords, int] = {}
        """The same for words, whatever stands with them."""
        for place, form in enumerate(met):
            self._first_of.setdefault(form.words, place)
        for form in met:
            self._named.setdefault(form.words, set()).update(form.called)
        for form in sorted(met, key=lambda form: (-len(form.words), form.words, *_order(form))):
            self._enter(form)

    def _enter(self, form: Met) -> None:
        index = self.find(form)
        if index is None:
            index = len(self.full)
            self.full.append(form.words)
            self._called.append(set())
            words = form.words
            for end in dict.fromkeys((*core(words)[-1:], words[-1], *words[:1])):
                self._by_end.setdefault(end, []).append(index)
        self._called[index] |= form.called
        self._of[form] = index

    def has_end(self, word: str) -> bool:
        """Whether a form that ends in a word can stand for anybody."""
        return word in self._by_end

    def find(self, form: Met) -> int | None:
        """Index of the fullest name that a form stands for; None when nobody of that name is known."""
        if form in self._of:
            return self._of[form]
        fitting = self._fitting(form)
        return max(fitting, key=lambda index: self._weight(form, index), default=None)

    def _fitting(self, form: Met) -> Sequence[int]:
        """Indexes of the full names that a form may stand for."""
        near = self._by_end.get(form.words[-1], ())[:_MOST_NAMESAKES]
        fitting = [index for index in near if self._fits(form, index)]
        return self._likeliest(form, fitting) if len(fitting) > 1 and not form.offices else fitting

    def namesakes(self, form: Met) -> Sequence[int]:
        """Indexes of the full names that a surname alone may stand for; () when it is but one."""
        if len(form.words) > 1:
            return ()
        if form not in self._near:
            self._near[form] = self._fitting(form)
        found = self._near[form]
        return found if len(found) > 1 else ()

    def _likeliest(self, form: Met, fitting: Sequence[int]) -> Sequence[int]:
        """Of "President Marlow" and "his brother Adam Marlow" whoever is known to be a man as "Mr. Marlow",
        else the one in office."""
        known = [i for i in fitting if form.gender and self._bearer(i).gender == form.gender]
        return known or [i for i in fitting if not self._is_kin(i)] or fitting

    def _bearer(self, index: int) -> Met:
        full = self.full[index]
        return Met(full, frozenset(self._named[full] if len(full) > 1 else self._called[index]))

    def _fits(self, form: Met, index: int) -> bool:
        full = self.full[index]
        if form.words == full:
            return True
        if not may_stand_for(form.words, full):
            return False
        bearer = self._bearer(index)
        if form.gender and bearer.gender and form.gender != bearer.gender:
            return False
        return not form.offices or not form.offices.isdisjoint(bearer.offices) or self._follows(form, index)

    def _follows(self, form: Met, index: int) -> bool:
        """Whether a surname with an office is met behind the full name: "President Marlow", before Elena
        Marlow is named, who is never called president, is not she. A relative is not, either."""
        named = self._first_of[self.full[index]]
        return not self._is_kin(index) and self._first.get(form, named) >= named

    def _is_kin(self, index: int) -> bool:
        """Whether the bearer is told to be the daughter or brother of somebody."""
        full = self.full[index]
        return len(full) > 1 and not self._named[full].isdisjoint(lexicon.persons.kin())

    def _weight(self, form: Met, index: int) -> tuple[bool, bool, bool, int, int]:
        """Who has the same office, the form itself, a surname before a given name, then who is named in full
        most often, then who is entered first."""
        full = self.full[index]
        office = not form.offices.isdisjoint(self._called[index])
        same = full[-1] == form.words[-1]
        return office, full == form.words, same, self.counts[full], -index


def _order(form: Met) -> tuple[bool, bool, list[str]]:
    """Forms with an office first, then those with any title: they know best whom they stand for."""
    return not form.offices, not form.called, sorted(form.called)
