"""The document as the speaker stage sees it: every mention in order, with its place in the sentence."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen import lexicon
from briefgen.english.mention import Mention
from briefgen.english.mentions import LONGEST_NICKNAME, is_nickname
from briefgen.english.offices import TokenRange, given
from briefgen.english.passages import Passage, analyse
from briefgen.english.place_line import place_line
from briefgen.english.tags import FINITE, is_title_case, lemma
from briefgen.model import PROSE, Document, Tokens

_TELLING = lexicon.saying.taking("addressee")
_SMALL_WORDS = 2  # words in small letters with which a line of names is a sentence, and no heading
_SIGNATURE = 12  # tokens of a line that signs a quotation


@dataclass(frozen=True, slots=True)
class Ref:
    """One mention of the document."""

    index: int
    passage: int
    """Index into `Scene.passages`."""
    mention: Mention
    start: int
    end: int
    """Offsets without the title."""
    sentence: int
    """Sentence number inside its passage."""
    words: tuple[str, ...]
    """Its words in lower case, without the title."""
    place: str
    """Where it stands: "subject", "subject of speech", "addressed", "object", "owner", "after of" ..."""
    how: str
    """For a subject of speech: how it was found; else ""."""


@dataclass(frozen=True)
class Scene:
    """All passages and mentions of a document."""

    tokens: Tokens
    passages: tuple[Passage, ...]
    refs: tuple[Ref, ...]
    first_ref: tuple[int, ...]
    """Index of the first mention of every passage, and the total at the end."""

    @property
    def text(self) -> str:
        """That of the source."""
        return self.tokens.text

    @cached_property
    def outermost(self) -> tuple[tuple[int, int], ...]:
        """Index of the first and of the last mention of every passage that is no part of another; or -1."""
        found = []
        for number in range(len(self.passages)):
            own = [r.index for r in self.of_passage(number) if not r.mention.modifier] or [-1]
            found.append((own[0], own[-1]))
        return tuple(found)

    @cached_property
    def only_quoted(self) -> tuple[bool, ...]:
        """For every passage whether it holds nothing but quotations."""
        return tuple(all(t.tag in ("QUOTE", "MARK") for t in p.tokens) for p in self.passages)

    @cached_property
    def place_lines(self) -> tuple[int, ...]:
        """For every passage how many of its tokens tell where it was written: "BERGEN —"."""
        return tuple(place_line(p.tokens) for p in self.passages)

    @cached_property
    def headings(self) -> tuple[bool, ...]:
        """For every passage whether nearly every word has a capital, so that capitals tell no names."""
        return tuple(map(self._is_heading, self.passages))

    def _is_heading(self, passage: Passage) -> bool:
        small = sum(token.tag == "W" for token in passage.tokens[: _SMALL_WORDS + 40])
        named = passage.label == "headline" or small < _SMALL_WORDS
        return named and is_title_case(self.text[passage.start : min(passage.end, passage.start + 200)])

    @cached_property
    def signatures(self) -> tuple[bool, ...]:
        """For every passage whether it is a short line that opens with a dash: "– Anna Lee, Geneva"."""
        return tuple(
            0 < len(p.tokens) <= _SIGNATURE and p.tokens[0].text[0] in "–—―-" and not p.cues
            for p in self.passages
        )

    @cached_property
    def _given(self) -> dict[int, tuple[TokenRange, ...]]:
        """Offices read so far, by mention."""
        return {}

    def given(self, ref: Ref) -> tuple[TokenRange, ...]:
        """What its passage calls the one whom a mention names, there."""
        found = self._given.get(ref.index)
        if found is None:
            found = self._given[ref.index] = tuple(given(self.passages[ref.passage], ref.mention))
        return found

    def of_passage(self, passage: int) -> Sequence[Ref]:
        """The mentions of one passage in order."""
        return self.refs[self.first_ref[passage] : self.first_ref[passage + 1]]

    def next_ref(self, passage: int, offset: int) -> int:
        """Index of the first mention of a passage at or behind `offset`, else the one behind its last."""
        own = self.of_passage(passage)
        return self.first_ref[passage] + bisect.bisect_left(own, offset, key=lambda r: r.start)

    def passage_at(self, offset: int) -> int:
        """Index of the passage that holds `offset`."""
        return max(bisect.bisect_right(self.passages, offset, key=lambda p: p.start) - 1, 0)


def build(document: Document) -> Scene:
    """Analyses every searched block with the quoted speech masked."""
    masks = sorted({*_masks(document), *_nicknames(document)})
    passages: list[Passage] = []
    refs: list[Ref] = []
    first = [0]
    for index, block in enumerate(document.blocks):
        if block.label in PROSE:
            low = bisect.bisect_left(masks, (block.span.start, 0))
            high = bisect.bisect_left(masks, (block.span.end, 0))
            passages.append(analyse(document, index, masks[low:high]))
            refs += _refs(passages[-1], len(passages) - 1, len(refs))
            first.append(len(refs))
    return Scene(document.tokens, tuple(passages), tuple(refs), tuple(first))


def _masks(document: Document) -> list[tuple[int, int]]:
    """The quoted parts of statements with the marks around them."""
    parts = (part for quote in document.quotes if quote.marked for part in quote.parts)
    marked = (document.quotation_of(part) or part for part in parts)
    return sorted((span.start, span.end) for span in marked)


def _nicknames(document: Document) -> Iterator[tuple[int, int]]:
    """Nicknames in marks inside a name, with their marks: they are part of it."""
    for index, block in enumerate(document.blocks):
        if block.label not in PROSE:
            continue
        found = document.quotations_in(block.span.start, block.span.end)
        if any(one.end - one.start <= LONGEST_NICKNAME for one in found):
            passage = analyse(document, index, [(one.outer_start, one.outer_end) for one in found])
            for at in passage.quotations:
                if is_nickname(passage.tokens, at):
                    yield passage.tokens[at].start, passage.tokens[at].end


def _refs(passage: Passage, number: int, offset: int) -> list[Ref]:
    speaking: dict[int, str] = {}
    for cue in passage.cues:
        if cue.subject is not None and cue.how != "passive":
            speaking.setdefault(cue.subject, cue.how)
    ends = frozenset(m.last for m in passage.mentions if not m.modifier)
    found = []
    for index, mention in enumerate(passage.mentions):
        how = speaking.get(index, "")
        low, high = passage.extent(mention)
        inside = passage.tokens[mention.first : mention.last + 1]
        words = tuple(token.low for token in inside if token.tag != "QUOTE")  # a nickname is none of them
        place = "subject of speech" if how else _place(passage, mention, ends)
        sentence = passage.sentence[mention.first]
        found.append(Ref(offset + index, number, mention, low, high, sentence, words, place, how))
    return found


def _place(passage: Passage, mention: Mention, ends: frozenset[int]) -> str:
    tokens = passage.tokens
    if mention.owner:
        return "owner"
    if mention.modifier:
        return "modifier"
    before = tokens[mention.head - 1] if mention.head else None
    after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    if before is not None and before.tag == "CUE":
        return "addressed" if lemma(before) in _TELLING else "object"
    if before is not None and before.tag == "PREP":
        return (
            f"after {before.low}"
            if before.low in ("of", "by", "to", "with", "from", "for")
            else "after preposition"
        )
    if after is not None and after.tag in FINITE:
        return "subject"
    if before is not None and before.tag == "VERB":
        return "object"
    if before is not None and before.text == "," and mention.head - 2 in ends:
        return "apposition"
    return "other"
