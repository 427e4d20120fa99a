"""Documents with their layers, and what links them."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from briefgen.model.archive import Archive
from briefgen.model.by_place import ByPlace
from briefgen.model.findings import DateMention, Issue, Name, Quote, Relation, Sentence, Turn
from briefgen.model.metadata import CITABLE, Block, Metadata
from briefgen.model.source import Source, Span
from briefgen.model.words import NO_TOKENS, Quotation, Tokens

UNDESCRIBED = Metadata()
"""What is known of a document before it is described: nothing."""


@dataclass(frozen=True)
class Document:
    """One source with its layers; each stage fills one by `dataclasses.replace`."""

    source: Source
    blocks: tuple[Block, ...] = ()
    meta: Metadata = UNDESCRIBED
    tokens: Tokens = NO_TOKENS
    quotations: tuple[Quotation, ...] = ()
    turns: tuple[Turn, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    relations: tuple[Relation, ...] = ()
    issues: tuple[Issue, ...] = ()

    def text(self, span: Span) -> str:
        """The exact words of `span`, which must lie in this document.

        To ask for others is a fault of the stage that asks: LookupError.
        """
        if span.source != self.source.id or span.end > len(self.source.text):
            raise LookupError(f"{span} does not lie in {self.source.id}")
        return self.source.text[span.start : span.end]

    @property
    def failed(self) -> bool:
        """Whether a fault of the program left nothing of the document but its file."""
        return any(flag.kind == "document-failed" for flag in self.meta.flags)

    @property
    def foreign(self) -> bool:
        """Whether it is in another language than English, and so was not read."""
        return any(flag.kind == "not-english" for flag in self.meta.flags)

    @property
    def confidential(self) -> bool:
        """Whether the user marked it so: of its text nothing leaves the house but what is cited."""
        return any(flag.kind == "confidential" for flag in self.meta.flags)

    @property
    def lost(self) -> tuple[str, ...]:
        """The layers that a fault of the program left empty."""
        return tuple(flag.detail for flag in self.meta.flags if flag.kind == "layer-failed")

    def citable(self) -> Iterator[Sentence]:
        """The sentences that may become lines of a memo: of body and teaser, not of headlines; of a question
        only those in which somebody is quoted."""
        for sentence in self.sentences:
            turn = self.turn_at(sentence.span.start)
            told = turn is None or turn.kind == "own" or sentence.span in self.quotes_in
            if told and self.blocks[sentence.block].label in CITABLE:
                yield sentence

    def turn_at(self, offset: int) -> Turn | None:
        """The turn in which a position lies, or None."""
        index = bisect.bisect_right(self._turn_starts, offset) - 1
        return self.turns[index] if index >= 0 and offset < self.turns[index].span.end else None

    @cached_property
    def names_at(self) -> ByPlace[Name]:
        """The names by place."""
        return ByPlace((name.span, name) for name in self.names)

    @cached_property
    def dates_at(self) -> ByPlace[DateMention]:
        """The dates by place."""
        return ByPlace((mention.span, mention) for mention in self.dates)

    @cached_property
    def parts_at(self) -> ByPlace[tuple[Quote, Span]]:
        """The parts of quotes by place, each with its quote."""
        return ByPlace((part, (quote, part)) for quote in self.quotes for part in quote.parts)

    @cached_property
    def quotes_in(self) -> Mapping[Span, tuple[Quote, ...]]:
        """The quotes in whose frame each sentence stands, in order."""
        found: dict[Span, list[Quote]] = {}
        for quote in self.quotes:
            for sentence in quote.frame:
                found.setdefault(sentence, []).append(quote)
        return {sentence: tuple(quotes) for sentence, quotes in found.items()}

    @cached_property
    def open_in(self) -> frozenset[Span]:
        """The sentences that hold an open issue."""
        return frozenset(issue.sentence for issue in self.issues)

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations, speech or not, that open in `start`..`end`, in order."""
        starts = self._quotation_starts
        return self.quotations[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]

    def quotation_of(self, part: Span) -> Span | None:
        """The quotation whose words begin as `part` does, with its marks."""
        at = bisect.bisect_right(self._quotation_starts, part.start) - 1
        if at < 0 or self.quotations[at].start != part.start:
            return None
        return self.quotations[at].outer

    def inside_quotation(self, offset: int) -> bool:
        """Whether a position lies between the marks of a quotation."""
        at = bisect.bisect_left(self._quotation_starts, offset) - 1
        return at >= 0 and offset < self.quotations[at].outer_end

    def marks_round(self, offset: int) -> tuple[int, ...]:
        """Where the marks of the quotation stand in which a position lies; none where it lies in none."""
        at = bisect.bisect_left(self._quotation_starts, offset + 1) - 1
        if at < 0 or offset >= self.quotations[at].outer_end:
            return ()
        return (self.quotations[at].outer_start, self.quotations[at].outer_end - 1)

    def tears(self, span: Span) -> bool:
        """Whether a quotation goes over an edge of `span`."""
        return self.inside_quotation(span.start) or self.inside_quotation(span.end)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.outer_start for quotation in self.quotations]

    @cached_property
    def _turn_starts(self) -> list[int]:
        return [turn.span.start for turn in self.turns]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence in which `span` starts, or None."""
        index = bisect.bisect_right(self._sentence_starts, span.start) - 1
        if index < 0 or self.sentences[index].span.end <= span.start:
            return None
        return self.sentences[index]


OriginKind = Literal["original", "reprint", "rewrite", "translation", "duplicate"]


class Kinship(NamedTuple):
    """Where a document stands in its group of the same origin."""

    source: str
    origin: str
    """`Source.id` of the document that is nearest to the origin; itself when it stands alone."""
    kind: OriginKind
    reasons: tuple[str, ...] = ()


class Pair(NamedTuple):
    """The same statement in two documents of one origin."""

    original: Span
    derived: Span
    score: float


class Divergence(NamedTuple):
    """A point where a derived document departs from its origin."""

    kind: str
    """"title", "quote-altered", "qualifier", "number", "omission", "addition", "date" ..."""
    subject: str
    """What it is about, in the sources' words: a person's name, a quoted term; "" if nothing shorter."""
    original: Span | None
    derived: Span | None
    original_at: Span
    """The sentence of each side."""
    derived_at: Span
    severity: Literal["major", "notable", "minor"]


@dataclass(frozen=True)
class Corpus:
    """All documents of a run and what links them."""

    documents: tuple[Document, ...]
    kinships: tuple[Kinship, ...] = ()
    pairs: tuple[Pair, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    archive: Archive | None = None
    """Set where the documents are a part of an archive: those that have most to do with one topic."""

    @property
    def read(self) -> tuple[tuple[str, str], ...]:
        """File and SHA-256 of every document that was read, in reading order."""
        if self.archive is not None:
            return self.archive.read
        return tuple((one.source.file, one.source.sha256) for one in self.documents)

    @property
    def days(self) -> frozenset[date]:
        """The days on which its documents were published, where they are known."""
        return frozenset(day for one in self.documents if (day := one.meta.published.day))

    @property
    def count(self) -> int:
        """How many documents were read: those in another language, and those that a fault of the program
        cost, were not."""
        if self.archive is not None:
            return self.archive.texts
        return sum(not one.failed and not one.foreign for one in self.documents)

    @property
    def foreign(self) -> int:
        """How many documents were not read because of their language."""
        if self.archive is not None:
            return self.archive.foreign
        return sum(one.foreign for one in self.documents)

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """Documents by `Source.id`."""
        return {d.source.id: d for d in self.documents}

    def text(self, span: Span) -> str:
        """The exact words of `span`: the only way any stage obtains words."""
        return self.by_id[span.source].text(span)

    def document(self, span: Span) -> Document:
        """The document that `span` points into."""
        return self.by_id[span.source]

    def kinship(self, source: str) -> Kinship:
        """Where a document stands; a document alone is its own origin."""
        return self._kinship_of.get(source) or Kinship(source, source, "original")

    @cached_property
    def _kinship_of(self) -> Mapping[str, Kinship]:
        return {kinship.source: kinship for kinship in self.kinships}
