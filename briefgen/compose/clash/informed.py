"""Was somebody told before: "they were aware in advance", "I did not know you had not been informed"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from briefgen import lexicon
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import CROWD, Claim, Origin, Passage, independent
from briefgen.english.tokens import fold
from briefgen.model import Span

BEFORE = 3
"""Sentences before a claim that may name who was told: "They were aware in advance."."""
NEAR = 30
"""Characters between being told and "in advance"."""
ACTORS = frozenset({"state", "organisation", "person"})


@dataclass(frozen=True, slots=True)
class Notice(Claim):
    """A sentence that says that somebody was told before, or was not."""

    denied: bool
    who: frozenset[str]
    """Keys of the names in it and in the sentences before it."""

    @property
    def says(self) -> str:
        return "denied" if self.denied else "told"


def find(passages: Sequence[Passage], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences of which one has somebody told before, the other not; few sentences of a folder do."""
    found = [notice for passage in passages for notice in noticed(passage)]
    told = [notice for notice in found if not notice.denied][:CROWD]
    for one in told:
        for other in found[:CROWD]:
            if other.denied and one.who & other.who and independent(one, other, origin):
                yield Clash("denial", one, other)


def noticed(passage: Passage) -> Iterator[Notice]:
    """What a sentence says of somebody's being told before: at most one thing."""
    document, span = passage.document, passage.span
    text = fold(document.text(span))
    if text.endswith("?"):
        return
    found = _told().search(text)
    denied = None if found else _not_told().search(text) or _left_out(passage, text)
    match = found or denied
    if match:
        core = Span(span.source, span.start + match.start(), span.start + match.end())
        yield Notice(passage, "informed", core, found is None, frozenset(named(passage)))


def named(passage: Passage) -> Iterator[str]:
    """Keys of who is named in a sentence and in those before it."""
    row = passage.document.sentences
    at = bisect_left(row, passage.span.start, key=lambda one: one.span.start)
    around = Span(passage.span.source, row[max(at - BEFORE, 0)].span.start, passage.span.end)
    names = passage.document.names
    first = bisect_left(names, around.start, key=lambda one: one.span.start)
    for name in islice(names, first, None):
        if name.span.start >= around.end:
            return
        if name.kind in ACTORS:
            yield name.key


def _left_out(passage: Passage, text: str) -> re.Match[str] | None:
    """ "Had not been" at the end of a sentence, where the one before says informed of what."""
    row = passage.document.sentences
    at = bisect_left(row, passage.span.start, key=lambda one: one.span.start)
    before = fold(passage.document.text(row[at - 1].span)) if at else ""
    return _ELLIPSIS.search(text) if re.search(rf"\b{_phrases('told')}\b", before) else None


_BE = r"(?:was|were|been|being|are|is|be)"
_ELLIPSIS = re.compile(r"\b(?:had|have|has|was|were) (?:not|never) been\b(?=\W*$)")


@cache
def _told() -> re.Pattern[str]:
    told, ahead = _phrases("told"), _phrases("ahead")
    return re.compile(rf"\b{_BE}(?: \w+)? {told}\b[^.;:]{{0,{NEAR}}}?\b{ahead}\b")


@cache
def _not_told() -> re.Pattern[str]:
    told = _phrases("told")
    return re.compile(rf"(?:\b(?:not|never)|n't)(?: been| being)?(?: \w+ly)? {told}\b|\bunaware\b")


@cache
def _phrases(use: str) -> str:
    rows = (row.phrases for row in lexicon.linking.informed() if row.use == use)
    return "(?:" + "|".join(re.escape(phrase) for phrases in rows for phrase in phrases) + ")"
