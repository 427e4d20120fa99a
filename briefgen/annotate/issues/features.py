"""Readable features of a sentence: which classes of words present a matter as open, which speak against it.

A small linear model weighs them, because single cue words mislead on whole articles: "demand" may be a
market's, "whether" an alternative. The weights stand in `lexicon/weights/issues.tsv` and are fitted by
`benchmarks/fit_issues.py` (logistic regression, Cox 1958, with a quadratic penalty).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.issues import vocabulary as names
from briefgen.english.months import without_may
from briefgen.english.opening_words import Expressions

_FOLD = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\r": " "})
OPEN = -0.2
"""Log odds from which a sentence counts as open: where precision and recall balance on whole articles."""
_UNDOES = ("no-doubt", "either-way", "routine")  # guards whose words hold no cue
_CONTRAST = re.compile(r"\b(?:but|although|though|despite|while|however|yet|even)\b")
_WOULD = re.compile(r"\b(?:would|'d)\b")
_FUTURE = re.compile(r"\b(?:will|'ll|going to|to be)\b")
_SAID = re.compile(r"\b(?:said|says|told|added|argu\w+|stated|saying)\b")
_SHORT = 10  # words; headings and fragments are shorter
_LONG = 35


class IssueCue(NamedTuple):
    """One stretch of words that presents a matter as open."""

    kind: str
    feature: str
    start: int
    """Offsets in the sentence."""
    end: int


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces, the month of May hidden; the same length as `text`."""
    plain = without_may(text.translate(_FOLD))
    lowered = plain.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] for c in plain)


@cache
def _cues() -> Expressions:
    return Expressions([row.pattern for row in lexicon.issues.cues()])


UNDECIDED, PRIVATE = "undecided", "private"
"""The cue that alone makes a matter open, and the guard that does not hold against it."""


@cache
def _guards() -> Expressions:
    return Expressions([row.pattern for row in lexicon.issues.guards()])


@cache
def weights() -> Mapping[str, float]:
    """Feature to weight; "bias" is added to every sentence."""
    return MappingProxyType(dict(lexicon.weights.issues()))


def cues_and_guards(text: str) -> tuple[list[IssueCue], frozenset[str]]:
    """All cues of a folded sentence that nothing undoes, in the order of the table, and the features of its
    guards, which are looked for where there is a cue."""
    rows = lexicon.issues.cues()
    found = [
        IssueCue(rows[row].kind, rows[row].feature, *match.span()) for row, match in _cues().matches(text)
    ]
    if not found:
        return [], frozenset()
    known = lexicon.issues.guards()
    guards = [(known[row].feature, match) for row, match in _guards().matches(text)]
    return _standing(found, guards), frozenset(feature for feature, _ in guards)


def _standing(found: list[IssueCue], guards: list[tuple[str, re.Match[str]]]) -> list[IssueCue]:
    """Without conditions contrary to fact and without words inside a guard ("no doubt", "whether or not")."""
    unreal = any(feature == "counterfactual" for feature, _ in guards)
    covered: set[int] = set()
    for feature, match in guards:
        if feature in _UNDOES:
            covered.update(range(*match.span()))
    return [
        cue
        for cue in found
        if cue.start not in covered and not (unreal and cue.kind == "conditional" and cue.feature != "threat")
    ]


def features_of(text: str, found: list[IssueCue], guards: frozenset[str], actors: int) -> frozenset[str]:
    """Names of the features of a folded sentence with these cues, at least one, these features of its guards
    and `actors` named actors."""
    have = {cue.feature for cue in found} | guards
    if UNDECIDED in have:
        # What is of private life is no public matter, but "unclear who pays for the children" is.
        have.discard(PRIVATE)
    classes = len({cue.feature for cue in found})
    have |= {name for name, holds in _shape(text, actors, classes).items() if holds}
    if "public" not in have and not actors:
        have.add(names.NOT_PUBLIC)
    return frozenset(have)


def _shape(text: str, actors: int, classes: int) -> dict[str, bool]:
    words = text.count(" ") + 1
    return {
        names.TWO_CLASSES: classes >= 2,
        names.THREE_CLASSES: classes >= 3,
        names.ACTOR: actors > 0,
        names.TWO_ACTORS: actors > 1,
        names.SHORT: words < _SHORT,
        names.LONG: words > _LONG,
        names.QUESTION: text.rstrip("\"”' )").endswith("?"),
        names.CONTRAST: _CONTRAST.search(text) is not None,
        names.WOULD: _WOULD.search(text) is not None,
        names.FUTURE: _FUTURE.search(text) is not None,
        names.SAID: _SAID.search(text) is not None,
    }


def score(have: frozenset[str]) -> float:
    """Log odds that a sentence presents an open matter."""
    table = weights()
    return table[names.BIAS] + sum(table.get(name, 0.0) for name in sorted(have))
