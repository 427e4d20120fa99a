"""One source denies what another tells: "has never asked him to end it", "asked him to end it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Account, Claim, Origin, apart, meeting, weight
from briefgen.english.told import told as verbs_told
from briefgen.english.words import meaning
from briefgen.model import Span

LEAST = 12.0
"""Weight of all the words that two sentences share, the verb among them; see counts.LEAST."""
OBJECT = 6.0
"""Weight of those of them that stand behind the verb: two rare words, or a name and two commoner ones, say of
what it is told; "the minister did not meet" and "the minister met" have only their subject in common."""
ROOM = 140
"""Characters behind a verb in which its object stands."""


@dataclass(frozen=True, slots=True)
class Deed(Claim):
    """A verb of a sentence, told or denied."""

    denied: bool
    behind: frozenset[str]
    """Stems of the words behind it."""

    @property
    def says(self) -> str:
        """Whether it was done."""
        return "denied" if self.denied else "told"


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences of which one denies what the other tells."""
    denied = [deed for account in accounts for deed in deeds(account, denied=True)]
    slots = frozenset(deed.slot for deed in denied)
    told = (deed for account in accounts if slots for deed in deeds(account, denied=False))
    done = [deed for deed in told if deed.slot in slots]
    for one, other in meeting([*denied, *done], origin, LEAST):
        if one.denied != other.denied and weight(one.behind & other.behind) >= OBJECT:
            yield Clash("denial", one, other, changed=apart(one.account, other.account))


def deeds(account: Account, *, denied: bool) -> Iterator[Deed]:
    """The verbs of a sentence, no question, that say that something was done or that it was not."""
    if account.document.text(account.span).endswith("?"):
        return
    for verb in verbs_told(account.words, denied=denied):
        core = Span(account.span.source, verb.start, verb.end)
        behind = account.stems_in(verb.end, verb.end + ROOM)
        yield Deed(account, meaning(verb.text), core, denied, behind)
