"""Subjects of speech verbs whose noun is in no list: "the sculptor said", "the FBI investigation said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.english.mention import Mention
from briefgen.english.tags import Tagged

OPENERS = frozenset({"DET", "QNT", "POSS"})
"""Classes of words that open a noun phrase ..."""
INSIDE = frozenset({"CAP", "ROLE", "W", "NUM", "S"})
"""... and those that stand in it."""


def with_generic(tokens: Sequence[Tagged], found: list[Mention]) -> list[Mention]:
    """Adds subjects of speech verbs whose noun is in no list ("the sculptor said", "said the sculptor")."""
    cues = [at for at, token in enumerate(tokens) if token.tag in ("CUE", "ACC")]
    if not cues:
        return found
    taken = {i for mention in found for i in range(mention.head, mention.last + 1)}
    extra = []
    named = {m.last: m for m in found if m.owner or tokens[m.head].tag in ("DET", "POSS")}
    for at in cues:
        if tokens[at].tag == "CUE":
            extra += _headed_by_noun(tokens, at, named)
            ranges = [_before_cue(tokens, at), _behind_cue(tokens, at)]
        else:
            ranges = [_behind_according(tokens, at)]
        for low, high in ranges:
            if low <= high and taken.isdisjoint(range(low, high + 1)):
                extra.append(Mention("description", low, high, low, False, False, False))
                taken.update(range(low, high + 1))
    return sorted(found + extra, key=lambda m: (m.last, m.head)) if extra else found


def _headed_by_noun(tokens: Sequence[Tagged], at: int, named: Mapping[int, Mention]) -> list[Mention]:
    """A name that only modifies an unlisted noun before the verb: "the FBI investigation said"."""
    high = at - 1
    while high >= 0 and tokens[high].tag in ("ADV", "AUX"):
        high -= 1
    low = high
    while low >= 0 and high - low < 2 and (tokens[low].tag == "W" or (low < high and tokens[low].tag == "S")):
        low -= 1
    outer = named.get(low)
    if outer is None or low == high or outer.kind != "name":
        return []
    return [Mention("description", outer.head, high, outer.head, False, False, False)]


def _before_cue(tokens: Sequence[Tagged], at: int) -> tuple[int, int]:
    high = at - 1
    while high >= 0 and tokens[high].tag in ("ADV", "AUX"):
        high -= 1
    low = high
    while low >= 0 and tokens[low].tag == "W" and high - low < 5:
        low -= 1
    if low >= 0 and low < high and tokens[low].tag in (*OPENERS, "NUM"):
        return low, high
    if high >= 0 and tokens[high].tag == "NUM":
        return high, high
    plural = high >= 0 and tokens[high].tag == "W" and tokens[high].low.endswith("s")
    return (high, high) if plural else (1, 0)


def _behind_cue(tokens: Sequence[Tagged], at: int) -> tuple[int, int]:
    low = high = at + 1
    quoted = at and (tokens[at - 1].tag == "QUOTE" or (at > 1 and tokens[at - 2].tag == "QUOTE"))
    if not quoted or low >= len(tokens) or tokens[low].tag not in OPENERS:
        return 1, 0
    while high + 1 < len(tokens) and tokens[high + 1].tag == "W" and high - low < 5:
        high += 1
    return (low, high) if high > low else (1, 0)


def _behind_according(tokens: Sequence[Tagged], at: int) -> tuple[int, int]:
    low = at + 2
    high = low - 1
    while high + 1 < len(tokens) and high - low < 6 and tokens[high + 1].tag in (*OPENERS, *INSIDE):
        high += 1
    return (low, high) if high >= low else (1, 0)
