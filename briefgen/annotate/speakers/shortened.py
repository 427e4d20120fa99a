"""Short descriptions to the fuller ones before them: "the official", "the ministry".

Only where all that is named or described before under that noun is one: of two ministries neither is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import lexicon
from briefgen.annotate.speakers.kinds import noun_of
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.scene import Ref, Scene

_REACH = 4
"""Paragraphs within which "the official" is the one described before."""
_ARTICLES = frozenset({"a", "an", "the", "one"})
_OF_STATES = lexicon.names.heads_with("state") - {"ministry", "department", "bank"}
"""Bodies that every state has: "the government" may be another's."""


def fuller(scene: Scene, people: People, ref: Ref) -> int | None:
    """The entity that "the" and a bare noun stand for; None where none or several may be meant."""
    if len(ref.words) != 2 or ref.words[0] != "the" or not scene.text[ref.end - 1].islower():
        return None
    entity, noun = people.entities[people.of_ref[ref.index]], ref.words[1]
    if entity.named or entity.plural or noun in _OF_STATES:
        return None
    body = entity.kind == "organisation"
    if not body and (entity.kind != "person" or noun not in lexicon.persons.roles()):
        return None
    before = list(_before(scene, people, ref, noun, body=body))
    meant = {tuple(word for word in people.entities[i].words if word not in _ARTICLES) for i in before}
    return before[-1] if len(meant) == 1 else None


def _before(scene: Scene, people: People, ref: Ref, noun: str, *, body: bool) -> Iterator[int]:
    """Entities before `ref` with more words than the noun; of persons those near, behind an article "a"."""
    first = 0 if body else scene.first_ref[max(ref.passage - _REACH, 0)]
    for other in scene.refs[first : ref.index]:
        index = people.of_ref.get(other.index)
        if index is None or len(other.words) < 2 or (other.words[0] == "the" and len(other.words) == 2):
            continue
        entity = people.entities[index]
        if body:
            fits = entity.kind == "organisation" and _is_of(entity, noun)
        else:
            fits = not entity.named and other.words[0] in ("a", "an", "one") and noun_of(other.words) == noun
        if fits:
            yield index


def _is_of(entity: Entity, noun: str) -> bool:
    """Whether a body has the noun as that of its name: "Packaging Institute", "Court of Auditors"."""
    words = entity.words
    return words[-1] == noun or noun_of(words) == noun
