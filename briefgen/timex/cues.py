"""The words that tell whether dates beside them lie ahead or behind, found once for a whole text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefgen import lexicon
from briefgen.timex.rules import Run
from briefgen.timex.tokens import TimeToken

Direction = Literal["past", "future"]

MODALS = frozenset({"will", "would", "shall", "ll"})
_BEFORE_OLD_PLANS = frozenset({"as", "initially", "originally", "previously"})
"""Words before "planned" that tell of a plan carried out or dropped, not of a day to come."""
_NO_PAST_AFTER = MODALS | {
    *("be", "being", "can", "could", "get", "gets", "getting", "may", "might", "must", "should", "to")
}
_PARTICIPLES = frozenset(
    {"been", "become", "begun", "come", "done", "given", "gone", "grown", "not", "seen", "shown", "spoken"}
    | {"already", "taken", "written"}
)
_PRESENT = frozenset({"is", "are"})
_AWAITING = frozenset({"before", "until", "till", "once", "unless"})
_CLAUSE = 6
"""Words of a clause before its verb."""
_NO_PLURALS = frozenset(
    {"across", "always", "as", "does", "has", "his", "is", "its", "perhaps", "plus", "says", "this", "thus"}
    | {"towards", "us", "versus", "was", "yes"}
)
_SENTENCE_ENDS = frozenset("?!|")


@cache
def _table() -> Mapping[str, str]:
    return MappingProxyType(dict(lexicon.time.tenses()))


class _Near(NamedTuple):
    """What is known of one token."""

    direction: Direction | None
    before: int
    after: int


class Cues:
    """The cues among tokens: the direction of each, and the nearest cue on either side in its sentence.

    A sentence is read when one of its tokens is first asked for; most hold no date.
    """

    def __init__(self, found: Run) -> None:
        self._found = found
        self._near: dict[int, _Near] = {}

    def direction(self, index: int) -> Direction | None:
        """What a token says itself of the dates beside it."""
        return self._at(index).direction

    def before(self, index: int) -> int:
        """Index of the nearest cue at or before a token; -1 for none."""
        return self._at(index).before

    def after(self, index: int) -> int:
        """Index of the nearest cue at or behind a token; -1 for none."""
        return self._at(index).after

    def _at(self, index: int) -> _Near:
        if index not in self._near:
            self._read(index)
        return self._near[index]

    def _read(self, index: int) -> None:
        """Reads the sentence of a token; the mark that ends one stands in none."""
        found = self._found
        if ends_sentence(found, index):
            self._near[index] = _Near(cue(found, index), -1, -1)
            return
        low, high = index, index + 1
        while low and not ends_sentence(found, low - 1):
            low -= 1
        while high < len(found) and not ends_sentence(found, high):
            high += 1
        direction = [cue(found, at) for at in range(low, high)]
        last, before = -1, []
        for at, own in enumerate(direction, low):
            last = at if own else last
            before.append(last)
        last = -1
        for at in range(high - 1, low - 1, -1):
            last = at if direction[at - low] else last
            self._near[at] = _Near(direction[at - low], before[at - low], last)


def ends_sentence(found: Run, index: int) -> bool:
    """Whether the token ends a sentence: a mark, or a point before a capital or the end."""
    token = found[index]
    if token.cls in _SENTENCE_ENDS:
        return True
    if token.word != ".":
        return False
    after = found[index + 1] if index + 1 < len(found) else None
    if after is None:
        return True
    short = index > 0 and len(found[index - 1].word) <= 3 and found[index - 1].capital
    return (after.capital or after.cls in '"“”x') and not short


def cue(found: Run, index: int) -> Direction | None:
    """What one token says of the dates beside it."""
    token = found[index]
    if token.cls not in "xXnM<gLb@-":
        return None
    before = found[index - 1].word if index else ""
    after = found[index + 1].word if index + 1 < len(found) else ""
    if token.word in lexicon.time.planned() and (before == "to" or _plural(found, index - 1)):
        return "future"
    if token.word == "to" and before in lexicon.time.intended():
        return "future"
    known = _table().get(f"{token.word} {after}") or _table().get(token.word)
    if known == "?":
        return _by_next(token.word, after)
    if known == "F":
        if before in _BEFORE_OLD_PLANS:
            return None
        return "future" if not (token.cls == "n" and token.capital) else None
    if before in _PRESENT and token.word.endswith("ed") and _awaited(found, index - 1):
        return "future"
    return _inflected(token, before, known == "P")


def _awaited(found: Run, index: int) -> bool:
    """Whether the clause of the verb at `index` is what another waits for: "not before the count is made"."""
    return any(word.word in _AWAITING for word in found[max(index - _CLAUSE, 0) : index])


def _plural(found: Run, index: int) -> bool:
    """Whether a plural noun stands there: "talks start", "the sides meet"."""
    if index < 0 or found[index].cls not in "xX":
        return False
    word = found[index].word
    if word in ("they", "we"):
        return True
    return word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS


def _by_next(word: str, after: str) -> Direction | None:
    """ "set for Tuesday" against "set the price"; "has agreed" against "has a meeting"."""
    if word == "set":
        return "future" if after in ("for", "to") else "past"
    past = after in _PARTICIPLES or after.endswith("ed") or _table().get(after) == "P"
    return "past" if past else None


def _inflected(token: TimeToken, before: str, past: bool) -> Direction | None:
    """A participle after "be" and a verb after "to" or a modal tell nothing: "will be held", "to quit"."""
    word = token.word
    if past or (word.endswith("ed") and not token.capital and word not in lexicon.time.not_past()):
        return None if before in _NO_PAST_AFTER else "past"
    if word.endswith("ing") and before in ("is", "are", "be"):
        return "future" if _planned(word.removesuffix("ing")) else None
    return None


def _planned(stem: str) -> bool:
    """Whether "meet", "mov", "fly", "travell" is the stem of a verb of planned events."""
    verbs = lexicon.time.planned()
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in verbs
    return stem in verbs or stem + "e" in verbs or doubled
