"""One analysed paragraph: tokens, sentences, mentions and cues, with the quoted stretches masked."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefgen.english.cues import Cue, find_cues
from briefgen.english.marks import SENTENCE_ENDS
from briefgen.english.mention import Mention
from briefgen.english.mentions import find_mentions
from briefgen.english.tags import Tagged, tagged
from briefgen.model import Document, Label, Sentence, Tokens

_DOCUMENTS = 4
"""Whose analysed paragraphs are kept: the one at work, and a few for those who look at two side by side."""
_ENDS = SENTENCE_ENDS | frozenset('”"')


class Passage(NamedTuple):
    """A block of the article as the shallow syntax sees it."""

    block: int
    """Index into `Document.blocks`."""
    start: int
    end: int
    label: Label
    tokens: tuple[Tagged, ...]
    bounds: tuple[tuple[int, int], ...]
    """(start, end) of its sentences."""
    sentence: tuple[int, ...]
    """Index into `bounds` for every token, by its start."""
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    quotations: tuple[int, ...]
    """Indexes of the tokens that are quoted stretches."""
    speaking: frozenset[int]
    """Sentences that hold a speech verb or "according to"."""

    @property
    def unfinished(self) -> bool:
        """Whether it has no mark of a sentence at its end, as headlines and names of sections have none."""
        return not self.tokens or self.tokens[-1].text[-1] not in _ENDS

    def sentence_at(self, offset: int) -> int:
        """Index into `bounds` of the sentence that holds `offset`."""
        return max(bisect.bisect_right(self.bounds, (offset, 1 << 60)) - 1, 0)

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends behind `offset`; the number of tokens when there is none."""
        return bisect.bisect_right(self.tokens, offset, key=lambda token: token.end)

    def cues_between(self, first: int, last: int) -> Sequence[Cue]:
        """Cues whose first token lies in `first`..`last`, the latter excluded."""
        low = bisect.bisect_left(self.cues, first, key=lambda cue: cue.first)
        return self.cues[low : bisect.bisect_left(self.cues, last, key=lambda cue: cue.first)]

    def mentions_between(self, first: int, last: int) -> Sequence[Mention]:
        """Mentions whose last token lies in `first`..`last`, the latter excluded."""
        low = bisect.bisect_left(self.mentions, first, key=lambda mention: mention.last)
        return self.mentions[low : bisect.bisect_left(self.mentions, last, key=lambda mention: mention.last)]

    def quotation_between(self, first: int, last: int) -> bool:
        """Whether a quoted stretch lies among the tokens `first`..`last`, the latter excluded."""
        return bisect.bisect_left(self.quotations, first) < bisect.bisect_left(self.quotations, last)

    def tokens_of(self, first: int, last: int) -> tuple[int, int]:
        """Tagged range of the sentences `first`..`last`, both included."""
        return bisect.bisect_left(self.sentence, first), bisect.bisect_right(self.sentence, last)

    def extent(self, mention: Mention) -> tuple[int, int]:
        """Offsets of the mention without its title."""
        return self.tokens[mention.first].start, self.tokens[mention.last].end

    def full_extent(self, mention: Mention) -> tuple[int, int]:
        """Offsets of the mention with its title."""
        return self.tokens[mention.head].start, self.tokens[mention.last].end


def analyse(document: Document, block: int, quoted: Sequence[tuple[int, int]]) -> Passage:
    """Analyses block number `block`; `quoted` are its quoted stretches with their marks, in order."""
    where = document.blocks[block]
    low, high = where.span.start, where.span.end
    bounds = tuple((s.span.start, s.span.end) for s in _sentences(document, low, high)) or ((low, high),)
    turn = document.turn_at(bounds[0][0])
    if turn is not None and turn.label is None:
        low = bounds[0][0]  # "Q" before a question is no word of it
    known, asked = _known(document.tokens), (low, high, tuple(quoted), bounds)
    passage = known.get(asked)
    if passage is None:
        passage = known[asked] = _analysed(document.tokens, *asked)
    return passage._replace(block=block, label=where.label)


_Asked = tuple[int, int, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


@lru_cache(maxsize=_DOCUMENTS)
def _known(_layer: Tokens) -> dict[_Asked, Passage]:
    """The paragraphs of a document that were analysed so far: the quote stage and the speaker stage ask for
    the same ones, one stage after the other."""
    return {}


def _analysed(
    layer: Tokens,
    low: int,
    high: int,
    quoted: tuple[tuple[int, int], ...],
    bounds: tuple[tuple[int, int], ...],
) -> Passage:
    """The analysis of the paragraph in `low`..`high`."""
    tokens = tagged(layer, low, high, quoted, (start for start, _ in bounds))
    sentence = tuple(_numbers(tokens, [start for start, _ in bounds]))
    mentions = find_mentions(tokens)
    cues = find_cues(tokens, mentions, sentence)
    return Passage(
        block=0,
        start=low,
        end=high,
        label="body",
        tokens=tuple(tokens),
        bounds=bounds,
        sentence=sentence,
        mentions=tuple(mentions),
        cues=tuple(cues),
        quotations=tuple(i for i, t in enumerate(tokens) if t.tag == "QUOTE"),
        speaking=frozenset(sentence[c.first] for c in cues if c.kind in ("say", "according")),
    )


def _numbers(tokens: Iterable[Tagged], starts: Sequence[int]) -> Iterator[int]:
    """The number of the sentence in which each token stands, by where the sentences start."""
    number, following = 0, 1
    for token in tokens:
        while following < len(starts) and starts[following] <= token.start:
            number, following = following, following + 1
        yield number


def _sentences(document: Document, low: int, high: int) -> Sequence[Sentence]:
    first = bisect.bisect_left(document.sentences, low, key=lambda s: s.span.start)
    last = bisect.bisect_left(document.sentences, high, key=lambda s: s.span.start)
    return document.sentences[first:last]
