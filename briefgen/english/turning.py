"""Whether what is cut away before or behind a piece of a sentence could turn its sense."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.clauses import boundaries
from briefgen.english.expressions import either
from briefgen.english.negation import denial, refused

_NEAR = 3
"""Words between a denial and what it denies: "has not publicly | accused", "no formal | offer"."""
_STOP = re.compile(r"[,;:—–](?=\s)")
_JOINING = re.compile(r"(?:and|or|who|which|where|when|while|as|\w+ing)\b", re.I)
"""What opens so is a clause of its own, whose denial denies nothing before it."""
_EDGE = " \t\n,;:—–-…"


class Turned(NamedTuple):
    """Words cut away that could turn the sense of a piece, as offsets."""

    start: int
    end: int
    denies: bool
    """Whether they deny it; else they limit it, as a condition or an exception does."""


def turned(words: str, start: int, end: int) -> Turned | None:
    """The words cut away from the piece `start`..`end` that deny or limit it; None for none.

    Before the piece those of its own clause count; behind it what goes on with its clause, what says that it
    was refused, and each clause that opens with a word that limits ("..., she said, but only if the council
    agrees").
    """
    return _before(words, start) or _behind(words, end)


def with_denial(words: str, start: int) -> int:
    """Where a piece that begins at `start` begins together with the words of its clause that deny it: "no
    formal | recommendation has been made"; `start` where none stand close before it."""
    found = _before(words, start)
    if found is None or not found.denies:
        return start
    denied = denial(_small(words[found.start : start]))
    near = denied is not None and len(words[found.start + denied.end() : start].split()) <= _NEAR
    return found.start if near else start


@cache
def limiting() -> re.Pattern[str]:
    """Words that limit or turn what stands before them, at the head of a clause."""
    listed = either(row.words for row in lexicon.grammar.bounding())
    return re.compile(rf"(?:and\s+|or\s+)?(?:{listed})\b", re.I)


@cache
def bounding() -> re.Pattern[str]:
    """In words cut away before the piece the same, as far as it reaches over them."""
    listed = either(row.words for row in lexicon.grammar.bounding() if row.side == "both")
    return re.compile(rf"\b(?:{listed})\b", re.I)


def _before(words: str, start: int) -> Turned | None:
    cut = words[:start].rstrip(_EDGE)
    edges = [0, *(found.end() for found in boundaries(cut) if found.end() < len(cut))]
    clause = cut[edges[-1] :]
    if not clause:
        return None
    denied = denial(_small(clause)) is not None
    return Turned(edges[-1], len(cut), denied) if denied or bounding().match(clause) else None


def _behind(words: str, end: int) -> Turned | None:
    at = end + len(words[end:]) - len(words[end:].lstrip(_EDGE))
    goes_on = not words[end:at].strip() and not _JOINING.match(words, at)
    edges = [at, *(found.start() for found in boundaries(words) if found.start() > at), len(words)]
    for number, (first, last) in enumerate(pairwise(edges)):
        clause = words[first:last].lstrip(_EDGE)
        small, begins = _small(clause), last - len(clause)
        if clause and limiting().match(clause):
            stop = _STOP.search(words, begins)
            return Turned(begins, stop.start() if stop else len(words), denies=False)
        if not number and (refused(small) or (goes_on and denial(small))):
            return Turned(begins, last, denies=True)
    return None


def _small(words: str) -> str:
    return words.casefold().replace("’", "'")
