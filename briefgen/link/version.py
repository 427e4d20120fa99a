"""One document as the comparison sees it: its sentences in order and its quoted stretches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from briefgen.english.passages import Passage, analyse
from briefgen.english.words import compared
from briefgen.link import token_words
from briefgen.link.keyed import KeyedWord, keyed
from briefgen.link.testimony import Testimony
from briefgen.model import PROSE, Document, Quotation, Span, Token

_FIGURES = re.compile(r"\d+")
_SHINGLE = 5  # words; the usual length for near-duplicates of news
_PASSAGES = 64  # analysed blocks that are kept: all of an article, a stretch of a book
_OWN_SHARE = 0.25  # of the runs; below it the document is a speech or a transcript


@dataclass(frozen=True, eq=False)
class Version:
    """A document with what is compared of it, worked out once. Compared by identity."""

    document: Document

    @property
    def id(self) -> str:
        """`Source.id` of the document."""
        return self.document.source.id

    @property
    def file(self) -> str:
        """The file of the document, by which a person finds it."""
        return self.document.source.file

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The blocks that belong to the article, captions left out."""
        blocks = self.document.blocks
        return tuple(b.span for b in blocks if b.label in PROSE)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences; its paragraphs when nobody split them."""
        return tuple(s.span for s in self.document.sentences) or self.paragraphs

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each sentence."""
        return tuple(self.document.text(span) for span in self.sentences)

    @cached_property
    def testimony(self) -> Testimony:
        """What it says of its own origin."""
        return Testimony(self.document, self.texts, self.quoted)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words of the article, folded."""
        return tuple(chain.from_iterable(self.rows))

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The words of each sentence, folded."""
        return tuple(self.plain_words(s.start, s.end) for s in self.sentences)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Stems of the words that carry a topic."""
        return tuple(chain.from_iterable(map(token_words.terms, self._tokens())))

    @cached_property
    def particulars(self) -> frozenset[str]:
        """Its figures and the words it writes with a capital inside a sentence, folded."""
        return self._read[1]

    def _tokens(self) -> Iterator[list[str]]:
        """The tokens of each sentence."""
        tokens = self.document.tokens
        return (token_words.texts_between(tokens, s.start, s.end) for s in self.sentences)

    @cached_property
    def figures(self) -> tuple[frozenset[str], ...]:
        """The figures of each sentence."""
        return tuple(frozenset(_FIGURES.findall(text)) for text in self.texts)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Runs of five words of the writer (Broder 1997), hashed; of all words when nearly all are quoted.

        Two reporters at one press conference share its quotations, which makes neither a copy.
        """
        own = frozenset(chain.from_iterable(map(runs, self._unquoted())))
        if len(own) >= _OWN_SHARE * len(self.words):
            return own
        spoken = frozenset(runs(self.words))
        return own if len(own) >= _OWN_SHARE * len(spoken) else spoken

    def _unquoted(self) -> Iterator[tuple[str, ...]]:
        for paragraph in self.paragraphs:
            start = paragraph.start
            for quoted in self.quoted_from(paragraph):
                yield self.plain_words(start, quoted.outer_start)
                start = quoted.outer_end
            yield self.plain_words(start, paragraph.end)

    @property
    def quoted(self) -> tuple[Quotation, ...]:
        """Its quotations in reading order, speech or not: a programme's name that was translated back is a
        difference as well."""
        return self.document.quotations

    def tokens_in(self, span: Span) -> Iterator[Token]:
        """The words of a span as they are compared."""
        return compared(self.document.tokens.between(span.start, span.end))

    def plain_words(self, start: int, end: int) -> tuple[str, ...]:
        """The words that begin in `start`..`end`, without accents and marks."""
        starts = self.document.tokens.starts
        found = self._read[0][bisect_left(starts, start) : bisect_left(starts, end)]
        return tuple(chain.from_iterable(found))

    @cached_property
    def _read(self) -> tuple[list[tuple[str, ...]], frozenset[str]]:
        """The words of each token, folded, and the particulars."""
        starts = self.document.tokens.starts
        texts = token_words.texts_between(self.document.tokens, 0, len(self.document.tokens.text))
        rows = (texts[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in self.sentences)
        return token_words.plain_words(texts), token_words.particulars(rows)

    @cached_property
    def own_share(self) -> tuple[float, ...]:
        """For each sentence, the share of its characters that the writer, not a speaker, chose."""
        return tuple(1 - self._quoted_in(span) / (span.end - span.start) for span in self.sentences)

    @cached_property
    def spoken(self) -> str:
        """All its quoted words in a row, folded, with a space before and after each."""
        words = (word for q in self.quoted for word in self.plain_words(q.start, q.end))
        return f" {' '.join(words)} "

    def quotes(self, words: tuple[str, ...]) -> bool:
        """Whether it has these folded words between marks, in this order and nothing between them."""
        return f" {' '.join(words)} " in self.spoken

    def keyed(self, span: Span) -> tuple[KeyedWord, ...]:
        """The words of a sentence by which two versions of it are compared."""
        if span not in self._keyed:
            self._keyed[span] = keyed(self.document, span)
        return self._keyed[span]

    @cached_property
    def _keyed(self) -> dict[Span, tuple[KeyedWord, ...]]:
        return {}

    def passage(self, sentence: Span) -> Passage:
        """The analysed block in which a sentence stands, its quoted words read like the others."""
        blocks = self.document.blocks
        number = bisect_right(blocks, sentence.start, key=lambda block: block.span.start) - 1
        if number not in self._passage:
            if len(self._passage) >= _PASSAGES:
                self._passage.clear()
            self._passage[number] = analyse(self.document, number, ())
        return self._passage[number]

    @cached_property
    def _passage(self) -> dict[int, Passage]:
        """The blocks that were analysed last: each is asked for again with every document derived from it."""
        return {}

    def quoted_from(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that begin in a span, in order."""
        return self.document.quotations_in(span.start, span.end)

    @cached_property
    def _quote_starts(self) -> tuple[int, ...]:
        return tuple(q.outer_start for q in self.quoted)

    def _quoted_in(self, sentence: Span) -> int:
        """Quoted characters of a sentence, with those of a stretch that began before it."""
        first = max(0, bisect_left(self._quote_starts, sentence.start) - 1)
        last = bisect_left(self._quote_starts, sentence.end)
        inside = (q.outer for q in self.quoted[first:last] if q.outer.overlaps(sentence))
        return sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in inside)


def runs(words: tuple[str, ...]) -> Iterator[int]:
    """The runs of five words, as hashes that are good for this process only."""
    return map(hash, zip(*(words[k:] for k in range(_SHINGLE)), strict=False))
