"""Descriptions to persons ("the Latvian minister"), only when the document shows who is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen import lexicon
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.roles import roles, words
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.office_terms import OfficeTerms, contradict, head, terms
from briefgen.english.offices import phrase_end

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "any", "each", "every", "no", "other", "this", "that"}
)
_SMALL = frozenset({"the", "his", "her", "its", "their", "’s", "'s", "’", "'", "of", "for", "and"})
_AHEAD = 2  # paragraphs within which the name must follow
_STAFF = lexicon.persons.staff()
_OFFICES = lexicon.persons.office_nouns()
_PARTIES = lexicon.persons.title_parties()
_EMPTY_NOUNS = lexicon.persons.empty_nouns()


Roles = tuple[tuple[str, ...], ...]
"""The words of each role of a person, in lower case."""


def known_roles(scene: Scene, people: People) -> dict[int, Roles]:
    """For every named person all roles the document gives."""
    found = {}
    for index, entity in enumerate(people.entities):
        if entity.named and entity.kind in ("person", "unconfirmed"):
            given = roles(scene, [scene.refs[i] for i in entity.refs])
            if given:
                found[index] = tuple(tuple(words(scene, role)) for role in given)
    return found


def person_meant(scene: Scene, people: People, ref: Ref, known: Mapping[int, Roles]) -> int | None:
    """The person a definite description stands for: by a role it shares, or named right after it."""
    entity = people.entities[people.of_ref[ref.index]]
    if not _is_definite(scene, ref, entity):
        return None
    by_role = _by_role(scene, people, ref, known)
    return by_role if by_role is not None else _introduced_next(scene, people, ref)


def _is_definite(scene: Scene, ref: Ref, entity: Entity) -> bool:
    if entity.named or entity.plural or entity.kind != "person" or ref.words[0] in _INDEFINITE:
        return False
    tokens = scene.passages[ref.passage].tokens
    first = tokens[ref.mention.first]
    led = first.tag in ("DET", "POSS") or any(
        t.tag == "S" for t in tokens[ref.mention.first : ref.mention.last]
    )
    modifiers = sum(w not in _SMALL for w in ref.words[:-1])
    return (led or first.tag == "CAP") and (modifiers > 1 or ref.words[-1] not in _EMPTY_NOUNS)


def _by_role(scene: Scene, people: People, ref: Ref, known: Mapping[int, Roles]) -> int | None:
    """The one person with an office of that noun which nothing speaks against ("the Democrat": any)."""
    noun, office = ref.words[-1], terms(_whole(scene, ref))
    matching = [i for i, held in known.items() if any(_is_that(role, noun, office) for role in held)]
    modifiers = [w for w in ref.words[:-1] if w not in _SMALL]
    if modifiers:
        shared = [i for i in matching if any(w in role for role in known[i] for w in modifiers)]
        matching = shared or matching
    named_before = [i for i in matching if people.entities[i].refs[0] < ref.index]
    options = named_before or matching
    return options[0] if len(options) == 1 else None


def _is_that(role: Sequence[str], noun: str, office: OfficeTerms) -> bool:
    own = head(role)
    held = noun in own or (noun in _PARTIES and any(word in _OFFICES for word in own))
    return held and not contradict(terms(role), office)


def _whole(scene: Scene, ref: Ref) -> Sequence[str]:
    """The words of a description with what hangs on it: "the mayor of Oslo"."""
    passage = scene.passages[ref.passage]
    last = passage.token_at(phrase_end(passage, ref.mention) - 1)
    return [token.low for token in passage.tokens[ref.mention.first : last + 1]]


def _introduced_next(scene: Scene, people: People, ref: Ref) -> int | None:
    """The lead describes, a paragraph soon after names: the first speaker with a full name, new there."""
    if not ref.how:
        return None
    for passage in range(ref.passage + 1, min(ref.passage + 1 + _AHEAD, len(scene.passages))):
        speaking = [r for r in scene.of_passage(passage) if r.how and r.mention.kind != "description"]
        if speaking:
            return _fresh_person(scene, people, ref, speaking[0])
    return None


def _fresh_person(scene: Scene, people: People, ref: Ref, first: Ref) -> int | None:
    """The person a speaker is, when named in full and for the first time since the description."""
    if first.mention.kind != "name" or len(first.words) < 2:
        return None
    index = people.of_ref[first.index]
    entity = people.entities[index]
    fresh = all(
        scene.refs[i].passage > ref.passage or _is_line(scene, scene.refs[i].passage) for i in entity.refs
    )
    held = [words(scene, role) for role in roles(scene, [scene.refs[i] for i in entity.refs])]
    staff = any(word in _STAFF for role in held for word in role)
    sure = fresh and not staff and entity.kind in ("person", "unconfirmed")
    if not held:  # whom nothing else explains the lead has described
        return index if sure and _is_bare(scene, first) else None
    return index if sure and _may_hold(scene, ref, held) else None


def _is_bare(scene: Scene, ref: Ref) -> bool:
    """Whether nothing behind a name says who that is: "Anna Lee told", not "Anna Lee of the port union"."""
    tokens = scene.passages[ref.passage].tokens
    behind = tokens[ref.mention.last + 1] if ref.mention.last + 1 < len(tokens) else None
    return behind is not None and behind.tag in ("CUE", "AUX", "ADV", "VERB")


def _may_hold(scene: Scene, ref: Ref, held: Sequence[Sequence[str]]) -> bool:
    """Whether whoever has these roles may be the one described: by the same office, or where the noun is one
    for many offices by any that does not contradict."""
    noun, office = ref.words[-1], terms(_whole(scene, ref))
    if noun in lexicon.persons.broad_nouns() or noun not in _OFFICES:
        return any(not contradict(terms(role), office) for role in held)
    return any(_is_that(role, noun, office) for role in held)


def _is_line(scene: Scene, passage: int) -> bool:
    """A headline, section name or other line that is no sentence."""
    found = scene.passages[passage]
    return found.label == "headline" or (bool(found.tokens) and found.unfinished)
