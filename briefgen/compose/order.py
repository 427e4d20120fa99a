"""Which statements are shown: those that bear on the topic, take a stand and are somebody's own words.

Few plain features, each with its reason. Each is by itself more frequent among the statements that a memo
should hold in at least seven of nine folders; figures that differ by a third do the same.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heapify, heappop, heapreplace
from math import log2

from briefgen.compose.brief import Brief, content_words
from briefgen.compose.statements import Statement, frames
from briefgen.english.stance import denies, intends
from briefgen.model import Span

DENIES = INTENDS = 0.2
"""What a party will not have, and what it will do, is what others must know of it."""
OPEN = 0.1
"""So is what it presents as open, asked for or contested."""
VERBATIM = 0.2
"""Quoted words are its own; of reported ones this much is taken off."""
NAMED = 0.1
"""A person can be asked about them; a body or an unnamed official can not."""
STUMP, FEW = 0.4, 15
"""Taken off a statement of few words, which seldom is understood by itself, and off a question."""
SAME_SOURCE, SAME_SPEAKER = 0.1, 0.03
"""Taken off for each row that a document, and a speaker, has already: others have something to say too."""
QUOTED_BY = 0.1
"""What the statement of a speaker is worth more, of many sources, where two documents quote the speaker on
the topic, again where four do, and eight: whom most of them quote is a party to the matter."""
ALIKE = 0.6
"""Share of common content words, of the sentences or of what is said in them, above which two statements
of one speaker say the same."""

WEIGHED = 25
"""Statements that are chosen beside each other: as many as a memo of ordinary length has."""

PHRASE = 3
"""Content words below which words in common are a phrase ("reliable partner") and no statement told again."""


@dataclass(frozen=True, eq=False)
class Ranked:
    """A statement with what it is worth a row."""

    statement: Statement
    worth: float
    """About 0 to 1.7."""
    brief: Brief

    @cached_property
    def voice(self) -> frozenset[str] | None:
        """Who speaks, by identity; None where it is not known."""
        return self.statement.lead.voice

    @property
    def source(self) -> str:
        """`Source.id` of its document."""
        return self.statement.document.source.id

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the content words of its sentences, without the speaker's name."""
        named = self.statement.named
        return self._stems(frames(self.statement)) - self._stems((named,) if named else ())

    @cached_property
    def said(self) -> frozenset[str]:
        """Stems of the content words of whole sentences that stand in marks or are the speaker's own text."""
        whole = (quote for quote in self.statement.quotes if quote.kind in ("direct", "own"))
        return self._stems(part for quote in whole for part in quote.parts)

    def _stems(self, spans: Iterable[Span]) -> frozenset[str]:
        return frozenset().union(*(content_words(self.statement.document, span) for span in spans))


def chosen(brief: Brief, statements: Iterable[Statement], limit: int) -> list[Statement]:
    """The statements that are worth a row, best first, each once.

    The first ones (WEIGHED) are taken one at a time, each seen beside those before it; what comes behind in
    a full memo goes by its worth alone. Of many sources each speaker has a first one before any has a second.
    """
    ranked = sorted((Ranked(one, worth(brief, one), brief) for one in statements), key=lambda one: -one.worth)
    chosen = Chosen(limit)
    if brief.many:
        chosen.take(best_of_each(ranked))
    chosen.take(ranked)
    return [one.statement for one in chosen.taken]


class Chosen:
    """Statements on their way to rows, each seen beside those that are taken."""

    def __init__(self, limit: int) -> None:
        self.taken: list[Ranked] = []
        self._limit = limit
        self._told: dict[object, list[Ranked]] = {}
        self._rows: Counter[object] = Counter()

    def take(self, ranked: Sequence[Ranked]) -> None:
        """Take what there is room for, in turn; what is told already is passed over."""
        for best in in_turn(ranked, self._rows, self.taken):
            if len(self.taken) >= self._limit:
                break
            before = self._told.setdefault(best.voice, [])
            if not any(alike(best, other) for other in before):
                before.append(best)
                self.taken.append(best)
                self._rows.update((best.source, best.voice))


