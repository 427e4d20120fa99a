"""Two sources that call two different ones the first: "the first state to ban", "the first statewide ban"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Claim, Origin, Passage, meeting, weight
from briefgen.english.tokens import fold
from briefgen.model import Span

LEAST = 13.0
SAME = 6.0
"""Weight of the words behind "first" that both share: what somebody is the first in."""
MOSTLY = 0.3
"""Share of the shorter side's words in what they are first that both have."""
STEM = 5
"""Letters by which "state" and "statewide" are one."""
ROOM = 80
"""Characters behind "first" that say in what."""
BEFORE = frozenset({"the", "became", "as", "become", "becoming"})
HOLDERS = frozenset({"person", "state", "organisation", "place"})


@dataclass(frozen=True, slots=True)
class First(Claim):
    """A "first" with who it is."""

    what: frozenset[str]
    among: frozenset[str]
    """Stems of the two words behind "first"."""
    who: frozenset[str]
    """Keys of the names before it."""
    words: frozenset[str]
    """The words of these names and of any other before it."""

    @property
    def says(self) -> str:
        return " ".join(sorted(self.who))


def find(passages: Sequence[Passage], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences that name two as the first in one thing."""
    found = [first for passage in passages for first in called(passage)]
    for one, other in meeting(found, origin, LEAST):
        if not one.words & other.words and alike(one, other):
            yield Clash("first", one, other)


def alike(one: First, other: First) -> bool:
    """Whether both are first among the same and in the same: "first state" and "first statewide", not "city"."""
    shared = one.what & other.what
    most = len(shared) >= MOSTLY * min(len(one.what), len(other.what))
    among = any(a[:STEM] == b[:STEM] for a in one.among for b in other.among)
    return most and among and len(shared) > 1 and weight(shared) >= SAME


def called(passage: Passage) -> Iterator[First]:
    """What a sentence calls the first, and whom it names before."""
    document, span = passage.document, passage.span
    tokens = [token for token in document.tokens.between(span.start, span.end) if token.text[0].isalpha()]
    for k in range(1, len(tokens) - 2):
        if fold(tokens[k].text) == "first" and fold(tokens[k - 1].text) in BEFORE:
            start, end = tokens[k].start, tokens[k].end
            before = [name for name in passage.names if name.span.end <= start]
            who = frozenset(name.key for name in before if name.kind in HOLDERS)
            what = passage.stems_in(end, end + ROOM) - passage.named
            among = passage.stems_in(end, tokens[k + 2].end) - passage.named
            named = frozenset(word for name in before for word in name.canonical.casefold().split())
            if who and what:
                yield First(
                    passage, "first", Span(span.source, start, tokens[k + 1].end), what, among, who, named
                )
