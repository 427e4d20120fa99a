"""One document with the decisions that were made on it, and how its words and places are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from briefgen.annotate import issues, quotes, relations, speakers
from briefgen.annotate.issues import IssueDecision
from briefgen.annotate.quotes import SpeechDecision
from briefgen.annotate.relations import RelationMatch
from briefgen.annotate.speakers import Explained, PronounDecision, SpeakerDecision
from briefgen.fences import fenced
from briefgen.model import Document, Name, Span
from briefgen.paper.printed import folded

SHORT = 72
"""Characters of words that stand in the sentence above anyhow."""

Decision = TypeVar("Decision")


@dataclass(frozen=True)
class ShownDocument:
    """A document as `briefgen show` sees it."""

    document: Document
    speech: tuple[SpeechDecision, ...]
    speakers: Mapping[tuple[Span, ...], SpeakerDecision]
    """By the parts of the statement."""
    pronouns: tuple[PronounDecision, ...]
    issues: tuple[IssueDecision, ...]
    relations: tuple[RelationMatch, ...]

    @classmethod
    def of(cls, document: Document) -> ShownDocument:
        """The view of a document that the annotators have finished.

        What a fault of ours cost the document it costs here, too; it was reported when it struck.
        """
        spoken = _explained(speakers.explain, document, Explained((), ()))
        return cls(
            document,
            _explained(quotes.explain, document, ()),
            {one.parts: one for one in spoken.speakers},
            spoken.pronouns,
            _explained(issues.explain, document, ()),
            _explained(relations.explain, document, ()),
        )

    @cached_property
    def numbers(self) -> Mapping[Span, int]:
        """Number of each sentence, from 1."""
        return {sentence.span: number for number, sentence in enumerate(self.document.sentences, 1)}

    def number(self, span: Span) -> int | None:
        """Number of the sentence that a span starts in."""
        sentence = self.document.sentence_at(span)
        return self.numbers[sentence.span] if sentence else None

    def full(self, span: Span) -> str:
        """Words without marks, white space folded."""
        return folded(self.document.text(span))

    def words(self, span: Span) -> str:
        """Words in marks, the middle of long ones left out."""
        text = self.full(span)
        if len(text) > SHORT:
            text = f"{text[: SHORT - 25].rstrip()} … {text[-20:].lstrip()}"
        return f"“{text}”"

    def given(self, label: str, span: Span | None) -> str:
        """ "role “minister of ports”"; "" when there is none."""
        return f"{label} {self.words(span)}" if span else ""

    def place(self, span: Span) -> str:
        """ "line 5", "lines 5-7", "page 2"."""
        source = self.document.source
        first, last = source.place(span.start), source.place(span.end - 1)
        if first == last or source.places:
            return first
        return f"lines {source.line(span.start)}-{source.line(span.end - 1)}"

    def data(self, span: Span) -> dict[str, object]:
        """A span for JSON."""
        text = self.document.text(span)
        return {"text": text, "place": self.place(span), "start": span.start, "end": span.end}

    def maybe(self, span: Span | None) -> dict[str, object] | None:
        """A span for JSON that may be missing."""
        return self.data(span) if span else None

    def named(self, name: Name | None) -> dict[str, object] | None:
        """A name for JSON."""
        if name is None:
            return None
        return {
            "key": name.key,
            "kind": name.kind,
            "canonical": name.canonical,
            "words": self.data(name.span),
        }


def _explained(explain: Callable[[Document], Decision], document: Document, nothing: Decision) -> Decision:
    return fenced(partial(explain, document), lambda _: nothing)
