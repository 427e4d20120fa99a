"""One document as the comparison sees it: its sentences in order and its quoted stretches."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefgen.link.grams import Profile
from briefgen.link.quotation import Stretch, stretches
from briefgen.link.testimony import Testimony
from briefgen.link.words import WORD, fold, is_function_word, stem
from briefgen.model import KEPT, Document, Span

_SHINGLE = 5  # words; the usual length for near-duplicates of news
_OWN_SHARE = 0.25  # of the runs; below it the document is a speech or a transcript


@dataclass(frozen=True, eq=False)
class Version:
    """A document with what is compared of it, worked out once. Compared by identity."""

    document: Document

    @property
    def id(self) -> str:
        """`Source.id` of the document."""
        return self.document.source.id

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The blocks that belong to the article, captions left out."""
        blocks = self.document.blocks
        return tuple(b.span for b in blocks if b.label in KEPT and b.label != "caption")

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences; its paragraphs when nobody split them."""
        return tuple(s.span for s in self.document.sentences) or self.paragraphs

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each sentence."""
        return tuple(self.document.text(span) for span in self.sentences)

    @cached_property
    def profile(self) -> Profile:
        """Its sentences as they are aligned."""
        return Profile(self.texts)

    @cached_property
    def testimony(self) -> Testimony:
        """What it says of its own origin."""
        return Testimony(self.document, self.texts, self.quoted)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words of the article, folded."""
        return tuple(word for text in self.texts for word in _folded(text))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Stems of the words that carry a topic."""
        found = (word for text in self.texts for word in WORD.findall(text))
        return tuple(stem(word) for word in found if len(word) > 1 and not is_function_word(word))

    @cached_property
    def particulars(self) -> frozenset[str]:
        """Its figures and the words it writes with a capital inside a sentence, folded."""
        found = (
            m.group() for text in self.texts for k, m in enumerate(WORD.finditer(text)) if _particular(m, k)
        )
        return frozenset(fold(word) for word in found)

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Runs of five words of the writer (Broder 1997); of all words when nearly all are quoted.

        Two reporters at one press conference share its quotations, which makes neither a copy.
        """
        own, spoken = frozenset(_runs(self._unquoted())), frozenset(_runs([self.words]))
        return own if len(own) >= _OWN_SHARE * len(spoken) else spoken

    def _unquoted(self) -> Iterator[tuple[str, ...]]:
        text = self.document.source.text
        for paragraph in self.paragraphs:
            start = paragraph.start
            for quoted in (q.span for q in self.quoted_from(paragraph)):
                yield _folded(text[start : quoted.start])
                start = quoted.end
            yield _folded(text[start : paragraph.end])

    @cached_property
    def quoted(self) -> tuple[Stretch, ...]:
        """Its quoted stretches in reading order."""
        return stretches(self.document.source.text, self.paragraphs)

    @cached_property
    def own_share(self) -> tuple[float, ...]:
        """For each sentence, the share of its characters that the writer, not a speaker, chose."""
        return tuple(1 - self._quoted_in(span) / (span.end - span.start) for span in self.sentences)

    @cached_property
    def spoken(self) -> str:
        """All its quoted words in a row, folded, with a space before and after each."""
        text = self.document.source.text
        words = (word for q in self.quoted for word in _folded(text[q.inner.start : q.inner.end]))
        return f" {' '.join(words)} "

    def quotes(self, words: tuple[str, ...]) -> bool:
        """Whether it has these folded words between marks, in this order and nothing between them."""
        return f" {' '.join(words)} " in self.spoken

    def quoted_from(self, span: Span) -> tuple[Stretch, ...]:
        """The quoted stretches that begin in a span, in order."""
        starts = self._quote_starts
        return self.quoted[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    @cached_property
    def _quote_starts(self) -> tuple[int, ...]:
        return tuple(q.span.start for q in self.quoted)

    def _quoted_in(self, sentence: Span) -> int:
        """Quoted characters of a sentence, with those of a stretch that began before it."""
        first = max(0, bisect_left(self._quote_starts, sentence.start) - 1)
        last = bisect_left(self._quote_starts, sentence.end)
        inside = (q.span for q in self.quoted[first:last] if q.span.overlaps(sentence))
        return sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in inside)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(text))


def _runs(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for words in rows:
        yield from (words[i : i + _SHINGLE] for i in range(len(words) - _SHINGLE + 1))


def _particular(word: re.Match[str], place: int) -> bool:
    first = word.group()[0]
    return first.isdigit() or (place > 0 and first.isupper() and len(word.group()) > 1)
