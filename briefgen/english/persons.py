"""Which fuller name a form of a person's name stands for, by the forms that one document uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english import gazetteer

NameWords = tuple[str, ...]
"""The words of a name in lower case, without stops at their edges."""
_MOST_NAMESAKES = 50  # bearers of one surname that are compared; a list of names may hold thousands


def core(words: NameWords) -> NameWords:
    """The words without "Jr.", "III" and their like."""
    return tuple(word for word in words if word not in lexicon.persons.suffixes())


def may_stand_for(short: NameWords, full: NameWords) -> bool:
    """Whether a form can name the bearer of a fuller form: his surname, or his given name with it.

    "Anna" is Anna Lee when it is a given name, "Xi" is Xi Jinping, "A. Lee" is Anna Lee, "van Dyk" is Piet
    van Dyk; "Lee Jr." is not Lee.
    """
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in _single(full) and not _is_place(short[0], full)
    suffixes = lexicon.persons.suffixes()
    if (short[-1] in suffixes) != (full[-1] in suffixes):
        return False
    # "van Dyk", "Suu Kyi", "Security Council" end a fuller name; "Anna Lee" is whole, and no part of a
    # headline in capitals such as "Rivals Attack Anna Lee".
    if full[-len(short) :] == short and short[0] not in lexicon.persons.given_names():
        return True
    first, other = short[0], full[0]
    return short[-1] == full[-1] and (first == other or first[0] == other or other[0] == first)


def _single(full: NameWords) -> NameWords:
    """The single words that stand for a name: surname, and a first word known as given or family name."""
    bare = core(full)
    listed = (lexicon.persons.given_names(), lexicon.persons.family_first())
    first = tuple(word for word in bare[:1] if any(word in words for words in listed))
    return (*bare[-1:], *first)


def _is_place(word: str, full: NameWords) -> bool:
    """Whether a word is a state, region or place that a longer name only holds: "Norway" is no "Bank of
    Norway", but "Jordan" may be Michael Jordan."""
    if len(full) < 2 or full[0] in lexicon.persons.given_names():
        return False
    entry = gazetteer.lookup(word)
    return entry is not None and entry.kind in ("state", "region", "place")


class Bearers:
    """The fullest names of a document and what shorter forms stand for.

    Of several bearers of a surname it is the one named most often in full: of the Scotts in a report on one
    of them "Scott" is hardly the other. Who is only somebody's relative ("his daughter Elena Scott") is
    "Ms. Scott" at most.
    """

    def __init__(
        self, forms: Iterable[NameWords], relatives: Mapping[NameWords, str] = MappingProxyType({})
    ) -> None:
        """`forms` are all mentions, one entry each; `relatives` are full names behind "his daughter", with
        the gender that the noun tells."""
        self.counts = Counter(forms)
        self._relatives = relatives
        self.full: list[NameWords] = []
        """Fullest names, longest first."""
        self._by_end: dict[str, list[int]] = {}
        self._of: dict[NameWords, int] = {}
        for words in sorted(self.counts, key=lambda form: (-len(form), form)):
            self._enter(words)

    def _enter(self, words: NameWords) -> None:
        index = self.find(words)
        if index is None:
            index = len(self.full)
            self.full.append(words)
            for end in dict.fromkeys((*core(words)[-1:], words[-1], *words[:1])):
                self._by_end.setdefault(end, []).append(index)
        self._of[words] = index

    def find(self, words: NameWords, gender: str = "") -> int | None:
        """Index of the fullest name that a form stands for; None when nobody of that name is known.

        `gender` is m or f where a title before the form tells it ("Mr.").
        """
        near = self._by_end.get(words[-1], ())[:_MOST_NAMESAKES]
        kin = (i for i in near if self.full[i] in self._relatives and may_stand_for(words, self.full[i]))
        relative = next((i for i in kin if gender and self._agrees(words, self.full[i], gender)), None)
        if relative is not None:
            return relative
        if words in self._of and self._agrees(words, self.full[self._of[words]], gender):
            return self._of[words]
        fitting = [
            index
            for index in near
            if may_stand_for(words, self.full[index]) and self._agrees(words, self.full[index], gender)
        ]
        return max(fitting, key=lambda index: self._weight(words, index), default=None)

    def _agrees(self, words: NameWords, full: NameWords, gender: str) -> bool:
        """Whether a form may be a bearer's by gender and kin; the full name itself always is."""
        if words == full:
            return True
        own = self._relatives.get(full) or lexicon.persons.genders().get(full[0], "")
        if full in self._relatives and len(words) == 1 and words[-1] == core(full)[-1]:
            return bool(gender) and gender == own
        return not (gender and own and len(full) > 1 and gender != own)

    def _weight(self, words: NameWords, index: int) -> tuple[bool, int, int]:
        """A surname before a given name, then who is named in full most often, then who is entered first."""
        full = self.full[index]
        return (full[-1] == words[-1], self.counts[full], -index)
