"""Who else tells what a row tells: independent sources are counted, the first few named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.compose.brief import Brief, Filling, joined, places
from briefgen.compose.cited import place
from briefgen.compose.clash.matter import Account, apart
from briefgen.compose.order import Ranked, alike
from briefgen.compose.statements import Statement
from briefgen.compose.telling import differ
from briefgen.english.negation import denial
from briefgen.model import Span
from briefgen.paper.memo import Item, Reference, Text, held_by

NAMED = 3
"""Sources that are named by number; of more than one beyond them how many there are."""
TOLD = 0.8
"""Share of a fact's content words that another sentence has, from which it tells the fact too. With .7, the
share from which a row of a party tells a fact of the background, a sentence that says where a thing happened
told what it cost as well."""
FEW = 6
"""Content words below which words in common are a phrase and no fact told again."""
LOOKED_AT = 400
"""Sentences with which a fact is compared, those first that share its seldom words: keeps a large folder
linear."""
DISTINCT = 100
"""Statements of one speaker that are told apart from each other; of more the rest counts as it stands."""


@dataclass(frozen=True, eq=False)
class Facts:
    """Selected sentences that are nobody's statement, by their words."""

    brief: Brief
    sentences: Sequence[Span]

    def also(self, span: Span) -> Iterator[Span]:
        """The sentences that tell what another one tells."""
        return (one for one in self._near(span) if one != span and self.agrees(span, one))

    def agrees(self, fact: Span, other: Span) -> bool:
        """Whether a sentence tells a fact too: it has most of its words and all its numbers, nothing that it
        tells differs, and the two are not known to be of different times."""
        words = self.brief.words_in(fact)
        if len(words) < FEW or len(words & self.brief.words_in(other)) < TOLD * len(words):
            return False
        mine, theirs = self.brief.telling_of(fact), self.brief.telling_of(other)
        if not mine.numbers <= theirs.numbers or differ(mine, theirs):
            return False
        if denies(self.brief, fact) != denies(self.brief, other):
            return False
        accounts = self._accounts
        return not apart(accounts[fact], accounts[other])

    def _near(self, span: Span) -> Iterable[Span]:
        """The sentences that share words with another one, the seldom words first."""
        found: dict[Span, None] = {}
        for stem in sorted(self.brief.words_in(span), key=lambda stem: (len(self._holders[stem]), stem)):
            found.update(dict.fromkeys(self._holders[stem][: LOOKED_AT - len(found)]))
        return found

    @cached_property
    def _holders(self) -> Mapping[str, list[Span]]:
        holders: dict[str, list[Span]] = defaultdict(list)
        for span in self.sentences:
            for stem in self.brief.words_in(span):
                holders[stem].append(span)
        return holders

    @cached_property
    def _accounts(self) -> Mapping[Span, Account]:
        return {account.span: account for account in self.brief.accounts}


@dataclass(frozen=True, eq=False)
class Voices:
    """The statements of each speaker."""

    brief: Brief

    def also(self, statement: Statement) -> Iterator[Span]:
        """Where the speaker of a statement is told to say the same, in most of the shorter words."""
        mine, here = self._ranked(statement), places(statement)[0]
        for other in self._others(statement):
            there = places(other.statement)[0]
            if (
                alike(mine, other)
                and self._meet(here, there)
                and denies(self.brief, here) == denies(self.brief, there)
            ):
                yield there

    def further(self, statement: Statement) -> int:
        """How many statements of the speaker of another one say something else, each counted once."""
        distinct = [self._ranked(statement)]
        more = 0
        for other in self._others(statement):
            if len(distinct) > DISTINCT:
                more += 1
            elif not any(alike(other, one) for one in distinct):
                distinct.append(other)
        return len(distinct) - 1 + more

    def _others(self, statement: Statement) -> Iterator[Ranked]:
        voice = statement.lead.voice
        of_voice = self._by_voice.get(voice, ()) if voice else ()
        return (one for one in of_voice if one.statement is not statement)

    def _meet(self, one: Span, other: Span) -> bool:
        mine, theirs = self.brief.words_in(one), self.brief.words_in(other)
        return len(mine & theirs) >= TOLD * min(len(mine), len(theirs))

    def _ranked(self, statement: Statement) -> Ranked:
        return Ranked(statement, 0.0, self.brief)

    @cached_property
    def _by_voice(self) -> Mapping[frozenset[str], Sequence[Ranked]]:
        found: dict[frozenset[str], list[Ranked]] = defaultdict(list)
        for one in self.brief.statements:
            if one.lead.voice:
                found[one.lead.voice].append(self._ranked(one))
        return found


def denies(brief: Brief, span: Span) -> bool:
    """Whether words of a passage, be they those of a name, deny something."""
    return denial(brief.corpus.text(span).lower()) is not None


def corroborated(brief: Brief, row: Item, spans: Iterable[Span]) -> Item:
    """The row with the independent sources that tell the same: one place for each origin, the document first
    that bears most on the topic. What it cites itself, and copies of that, are none."""

    def origin(source: str) -> str:
        return brief.corpus.kinship(source).origin

    own = {origin(cite.source) for cite in held_by(row)}
    found: dict[str, Span] = {}
    for span in sorted(spans, key=lambda one: (brief.used[one.source], one.start)):
        if origin(span.source) not in own:
            found.setdefault(origin(span.source), span)
    if not found:
        return row
    also = tuple(place(brief, span) for span in found.values())
    ids = bounded(brief, [span.source for span in found.values()])
    said = brief.say(
        "so-also-one" if len(also) == 1 else "so-also", {"sources": ids, "number": str(len(also))}
    )
    return replace(row, also=also, closing=joined((row.closing, said), " "))


def bounded(brief: Brief, sources: Sequence[str]) -> Text:
    """ "S3, S7, S12", or of many "S3, S7, S12 and 4 more"."""
    named: list[Text] = [(Reference(source),) for source in sources]
    if len(named) <= NAMED + 1:
        return joined(named, ", ")
    fields: dict[str, Filling] = {"sources": joined(named[:NAMED], ", "), "number": str(len(named) - NAMED)}
    return brief.say("sources-more", fields)


def with_further(brief: Brief, row: Item, further: int) -> Item:
    """The row with how many further statements of its speaker there are."""
    if not further:
        return row
    phrase = "speaker-more-one" if further == 1 else "speaker-more"
    said = brief.say(phrase, {"number": str(further)})
    return replace(row, further=further, closing=joined((row.closing, said), " "))
