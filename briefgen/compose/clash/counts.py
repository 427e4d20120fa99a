"""Two sources that count one thing differently: 11 killed against 12, 150 samples against 120."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import (
    CROWD,
    Account,
    Claim,
    Origin,
    apart,
    common,
    independent,
    likeness,
    meeting,
    telling,
    weight,
    years_apart,
)
from briefgen.english.numbers import values
from briefgen.english.quantities import Quantity, doing, quantities
from briefgen.english.words import base_stem, meaning
from briefgen.model import Span

LEAST = 12.0
"""Weight of the shared words: three that one text in fifty holds, or a name and three commoner ones. Below
it, in 90 clusters of news on one event each, more pairs count two things than one."""
ALIKE = 0.3
"""Share of the shorter sentence's words that both have: a long sentence shares some words with any other."""
FARTHEST, NEARER = 2.0, 1.5
"""How many times one number may be the other where the shared words are STRONG, and where they are not: what
is farther apart mostly counts two things."""
SAME, CROWDS = 0.7, 4.0
"""Share of the longer sentence's words from which two are one but for the number, and how far apart it may
then be: the police and the organisers of a protest count differently."""
STRONG = 16.0
"""Weight from which two reports of different times may count one lasting thing, as the size of a force."""
SETTING = 18.0
"""Weight of the words that the sentences round two short ones share: half again LEAST, for more words."""
SHORT, NEARLY = 8.0, 0.6
"""Weight and share of the words that two short sentences have in common whose settings are one: "The merger
affects 5,400 employees" has no more words to share."""
BARE = 4.0
"""What the word for a counted thing tells where it is all that two sentences share, with the verb beside it:
"will have 94 turbines". Children and votes are counted in any text."""
UNITS = frozenset(
    map(
        meaning, ("%", "$", "€", "£", "¥", "meter", "metre", "feet", "foot", "mile", "kilometre", "kilometer")
    )
) | frozenset(map(meaning, ("km", "ton", "tonne", "gallon", "barrel", "hour")))
"""Slots that measure anything: two words beside the number must agree on what."""
HAS = frozenset({base_stem("have")})
_NEAR = 40
"""Characters to either side of a number in which it is said what is done with what it counts."""
_NUMBER = re.compile(rf"\d|\b(?:no|{'|'.join(values())})\b", re.I)
_ROUGH = 0.01
"""Relative difference below which two numbers are one, converted or rounded."""


@dataclass(frozen=True, slots=True)
class Count(Claim):
    """A number with what it counts."""

    quantity: Quantity
    beside: frozenset[str]
    """Stems of the words near it that are no names: those say who, not what is done."""
    doing: frozenset[str]
    """Stems of the verbs right beside it."""

    @property
    def says(self) -> str:
        """The number."""
        return f"{self.quantity.value:g}"


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """The pairs of counts that can not both be right, or that changed in time."""
    claims = [claim for account in accounts for claim in claimed(account)]
    told: dict[tuple[str, str, bool], set[float]] = defaultdict(set)
    for claim in claims:
        told[place(claim)].add(claim.quantity.value)
    # "One" mostly is a pronoun, and who says that there was one attack seldom counts attacks.
    real = [claim for claim in claims if claim.quantity.value != 1]
    for one, other in paired(meeting(real, origin, BARE, words=1)):
        if known(one, other, told) or not one_matter(one, other):
            continue
        if 1 < ratio(one, other) <= reach(one, other) and same_thing(one, other):
            far = apart(one.account, other.account)
            if not agree(one.quantity, other.quantity) and (not far or lasting(one, other)):
                yield Clash("number", one, other, changed=far or rises(one, other))
    for one, other in emptied(claims, origin):
        if not known(one, other, told):
            yield Clash("number", one, other, changed=apart(one.account, other.account))


def emptied(claims: Sequence[Count], origin: Origin) -> Iterator[tuple[Count, Count]]:
    """Pairs of which one says that there are none of what the other counts; the words may be common ones, but
    the sentences round them must be on one matter."""
    nones = [claim for claim in claims if not claim.quantity.value][:CROWD]
    slots = frozenset(claim.slot for claim in nones)
    some = [claim for claim in claims if claim.slot in slots and claim.quantity.value > 1][:CROWD]
    for one, other in product(nones, some):
        if none(one, other) and independent(one, other, origin) and setting(one, other) >= SETTING:
            yield one, other


def one_matter(one: Count, other: Count) -> bool:
    """Whether the words that two sentences share, with those of the sentences round them, make them one."""
    shared = common(one.account, other.account)
    if shared >= LEAST or (shared >= LEAST / 2 and beside_one(one, other)):
        return True
    if setting(one, other) < SETTING:
        return False
    bare = telling(one.slot) >= BARE and bool(one.doing & other.doing)
    return bare or (shared >= SHORT and likeness(one.account, other.account) >= NEARLY)


def setting(one: Count, other: Count) -> float:
    """Weight of the words that the sentences round two others share."""
    return weight(one.account.setting & other.account.setting)


