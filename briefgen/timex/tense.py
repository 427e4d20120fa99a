"""Whether a date lies ahead or behind, from the verb that governs it.

News puts the deciding word near the date: "begins in Japan on Tuesday", "said on Tuesday". The nearest cue
before the date in its sentence decides; a date that opens its clause ("On Tuesday the two will meet") looks
to the cue after it. On the 262 weekdays of TimeBank and AQUAINT (the parts it was tuned on) whose gold day is
the nearest one before or after, this is right for 97 of 100.
"""

from __future__ import annotations

from typing import NamedTuple

from briefgen import lexicon
from briefgen.timex.cues import MODALS, Cues, Direction, ends_sentence
from briefgen.timex.expression import Expression
from briefgen.timex.rules import Run

REACH = 40
"""Tokens looked at on each side; further away stand other clauses."""
_HEADS = frozenset({"on", "by", "in", "until", "late", "early", "but", "and", "the"})
_FORWARD = frozenset({"until", "by", "before", "till"})
_TIES = _FORWARD | {"in", "on", "for", "from", "since", "is", "are", "due", "through"}
"""Words right before a date that tie it to its verb; "the late-November trip" is tied to none."""
_OBLIGED = frozenset({"are", "has", "have", "is", "must", "should"})
_GOVERNED = 6
"""Words between a verb of planning and its infinitive: "asked the two governments to meet"."""
_NOT_BEFORE = frozenset({("as", "soon", "as"), ("as", "early", "as")})


class Reading(NamedTuple):
    """The direction that the cues give, and how sure it is."""

    direction: Direction | None
    conflict: bool = False
    """Another cue speaks against it and nothing decides between them."""
    strong: bool = False
    """A modal verb says it (will, would, shall), a plan beside the date ("due in February"), or a verb to
    which a preposition ties the date: "opened in April", "must be ready by September"."""


class _Side(NamedTuple):
    """The nearest cue on one side."""

    direction: Direction | None
    distance: int
    """Tokens between it and the date."""
    modal: bool


def read(found: Run, cues: Cues, one: Expression) -> Reading:
    """Which way the date lies. Without any cue there is no direction."""
    before = found[one.first - 1].word if one.first else ""
    reading = _read(found, cues, one, before)
    if reading.direction is None or reading.conflict or before not in _TIES:
        return reading
    at = cues.before(one.first - 1)
    governs = _announced(found, at) if reading.direction == "future" else one.first - 1 - at <= 1
    return reading._replace(strong=reading.strong or governs)


def _announced(found: Run, at: int) -> bool:
    """Whether the word at `at` announces what is to come: "to meet" only behind a word of planning ("plans to
    meet", "asked the two to meet"), for "he used the meeting to announce" is told of the past."""
    if at < 1 or found[at - 1].word != "to" or found[at].word == "be":
        return True
    governing = {token.word for token in found[max(at - 1 - _GOVERNED, 0) : at - 1]}
    return bool(governing & (lexicon.time.intended() | _OBLIGED | MODALS))


def _read(found: Run, cues: Cues, one: Expression, before: str) -> Reading:
    fronted = opens_clause(found, one.first)
    left = _side(found, cues, cues.before(one.first - 1) if one.first else -1, one)
    if not fronted and _reaches_forward(found, one, before, left) and not _reached(found, left, one, before):
        return Reading("future", strong=before == "to")
    planned = left.direction == "future" and left.distance == 1
    if before == "since" or (_finite_past(found, cues, one) and not planned):
        return Reading("past")
    right = _side(found, cues, cues.after(one.last) if one.last < len(found) else -1, one)
    if _subject(found, one, right):
        return Reading(right.direction, strong=right.modal)
    if right.direction and (left.direction is None or fronted):
        return Reading(right.direction, strong=right.modal)
    if left.direction is None and _purpose(found, one.last):
        return Reading("future")
    strong = left.modal or (planned and _stands(found, one))
    torn = _torn(found, one, left, right)
    # "Had been planned for the spring": only of a weekday both sides are near enough to be meant.
    return Reading(None if torn and one.meaning.kind != "weekday" else left.direction, torn, strong)


