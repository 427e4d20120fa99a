"""Who is who inside one document: surname to full name, kind and gender of every named entity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from briefgen import lexicon
from briefgen.annotate.speakers.groups import both, groups
from briefgen.annotate.speakers.kinds import gender_of, is_plural, named_kind, noun_kind
from briefgen.annotate.speakers.roles import Role, roles, tokens_of
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english import gazetteer
from briefgen.english.persons import Bearers, Met
from briefgen.model import Name

_GENDER = lexicon.persons.genders()
_HONORIFIC = lexicon.persons.title_genders()
_INSTITUTIONS = lexicon.names.institutions()
_DOCUMENTS = lexicon.saying.documents()
_GIVEN = lexicon.persons.given_names()
_TITLES = lexicon.persons.titles()
_CALLED = _TITLES | frozenset(lexicon.persons.kin()) | frozenset(_HONORIFIC)
_BESIDE = lexicon.persons.title_modifiers()
_MOST_NAMESAKES = 50
_MOST_NAMES = 2  # words of a heading that may be somebody's given name and surname
_KIN_REACH = 5
"""Tokens before a name in which "his daughter" stands, with a title between."""
_TRADES = lexicon.persons.trades()


@dataclass
class Entity:
    """Somebody or something named or described in the document."""

    words: tuple[str, ...]
    """The fullest name in lower case."""
    kind: str = "unconfirmed"
    """An `ActorKind`; described ones have the kind of their noun."""
    gender: str = ""
    """m, f, or "" when nothing in the text or the list tells."""
    plural: bool = False
    named: bool = True
    refs: list[int] = field(default_factory=list)
    """Mentions by name, in order; of several who are one subject the mentions of each."""
    several: bool = False
    """Whether it is several who are named together."""


@dataclass(frozen=True)
class People:
    """Entities of a document and the entity of every mention that is no pronoun."""

    entities: Sequence[Entity]
    of_ref: Mapping[int, int]
    groups: Mapping[int, int] = field(default_factory=dict)
    """Entity of several who are named together, by the mention of the last of them."""


def gather(scene: Scene, names: Sequence[Name] = ()) -> People:
    """Clusters the mentions of `scene`; `names`, when given, tell states and organisations from people."""
    entities: list[Entity] = []
    of_ref: dict[int, int] = {}
    met = _all_met(scene)
    bearers = Bearers(met.values())
    latest: dict[int, int] = {}
    entities += (Entity(words) for words in bearers.full)
    surnames = _full_surnames(entities)
    small = frozenset(token.text for one in scene.passages for token in one.tokens if token.text.islower())
    for ref in scene.refs:
        if ref.mention.last < scene.place_lines[ref.passage] or _is_adjective(scene, ref):
            continue
        if _opens(scene, ref) and not ref.how and ref.words[0] in small and ref.words[0] not in _GIVEN:
            continue  # "Fisheries talks near": a word that the text writes small names nobody
        index = bearers.find(met[ref.index]) if ref.index in met else _surname(scene, ref, surnames)
        if ref.index in met:
            index = _nearest(bearers, met[ref.index], ref, latest, index)
        if index is None and ref.mention.kind == "description":
            entities.append(Entity(ref.words, named=False))
            index = len(entities) - 1
        if index is not None:
            entities[index].refs.append(ref.index)
            of_ref[ref.index] = index
    of_ref |= dict(_beside_names(scene, of_ref))
    _describe(scene, entities, names)
    joined = dict(_join(scene, entities, of_ref))
    of_ref |= {
        ref.index: pair
        for ref in scene.refs
        if ref.mention.kind == "description" and (pair := both(scene, ref, joined)) is not None
    }
    return People(entities, of_ref, joined)


def _join(scene: Scene, entities: list[Entity], of_ref: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Adds an entity for each list of names that is a subject; gives its last mention and its index."""
    for last, members in groups(scene, of_ref):
        kind = entities[of_ref[last.index]].kind
        entities.append(
            Entity(last.words, kind, plural=True, named=False, refs=[m.index for m in members], several=True)
        )
        yield last.index, len(entities) - 1


