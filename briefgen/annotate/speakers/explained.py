"""Why a statement has its speaker and a pronoun its person: all candidates with likelihood and features.

The decisions are those of `ranker` and `pronouns`, made once more on the finished document; `briefgen show`
prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.annotate.speakers import pronouns, ranker
from briefgen.annotate.speakers.descriptions import Offices, held
from briefgen.annotate.speakers.people import People, gather
from briefgen.annotate.speakers.scene import Ref, Scene, build
from briefgen.lexicon.weights import weighed
from briefgen.model import Document, Quote, Span


class LikelyMention(NamedTuple):
    """Somebody who may have spoken, or for whom a pronoun may stand."""

    words: Span
    """The mention; for a pronoun the fullest name of the one it may stand for."""
    stands_for: Span | None
    """The fullest name or the description of the one who is mentioned; None: not known."""
    probability: float
    features: tuple[tuple[str, float], ...]
    """What holds for the candidate, with its weight; what has no weight is left out."""


class SpeakerDecision(NamedTuple):
    """The candidates for the speaker of one direct or mixed statement, the likeliest first."""

    parts: tuple[Span, ...]
    """Those of the statement."""
    candidates: tuple[LikelyMention, ...]
    margin: float
    """Least probability of a speaker."""


class PronounDecision(NamedTuple):
    """The candidates for whom a pronoun stands, the likeliest first."""

    words: Span
    meant: Span | None
    """The fullest name or the description of the one it was taken for."""
    candidates: tuple[LikelyMention, ...]
    margin: float


class Explained(NamedTuple):
    """All decisions about speakers in one document, in reading order."""

    speakers: tuple[SpeakerDecision, ...]
    pronouns: tuple[PronounDecision, ...]


def explain(document: Document) -> Explained:
    """How the speakers of a document with statements and names were decided; empty without statements."""
    if not document.quotes:
        return Explained((), ())
    scene = build(document)
    people = gather(scene, document.names)
    stage = _Stage(document, scene, people, held(scene, people))
    meant = pronouns.resolve(scene, people, stage.offices)
    return Explained(tuple(stage.speakers(meant)), tuple(stage.pronouns()))


class _Stage(NamedTuple):
    """A document as the speaker stage sees it."""

    document: Document
    scene: Scene
    people: People
    offices: Offices

    def speakers(self, meant: dict[int, int]) -> Iterator[SpeakerDecision]:
        quoted: list[Quote] = [quote for quote in self.document.quotes if quote.marked]
        decisions = ranker.decided(self.scene, self.people, meant, quoted)
        for quote, (_, rows) in zip(quoted, decisions, strict=True):
            found = (
                LikelyMention(
                    self._span(row.ref),
                    self._fullest(row.entity),
                    row.probability,
                    weighed(row.features, ranker.weights()),
                )
                for row in rows
            )
            yield SpeakerDecision(quote.parts, _ordered(found), ranker.MARGIN)

    def pronouns(self) -> Iterator[PronounDecision]:
        for ref, trail, best in pronouns.resolving(self.scene, self.people, self.offices):
            options = pronouns.options(self.scene, self.people, ref, trail)
            likely = pronouns.likelihoods(pronouns.scored(options))
            found = (
                LikelyMention(name, name, likely[entity], weighed(features, pronouns.weights()))
                for entity, features in options.items()
                if (name := self._fullest(entity))
            )
            yield PronounDecision(self._span(ref), self._fullest(best), _ordered(found), pronouns.MARGIN)

    def _span(self, ref: Ref) -> Span:
        return self.document.source.span(ref.start, ref.end)

    def _fullest(self, entity: int | None) -> Span | None:
        """The longest mention of an entity by name, the first of equals."""
        if entity is None:
            return None
        refs = (self.scene.refs[index] for index in self.people.entities[entity].refs)
        best = max(refs, key=lambda ref: (len(ref.words), -ref.start), default=None)
        return self._span(best) if best else None


def _ordered(found: Iterable[LikelyMention]) -> tuple[LikelyMention, ...]:
    return tuple(sorted(found, key=lambda one: (-one.probability, one.words)))