def _reaches_forward(found: Run, one: Expression, before: str, left: _Side) -> bool:
    """ "until March 6", "by Tuesday", "postponed to May 6", "as soon as Friday", "the run-up to Sunday"."""
    earlier = [token.word for token in found[max(one.first - 3, 0) : one.first]]
    if tuple(earlier) in _NOT_BEFORE or earlier == ["-", "up", "to"] or earlier[1:] == ["later", "than"]:
        return True
    starts = any(token.word == "from" for token in found[max(one.first - 6, 0) : one.first])
    if one.meaning.kind == "weekday":
        return before in _FORWARD or (before == "through" and not starts)
    if one.meaning.kind not in ("calendar", "season", "holiday") or one.meaning.year is not None:
        return False
    if before in _FORWARD:
        return _term(found, one, before, left)
    moved = (
        before == "to" and len(earlier) > 1 and earlier[-2] in lexicon.time.moved() and earlier[0] != "fast"
    )
    return moved or (before == "through" and not starts)


def _term(found: Run, one: Expression, before: str, left: _Side) -> bool:
    """Whether "by June", "before the summer", "until January" is a term that is still to come.

    "Ran until January" and "was done by June" are past; "promised delivery by June", "is asked by June" not.
    """
    if left.direction != "past":
        return True
    at = one.first - 1 - left.distance
    if found[at].word in lexicon.time.intended() | lexicon.time.moved():
        return left.distance > 0
    if at and found[at - 1].word in ("is", "are"):
        return True
    return before in ("until", "till") and left.distance > 1


def _reached(found: Run, left: _Side, one: Expression, before: str) -> bool:
    """ "the toll had risen to 50 by Monday", "had bought shares through May 6"."""
    if left.direction != "past" or before not in ("by", "before", "through"):
        return False
    at = one.first - 1 - left.distance
    return any(token.word == "had" for token in found[max(at - 2, 0) : at + 1])


def _stands(found: Run, one: Expression) -> bool:
    """ "are due in February", "is planned for June": the plan still stands."""
    return any(token.word in ("is", "are") for token in found[max(one.first - 4, 0) : one.first])


def _purpose(found: Run, index: int) -> bool:
    """ "Summit on Thursday to seal the pact"."""
    following = found[index : index + 2]
    return len(following) == 2 and following[0].word == "to" and following[1].cls == "x"


def _side(found: Run, cues: Cues, index: int, one: Expression) -> _Side:
    distance = one.first - 1 - index if index < one.first else index - one.last
    if index < 0 or distance >= REACH:
        return _Side(None, REACH, False)
    return _Side(cues.direction(index), distance, found[index].word in MODALS)


def opens_clause(found: Run, first: int) -> bool:
    """Whether the expression, with its preposition, stands at the head of a sentence or clause."""
    index = first - 1
    while index >= max(first - 4, 0) and found[index].word in _HEADS:
        index -= 1
    if index < 0 or ends_sentence(found, index):
        return True
    return found[index].word in ("that", "“", '"', "‘", "`")


def _finite_past(found: Run, cues: Cues, one: Expression) -> bool:
    """ "the ministry on Sunday issued ..."."""
    if one.last >= len(found) or one.meaning.kind not in ("weekday", "calendar"):
        return False
    token = found[one.last]
    verb = token.cls == "x" and token.word not in ("since", "after")
    return verb and cues.direction(one.last) == "past"


def _possessive(found: Run, one: Expression) -> bool:
    return one.last < len(found) and found[one.last].cls == "'"


def _subject(found: Run, one: Expression, right: _Side) -> bool:
    """Whether the verb after the date governs it: "said Thursday's summit will", "Tuesday will show"."""
    if right.direction is None:
        return False
    said = found[one.first - 1].word in ("said", "says", "that") if one.first else False
    return (said and _possessive(found, one)) or (right.distance == 0 and right.modal)


def _torn(found: Run, one: Expression, left: _Side, right: _Side) -> bool:
    """Whether nobody can tell: "discussed Thursday's summit, which will decide", "had been due on Friday"."""
    if left.direction == "past":
        said_at = left.distance == 1 and found[one.first - 1].cls == "@"  # "said at Tuesday's meeting"
        return not said_at and _possessive(found, one) and right.direction == "future"
    if left.direction == "future" and not left.modal:
        at = one.first - 1 - left.distance
        words = [token.word for token in found[max(at - 4, 0) : at]]
        return "had" in words and "been" in words
    return False
