"""What a sentence counts: "more than 150 vaping product samples", "11 other people", "about a third"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.numbers import multiples, value
from briefgen.english.tags import Tagged, tagged
from briefgen.english.tokens import fold
from briefgen.english.words import base_stem, is_function_word, meaning
from briefgen.model import Token, Tokens

_MOST = 6
"""Words of a noun phrase behind a number; more are a clause."""
_NEAR = 8
"""Words to either side of a number among which it is said what befell those who are counted."""
_ENDS = frozenset(
    {
        "PREP",
        "CONJ",
        "REL",
        "DET",
        "POSS",
        "PRO",
        "OBJ",
        "AUX",
        "MARK",
        "QUOTE",
        "CUE",
        "S",
        "NUM",
        "DATE",
        "ACC",
    }
)
"""Tags of words at which the phrase of a number ends."""
_BOUNDS = MappingProxyType(
    {
        "about": "about", "around": "about", "approximately": "about", "roughly": "about", "some": "about",
        "estimated": "about", "nearly": "under", "almost": "under", "under": "under", "below": "under",
        "than": "over", "over": "over", "least": "over", "plus": "over", "up": "under",
    }
)  # fmt: skip
"""Words beside a number to how they qualify it; "less than" and "fewer than" are told by the word before."""
_MONEY = frozenset("$€£¥")
_TO = frozenset({"-", "–", "to", "and", "or"})
_INCLUDING = frozenset({"including", "among", "includes", "included"})
_LABELS = frozenset(
    {
        "aged",
        "age",
        "ages",
        "year",
        "grade",
        "phase",
        "level",
        "page",
        "chapter",
        "article",
        "section",
        "number",
    }
)
"""Words before a number that names and does not count: "year seven pupils", "phase 5"."""
_SHARE = frozenset({"%", "percent", "pct"})
_BESIDES = frozenset({"other", "others", "another", "more", "additional", "further"})
_NO = "no"
_HAVE = frozenset({"have", "has", "had"})
"""The one auxiliary that says of a counted thing what is so: "has 612 beds"."""
_IDLE = frozenset({"-", "–", "strong", "plus", "more", "other", "others", "additional", "estimated"})
"""What may stand between a number and what it counts and says nothing of it."""


class Quantity(NamedTuple):
    """A number with what it counts; offsets are those of the source."""

    start: int
    end: int
    value: float
    bound: str
    """"over", "under", "about", "range" or "": how the number is qualified."""
    head: str
    """`meaning` of the noun that is counted; "%" for a share, the mark for money, "killed" and "injured" for
    people who were."""
    besides: bool
    """Whether it counts the others beside somebody named: "a soldier and 11 other people"."""
    fate: str
    """"killed" or "injured", where it is said that this befell them; "" where not."""
    included: float
    """How many of them are told apart: 3 of "20 dead, including the three gunmen"; 0 where none are."""
    qualifiers: frozenset[str]
    """`meaning` of what stands between number and noun, and of what its "of" adds."""


def quantities(
    tokens: Tokens, start: int, end: int, dates: Collection[tuple[int, int]]
) -> Iterator[Quantity]:
    """The counted things of a sentence that are no part of a date."""
    words = tagged(tokens, start, end, (), (start,))
    free = [not any(low < word.end and word.start < high for low, high in dates) for word in words]
    at = 0
    while at < len(words):
        found = _value(words, at) if free[at] else None
        if found is None:
            at += 1
            continue
        times, after = _times(words, at + 1)
        quantity = _counted(words, free, at, after, found * times)
        if quantity:
            yield quantity
        at = after


def doing(words: Sequence[Token], start: int, end: int) -> frozenset[str]:
    """Base stems of the verbs right beside a quantity at `start`..`end`, among the words of its sentence
    without marks: "240 posts would go", "will have 94 turbines"."""
    behind = (fold(word.text) for word in words if word.start >= end)
    verb = next((low for low in behind if lexicon.grammar.tags().get(low) not in ("AUX", "ADV")), None)
    before = [fold(word.text) for word in words if word.end <= start][-1:]
    return frozenset(base_stem(low) for low in (*before, *filter(None, [verb])) if _acts(low))


def _acts(low: str) -> bool:
    """Whether a word beside a number may be a verb: one of no other kind that is listed, or "have"."""
    return low in _HAVE or (low.isalpha() and lexicon.grammar.tags().get(low, "VERB") == "VERB")


def _value(words: Sequence[Tagged], at: int) -> float | None:
    """The number that a word is; "no" before a noun in the plural counts nothing of it: "no posts"."""
    if words[at].low != _NO:
        return value(words[at].low)
    behind = [word.low for word in words[at + 1 : at + 3] if word.tag not in _ENDS]
    return 0.0 if any(low.endswith("s") or low in _tolls()["whom"] for low in behind) else None


def _times(words: Sequence[Tagged], at: int) -> tuple[float, int]:
    """What multiplies a number, and where the words behind it begin."""
    times = multiples().get(words[at].low) if at < len(words) else None
    return (times, at + 1) if times else (1.0, at)


def _counted(
    words: Sequence[Tagged], free: Sequence[bool], at: int, after: int, found: float
) -> Quantity | None:
    start, bound = words[at].start, _bound(words, at, after)
    if at and (words[at - 1].low in _LABELS or _is_whole(words, at)):
        return None
    if after < len(words) and words[after].low in _SHARE:
        of = _of(words, free, after + 1)
        return Quantity(start, words[after].end, found, bound, "%", False, "", 0.0, of)
    if at and words[at - 1].text in _MONEY:
        phrase = _meanings([words[k].low for k in _phrase(words, free, after)])
        phrase |= _of(words, free, after, ("of", "in"))
        mark = words[at - 1]
        return Quantity(mark.start, words[after - 1].end, found, bound, mark.text, False, "", 0.0, phrase)
    phrase_at = _phrase(words, free, after)
    last = phrase_at[-1] + 1 if phrase_at else after
    nouns = [words[k].low for k in phrase_at]
    besides = any(words[k].low in _BESIDES for k in range(max(at - 1, 0), last))
    fate = _fate(words, at, last) if found.is_integer() else ""
    included = _included(words, last)
    if not fate and not nouns:
        return None
    head, kinds = fate, _meanings(nouns[:-1])
    if nouns and not (fate and nouns[-1] in _tolls()["whom"]):
        head, kinds = meaning(nouns[-1]), kinds | _of(words, free, last)
    return Quantity(start, words[last - 1].end, found, bound, head, besides, fate, included, kinds)


def _is_whole(words: Sequence[Tagged], at: int) -> bool:
    """Whether a number only says of how many another is a part: "four of five charges"."""
    if at < 2 or words[at - 1].low != "of":
        return False
    return value(words[at - 2].low) is not None


def _included(words: Sequence[Tagged], at: int) -> float:
    """How many of those who are counted the words behind tell apart: "including an officer"."""
    behind = [word.low for word in words[at : at + _NEAR]]
    for k, low in enumerate(behind):
        if low in _INCLUDING:
            counted = (value(word) for word in behind[k + 1 : k + 4])
            return next((found for found in counted if found), 1.0)
    return 0.0


def _bound(words: Sequence[Tagged], at: int, after: int) -> str:
    if _ranges(words, after, 1) or _ranges(words, at - 1, -1):
        return "range"
    near = [words[k].low for k in range(max(at - 2, 0), at)][::-1]
    if "than" in near and at > 1:
        return "over" if words[at - 2].low in ("more", "greater") else "under"
    behind = [words[k].low for k in range(after, min(after + 2, len(words)))]
    if "plus" in behind:
        return "over"
    return next((_BOUNDS[word] for word in near if word in _BOUNDS), "")


def _ranges(words: Sequence[Tagged], at: int, step: int) -> bool:
    """Whether a number stands behind a hyphen, "to" or "and": "45,000-50,000", "6 to 8 feet"."""
    other = at + step
    if not 0 < other < len(words) or words[at].low not in _TO:
        return False
    return value(words[other].low) is not None or multiples().get(words[other].low) is not None


def _phrase(words: Sequence[Tagged], free: Sequence[bool], at: int) -> list[int]:
    """The places of the words that name what a number counts."""
    found: list[int] = []
    for k in range(at, min(at + _MOST + 2, len(words))):
        word = words[k]
        if word.low in _IDLE:
            continue
        # "Confirmed" may be a verb of saying, but not right behind a number: "141 confirmed cases".
        ends = word.tag in _ENDS and (bool(found) or word.tag != "CUE")
        if not free[k] or ends or len(found) == _MOST:
            break
        if found and (word.low.endswith("ed") or word.tag == "ADV"):
            break
        if word.tag != "ADV":
            found.append(k)
    return found


def _of(
    words: Sequence[Tagged], free: Sequence[bool], at: int, links: tuple[str, ...] = ("of",)
) -> frozenset[str]:
    """What "of" behind a noun adds to it: "tons of grain", "a third of the boats"; of money, "in" too."""
    if at + 1 >= len(words) or words[at].low not in links:
        return frozenset()
    start = at + 1 + (words[at + 1].tag in ("DET", "POSS"))
    return _meanings([words[k].low for k in _phrase(words, free, start)])


def _fate(words: Sequence[Tagged], start: int, end: int) -> str:
    """What befell those who are counted, by the nearest word that tells; "" where none does."""
    tolls, best = _tolls(), (_NEAR + 1, "")
    for k in (*range(max(start - _NEAR, 0), start), *range(start + 1, min(end + _NEAR, len(words)))):
        away = start - k if k < start else max(k - end + 1, 0)
        for what in ("killed", "injured"):
            if words[k].low in tolls[what] and away < best[0] and not _broken(words, *sorted((k, start))):
                best = (away, what)
    return best[1]


def _broken(words: Sequence[Tagged], start: int, end: int) -> bool:
    """Whether a mark that ends a clause stands between two places."""
    return any(words[k].text in (";", ":", ".", "—") for k in range(start, end))


def _meanings(found: Sequence[str]) -> frozenset[str]:
    return frozenset(meaning(word) for word in found if not is_function_word(word))


@cache
def _tolls() -> Mapping[str, frozenset[str]]:
    return MappingProxyType({row.what: frozenset(row.words) for row in lexicon.linking.tolls()})