def _is_adjective(scene: Scene, ref: Ref) -> bool:
    """Whether a name is a state's adjective before a noun: "Russian hackers"."""
    tokens, behind = scene.passages[ref.passage].tokens, ref.mention.last + 1
    if ref.mention.kind != "name" or behind >= len(tokens) or tokens[behind].tag not in ("W", "ROLE"):
        return False
    entry = gazetteer.lookup(scene.text[ref.start : ref.end])
    return entry is not None and entry.adjective


def _opens(scene: Scene, ref: Ref) -> bool:
    """Whether a single word of a name opens a sentence or a heading, where a capital says nothing."""
    passage, first = scene.passages[ref.passage], ref.mention.first
    alone = ref.mention.kind == "name" and first == ref.mention.last
    return alone and (first == 0 or passage.sentence[first - 1] != passage.sentence[first])


def _nearest(bearers: Bearers, form: Met, ref: Ref, latest: dict[int, int], index: int | None) -> int | None:
    """Of several who share a surname it is the one who is named in full with an office in its paragraph or
    the one before, where no other is; `latest` is kept up: the paragraphs in which each was so named."""
    if form.offices and index is not None and len(form.words) > 1:
        latest[index] = ref.passage
    near = [i for i in bearers.namesakes(form) if ref.passage - latest.get(i, -2) <= 1]
    if len(near) != 1:
        return index
    latest[near[0]] = ref.passage
    return near[0]


def _all_met(scene: Scene) -> dict[int, Met]:
    """The form of every name. Words of a heading that begin with a name of the text are that one ("Anna Lee
    Rips Karl Dahl"); those that only end in one are no name ("Fishers Rip Karl Dahl")."""
    found = {ref.index: _met(scene, ref) for ref in scene.refs if ref.mention.kind == "name"}
    heading = frozenset(index for index in found if scene.headings[scene.refs[index].passage])
    known = frozenset(form.words for index, form in found.items() if index not in heading)
    for index in heading:
        words = found[index].words
        if words in known:
            continue
        begins = next((words[:at] for at in range(len(words) - 1, 0, -1) if words[:at] in known), None)
        if begins:
            found[index] = found[index]._replace(words=begins)
        elif len(words) > _MOST_NAMES and any(words[at:] in known for at in range(1, len(words))):
            del found[index]
    return found


def _met(scene: Scene, ref: Ref) -> Met:
    """A form of a name with the words of title, apposition and description that stand with it there."""
    called = {word.strip(".") for role in roles(scene, [ref]) for word in _office(scene, role)}
    called |= {word.strip(".") for word in _title_words(scene, ref)}
    if kin := _kin(scene, ref):
        called.add(kin)
    return Met(tuple(w.strip(".") for w in ref.words), frozenset(called & _CALLED))


def _office(scene: Scene, role: Role) -> Iterator[str]:
    """The words of a role before its "of" or "for"."""
    return (token.low for token in takewhile(lambda token: token.tag != "PREP", tokens_of(scene, role)))


def _kin(scene: Scene, ref: Ref) -> str:
    """The noun for a relative that a name stands behind: "his daughter Anna Lee", "my wife, Dr. Anna Lee"."""
    tokens = scene.passages[ref.passage].tokens
    before = [t for t in tokens[max(ref.mention.first - _KIN_REACH, 0) : ref.mention.first] if t.text != ","]
    owned = (noun.low for owner, noun in pairwise(before) if owner.tag in ("POSS", "S"))
    return next((noun for noun in owned if noun in lexicon.persons.kin()), "")


def _full_surnames(entities: Sequence[Entity]) -> dict[str, int]:
    """Last words of the names with a given name."""
    return {e.words[-1]: i for i, e in enumerate(entities) if len(e.words) > 1 and e.words[0] in _GIVEN}


