"""Descriptions to persons ("the Latvian minister"), only when the document shows who is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.speakers.kinds import noun_of
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.roles import role_nouns, roles, tokens_of
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.marks import SENTENCE_ENDS
from briefgen.english.offices import phrase_end
from briefgen.english.posts import Post, contradicts, head, is_office, posts, supported

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "any", "each", "every", "no", "other", "this", "that"}
)
_SMALL = frozenset({"the", "his", "her", "its", "their", "’s", "'s", "’", "'", "of", "for", "and"})
_MOST_HOLDERS = 200
"""Persons of one office that are told apart, those named first: a register of more means none by its noun."""
_AHEAD = 2  # paragraphs within which the name must follow
_PARTIES = lexicon.persons.title_parties()
_PERSONS = lexicon.persons.roles() - lexicon.names.heads_with("noun")
_GROUPS = lexicon.persons.adjectives() - lexicon.persons.roles()
"""Words of an office that are no noun of a person: "the opposition" is not the opposition leader."""
_STAFF = lexicon.persons.staff()
_EMPTY_NOUNS = lexicon.persons.empty_nouns()


class Held(NamedTuple):
    """What the document says of the offices of one person."""

    words: frozenset[str]
    """The words that name them, without whose they are, in lower case."""
    posts: tuple[Post, ...]


class Offices:
    """The offices of the persons of a document, asked for by the words that name them."""

    def __init__(self, of: Mapping[int, Held]) -> None:
        self.of = of
        """By entity."""
        self._by_word: dict[str, list[int]] = {}
        for index, one in of.items():
            for word in one.words:
                self._by_word.setdefault(word, []).append(index)
        self._in_office = [index for index, one in of.items() if any(map(is_office, one.posts))]

    def sharing(self, noun: str) -> Sequence[int]:
        """Who holds an office with a noun, or any office where it is a word for whoever is in one."""
        named = self._by_word.get(noun, []) if noun not in _GROUPS else []
        return sorted({*named, *self._in_office}) if noun in _PARTIES else named


def held(scene: Scene, people: People) -> Offices:
    """The offices of every named person that is given one."""
    found = {}
    for index, entity in enumerate(people.entities):
        if entity.named and entity.kind in ("person", "unconfirmed"):
            given = roles(scene, [scene.refs[i] for i in entity.refs])
            words = frozenset(t.low for role in given for t in head(tokens_of(scene, role)))
            if given:
                found[index] = Held(words, tuple(p for role in given for p in posts(tokens_of(scene, role))))
    return Offices(found)


def person_meant(scene: Scene, people: People, ref: Ref, known: Offices) -> int | None:
    """The person a definite description stands for: by a role it shares, or named right after it."""
    entity = people.entities[people.of_ref[ref.index]]
    if not _is_definite(scene, ref, entity):
        return None
    by_role = _by_role(scene, people, ref, known)
    return by_role if by_role is not None else _introduced_next(scene, people, ref, known)


def _is_definite(scene: Scene, ref: Ref, entity: Entity) -> bool:
    if entity.named or entity.plural or entity.kind != "person" or ref.words[0] in _INDEFINITE:
        return False
    tokens = scene.passages[ref.passage].tokens
    first = tokens[ref.mention.first]
    led = first.tag in ("DET", "POSS") or any(
        t.tag == "S" for t in tokens[ref.mention.first : ref.mention.last]
    )
    modifiers = sum(w not in _SMALL for w in ref.words[:-1])
    return (led or first.tag == "CAP") and (modifiers > 1 or noun_of(ref.words) not in _EMPTY_NOUNS)


def _by_role(scene: Scene, people: People, ref: Ref, known: Offices) -> int | None:
    holders = known.sharing(noun_of(ref.words))
    if not holders:
        return None
    described = _post(scene, ref)

    def matches(index: int) -> bool:
        of = known.of[index].posts
        fits = not contradicts(described, of) and supported(described, of)
        return fits and _one_gender(people.entities[people.of_ref[ref.index]], people.entities[index])

    modifiers = [w for w in ref.words[:-1] if w not in _SMALL]
    nearer = [i for i in holders if any(w in known.of[i].words for w in modifiers)]
    matching = list(filter(matches, nearer[:_MOST_HOLDERS]))
    if not matching:
        matching = list(filter(matches, holders[:_MOST_HOLDERS]))
    named_before = [i for i in matching if people.entities[i].refs[0] < ref.index]
    owned = scene.passages[ref.passage].tokens[ref.mention.head].tag == "POSS"
    options = named_before if owned else named_before or matching  # "his deputy" is not one who comes later
    return options[0] if len(options) == 1 else None


def _one_gender(some: Entity, other: Entity) -> bool:
    return not some.gender or not other.gender or some.gender == other.gender


def _post(scene: Scene, ref: Ref) -> Post:
    """What a description says of an office, with what "of" and "to" behind it name."""
    passage = scene.passages[ref.passage]
    end = passage.token_at(phrase_end(passage, ref.mention) - 1)
    return next(posts(passage.tokens[ref.mention.head : end + 1]))


def _introduced_next(scene: Scene, people: People, ref: Ref, known: Offices) -> int | None:
    """The lead describes, a paragraph soon after names: the first speaker with a full name, new there."""
    if not ref.how or noun_of(ref.words) not in _PERSONS:
        return None  # "the hospital", "the airline" may be no person at all
    for passage in range(ref.passage + 1, min(ref.passage + 1 + _AHEAD, len(scene.passages))):
        speaking = [r for r in scene.of_passage(passage) if r.how and r.mention.kind != "description"]
        if speaking:
            index = _fresh_person(scene, people, ref, speaking[0], known)
            of = known.of.get(index) if index is not None else None
            return None if of and contradicts(_post(scene, ref), of.posts) else index
    return None


def _fresh_person(scene: Scene, people: People, ref: Ref, first: Ref, known: Offices) -> int | None:
    """The person a speaker is, when named in full and for the first time since the description."""
    if first.mention.kind != "name" or len(first.words) < 2:
        return None
    index = people.of_ref[first.index]
    entity = people.entities[index]
    fresh = all(
        scene.refs[i].passage > ref.passage or _is_line(scene, scene.refs[i].passage) for i in entity.refs
    )
    staff = any(w in _STAFF for w in role_nouns(scene, roles(scene, [scene.refs[i] for i in entity.refs])))
    sure = fresh and not staff and entity.kind in ("person", "unconfirmed")
    return index if sure and (index in known.of or _is_bare(scene, first)) else None


def _is_bare(scene: Scene, ref: Ref) -> bool:
    """Whether nothing behind a name says who that is: "Anna Lee told", not "Anna Lee of the port union"."""
    tokens = scene.passages[ref.passage].tokens
    behind = tokens[ref.mention.last + 1] if ref.mention.last + 1 < len(tokens) else None
    return behind is None or behind.tag in ("CUE", "AUX", "ADV", "VERB") or behind.text[0] in SENTENCE_ENDS


def _is_line(scene: Scene, passage: int) -> bool:
    """A headline, section name or other line that is no sentence."""
    found = scene.passages[passage]
    return found.label == "headline" or (bool(found.tokens) and found.unfinished)
