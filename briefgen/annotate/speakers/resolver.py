"""From the chosen mention to the speaker: full name, kind, role, on whose behalf, relayed words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from briefgen import lexicon
from briefgen.annotate.speakers.descriptions import Offices, person_meant
from briefgen.annotate.speakers.features import setting
from briefgen.annotate.speakers.groups import together
from briefgen.annotate.speakers.labelled import Labelled, Labels
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.ranker import Choice
from briefgen.annotate.speakers.relayed import relayed
from briefgen.annotate.speakers.roles import Role, extent, longest, roles
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.annotate.speakers.shortened import Bodies, fuller
from briefgen.annotate.speakers.silent import is_silent
from briefgen.english.coordination import whole_head
from briefgen.english.negation import denies
from briefgen.english.offices import behalf, phrase_end
from briefgen.model import ActorKind, Document, Name, Quote, Span, Speaker

_KINDS: Mapping[str, ActorKind] = MappingProxyType(
    {"person": "person", "organisation": "organisation", "document": "document", "state": "state"}
)

_NOBODY = frozenset({"PRO", "REL", "DET"})
"""Classes of words ("they", "who", "this") that tell the reader nothing as the one whose view it is."""


@dataclass(frozen=True)
class Resolver:
    """Turns choices of mentions into speakers of one document."""

    document: Document
    scene: Scene
    people: People
    offices: Offices
    """Those of the people."""
    pronouns: Mapping[int, int]

    def resolved(self, quote: Quote, choice: Choice | None) -> Quote:
        """The quote with mention, speaker and relayed filled in; untouched when nobody can be told."""
        if quote.kind == "own":
            return self._owned(quote)
        ref = choice.ref if choice else self._governor(quote)
        if ref is None:
            return quote
        members = self._members(ref)
        each = tuple(speaker for one in members if (speaker := self._speaker(one)))
        joint = len(members) > 1
        return replace(
            quote,
            mention=self._span(ref.start, ref.end),
            speaker=(speaker := self._speaker(ref if ref in members else members[0])),
            relayed=self._relayed(quote, speaker),
            together=each if joint else (),
            joint=self._whole(members) if joint else self._wider(ref),
        )

    def _owned(self, quote: Quote) -> Quote:
        """A sentence of somebody's own text, whose label is its mention."""
        if quote.mention is None:
            return quote
        if quote.mention not in self._labelled:
            self._labelled[quote.mention] = self._labels.read(quote.mention)
        found = self._labelled[quote.mention]
        return replace(quote, speaker=found.speaker, together=found.together, joint=found.joint)

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self.document, self.scene, self.people, self._speaker)

    @cached_property
    def _labelled(self) -> dict[Span, Labelled]:
        """Labels read so far."""
        return {}

    def _members(self, ref: Ref) -> list[Ref]:
        """All who speak in the mention: itself, every member of "Norway, Iceland and Denmark", or all for
        whom "they" or "both" stands."""
        index = self.people.of_ref.get(ref.index, self.pronouns.get(ref.index))
        if index is not None and self.people.entities[index].several:
            return [self.scene.refs[member] for member in self.people.entities[index].refs]
        members = together(self.scene, ref) if ref.how else [ref]
        return [ref] if any(self._is_of_title(*pair) for pair in pairwise(members)) else members

    def _is_of_title(self, ref: Ref, other: Ref) -> bool:
        """ "Health and Human Services Secretary Lee": nobody bears the word before the title."""
        index = self.people.of_ref.get(ref.index)
        if index is None or ref.mention.kind != "name" or len(ref.words) > 1:
            return False
        titled = other.mention.head < other.mention.first and ref.start < other.start
        return titled and self.people.entities[index].kind == "unconfirmed"

    def _wider(self, ref: Ref) -> Span | None:
        """The whole of "the senator and candidate", of which the mention is the end."""
        passage = self.scene.passages[ref.passage]
        head = whole_head(passage.tokens, passage.mentions, ref.index - self.scene.first_ref[ref.passage])
        return self._span(passage.tokens[head].start, ref.end) if head < ref.mention.head else None

    def _whole(self, members: Sequence[Ref]) -> Span:
        """From the title of the first to the end of the last."""
        passage = self.scene.passages[members[0].passage]
        return self._span(passage.full_extent(members[0].mention)[0], members[-1].end)

    def _span(self, start: int, end: int) -> Span:
        return self.document.source.span(start, end)

    def _relayed(self, quote: Quote, speaker: Speaker | None) -> Span | None:
        """Whose view it is, where that is somebody who can be named and not the speaker."""
        if quote.cue and any(map(denies, self.document.text(quote.cue).split())):
            return None  # who denies that Iceland asked reports no view of Iceland
        found = relayed(self.scene, quote)
        view = self._span(*found) if found else None
        if view is None or lexicon.grammar.tags().get(self.document.text(view).casefold()) in _NOBODY:
            return None
        return None if speaker and self._is_own(view, speaker) else view

    def _is_own(self, view: Span, speaker: Speaker) -> bool:
        """Whether the words for whose view it is mean the speaker: his surname, or the noun of his role."""
        last = self.document.text(view).casefold().split()[-1]
        own = [self.document.text(span).casefold() for span in (speaker.name, speaker.role) if span]
        return any(last in words.split() for words in own)

    def _governor(self, quote: Quote) -> Ref | None:
        where = setting(self.scene, quote)
        return self.scene.refs[where.governor] if where.governor is not None else None

    def _entity_of(self, ref: Ref) -> int | None:
        index = self.people.of_ref.get(ref.index, self.pronouns.get(ref.index))
        if index is None or self.people.entities[index].named:
            return index
        if index not in self._meant:
            self._meant[index] = self._meant_by(index)
        return self._meant[index]

    @cached_property
    def _meant(self) -> dict[int, int]:
        """Whom descriptions stand for, as far as they were asked for."""
        return {}

    def _meant_by(self, index: int) -> int:
        """The entity that a described one is; itself when it is no other."""
        described = self.scene.refs[self.people.entities[index].refs[0]]
        meant = person_meant(self.scene, self.people, described, self.offices)
        if meant is None:
            meant = fuller(self.scene, self.people, described, self._bodies)
        return index if meant is None else meant

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self.scene, self.people)

    def _speaker(self, ref: Ref) -> Speaker | None:
        index = self._entity_of(ref)
        if index is None:
            return None
        if index not in self._known:
            entity = self.people.entities[index]
            refs = [self.scene.refs[i] for i in entity.refs]
            if is_silent(self.scene, self.people, entity, refs[0]):
                self._known[index] = None
            elif entity.named:
                self._known[index] = self._named(entity, index, refs)
            else:
                self._known[index] = self._described(entity, refs[0])
        return self._known[index]

    @cached_property
    def _known(self) -> dict[int, Speaker | None]:
        """Speakers made so far, by entity; None for what can not speak."""
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
        whole = [r for r in refs if len(r.words) <= len(entity.words)] or refs
        best = max(whole, key=lambda r: (len(r.words), -r.start))
        name = self._span(best.start, best.end)
        kind = self._kind(entity, index)
        found = roles(self.scene, refs) if kind == "person" else []
        role = longest(self.scene, found)
        return Speaker(
            key=self._key(refs, name),
            name=name,
            kind=kind,
            role=self._span(*extent(self.scene, role)) if role else self._description(index, kind),
            behalf=self._behalf(found),
        )

    def _key(self, refs: Sequence[Ref], name: Span) -> str:
        """That of the names that stand at the mentions, the longest first; else the words of the name."""
        for ref in sorted(refs, key=lambda r: (-len(r.words), r.start)):
            listed = self._names.get(ref.end)
            if listed is not None and listed.kind != "unconfirmed":
                return listed.key
        return " ".join(self.document.text(name).split())

    @cached_property
    def _names(self) -> Mapping[int, Name]:
        """Names of the document by where they end."""
        return {name.span.end: name for name in self.document.names if not name.adjective}

    def _description(self, index: int, kind: ActorKind) -> Span | None:
        """Where no title is given: the longest description that stands for the person."""
        spans = self._described_as.get(index, ()) if kind == "person" else ()
        return max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)

    @cached_property
    def _described_as(self) -> Mapping[int, list[Span]]:
        """For every person the descriptions that stand for it as the subject of a speech verb."""
        found: dict[int, list[Span]] = {}
        for ref in self.scene.refs:
            if ref.how and ref.mention.kind == "description":
                meant = person_meant(self.scene, self.people, ref, self.offices)
                if meant is not None:
                    found.setdefault(meant, []).append(self._span(ref.start, ref.end))
        return found

    def _behalf(self, found: Sequence[Role]) -> Span | None:
        for role in found:
            served = behalf(self.scene.passages[role.passage], role.first, role.last)
            if served:
                return self._span(*served)
        return None

    def _kind(self, entity: Entity, index: int) -> ActorKind:
        """Unknown names are persons when they have two words or a pronoun stands for them."""
        if entity.kind != "unconfirmed":
            return _KINDS.get(entity.kind, "organisation")
        with_article = any(self._has_article(self.scene.refs[r]) for r in entity.refs)
        return (
            "person"
            if index in self._personal or (len(entity.words) > 1 and not with_article)
            else "organisation"
        )

    def _has_article(self, ref: Ref) -> bool:
        tokens = self.scene.passages[ref.passage].tokens
        return ref.mention.head < ref.mention.first and tokens[ref.mention.head].low == "the"

    def _described(self, entity: Entity, ref: Ref) -> Speaker:
        passage = self.scene.passages[ref.passage]
        end = phrase_end(passage, ref.mention)
        name = self._span(ref.start, end)
        served = behalf(passage, ref.mention.first, ref.mention.last)
        kind = _KINDS.get(entity.kind, "person")
        key = None if kind == "person" else " ".join(self.document.text(name).casefold().split())
        return Speaker(key, name, kind, None, self._span(*served) if served else None)
