"""One event on two days: announced on Saturday in one source, on Sunday in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Account, Claim, Origin, likeness, meeting
from briefgen.compose.events import calendar, inside_quotation, told_to_happen
from briefgen.english.dated import deed, names_weekday, verb_of_date
from briefgen.model import DateMention, Document

LEAST = 14.0
"""Weight of the shared words. Much happens to the same names day after day: more is asked than of counts."""
ALIKE = 0.35
"""Share of the shorter sentence's words that both have; see counts.ALIKE."""
FARTHEST = 3
"""Days between two datings of one event; what lies farther apart is the next one of its kind."""


@dataclass(frozen=True, slots=True)
class Day(Claim):
    """A verb with its day."""

    day: date
    rest: frozenset[str]
    """Stems of the sentence that are neither names nor the verb."""

    @property
    def says(self) -> str:
        """The day."""
        return self.day.isoformat()


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that put one event on two days, neither of which the other sentence names."""
    found = [day for account in accounts for day in dated(account)]
    for one, other in meeting(found, origin, LEAST):
        near = 0 < abs((one.day - other.day).days) <= FARTHEST and bool(one.rest & other.rest)
        known = names(one.account, other.day) or names(other.account, one.day)
        if strangers(one.account, other.account):
            continue
        if near and not known and likeness(one.account, other.account) >= ALIKE:
            yield Clash("day", one, other)


def strangers(one: Account, other: Account) -> bool:
    """Whether each sentence names somebody and none that the other names: two hospitals, two plans."""
    return bool(one.named and other.named) and not one.named & other.named


def names(account: Account, day: date) -> bool:
    """Whether a sentence names a day, or a time that holds it."""
    return any(low <= day <= high for low, high in account.times)


def dated(account: Account) -> Iterator[Day]:
    """The verbs of a sentence that a day stands beside."""
    tokens, whole = account.document.tokens, (account.span.start, account.span.end)
    for mention in account.mentions:
        if mention.earliest and names_day(account.document, mention):
            verb = verb_of_date(tokens, mention.span.start, mention.span.end, whole)
            if verb:
                slot = deed(verb.text)
                rest = account.stems - account.named - {slot}
                yield Day(account, slot, mention.span, mention.earliest, rest)


def names_day(document: Document, mention: DateMention) -> bool:
    """Whether a date is one day that the reporter names, on which something happened."""
    if mention.granularity != "day" or not calendar(mention.value) or mention.status == "undated":
        return False
    if not names_weekday(document.text(mention.span)) or inside_quotation(mention, document):
        return False
    return told_to_happen(mention, document)