def best_of_each(ranked: Iterable[Ranked]) -> list[Ranked]:
    """The first statement of each speaker who is known, those first whom more documents quote (QUOTED_BY)."""
    first: dict[frozenset[str], Ranked] = {}
    quoting: dict[frozenset[str], set[str]] = {}
    for one in ranked:
        if one.voice:
            first.setdefault(one.voice, one)
            quoting.setdefault(one.voice, set()).add(one.source)
    best = (
        replace(one, worth=one.worth + QUOTED_BY * log2(len(quoting[voice]))) for voice, one in first.items()
    )
    return sorted(best, key=lambda one: -one.worth)


def in_turn(ranked: Sequence[Ranked], rows: Counter[object], taken: Sequence[Ranked]) -> Iterator[Ranked]:
    """The statements, best first for the rows that are taken when each is asked for.

    What is taken off is the same for all of one speaker in one document, so only the best of each such group
    is looked at.
    """
    groups: dict[object, deque[int]] = {}
    for at, one in enumerate(ranked):
        groups.setdefault((one.source, one.voice), deque()).append(at)
    heads = [(-ranked[group[0]].worth, group[0], key) for key, group in groups.items()]
    heapify(heads)
    gone: set[int] = set()
    while heads and len(taken) < WEIGHED:
        known, at, key = heads[0]
        value = -(ranked[at].worth - crowded(rows, ranked[at]))
        if value != known:  # rows were taken since
            heapreplace(heads, (value, at, key))
            continue
        group = groups[key]
        gone.add(group.popleft())
        if group:
            following = ranked[group[0]]
            heapreplace(heads, (-(following.worth - crowded(rows, following)), group[0], key))
        else:
            heappop(heads)
        yield ranked[at]
    yield from (one for at, one in enumerate(ranked) if at not in gone)


def crowded(rows: Counter[object], one: Ranked) -> float:
    """What is taken off a statement for the rows that its document and its speaker have."""
    same = SAME_SPEAKER * rows[one.voice] if one.voice else 0.0
    return SAME_SOURCE * rows[one.source] + same


def alike(one: Ranked, other: Ranked) -> bool:
    """Whether two statements are one that is told twice; what two speakers say is never one, but that
    nobody is named for is, where two reports have it in the same words."""
    if one.voice != other.voice:
        return False
    if one.voice is None:
        return len(one.words) >= PHRASE and one.words == other.words
    return same(one.words, other.words) or same(one.said, other.said)


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words, neither of them a mere phrase, have most of the smaller one in common."""
    fewer = min(len(one), len(other))
    return fewer >= PHRASE and len(one & other) > ALIKE * fewer


def worth(brief: Brief, statement: Statement) -> float:
    """What a statement is worth a row, its neighbours left aside."""
    return sum(features(brief, statement).values())


def features(brief: Brief, statement: Statement) -> dict[str, float]:
    """What makes up the worth of a statement, by names that `briefgen why` prints."""
    spans = frames(statement)
    words = " ".join(map(statement.document.text, spans))
    reported = {quote.kind for quote in statement.quotes} == {"indirect"}
    person = statement.speaker is not None and statement.speaker.kind == "person"
    return {
        "bears on the topic": bearing(brief, spans),
        "denies": DENIES * denies(words),
        "says what will be done": INTENDS * intends(words),
        "holds an open issue": OPEN * opens(statement, spans),
        "only reported" if reported else "own words": -VERBATIM if reported else VERBATIM,
        "of a person": NAMED * person,
        "few words, or a question": -STUMP * (len(words.split()) < FEW or words.endswith("?")),
    }


def bearing(brief: Brief, spans: Iterable[Span]) -> float:
    """How much the sentences bear on the topic."""
    return max(brief.evidence[span].score for span in spans if span in brief.evidence)


def opens(statement: Statement, spans: tuple[Span, ...]) -> bool:
    """Whether an open issue stands in the statement."""
    return not statement.document.open_in.isdisjoint(spans)
