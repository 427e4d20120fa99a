"""Two sources that call two different ones the first: "the first state to ban", "the first statewide ban"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Account, Claim, Origin, meeting, weight
from briefgen.english.first import firsts
from briefgen.english.words import base_stem
from briefgen.model import Span

LEAST = 12.0
"""Weight of the shared words; see counts.LEAST."""
SAME = 6.0
"""Weight of the words behind "first" that both share: what somebody is the first in."""
MOSTLY = 0.3
"""Share of the shorter side's words in what they are first that both have."""
STEM = 5
"""Letters by which "state" and "statewide" are one."""
ROOM = 80
"""Characters behind "first" that say in what."""


@dataclass(frozen=True, slots=True)
class First(Claim):
    """A "first" with who it is."""

    what: frozenset[str]
    among: str
    """Stem of the word behind "first": "the first permanent ban" is of another kind."""
    who: frozenset[str]
    """Keys of the names before it."""
    named: frozenset[str]
    """The words of these names and of any other before it."""

    @property
    def says(self) -> str:
        """Who is the first."""
        return " ".join(sorted(self.who))


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that name two as the first in one thing."""
    found = [first for account in accounts for first in called(account)]
    for one, other in meeting(found, origin, LEAST):
        if not one.named & other.named and alike(one, other):
            yield Clash("first", one, other)


def alike(one: First, other: First) -> bool:
    """Whether both are first among the same and in the same: "first state", "first statewide", not "city"."""
    shared = one.what & other.what
    most = len(shared) >= MOSTLY * min(len(one.what), len(other.what))
    among = one.among[:STEM] == other.among[:STEM]
    return most and among and len(shared) > 1 and weight(shared) >= SAME


def called(account: Account) -> Iterator[First]:
    """What a sentence calls the first, and whom it names before."""
    words = account.words
    for at in firsts(words):
        start, end = words[at].start, words[at].end
        before = [name for name in account.names if name.span.end <= start]
        who = frozenset(name.key for name in before)
        what = account.stems_in(end, end + ROOM) - account.named
        if who and what:
            core = Span(account.span.source, start, words[at + 1].end)
            among = base_stem(words[at + 1].text)
            named = frozenset(word for name in before for word in name.canonical.casefold().split())
            yield First(account, "first", core, what, among, who, named)
