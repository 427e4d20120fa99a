"""A date that one source gives and another says was moved: overtaken, and shown as of different times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Account, Claim, Origin, meeting
from briefgen.english.dated import moves
from briefgen.model import DateMention, Span

LEAST = 9.0
"""Weight of the shared words. Both sentences name one day besides: less is asked than of other claims."""


@dataclass(frozen=True, slots=True)
class Due(Claim):
    """A day that a sentence names."""

    moved: bool
    """Whether the sentence says that it was moved."""

    @property
    def says(self) -> str:
        """Whether the day was moved."""
        return "moved" if self.moved else "due"


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences of which one names a day that the other moves."""
    moved = [due for account in accounts for due in put_off(account)]
    slots = frozenset(due.slot for due in moved)
    named = [due for account in accounts if slots for due in dues(account) if due.slot in slots]
    gone = frozenset(due.account for due in moved)
    others = [due for due in named if due.account not in gone]
    for one, other in meeting([*moved, *others], origin, LEAST):
        if one.moved != other.moved:
            yield Clash("moved", one, other, changed=True)


def put_off(account: Account) -> Iterator[Due]:
    """The days that a sentence says were moved to another."""
    for first, second in pairwise(m for m in account.mentions if is_day(m)):
        places = [(mention.span.start, mention.span.end) for mention in (first, second)]
        if moves(account.document.tokens, *places):
            core = Span(account.span.source, first.span.start, second.span.end)
            yield Due(account, first.value, core, moved=True)


def dues(account: Account) -> Iterator[Due]:
    """The days that a sentence names."""
    for mention in account.mentions:
        if is_day(mention):
            yield Due(account, mention.value, mention.span, moved=False)


def is_day(mention: DateMention) -> bool:
    """Whether a date is one day of the calendar."""
    return mention.granularity == "day" and mention.earliest is not None
