"""From the chosen mention to the speaker: full name, kind, role, on whose behalf, relayed words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from briefgen.annotate.speakers.descriptions import person_meant, role_words
from briefgen.annotate.speakers.features import setting
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.ranker import Choice
from briefgen.annotate.speakers.relayed import relayed
from briefgen.annotate.speakers.roles import Role, behalf, extent, longest, phrase_end, roles
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.model import Document, Quote, Span, Speaker, SpeakerKind

_KINDS: Mapping[str, SpeakerKind] = MappingProxyType(
    {"person": "person", "institution": "institution", "document": "document", "state": "state"}
)


@dataclass(frozen=True)
class Resolver:
    """Turns choices of mentions into speakers of one document."""

    document: Document
    scene: Scene
    people: People
    pronouns: Mapping[int, int]

    def resolved(self, quote: Quote, choice: Choice | None) -> Quote:
        """The quote with mention, speaker and relayed filled in; untouched when nobody can be told."""
        ref = choice.ref if choice else self._governor(quote)
        if ref is None:
            return quote
        return replace(
            quote,
            mention=self._span(ref.start, ref.end),
            speaker=self._speaker(ref),
            relayed=self._relayed(quote),
        )

    def _span(self, start: int, end: int) -> Span:
        return self.document.source.span(start, end)

    def _relayed(self, quote: Quote) -> Span | None:
        found = relayed(self.scene, quote)
        return self._span(*found) if found else None

    def _governor(self, quote: Quote) -> Ref | None:
        where = setting(self.scene, quote)
        return self.scene.refs[where.governor] if where.governor is not None else None

    @cached_property
    def _role_words(self) -> Mapping[int, frozenset[str]]:
        return role_words(self.scene, self.people)

    def _entity_of(self, ref: Ref) -> int | None:
        index = self.people.of_ref.get(ref.index, self.pronouns.get(ref.index))
        if index is None or self.people.entities[index].named:
            return index
        described = self.scene.refs[self.people.entities[index].refs[0]]
        meant = person_meant(self.scene, self.people, described, self._role_words)
        return index if meant is None else meant

    def _speaker(self, ref: Ref) -> Speaker | None:
        index = self._entity_of(ref)
        if index is None:
            return None
        if index not in self._known:
            entity = self.people.entities[index]
            refs = [self.scene.refs[i] for i in entity.refs]
            self._known[index] = (
                self._named(entity, index, refs) if entity.named else self._described(entity, refs[0])
            )
        return self._known[index]

    @cached_property
    def _known(self) -> dict[int, Speaker]:
        """Speakers made so far, by entity."""
        return {}

    @cached_property
    def _personal(self) -> frozenset[int]:
        """Entities that "he" or "she" stands for somewhere."""
        return frozenset(
            entity
            for ref, entity in self.pronouns.items()
            if self.scene.refs[ref].words[0] in ("he", "she", "his", "her")
        )

    def _named(self, entity: Entity, index: int, refs: Sequence[Ref]) -> Speaker:
        best = max(refs, key=lambda r: (len(r.words), -r.start))
        name = self._span(best.start, best.end)
        kind = self._kind(entity, index)
        found = roles(self.scene, refs) if kind == "person" else []
        role = longest(self.scene, found)
        return Speaker(
            key=" ".join(self.document.text(name).casefold().split()),
            name=name,
            kind=kind,
            role=self._span(*extent(self.scene, role)) if role else self._description(index, kind),
            behalf=self._behalf(found),
        )

    def _description(self, index: int, kind: SpeakerKind) -> Span | None:
        """Where no title is given: the longest description that stands for the person."""
        spans = self._described_as.get(index, ()) if kind == "person" else ()
        return max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)

    @cached_property
    def _described_as(self) -> Mapping[int, list[Span]]:
        """For every person the descriptions that stand for it as the subject of a speech verb."""
        found: dict[int, list[Span]] = {}
        for ref in self.scene.refs:
            if ref.how and ref.mention.kind == "description":
                meant = person_meant(self.scene, self.people, ref, self._role_words)
                if meant is not None:
                    found.setdefault(meant, []).append(self._span(ref.start, ref.end))
        return found

    def _behalf(self, found: Sequence[Role]) -> Span | None:
        for role in found:
            served = behalf(self.scene.passages[role.passage], role.first, role.last)
            if served:
                return self._span(*served)
        return None

    def _kind(self, entity: Entity, index: int) -> SpeakerKind:
        """Unknown names are persons when they have two words or a pronoun stands for them."""
        if entity.kind != "unknown":
            return _KINDS.get(entity.kind, "institution")
        with_article = any(self._has_article(self.scene.refs[r]) for r in entity.refs)
        return (
            "person"
            if index in self._personal or (len(entity.words) > 1 and not with_article)
            else "institution"
        )

    def _has_article(self, ref: Ref) -> bool:
        tokens = self.scene.passages[ref.passage].tokens
        return ref.mention.head < ref.mention.first and tokens[ref.mention.head].low == "the"

    def _described(self, entity: Entity, ref: Ref) -> Speaker:
        passage = self.scene.passages[ref.passage]
        end = phrase_end(passage, ref.mention)
        name = self._span(ref.start, end)
        served = behalf(passage, ref.mention.first, ref.mention.last)
        kind = "unnamed" if entity.kind == "person" else _KINDS.get(entity.kind, "unnamed")
        key = "" if kind == "unnamed" else " ".join(self.document.text(name).casefold().split())
        return Speaker(key, name, kind, None, self._span(*served) if served else None)
