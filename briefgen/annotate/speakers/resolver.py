"""From the chosen mention to the speaker: full name, kind, role, behalf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefgen.annotate.speakers.features import setting
from briefgen.annotate.speakers.people import People
from briefgen.annotate.speakers.ranker import Choice
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.model import Document, Quote, Speaker, SpeakerKind

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
        """The quote with mention and speaker filled in."""
        ref = choice.ref if choice else self._governor(quote)
        if ref is None:
            return quote
        source = self.document.source
        mention = source.span(ref.start, ref.end)
        return replace(quote, mention=mention, speaker=self._speaker(ref))

    def _governor(self, quote: Quote) -> Ref | None:
        where = setting(self.scene, quote)
        return self.scene.refs[where.governor] if where.governor is not None else None

    def _speaker(self, ref: Ref) -> Speaker | None:
        entity_index = self.people.of_ref.get(ref.index, self.pronouns.get(ref.index))
        if entity_index is None:
            return None
        entity = self.people.entities[entity_index]
        best = max((self.scene.refs[i] for i in entity.refs), key=lambda r: (len(r.words), -r.start))
        source = self.document.source
        name = source.span(best.start, best.end)
        kind = _KINDS.get(entity.kind, "person") if entity.named else "unnamed"
        return Speaker("" if not entity.named else self.document.text(name).casefold(), name, kind)
