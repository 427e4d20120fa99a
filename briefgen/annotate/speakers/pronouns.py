"""Pronouns to the people they stand for, left to right, with gender, number and salience."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from types import MappingProxyType

from briefgen import lexicon
from briefgen.annotate.speakers import vocabulary as names
from briefgen.annotate.speakers.antecedents import RESOLVED, Antecedent, agrees, certain, opens_sentence
from briefgen.annotate.speakers.descriptions import Offices, person_meant
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.words import words

MARGIN = 0.3
"""Least likelihood of the entity a pronoun stands for; below it the pronoun stands for nobody known."""
_NEAR = 60  # tokens around the pronoun that are looked at
_MOST = 40  # candidate mentions


@cache
def weights() -> Mapping[str, float]:
    """Weights by feature."""
    return MappingProxyType(dict(lexicon.weights.pronouns()))


_SPEECHLESS = frozenset({"document", "place"})
"""Kinds of which nobody says "they said"."""


def resolve(scene: Scene, people: People, known: Offices) -> dict[int, int]:
    """Entity of every resolvable pronoun, by mention index; `known` are the offices of the `people`."""
    return {ref.index: best for ref, _, best in resolving(scene, people, known) if best is not None}


def resolving(
    scene: Scene, people: People, known: Offices
) -> Iterator[tuple[Ref, Sequence[Antecedent], int | None]]:
    """Every resolvable pronoun in turn with what it may point back to, and its entity.

    The mentions are those of the moment: the sequence grows as the text goes on.
    """
    trail: list[Antecedent] = []
    for ref in scene.refs:
        if ref.index in people.of_ref:
            meant = person_meant(scene, people, ref, known) if ref.mention.kind == "description" else None
            trail.append(Antecedent(people.of_ref[ref.index] if meant is None else meant, ref))
            if ref.index in people.groups:
                trail.append(Antecedent(people.groups[ref.index], ref))
        elif ref.words[0] in RESOLVED and not _looks_ahead(scene, ref):
            best = best_antecedent(scene, people, ref, trail)
            yield ref, trail, best
            if best is not None:
                trail.append(Antecedent(best, ref))


def _looks_ahead(scene: Scene, ref: Ref) -> bool:
    """ "For his part, Lee ...": the name follows."""
    tokens = scene.passages[ref.passage].tokens
    behind = ref.mention.last + 1
    return ref.mention.kind == "possessive" and behind < len(tokens) and tokens[behind].low == "part"


def best_antecedent(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> int | None:
    """The likeliest entity; None without candidates or when none is likely enough."""
    if (told := certain(scene, people, ref, trail[-_MOST:])) is not None:
        return told
    likely = likelihoods(scored(options(scene, people, ref, trail)))
    best = max(likely, key=likely.__getitem__, default=None)
    return best if best is not None and likely[best] >= MARGIN else None


def likelihoods(scores: Mapping[int, float]) -> dict[int, float]:
    """How likely each candidate is among all; from their scores."""
    top = max(scores.values(), default=0.0)
    shares = {entity: math.exp(max(score - top, -50.0)) for entity, score in scores.items()}
    whole = sum(shares.values())
    return {entity: share / whole for entity, share in shares.items()}


def scored(rows: Mapping[int, Sequence[str]]) -> dict[int, float]:
    """Sum of the weights of each candidate's features."""
    table = weights()
    return {entity: sum(map(table.get, row, repeat(0.0))) for entity, row in rows.items()}


