"""One event on two days: announced on Saturday in one source, on Sunday in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen import lexicon
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Claim, Origin, Passage, likeness, meeting, weight
from briefgen.compose.events import calendar, inside_quotation, told_to_happen
from briefgen.english.tokens import fold
from briefgen.english.verbs import verbs
from briefgen.english.words import base_stem, meaning
from briefgen.model import DateMention, Document, Token

LEAST = 14.0
"""Weight of the shared words. What happens to the same names happens day after day: more is asked than of counts."""
ALIKE = 0.35
NEAR = 3
"""Words between a date and its verb: "Trump on Saturday said", "was signed in Doha on Saturday"."""
FARTHEST = 3
"""Days between two datings of one event; what lies farther apart is the next one of its kind."""
FILED = frozenset(map(base_stem, ("updated", "published", "posted", "printed")))
"""Verbs of the page, not of the matter."""


@dataclass(frozen=True, slots=True)
class Day(Claim):
    """A verb with its day."""

    day: date
    rest: frozenset[str]
    """Stems of the sentence that are neither names nor the verb."""

    @property
    def says(self) -> str:
        return self.day.isoformat()


def find(passages: Sequence[Passage], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that put one event on two days, neither of which the other sentence names."""
    found = [day for passage in passages for day in dated(passage)]
    for one, other in meeting(found, origin, LEAST):
        gap = abs((one.day - other.day).days)
        if 0 < gap <= FARTHEST and likeness(one.passage, other.passage) >= ALIKE and one.rest & other.rest:
            if not any(low <= one.day <= high for low, high in other.passage.times):
                if not any(low <= other.day <= high for low, high in one.passage.times):
                    yield Clash("day", one, other)


def dated(passage: Passage) -> Iterator[Day]:
    """The verbs of a sentence that a day stands beside."""
    document = passage.document
    for mention in passage.mentions:
        verb = beside(document, passage, mention) if names_day(document, mention) else None
        if verb and mention.earliest and base_stem(verb.text) not in FILED:
            slot = slot_of(verb.text)
            rest = passage.stems - passage.named - {slot}
            yield Day(passage, slot, mention.span, mention.earliest, rest)


def names_day(document: Document, mention: DateMention) -> bool:
    """Whether a date prints the day itself: "today" of a page that was filed later is another day."""
    if mention.granularity != "day" or not calendar(mention.value) or mention.status == "undated":
        return False
    words = {fold(word.strip(",.’'s")) for word in document.text(mention.span).split()}
    printed = any(ch.isdigit() for ch in document.text(mention.span)) or words & DAY_NAMES
    return bool(printed) and told_to_happen(mention, document) and not inside_quotation(mention, document)


DAY_NAMES = frozenset(map(fold, lexicon.time.weekdays()))


def beside(document: Document, passage: Passage, mention: DateMention) -> Token | None:
    """The verb that a date belongs to: the nearest one before it or behind it in its clause."""
    text = document.tokens
    before = [t for t in text.between(passage.span.start, mention.span.start)][::-1]
    behind = list(text.between(mention.span.end, passage.span.end))
    for words in (behind[:1], before, behind):
        for token in words[: NEAR + 1]:
            if token.text in ",;:—–()":
                break
            if next(verbs([fold(token.text)]), None) and fold(token.text) not in lexicon.grammar.tags():
                return token
    return None


def slot_of(verb: str) -> str:
    """The verb by its meaning; who says and who announces a thing tell it alike."""
    return (
        meaning("say")
        if meaning(verb) in {meaning("say"), meaning("announce"), meaning("declare")}
        else meaning(verb)
    )
