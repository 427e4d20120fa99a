"""Lays the blocks that were read beside the blocks that were expected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefgen.paper.printed import folded
from briefgen.paper.reopened import ReadBlock
from briefgen.verify.expected import Expected


class Aligned(NamedTuple):
    """Who has found whom."""

    pairs: tuple[tuple[Expected, ReadBlock], ...]
    missing: tuple[Expected, ...]
    foreign: tuple[ReadBlock, ...]
    """Read, not expected, and not the template's."""
    added: tuple[ReadBlock, ...] = ()
    """Read, not expected, and the template's own words."""


def align(wanted: Sequence[Expected], read: Sequence[ReadBlock], own: Callable[[str], bool]) -> Aligned:
    """Pair blocks in order; a block that `own` says is the template's may stand between them.

    Where the two part ways, whichever side finds its counterpart sooner goes on.
    """
    pairs: list[tuple[Expected, ReadBlock]] = []
    missing: list[Expected] = []
    others: list[ReadBlock] = []
    places: dict[str, list[int]] = {}
    for number, block in enumerate(read):
        places.setdefault(folded(block.text), []).append(number)
    at = 0
    for want in wanted:
        here = min(_from(places.get(words, []), at, len(read)) for words in want.readings)
        if here == len(read):
            missing.append(want)
            continue
        others += read[at:here]
        pairs.append((want, read[here]))
        at = here + 1
    others += read[at:]
    foreign = tuple(block for block in others if not _is_own(block, own))
    return Aligned(tuple(pairs), tuple(missing), foreign, tuple(b for b in others if _is_own(b, own)))


def _from(places: Sequence[int], at: int, end: int) -> int:
    """The first of places in order that is not before `at`; `end` where there is none."""
    number = bisect_left(places, at)
    return places[number] if number < len(places) else end


def _is_own(block: ReadBlock, own: Callable[[str], bool]) -> bool:
    """Whether the template may have put a block there; one without words and marks says nothing."""
    return not block.notes and (not folded(block.text) or own(block.text))
