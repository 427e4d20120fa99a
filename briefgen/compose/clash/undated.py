"""One source has no date set for what another gives a day: "has not set a date", "until 1 December"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from briefgen.compose.clash.days import strangers
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import CROWD, Account, Claim, Origin, common, independent, weight
from briefgen.compose.clash.planned import Planned, later, planned
from briefgen.english.tokens import fold
from briefgen.english.unset import unset
from briefgen.model import Span

LEAST = 8.0
"""Weight of the shared words; the date itself is none of them. See counts.SHORT, planned.LEAST."""
SETTING = 18.0
"""Weight of the words that the sentences round both share; see counts.SETTING."""


@dataclass(frozen=True, slots=True)
class Unset(Claim):
    """A sentence that says that no date is set."""

    @property
    def says(self) -> str:
        """That none is."""
        return "unset"


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences on one matter of which one says that no date is set and the other gives one."""
    found = [one for account in accounts for one in unsettled(account)][:CROWD]
    days = [one for account in accounts if found for one in planned(account)]
    for one, other in product(found, days):
        if independent(one, other, origin) and one_matter(one, other):
            yield Clash("due", one, other, changed=later(one, other))


def one_matter(one: Unset, other: Planned) -> bool:
    """Whether both are on one matter."""
    if strangers(one.account, other.account):
        return False
    shared = common(one.account, other.account)
    return shared >= LEAST and weight(one.account.setting & other.account.setting) >= SETTING


def unsettled(account: Account) -> Iterator[Unset]:
    """That a sentence, no question, says that no date is set."""
    text = fold(account.document.text(account.span))
    found = unset(text)
    if found and not text.endswith("?"):
        start = account.span.start
        yield Unset(account, "date", Span(account.span.source, start + found.start(), start + found.end()))