def none(low: Count, high: Count) -> bool:
    """Whether one says that there are none of what the other counts, and of which the same is told: "no posts
    will go", "240 posts would go"."""
    wider = low.slot == high.slot and low.quantity.qualifiers <= high.quantity.qualifiers
    # "No cases in Ghana", "Ghana has no cases" say nothing of those in Togo; who says so may stand before.
    where = {n.key for n in low.account.names if n.span.start > low.core.end or n.kind in ("state", "region")}
    if not where <= {name.key for name in high.account.names}:
        return False
    return wider and low.quantity.fate == high.quantity.fate and bool(low.doing & high.doing)


def rises(one: Count, other: Count) -> bool:
    """Whether the source of a later day tells the higher number: a toll that rises from day to day."""
    days = [claim.account.document.meta.published.day for claim in (one, other)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    return (days[0] < days[1]) == (one.quantity.value < other.quantity.value)


def beside_one(one: Count, other: Count) -> bool:
    """Whether both count the others beside one who is named alike ("a soldier and 11 other people"), in
    sentences round which much the same is told: then the sentences themselves may be short."""
    if not one.quantity.besides or not other.quantity.besides or len(one.beside & other.beside) < 2:
        return False
    return setting(one, other) >= SETTING


def paired(met: Iterable[tuple[Count, Count]]) -> Iterator[tuple[Count, Count]]:
    """Of the numbers of two sentences those that are nearest to each other, each once: equal ones first."""
    taken: set[tuple[Count, Account]] = set()
    for one, other in sorted(met, key=lambda pair: ratio(*pair)):
        mine, theirs = (one, other.account), (other, one.account)
        if mine not in taken and theirs not in taken:
            taken |= {mine, theirs}
            yield one, other


def reach(one: Count, other: Count) -> float:
    """How far apart two numbers may be."""
    stems = (one.account.stems, other.account.stems)
    if len(stems[0] & stems[1]) >= SAME * max(map(len, stems)):
        return CROWDS
    return FARTHEST if common(one.account, other.account) >= STRONG else NEARER


def ratio(one: Count, other: Count) -> float:
    """How many times the larger number is the smaller one."""
    low, high = sorted((one.quantity.value, other.quantity.value))
    return high / low if low else float("inf")


def known(one: Count, other: Count, told: Mapping[tuple[str, str, bool], Collection[float]]) -> bool:
    """Whether one of the documents tells the other's number too: it knows both, and what each counts."""
    return other.quantity.value in told[place(one)] or one.quantity.value in told[place(other)]


def place(claim: Count) -> tuple[str, str, bool]:
    """The document of a count with what it counts."""
    return claim.account.document.source.id, claim.slot, claim.quantity.besides


def claimed(account: Account) -> Iterator[Count]:
    """The counts of a sentence."""
    document, span = account.document, account.span
    if not counts_anything(document.text(span)):
        return
    for found in quantities(document.tokens, span.start, span.end, account.dates):
        # "Hornsea Four" is a name, "21 Russian officials" counts.
        if any(name.span.start < found.start < name.span.end for name in account.names):
            continue
        core = Span(span.source, found.start, found.end)
        near = account.stems_in(found.start - _NEAR, found.start)
        near |= account.stems_in(found.end, found.end + _NEAR)
        acts = doing(account.words, found.start, found.end)
        yield Count(account, found.head, core, found, near - account.named, acts)


def counts_anything(text: str) -> bool:
    """Whether a number stands in a text; saves tagging the sentences without."""
    return _NUMBER.search(text) is not None


def same_thing(one: Count, other: Count) -> bool:
    """Whether two numbers count the same: one is qualified as the other, or more closely, and like words
    stand beside both. "A soldier and 11 others" is no fewer than "12, among them a soldier"."""
    first, second = one.quantity, other.quantity
    if first.besides != second.besides or likeness(one.account, other.account) < ALIKE:
        return False
    if not (first.qualifiers <= second.qualifiers or second.qualifiers <= first.qualifiers):
        return False
    if first.fate != second.fate:
        return False
    if first.fate:
        return True
    shared = len((one.beside & other.beside) | (one.doing & other.doing))
    shared += len(first.qualifiers & second.qualifiers)
    return shared >= (2 if first.head in UNITS else 1)


def lasting(one: Count, other: Count) -> bool:
    """Whether two counts of different times may be of one lasting thing; who was killed then is not.

    More than a year apart two letters, two votes, two seasons are counted.
    """
    if years_apart(one.account, other.account):
        return False
    heavy = common(one.account, other.account) >= STRONG or one.doing & other.doing >= HAS
    return heavy and not one.quantity.fate and not other.quantity.fate


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers can both be right: "about 13,000" and 12,846, "more than 100" and 120."""
    # "12, including a soldier" and "11 others": the difference is who is named besides.
    if one.fate and abs(one.value - other.value) in (one.included, other.included):
        return True
    if "range" in (one.bound, other.bound):
        return True
    if abs(one.value - other.value) <= _ROUGH * max(one.value, other.value):
        return True
    return _covers(one, other) or _covers(other, one)


def _covers(loose: Quantity, exact: Quantity) -> bool:
    if loose.bound == "about":
        shown = f"{loose.value:.0f}"
        return round(exact.value, len(shown.rstrip("0")) - len(shown)) == loose.value
    if loose.bound and loose.bound != exact.bound:
        low, high = sorted((loose.value, exact.value))
        over = loose.bound == "over"
        return (exact.value > loose.value) == over and high <= 1.5 * low
    return False
