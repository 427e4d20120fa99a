"""What a pronoun may point back to, and the few places where the grammar alone tells whom it means."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.scene import Ref, Scene

RESOLVED = MappingProxyType(
    {
        "he": "m",
        "his": "m",
        "him": "m",
        "she": "f",
        "her": "f",
        "they": "plural",
        "their": "plural",
        "them": "plural",
        "it": "it",
        "its": "it",
    }
)


class Antecedent(NamedTuple):
    """A mention that a pronoun may point back to; resolved pronouns are mentions of their person."""

    entity: int
    ref: Ref


def certain(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> int | None:
    """The entity that "he" or "she" stands for where a rule tells; `trail` are the last mentions."""
    if RESOLVED[ref.words[0]] not in ("m", "f"):
        return None
    rules = (_of_clause_before, _of_relation, _only_one)
    return next((told for rule in rules if (told := rule(scene, people, ref, trail)) is not None), None)


def _of_clause_before(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> int | None:
    """Whoever the one clause before a semicolon is about: "Lee disagreed; she pointed out that"."""
    passage, wanted = scene.passages[ref.passage], RESOLVED[ref.words[0]]
    if not ref.mention.head or passage.tokens[ref.mention.head - 1].text != ";":
        return None
    inside = [a for a in trail if (a.ref.passage, a.ref.sentence) == (ref.passage, ref.sentence)]
    fitting = {a.entity for a in inside if agrees(people.entities[a.entity], wanted)}
    subject = inside[0].entity if inside and opens_sentence(scene, inside[0].ref) else None
    return subject if subject in fitting else None


def _of_relation(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> int | None:
    """Whoever opens the sentence before as somebody's deputy, mother or lawyer: "His deputy was there. She
    said": the text goes on about the deputy."""
    wanted = RESOLVED[ref.words[0]]
    if not opens_sentence(scene, ref):
        return None
    near = (a for a in trail if (a.ref.passage, a.ref.sentence) == (ref.passage, ref.sentence - 1))
    first = next((a for a in near if opens_sentence(scene, a.ref)), None)
    if first is None or first.ref.mention.kind != "description":
        return None
    opener = scene.passages[ref.passage].tokens[first.ref.mention.head]
    entity = people.entities[first.entity]
    fits = opener.tag == "POSS" and entity.kind == "person" and not entity.plural
    return first.entity if fits and entity.gender in ("", wanted) else None


def _only_one(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> int | None:
    """The only man or woman of the paragraph, known as such and subject of a sentence there."""
    wanted = RESOLVED[ref.words[0]]
    if not ref.how or not opens_sentence(scene, ref):
        return None
    here = [a for a in trail if a.ref.passage == ref.passage]
    fitting = {a.entity for a in here if agrees(people.entities[a.entity], wanted)}
    if len(fitting) != 1:
        return None
    (one,) = fitting
    subject = any(a.entity == one and a.ref.place.startswith("subject") for a in here)
    return one if subject and people.entities[one].gender == wanted else None


def agrees(entity: Entity, wanted: str) -> bool:
    """Whether gender, number and kind let a pronoun stand for an entity."""
    if wanted in ("m", "f"):
        return (
            not entity.plural and entity.gender in ("", wanted) and entity.kind in ("person", "unconfirmed")
        )
    if wanted == "plural":
        return entity.plural or entity.kind != "person"
    return not entity.plural and entity.kind != "person"


def opens_sentence(scene: Scene, ref: Ref) -> bool:
    """The first phrase of a sentence is mostly its subject."""
    sentence, head = scene.passages[ref.passage].sentence, ref.mention.head
    return not ref.mention.owner and (head == 0 or sentence[head - 1] != sentence[head])
