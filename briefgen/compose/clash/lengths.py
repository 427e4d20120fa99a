"""How long a thing takes, in two sources: "several weeks", "months"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Account, Claim, Origin, apart, meeting
from briefgen.english.lasting import lasting
from briefgen.model import Span

LEAST = 14.0
"""Weight of the shared words: what takes the time is seldom named by the verb, only by the sentence."""


@dataclass(frozen=True, slots=True)
class Length(Claim):
    """A span of time that something takes."""

    length: str

    @property
    def says(self) -> str:
        """The span of time."""
        return self.length


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that say how long one thing takes, and not the same."""
    found = [length for account in accounts for length in taken(account)]
    for one, other in meeting(found, origin, LEAST):
        if one.length != other.length and not apart(one.account, other.account):
            yield Clash("length", one, other)


def taken(account: Account) -> Iterator[Length]:
    """What a sentence says takes how long."""
    for found in lasting(account.words):
        core = Span(account.span.source, found.start, found.end)
        yield Length(account, found.verb, core, found.length)
