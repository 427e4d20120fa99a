"""One statement in its two versions, word by word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby

from briefgen.english.place_line import behind_place_line
from briefgen.link.alignment import Match
from briefgen.link.keyed import KeyedWord
from briefgen.link.tiling import Tiling, tile
from briefgen.link.version import Version
from briefgen.model import Quotation, Span

_MOST_QUOTED = 40  # stretches of one statement that are compared with each other


@dataclass(frozen=True, eq=False)
class Side:
    """One version of a statement: one sentence or a few of one document. Compared by identity."""

    version: Version
    sentences: tuple[Span, ...]

    @cached_property
    def tokens(self) -> tuple[KeyedWord, ...]:
        """Its words, without the line of place, day and agency at the head, which each outlet writes anew."""
        return tuple(chain.from_iterable(self.version.keyed(self._told(one)) for one in self.sentences))

    def _told(self, sentence: Span) -> Span:
        start = behind_place_line(self.version.document.tokens, sentence.start, sentence.end)
        return Span(sentence.source, start, sentence.end)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of its words."""
        return frozenset(token.key for token in self.tokens)

    @cached_property
    def quoted(self) -> tuple[Quotation, ...]:
        """The quoted stretches that begin in it."""
        return tuple(q for s in self.sentences for q in self.version.quoted_from(s))[:_MOST_QUOTED]

    @property
    def said(self) -> tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]:
        """Its sentences in words, and its quoted stretches, closed or not."""
        text = self.version.document.text
        return tuple(map(text, self.sentences)), tuple((text(q.outer), q.ended) for q in self.quoted)

    def span(self, start: int, end: int) -> Span:
        """The span of the words from `start` up to, not including, `end`."""
        return Span(self.version.id, self.tokens[start].start, self.tokens[end - 1].end)

    def sentence_of(self, span: Span | None) -> Span:
        """The sentence in which `span` begins; the first one when there is none."""
        begun = (s for s in self.sentences if span and s.start <= span.start < s.end)
        return next(begun, self.sentences[0])

    def within(self, span: Span) -> range:
        """The words that lie in a span."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        last = bisect_right(self.tokens, span.end, key=lambda token: token.end)
        return range(first, max(first, last))

    def together(self, start: int, end: int) -> bool:
        """Whether the words from `start` up to `end` stand in one sentence, unbroken by a full stop."""
        first, last = self.tokens[start], self.tokens[end - 1]
        return any(s.start <= first.start and last.end <= s.end for s in self.sentences)

    def gap(self, k: int) -> str:
        """What stands between word `k` and the one before it; a line end at the beginning."""
        if k == 0 or k >= len(self.tokens):
            return "\n"
        return self.version.document.source.text[self.tokens[k - 1].end : self.tokens[k].start]


@dataclass(frozen=True)
class SharedStatement:
    """What an original says and what the document derived from it makes of that."""

    original: Side
    derived: Side

    @property
    def unchanged(self) -> bool:
        """Whether both versions have the same words, between the same marks."""
        return self.original.said == self.derived.said

    @cached_property
    def tiling(self) -> Tiling:
        """Which words belong together."""
        return tile(self.original.tokens, self.derived.tokens)

    def lost(self) -> tuple[range, ...]:
        """Runs of words of the original that have no counterpart."""
        return _free(self.original, self.tiling.forward)

    def gained(self) -> tuple[range, ...]:
        """Runs of words of the derived version that have no counterpart."""
        return _free(self.derived, self.tiling.backward)


def _free(side: Side, taken: dict[int, int]) -> tuple[range, ...]:
    """Runs of unmatched words without function words at their edges; a matched function word ends none."""
    row = [k for k in range(len(side.tokens)) if k not in taken]
    runs = (list(g) for _, g in groupby(enumerate(row), key=lambda pair: pair[1] - pair[0]))
    trimmed = (trim(side, range(run[0][1], run[-1][1] + 1)) for run in runs)
    return tuple(run for run in trimmed if run)


def trim(side: Side, run: range) -> range:
    """The run without function words at its edges; empty when it has no other."""
    content = [k for k in run if side.tokens[k].content or side.tokens[k].key == "not"]
    return range(content[0], content[-1] + 1) if content else range(0)


def statements(original: Version, derived: Version, matches: Sequence[Match]) -> tuple[SharedStatement, ...]:
    """The statements of two aligned documents: sentences that share a partner are one statement."""
    found = []
    for group in _groups(matches):
        lefts, rights = sorted({m.left for m in group}), sorted({m.right for m in group})
        found.append(
            SharedStatement(
                Side(original, tuple(original.sentences[i] for i in lefts)),
                Side(derived, tuple(derived.sentences[j] for j in rights)),
            )
        )
    return tuple(found)


def _groups(matches: Sequence[Match]) -> Iterator[list[Match]]:
    """Matches that hang together over a shared sentence, in order of the derived text."""
    of_left: dict[int, list[Match]] = defaultdict(list)
    of_right: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        of_left[match.left].append(match)
        of_right[match.right].append(match)
    seen: set[Match] = set()
    for match in matches:
        group = [] if match in seen else [match]
        seen.update(group)
        for one in group:
            more = [m for m in (*of_left[one.left], *of_right[one.right]) if m not in seen]
            seen.update(more)
            group += more
        if group:
            yield group
