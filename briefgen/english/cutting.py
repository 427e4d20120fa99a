"""The longest piece of a sentence, of so many words at most, that is whole in sense.

A piece is whole when it has a subject and its verb, and what is cut away neither bounds it (a condition, an
exception, a "but"), nor goes on with its own clause behind an inserted one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.clauses import boundaries
from briefgen.english.expressions import either
from briefgen.english.negation import denial
from briefgen.english.tags import AMBIGUOUS
from briefgen.english.turning import bounding, limiting
from briefgen.english.verbs import verbs
from briefgen.english.words import words as folded

_WORD = re.compile(r"[^\W_][\w'’-]*")
_BEFORE = 40
"""Characters before a verb of saying among which a denial of it stands."""
_JOINT = re.compile(r"(?:and|but|so|yet|while|whereas|although|though|because|or)\s+", re.I)
_DEPENDENT = re.compile(
    r"(?:who|whom|whose|which|where|when|that|as|with|including|according|speaking|after|before|since|in|on|at|by|"
    r"for|from|to|of|\w+ing|\w+ed)\b",
    re.I,
)
"""What begins so hangs on the words before it."""
_PAIRED = re.compile(r"(?:both|either|neither|not only|between|from)\b", re.I)
_ATTRIBUTION = 8
"""Words within which an attribution has its verb."""
_STRONG, _DASHES = frozenset(";:—–-"), frozenset("—–-")
_PAIR = 2
_INSERTED = re.compile(r",\s+")


class Cut(NamedTuple):
    """A place where a sentence may be cut."""

    end: int
    """Where the piece before it ends."""
    start: int
    """Where the piece behind it begins."""
    strong: bool
    """Whether a stop or dash stands there, not a comma or a joining word alone."""


class Room(NamedTuple):
    """What a piece may be."""

    most: int
    """Words."""
    quoted: Callable[[int], bool]
    """Whether an offset into the sentence lies inside a quotation, in which nothing is cut."""
    attributed: bool = False
    """Whether the reader is told beside the piece whose words they are; else "officials said" stays."""


def cut(words: str, start: int, end: int, room: Room) -> tuple[int, int]:
    """Where the piece round `start`..`end` of a sentence begins and ends, as offsets into `words`.

    The longest whole piece that has room; where none is as short, the shortest whole one, which may be the
    sentence itself.
    """
    most, quoted, attributed = room
    cuts = [one for one in _cuts(words) if not quoted(one.end)]
    lefts = [0, *(begin for one in cuts if (begin := _begins(words, one, start)) is not None)]
    reported = [at for at in _reported(words, start) if attributed and not quoted(at)]
    # Where the reader is told who says so, what is said begins behind "said that".
    lefts = reported[-1:] or lefts
    ends = (one.end for one in cuts if one.end >= end and _may_end(words, one, cuts))
    rights = [*(at for at in ends if attributed or not _attributes(words, at)), len(words)]
    whole = [(left, right) for left in lefts for right in rights if _whole(words, left, right)]
    pieces = whole or [(0, len(words))]
    fitting = [piece for piece in pieces if count(words[piece[0] : piece[1]]) <= most]
    if fitting:
        return max(fitting, key=lambda piece: (count(words[piece[0] : piece[1]]), -piece[0]))
    return min(pieces, key=lambda piece: (count(words[piece[0] : piece[1]]), piece[0]))


def count(words: str) -> int:
    """The number of words of a text."""
    return len(_WORD.findall(words))


def _cuts(words: str) -> Iterator[Cut]:
    opening = _INSERTED.search(words)
    if opening and _is_circumstance(words[: opening.end()]):
        yield Cut(opening.start(), opening.end(), strong=False)
    dashes = sum(not _DASHES.isdisjoint(found[0]) for found in boundaries(words))
    for found in boundaries(words):
        # Two dashes stand round an insertion, behind which the clause may go on.
        if dashes < _PAIR or _DASHES.isdisjoint(found[0]):
            yield Cut(found.start(), found.end(), not _STRONG.isdisjoint(found[0]))


def _begins(words: str, one: Cut, start: int) -> int | None:
    """Where a piece that is cut off there begins; None where none may: it hangs on the words before, or these
    bound it."""
    if one.start > start:
        return None
    joint = _JOINT.match(words, one.start)
    begin = joint.end() if joint else one.start
    # "and" behind words without a verb joins the members of a list, not two clauses.
    joins = joint is not None and has_verb(words[: one.end])
    opens = joins or one.strong or _is_circumstance(words[: one.end])
    if begin > start or not opens or _DEPENDENT.match(words, begin):
        return None
    if not one.strong and bounding().search(words, 0, one.end):
        return None
    first = _WORD.search(words, begin)
    return None if first is None or _is_verb(first[0]) else begin


def _may_end(words: str, one: Cut, cuts: list[Cut]) -> bool:
    """Whether a piece may end there: what is cut off does not bound it, and its clause does not go on."""
    if limiting().match(words, one.start):
        return False
    if _PAIRED.search(words, 0, one.end) and words[one.end : one.start].strip() == "":
        return False
    return not any(_is_verb(_next_word(words, found.end())) for found in _INSERTED.finditer(words, one.start))


def _is_circumstance(words: str) -> bool:
    """Whether words say when, where or how, and no more: "In 2020", "At a meeting in Brussels"."""
    first = _WORD.search(words)
    return (
        first is not None and lexicon.grammar.tags().get(first[0].lower()) == "PREP" and not has_verb(words)
    )


def _attributes(words: str, at: int) -> bool:
    """Whether the words behind `at` say whose words those before it are: ", the ministry said"."""
    found = folded(words[at:])
    if found[:2] == ("according", "to"):
        return True
    subject = folded(words[at:].lstrip(", ").split(",")[0])
    if not subject or lexicon.grammar.tags().get(subject[0]) in ("REL", "CONJ", "PREP"):
        return False
    return any(word in lexicon.saying.finite_forms() for word in subject[1:_ATTRIBUTION])


def _reported(words: str, start: int) -> Iterator[int]:
    """Where the content of reported speech begins that goes over `start`: behind "said" and "said that"."""
    for found in _saying().finditer(words, 0, start + 1):
        at = found.end()
        said = denial(words[max(found.start() - _BEFORE, 0) : at].lower()) is None
        if said and at <= start and words[at : at + 1].isalnum() and not _DEPENDENT.match(words, at):
            yield at


@cache
def _saying() -> re.Pattern[str]:
    """Verbs of saying up to where their content begins: at once ("said"), or behind "that"."""
    rows = [row for row in lexicon.saying.verbs() if row.kind == "say" and not row.needs and not row.takes]
    at_once = {form for row in rows for form in (row.verb, *row.others)} & lexicon.saying.finite_forms()
    behind = rf"(?:{either(lexicon.saying.finite_forms())})(?:\s+[\w'’]+){{0,7}}?\s+that\s+"
    return re.compile(rf"\b(?:{behind}|(?:{either(at_once)})\s+(?!that\b))", re.I)


def _next_word(words: str, at: int) -> str:
    found = _WORD.match(words, at)
    return found[0] if found else ""


def _whole(words: str, left: int, right: int) -> bool:
    """Whether a piece has a subject and a verb behind it, or is all there is."""
    if left == 0 and right == len(words):
        return True
    return has_verb(words[left:right])


def has_verb(words: str) -> bool:
    """Whether a verb shows behind the first word of a text; a word with a capital ("United") is none."""
    found = [word[0] for word in _WORD.finditer(words)][1:]
    low = [word for word in found if not word[0].isupper()]
    return any(word in _finite() for word in low) or next(verbs(low), None) is not None


def _is_verb(word: str) -> bool:
    low = word.casefold()
    return low in _finite() or low.endswith("ed")


@cache
def _finite() -> frozenset[str]:
    """Auxiliaries and finite verbs of saying; those that are as often nouns left out."""
    auxiliaries = {word for word, tag in lexicon.grammar.tags().items() if tag == "AUX"}
    return frozenset(auxiliaries | (lexicon.saying.finite_forms() - AMBIGUOUS))


def is_one_clause(words: str, start: int, end: int) -> bool:
    """Whether nothing between two places of a sentence parts its clauses."""
    low, high = min(start, end), max(start, end)
    return not any(low <= found.start() < high for found in boundaries(words))


def first_verb(words: str) -> tuple[int, int]:
    """Where the first verb behind the first word stands; the first word where none shows."""
    found = list(_WORD.finditer(words))
    for before, one in pairwise(found):
        low = one[0].casefold()
        if low in _finite() or next(verbs((before[0].casefold(), low)[1:]), None) is not None:
            return one.span()
    return found[0].span() if found else (0, 0)
