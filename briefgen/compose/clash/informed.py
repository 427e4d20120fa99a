"""Was somebody told before: "they were aware in advance", "I did not know you had not been informed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import CROWD, Account, Claim, Origin, independent
from briefgen.english.notice import not_told, told_before
from briefgen.english.tokens import fold
from briefgen.model import Span


@dataclass(frozen=True, slots=True)
class Notice(Claim):
    """A sentence that says that somebody was told before, or was not."""

    denied: bool
    who: frozenset[str]
    """Keys of the names in it and round it: "They were aware in advance."."""

    @property
    def says(self) -> str:
        """Whether somebody was told."""
        return "denied" if self.denied else "told"


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences of which one has somebody told before, the other not.

    A common name is enough: in 245 clusters of news no two sentences meet so by chance.
    """
    found = [notice for account in accounts for notice in noticed(account)]
    told = [notice for notice in found if not notice.denied][:CROWD]
    for one in told:
        for other in found[:CROWD]:
            if other.denied and one.who & other.who and independent(one, other, origin):
                yield Clash("denial", one, other)


def noticed(account: Account) -> Iterator[Notice]:
    """What a sentence, no question, says of somebody's being told before: at most one thing."""
    document, span = account.document, account.span
    text = fold(document.text(span))
    if text.endswith("?"):
        return
    told = told_before(text)
    found = told or not_told(text, fold(document.text(before(account))))
    if found:
        core = Span(span.source, span.start + found.start(), span.start + found.end())
        yield Notice(account, "informed", core, told is None, frozenset(named(account)))


def before(account: Account) -> Span:
    """The sentence before; the account's own when it is the first."""
    at = account.around.index(account.span)
    return account.around[max(at - 1, 0)]


def named(account: Account) -> Iterator[str]:
    """Keys of who is named in a sentence and in those before it."""
    start, end = account.around[0].start, account.span.end
    for name in account.document.names_at.over(Span(account.span.source, start, end)):
        if start <= name.span.start:
            yield name.key
