"""One thing that is due on two days: "will be merged by 1 January", "the merger will come on 1 April"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.compose.clash.days import strangers
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import WITHIN, Account, Claim, Origin, meeting, telling, weight
from briefgen.compose.events import CLOCK, PRECISE, calendar, told_to_happen
from briefgen.english.coming import is_coming
from briefgen.english.dated import names_day_or_month
from briefgen.english.due import due, one_event
from briefgen.model import DateMention, Document

LEAST = 7.0
"""Weight of the shared words, with the one that names what is due: half of what two past days need, for few
things are told to be due, and both name the same one."""
SETTING = 12.0
"""Weight of the words that the sentences round both share; see counts.LEAST."""
SLOT = 4
"""Letters by which what is due finds its like: "merged", "merger"."""


@dataclass(frozen=True, slots=True)
class Planned(Claim):
    """A time to come, with what is due then."""

    head: str
    """The word that names what is due, as `meaning`."""
    bound: str
    """"by", "until" or ""; see english.due."""
    days: tuple[date, date]

    @property
    def says(self) -> str:
        """The time."""
        return " ".join(day.isoformat() for day in self.days)


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that put one thing to come on two times; as of different times where their sources
    are more than a week apart, for plans are changed."""
    found = [one for account in accounts for one in planned(account)]
    told: dict[tuple[str, str], list[Planned]] = defaultdict(list)
    for one in found:
        told[place(one)].append(one)
    for one, other in meeting(found, origin, 0.0, words=1):
        if one_matter(one, other) and not known(one, other, told):
            yield Clash("due", one, other, changed=later(one, other))


def place(claim: Planned) -> tuple[str, str]:
    """The document of a claim with its slot."""
    return claim.account.document.source.id, claim.slot


def known(one: Planned, other: Planned, told: Mapping[tuple[str, str], Sequence[Planned]]) -> bool:
    """Whether the document of one tells a time of the thing that agrees with the other's."""
    mine = any(agree(claim, other) for claim in told[place(one)])
    return mine or any(agree(one, claim) for claim in told[place(other)])


def one_matter(one: Planned, other: Planned) -> bool:
    """Whether both are due in one matter."""
    if not one_event(one.head, other.head) or strangers(one.account, other.account):
        return False
    shared = one.account.stems & other.account.stems
    named = (
        0.0
        if any(stem[:SLOT] == one.slot for stem in shared)
        else telling(max(one.head, other.head, key=len))
    )
    around = weight(one.account.setting & other.account.setting)
    return weight(shared) + named >= LEAST and around + named >= SETTING


def agree(one: Planned, other: Planned) -> bool:
    """Whether both can be right: "by April" and "in January", but not "by January" and "in April"."""
    first, last = sorted((one, other), key=lambda claim: claim.days)
    if last.days[0] <= first.days[1]:
        return True
    return one.bound != other.bound and (last.bound == "by" or "until" in (one.bound, other.bound))


def later(one: Claim, other: Claim) -> bool:
    """Whether the source of one was published more than a week after that of the other."""
    days = [claim.account.document.meta.published.day for claim in (one, other)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > WITHIN


def planned(account: Account) -> Iterator[Planned]:
    """What a sentence says is due when."""
    document = account.document
    for mention in account.mentions:
        found = due(document.tokens, mention.span.start, account.span.start)
        if found is None or mention.earliest is None or mention.latest is None:
            continue
        if is_ahead(account, mention) and names_time(document, mention):
            days = (mention.earliest, mention.latest)
            for head in sorted(found.keys - account.named):
                yield Planned(account, head[:SLOT], mention.span, head, found.bound, days)


def is_ahead(account: Account, mention: DateMention) -> bool:
    """Whether a time lies behind the day of its source or, where that is not known, is told to come."""
    day = account.document.meta.published.day
    if day is None:
        return is_coming(word for word in account.words if word.end <= mention.span.start)
    return mention.earliest is not None and mention.earliest > day


def names_time(document: Document, mention: DateMention) -> bool:
    """Whether a mention is a time of the calendar at which something is told to happen; a bare weekday is too
    easily taken for that of another week."""
    if mention.granularity in CLOCK or mention.granularity not in PRECISE or mention.status == "undated":
        return False
    if not calendar(mention.value) or not names_day_or_month(document.text(mention.span)):
        return False
    return told_to_happen(mention, document)