def _surname(scene: Scene, ref: Ref, surnames: Mapping[str, int]) -> int | None:
    """A capital word without article may be a surname that is a title too ("Dean said", where Anna Dean is
    known)."""
    if ref.mention.kind != "description" or len(ref.words) > 1 or not scene.text[ref.start].isupper():
        return None
    return surnames.get(ref.words[0])


def _beside_names(scene: Scene, of_ref: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The descriptions in apposition to a name, and who it is: "the envoy to Kenya, Maria Brandt, said"."""
    for ref in scene.refs:
        if ref.mention.kind != "name" or ref.index not in of_ref:
            continue
        for first, last in scene.given(ref):
            for other in scene.of_passage(ref.passage):
                inside = other.mention.kind == "description" and other.mention.head == first
                if inside and other.mention.last <= last and not is_plural(other.words):
                    yield other.index, of_ref[ref.index]


def _describe(scene: Scene, entities: list[Entity], names: Sequence[Name]) -> None:
    """Fills kind, gender and number from titles, given names, nouns and the names found before."""
    known = {(n.span.start, n.span.end): n.kind for n in names}
    for entity in entities:
        titles = [w for i in entity.refs for w in _title_words(scene, scene.refs[i])]
        if entity.named:
            acronym = len(entity.words) == 1 and all(_is_shouted(scene, scene.refs[i]) for i in entity.refs)
            entity.kind = (
                "organisation"
                if acronym and len(entity.words[0]) > 1
                else named_kind(entity.words, titles, [known.get(_at(scene, i), "") for i in entity.refs])
            )
            if entity.kind == "unconfirmed" and _is_described(scene, entity):
                entity.kind = "person"
            entity.gender = gender_of(entity.words, titles) or _told_gender(scene, entity)
        else:
            entity.kind, entity.gender = noun_kind(entity.words[-1])
            entity.plural = is_plural(entity.words)


def _is_described(scene: Scene, entity: Entity) -> bool:
    """Whether a name of two words stands behind the noun of a trade ("economist Anna Lee"), or an age or
    "who" stands behind it ("Anna Lee, 31," and "Anna Lee, who")."""
    if len(entity.words) < 2:
        return False
    for ref in (scene.refs[i] for i in entity.refs[:_MOST_NAMESAKES]):
        tokens = scene.passages[ref.passage].tokens
        trade = tokens[ref.mention.first - 1] if ref.mention.head < ref.mention.first else None
        if trade is not None and trade.low in _TRADES and trade.tag == "ROLE":
            return True
        behind = tokens[ref.mention.last + 1 : ref.mention.last + 4]
        if len(behind) == 3 and behind[0].text == ",":
            age = behind[1].tag == "NUM" and behind[2].text == ","
            if age or behind[1].low == "who":
                return True
    return False


def _told_gender(scene: Scene, entity: Entity) -> str:
    """From an apposition: "Kim Lee, the actress," and "his wife, Kim Lee,"."""
    for role in roles(scene, [scene.refs[i] for i in entity.refs[:_MOST_NAMESAKES]]):
        for token in scene.passages[role.passage].tokens[role.first : role.last + 1]:
            if token.tag == "PREP":
                break
            if token.low in _HONORIFIC:
                return _HONORIFIC[token.low]
    return ""


def _is_shouted(scene: Scene, ref: Ref) -> bool:
    """Whether a word stands in capitals, but not behind a courtesy or an office alone: "MR. OLDE"."""
    before = _title_words(scene, ref)
    label = bool(before) and before[-1] in _TITLES and all(word in _TITLES | _BESIDE for word in before)
    return _surface(scene, ref.index).isupper() and not label


def _surface(scene: Scene, index: int) -> str:
    return scene.text[scene.refs[index].start : scene.refs[index].end]


def _at(scene: Scene, index: int) -> tuple[int, int]:
    return scene.refs[index].start, scene.refs[index].end


def _title_words(scene: Scene, ref: Ref) -> list[str]:
    tokens = scene.passages[ref.passage].tokens
    return [t.low for t in tokens[ref.mention.head : ref.mention.first]]
