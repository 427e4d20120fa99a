"""Lays the blocks that were read beside the blocks that were expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.memo import Block
from briefgen.printed import folded
from briefgen.verify.expected import Expected

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Who has found whom."""

    pairs: tuple[tuple[Expected, Block], ...]
    missing: tuple[Expected, ...]
    foreign: tuple[Block, ...]


def align(wanted: Sequence[Expected], read: Sequence[Block], extra: str) -> Aligned:
    """Pair blocks in order; a block made of words that stand together in `extra` is nobody's fault.

    Where the two part ways, whichever side finds its counterpart sooner goes on.
    """
    pairs: list[tuple[Expected, Block]] = []
    missing: list[Expected] = []
    foreign: list[Block] = []
    allowed = f" {' '.join(_WORD.findall(extra))} "
    at = 0
    for want in wanted:
        here = next((n for n in range(at, len(read)) if want.is_read_as(read[n])), None)
        if here is None:
            missing.append(want)
            continue
        foreign += (b for b in read[at:here] if not _is_allowed(b, allowed))
        pairs.append((want, read[here]))
        at = here + 1
    foreign += (b for b in read[at:] if not _is_allowed(b, allowed))
    return Aligned(tuple(pairs), tuple(missing), tuple(foreign))


def _is_allowed(block: Block, allowed: str) -> bool:
    words = _WORD.findall(folded(block.text))
    return bool(words) and f" {' '.join(words)} " in allowed
