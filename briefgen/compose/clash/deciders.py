"""Who decided one thing: "it was a decision by the White House", "I did not discuss it with anybody else"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import CROWD, Account, Claim, Origin, independent, weight
from briefgen.english.deciding import decisions
from briefgen.english.tokens import fold
from briefgen.model import Span

SETTING = 24.0
"""Weight of the words that the sentences round both share; the sentence itself often says only "it"."""


@dataclass(frozen=True, slots=True)
class Decider(Claim):
    """Words that say who decided."""

    who: frozenset[str]
    """Keys of those named as deciding."""

    @property
    def says(self) -> str:
        """Who decided."""
        return " ".join(sorted(self.who))


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that have different ones decide in one setting."""
    found = [one for account in accounts for one in decided(account)][:CROWD]
    for one, other in combinations(found, 2):
        shared = weight(one.account.setting & other.account.setting)
        if not one.who & other.who and shared >= SETTING and independent(one, other, origin):
            yield Clash("decider", one, other)


def decided(account: Account) -> Iterator[Decider]:
    """What a sentence, no question, says of who decided, where it names them."""
    document, start = account.document, account.span.start
    text = fold(document.text(account.span))
    if ("deci" not in text and "discuss" not in text) or text.endswith("?"):
        return
    for one in decisions(text):
        core = Span(account.span.source, start + one.start, start + one.end)
        who = frozenset(named(account, one.agent) if one.agent else speaker(account, core))
        if who:
            yield Decider(account, "decision", core, who)


def named(account: Account, where: tuple[int, int]) -> Iterator[str]:
    """Keys of the names in a part of a sentence, given by its offsets."""
    low, high = (account.span.start + at for at in where)
    for name in account.names:
        if low <= name.span.start < high:
            yield name.key


def speaker(account: Account, core: Span) -> Iterator[str]:
    """The key of who says some words."""
    for quote in account.document.quotes_in.get(account.span, ()):
        if quote.speaker and quote.speaker.key and any(part.overlaps(core) for part in quote.parts):
            yield quote.speaker.key
