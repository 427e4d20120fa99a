"""Whether a date lies ahead or behind, from the verb that governs it.

News puts the deciding word near the date: "begins in Japan on Tuesday", "said on Tuesday". The nearest cue
before the date in its sentence decides; a date that opens its clause ("On Tuesday the two will meet") looks
to the cue after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefgen import lexicon
from briefgen.timex.expression import Expression
from briefgen.timex.rules import Run
from briefgen.timex.tokens import Token

Direction = Literal["past", "future"]


class Reading(NamedTuple):
    """The direction that the cues give, and how sure it is."""

    direction: Direction | None
    conflict: bool = False
    """Another cue speaks against it and nothing decides between them."""
    strong: bool = False
    """A modal verb says it: will, would, shall."""


REACH = 40
"""Tokens looked at on each side; longer sentences hold other clauses."""
_HEADS = frozenset({"on", "by", "in", "until", "late", "early", "but", "and", "the"})
_FORWARD = frozenset({"until", "by", "before", "till"})
_MODALS = frozenset({"will", "would", "shall", "ll"})
_PARTICIPLES = frozenset(
    {"been", "become", "begun", "come", "done", "given", "gone", "grown", "not", "seen", "shown", "spoken"}
    | {"already", "taken", "written"}
)
_SENTENCE_ENDS = frozenset("?!|")


@cache
def _cues() -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in lexicon.table("timex_tense")})


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
    if before == "to" and token.word in lexicon.words("timex_planned"):
        return "future"
    if token.word == "to" and before in lexicon.words("timex_intended"):
        return "future"
    after = found[index + 1].word if index + 1 < len(found) else ""
    if token.word == "set":
        return "future" if after in ("for", "to") else "past"
    if token.word in ("has", "have"):
        return "past" if after in _PARTICIPLES or after.endswith("ed") or _cues().get(after) == "P" else None
    known = _cues().get(token.word)
    if known == "F":
        return "future" if not (token.cls == "n" and token.capital) else None
    return _inflected(token, before, known == "P")


def _inflected(token: Token, before: str, past: bool) -> Direction | None:
    """A participle after "be" tells nothing: in "will be held" the modal decides."""
    if past or (
        token.word.endswith("ed") and not token.capital and token.word not in lexicon.words("timex_not_past")
    ):
        return None if before in ("be", "being") else "past"
    if token.word.endswith("ing") and before in ("is", "are", "be"):
        return "future"
    return None


def _leftward(found: Run, start: int) -> Iterator[int]:
    for index in range(start - 1, max(start - 1 - REACH, -1), -1):
        if ends_sentence(found, index):
            return
        yield index


def _rightward(found: Run, start: int) -> Iterator[int]:
    for index in range(start, min(start + REACH, len(found))):
        if ends_sentence(found, index):
            return
        yield index


class Cue(NamedTuple):
    """The first cue met on one side."""

    direction: Direction | None
    distance: int
    """Tokens between it and the date."""
    modal: bool


def _nearest(found: Run, indices: Iterator[int]) -> Cue:
    for distance, index in enumerate(indices):
        if direction := cue(found, index):
            return Cue(direction, distance, found[index].word in _MODALS)
    return Cue(None, REACH, False)


def opens_clause(found: Run, first: int) -> bool:
    """Whether the expression, with its preposition, stands at the head of a sentence or clause."""
    index = first - 1
    while index >= 0 and found[index].word in _HEADS:
        index -= 1
    if index < 0 or ends_sentence(found, index):
        return True
    return found[index].word in ("that", "“", '"', "‘", "`")


def _finite_past(found: Run, one: Expression) -> bool:
    """ "the ministry on Sunday issued ..."."""
    token = found[one.last]
    weekday_like = one.meaning.kind in ("weekday", "calendar")
    return (
        weekday_like
        and token.cls == "x"
        and cue(found, one.last) == "past"
        and token.word not in ("since", "after")
    )


def read(found: Run, one: Expression) -> Reading:
    """Which way the date lies. Without any cue there is no direction."""
    before = found[one.first - 1].word if one.first else ""
    fronted = opens_clause(found, one.first)
    if before in _FORWARD and not fronted and one.meaning.kind == "weekday":
        return Reading("future")
    if before == "since" or (one.last < len(found) and _finite_past(found, one)):
        return Reading("past")
    left = _nearest(found, _leftward(found, one.first))
    right = _nearest(found, _rightward(found, one.last))
    if _subject(found, one, left, right):
        return Reading(right.direction, strong=right.modal)
    if right.direction and (left.direction is None or fronted):
        return Reading(right.direction, strong=right.modal)
    return Reading(left.direction, _torn(found, one, left, right), left.modal)


def _possessive(found: Run, one: Expression) -> bool:
    return one.last < len(found) and found[one.last].cls == "'"


def _subject(found: Run, one: Expression, left: Cue, right: Cue) -> bool:
    """Whether the verb after the date governs it: "said Thursday's summit will", "Tuesday will show"."""
    if right.direction is None:
        return False
    said = found[one.first - 1].word in ("said", "says", "that") if one.first else False
    return (said and _possessive(found, one)) or (right.distance == 0 and right.modal)


def _torn(found: Run, one: Expression, left: Cue, right: Cue) -> bool:
    """Whether nobody can tell: "discussed Thursday's summit, which will decide", "had been due on Friday"."""
    if left.direction == "past":
        return _possessive(found, one) and right.direction == "future"
    if left.direction == "future" and not left.modal:
        at = one.first - 1 - left.distance
        words = [token.word for token in found[max(at - 4, 0) : at]]
        return "had" in words and "been" in words
    return False
