"""Whether what is cut away before or behind a piece of a sentence could turn its sense."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from briefgen import lexicon
from briefgen.english.clauses import boundaries
from briefgen.english.expressions import either
from briefgen.english.negation import denial, refused

_NEAR = 3
"""Words between a denial and what it denies: "has not publicly | accused", "no formal | offer"."""
_EDGE = " \t\n,;:—–-…"


def turned(words: str, start: int, end: int) -> tuple[int, int] | None:
    """The words cut away from the piece `start`..`end` that deny or limit it, as offsets; None for none.

    Before the piece those of its own clause count, behind it its own clause and each that opens with a word
    that limits ("..., she said, but only if the council agrees").
    """
    return _before(words, start) or _behind(words, end)


def with_denial(words: str, start: int) -> int:
    """Where a piece that begins at `start` begins together with the words of its clause that deny it: "no
    formal | recommendation has been made"; `start` where none stand close before it."""
    found = _before(words, start)
    if found is None:
        return start
    denied = denial(_small(words[found[0] : start]))
    near = denied is not None and len(words[found[0] + denied.end() : start].split()) <= _NEAR
    return found[0] if near else start


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


def _before(words: str, start: int) -> tuple[int, int] | None:
    cut = words[:start].rstrip(_EDGE)
    edges = [0, *(found.end() for found in boundaries(cut) if found.end() < len(cut))]
    clause = cut[edges[-1] :]
    if not clause or not (denial(_small(clause)) or bounding().search(clause)):
        return None
    return edges[-1], len(cut)


def _behind(words: str, end: int) -> tuple[int, int] | None:
    at = end + len(words[end:]) - len(words[end:].lstrip(_EDGE))
    edges = [at, *(found.start() for found in boundaries(words) if found.start() > at), len(words)]
    for number, (first, last) in enumerate(pairwise(edges)):
        clause = words[first:last].lstrip(_EDGE)
        begins = last - len(clause)
        denied = number == 0 and (denial(_small(clause)) or refused(_small(clause)))
        if clause and (denied or limiting().match(clause)):
            return begins, last
    return None


def _small(words: str) -> str:
    return words.casefold().replace("’", "'")
