"""Contradictions between independent sources: two that can not both be right, or that time set apart.

One file a kind, each a function from accounts to clashes; FINDERS holds them. Nothing is judged: both
sides are shown with source and date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from briefgen.compose.clash import (
    counts,
    days,
    deciders,
    denials,
    firsts,
    informed,
    lengths,
    moved,
    names,
    planned,
    sayings,
    undated,
)
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Account, Origin, common
from briefgen.model import Corpus

FINDERS: Mapping[str, Callable[[Sequence[Account], Origin], Iterator[Clash]]] = MappingProxyType(
    {
        "denial": denials.find,
        "informed": informed.find,
        "decider": deciders.find,
        "number": counts.find,
        "day": days.find,
        "planned": planned.find,
        "undated": undated.find,
        "length": lengths.find,
        "moved": moved.find,
        "saying": sayings.find,
        "first": firsts.find,
        "name": names.find,
    }
)
"""What finds each kind, the gravest first: whether it was done, how many, when, how long, who said it."""
ONE_MATTER = 8.0
"""Weight of shared words from which two clashes of one slot are about one matter: shown once, in the pair
that shares most. A toll of which ten reports tell five numbers is one row, not ten."""


MOST = 60
"""Matters of one kind that are told apart, those that share most first: far more than a memo shows, and what
each further clash is compared with."""


def clashes(accounts: Sequence[Account], corpus: Corpus) -> tuple[Clash, ...]:
    """The contradictions among the sentences of some documents, those that time set apart last, each once."""

    def origin(source: str) -> str:
        return corpus.kinship(source).origin

    if len({origin(account.span.source) for account in accounts}) < 2:
        return ()
    found = [clash for find in FINDERS.values() for clash in find(accounts, origin)]
    return tuple(once(found))


def once(found: Iterable[Clash]) -> Iterator[Clash]:
    """Of the clashes on one matter the one whose sentences share most, with who else says the same."""
    kept: list[Clash] = []
    counted: Counter[str] = Counter()
    for clash in sorted(found, key=lambda one: (one.changed, -one.weight)):
        at = next((k for k, other in enumerate(kept) if repeats(clash, other)), None)
        if at is None:
            if counted[clash.kind] < MOST:
                kept.append(clash)
                counted[clash.kind] += 1
        else:
            kept[at] = joined(kept[at], clash)
    order = list(KINDS)
    yield from sorted(kept, key=lambda one: (one.changed, order.index(one.kind)))


def joined(kept: Clash, further: Clash) -> Clash:
    """A clash with the claims of another on the same matter, each on the side that says the same."""
    sides = ([kept.one, *kept.with_one], [kept.other, *kept.with_other])
    for claim in (further.one, further.other):
        known = {said.account for side in sides for said in side}
        side = next((side for side in sides if side[0].says == claim.says), None)
        if side is not None and claim.account not in known:
            side.append(claim)
    return replace(kept, with_one=tuple(sides[0][1:]), with_other=tuple(sides[1][1:]))


KINDS = (
    "denial",
    "decider",
    "number",
    "day",
    "due",
    "length",
    "moved",
    "attribution",
    "wording",
    "first",
    "spelling",
)
"""Kinds of clashes in the order in which they are shown."""


def repeats(one: Clash, other: Clash) -> bool:
    """Whether two clashes of one kind are about one matter, or would print the same two sentences."""
    mine, theirs = ({clash.one.account, clash.other.account} for clash in (one, other))
    if one.kind != other.kind or mine == theirs:
        return one.kind == other.kind
    if one.kind == "wording" or one.one.slot != other.one.slot:
        return False
    if one.kind == "spelling":
        return told(one) == told(other)
    return bool(mine & theirs) or any(common(a, b) >= ONE_MATTER for a in mine for b in theirs)


def told(clash: Clash) -> frozenset[str]:
    """The words of both sides."""
    return frozenset(side.account.document.text(side.core).casefold() for side in (clash.one, clash.other))


__all__ = ["Clash", "clashes"]