def options(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> dict[int, list[str]]:
    """Candidate entities with their features; the latest mention of each counts, with all recent ones."""
    wanted = RESOLVED[ref.words[0]]
    found: dict[int, list[str]] = {}
    quoted = quoted_words(scene, ref)
    rivals = _named_behind(scene, people, ref)
    speaker = next((a.entity for a in reversed(trail[-_MOST:]) if a.ref.how), None)
    topic = _topic(ref, trail[-_MOST:])
    inside = _grouped(scene, people, ref, trail[-_MOST:]) if wanted == "plural" else _persons(trail, wanted)
    for rank, antecedent in enumerate(reversed(trail[-_MOST:])):
        if ref.passage - antecedent.ref.passage > names.PRONOUN_REACH:
            break
        entity = people.entities[antecedent.entity]
        if (
            antecedent.entity in inside
            or not agrees(entity, wanted)
            or (ref.how and wanted == "plural" and entity.kind in _SPEECHLESS)
        ):
            continue
        if antecedent.entity not in found:
            found[antecedent.entity] = [
                *_of_entity(entity, wanted),
                names.RANK[min(len(found), names.MOST_OFF)],
                *_of_mention(scene, ref, antecedent.ref),
            ]
            if antecedent.entity == speaker:
                found[antecedent.entity] += _of_last_speaker(scene, ref, antecedent.ref)
            if antecedent.entity == topic:
                found[antecedent.entity].append(names.MOST_AROUND)
            if antecedent.entity in rivals:
                found[antecedent.entity].append(names.NAMED_BEHIND)
            if entity.named and entity.words[-1] in quoted:
                found[antecedent.entity].append(names.NAMED_IN_QUOTATION)
        else:
            found[antecedent.entity].append(names.AGAIN["near" if rank < 10 else "far"])
    return found


def _persons(trail: Sequence[Antecedent], wanted: str) -> frozenset[int]:
    """Those for whom "he" or "she" stood before, for "it"; for "she" those for whom "he" did."""
    others = {"it": ("m", "f"), "m": ("f",), "f": ("m",)}.get(wanted, ())
    told = (a for a in trail[-_MOST:] if a.ref.mention.kind in ("pronoun", "possessive"))
    return frozenset(a.entity for a in told if RESOLVED.get(a.ref.words[0]) in others)


def _grouped(scene: Scene, people: People, ref: Ref, trail: Sequence[Antecedent]) -> frozenset[int]:
    """Those who are named together near a "they", so that none of them alone is meant."""
    near = (people.entities[a.entity] for a in trail if ref.passage - a.ref.passage <= 1)
    members = (scene.refs[i] for entity in near if entity.several for i in entity.refs)
    return frozenset(people.of_ref[member.index] for member in members)


def _topic(ref: Ref, trail: Sequence[Antecedent]) -> int | None:
    """Whom the block and the one before mention most, pronouns included; the first of equals."""
    near = Counter(a.entity for a in trail if ref.passage - a.ref.passage <= 1)
    return max(near, key=near.__getitem__, default=None)


def _of_last_speaker(scene: Scene, ref: Ref, antecedent: Ref) -> Iterator[str]:
    """Who spoke last goes on speaking, above all when a quotation stands between."""
    yield names.SPOKE
    if ref.how:
        yield names.SPEAKS_NOW[_distance(ref, antecedent)]
        before = scene.passages[ref.passage].tokens[: ref.mention.first]
        if before and before[0].tag == "QUOTE":
            yield names.OPENS_BLOCK[_distance(ref, antecedent)]


def quoted_words(scene: Scene, ref: Ref) -> frozenset[str]:
    """Words inside the quotations of the sentence that `ref` stands in, in lower case.

    Who is named in a quotation by name is hardly its speaker.
    """
    passage, at = scene.passages[ref.passage], ref.mention.first
    found: list[str] = []
    for token in passage.tokens[max(at - _NEAR, 0) : at + _NEAR]:
        if token.tag == "QUOTE" and ref.sentence in (
            passage.sentence_at(token.start),
            passage.sentence_at(token.end - 1),
        ):
            found += words(token.text[-2000:])
    return frozenset(found)


def _named_behind(scene: Scene, people: People, ref: Ref) -> frozenset[int]:
    """Entities named behind the pronoun in its own sentence: "he said Lee was ..." is not Lee's."""
    behind = scene.refs[ref.index + 1 : ref.index + _NEAR]
    same = (r for r in behind if r.passage == ref.passage and r.sentence == ref.sentence)
    return frozenset(
        people.of_ref[r.index] for r in same if r.mention.kind == "name" and r.index in people.of_ref
    )


def _of_entity(entity: Entity, wanted: str) -> Iterator[str]:
    sort = "named" if entity.named else "described"
    yield names.WANTED_SORT[wanted, sort, entity.kind]
    if wanted in ("m", "f"):
        yield names.GENDER["known" if entity.gender else "open", sort]
    if entity.named:
        yield names.FULL_IN_DOCUMENT if len(entity.words) > 1 else names.SINGLE_ONLY
        yield names.NAMED_TIMES[_times(len(entity.refs))]


def _times(count: int) -> str:
    return "once" if count == 1 else "2-3 times" if count < 4 else "4-8 times" if count < 9 else "often"


def _distance(ref: Ref, antecedent: Ref) -> str:
    if ref.passage != antecedent.passage:
        return names.BLOCKS[ref.passage - antecedent.passage]
    sentences = ref.sentence - antecedent.sentence
    return "same sentence" if sentences == 0 else "sentence before" if sentences == 1 else "same block"


def _of_mention(scene: Scene, ref: Ref, antecedent: Ref) -> Iterator[str]:
    gap = ref.passage - antecedent.passage
    distance = _distance(ref, antecedent)
    yield distance
    if opens_sentence(scene, antecedent):
        yield names.OPENS_SENTENCE
        yield names.OPENS_SENTENCE_AT[distance]
    yield names.PLACE_DISTANCE[antecedent.place, distance]
    yield antecedent.place
    yield names.KIND_DISTANCE[antecedent.mention.kind, distance]
    if antecedent.mention.kind in ("pronoun", "possessive"):
        same = RESOLVED.get(antecedent.words[0]) == RESOLVED[ref.words[0]]
        yield names.PRONOUN_BEFORE["same" if same else "other"]
    if scene.outermost[antecedent.passage][0] == antecedent.index:
        yield names.FIRST["same block" if gap == 0 else "block before"]
        yield names.FIRST_PLACE[antecedent.place, names.BLOCKS[min(gap, 2)]]
