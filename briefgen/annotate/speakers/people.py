"""Who is who inside one document: surname to full name, kind and gender of every named entity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen import lexicon
from briefgen.annotate.speakers.forms import all_met, is_adjective, nearest, opens_sentence, title_words
from briefgen.annotate.speakers.groups import both, groups
from briefgen.annotate.speakers.kinds import gender_of, is_plural, named_kind, noun_kind, noun_of
from briefgen.annotate.speakers.roles import roles
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.persons import Bearers
from briefgen.model import Name

_HONORIFIC = lexicon.persons.title_genders()
_GIVEN = lexicon.persons.given_names()
_TITLES = lexicon.persons.titles()
_BESIDE = lexicon.persons.title_modifiers()
_MOST_NAMESAKES = 50
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
    met = all_met(scene)
    bearers = Bearers(met.values())
    latest: dict[int, int] = {}
    entities += (Entity(words) for words in bearers.full)
    surnames = _full_surnames(entities)
    small = frozenset(token.text for one in scene.passages for token in one.tokens if token.text.islower())
    for ref in scene.refs:
        if ref.mention.last < scene.place_lines[ref.passage] or is_adjective(scene, ref):
            continue
        if (
            opens_sentence(scene, ref)
            and not ref.how
            and ref.words[0] in small
            and ref.words[0] not in _GIVEN
        ):
            continue  # "Fisheries talks near": a word that the text writes small names nobody
        index = bearers.find(met[ref.index]) if ref.index in met else _surname(scene, ref, surnames)
        if ref.index in met:
            index = nearest(bearers, met[ref.index], ref, latest, index)
        if index is None and ref.mention.kind == "description":
            entities.append(Entity(ref.words, named=False))
            index = len(entities) - 1
        if index is not None:
            entities[index].refs.append(ref.index)
            of_ref[ref.index] = index
    of_ref |= dict(_beside_names(scene, of_ref))
    _describe(scene, entities, names)
    joined = dict(_join(scene, entities, of_ref))
    lasts = sorted(joined)
    of_ref |= {
        ref.index: joined[pair]
        for ref in scene.refs
        if ref.mention.kind == "description" and (pair := both(scene, ref, lasts)) is not None
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
    described: dict[tuple[int, int], list[Ref]] = {}
    for ref in scene.refs:
        if ref.mention.kind == "description":
            described.setdefault((ref.passage, ref.mention.head), []).append(ref)
    for ref in scene.refs:
        if ref.mention.kind != "name" or ref.index not in of_ref:
            continue
        for first, last in scene.given(ref):
            for other in described.get((ref.passage, first), ()):
                if other.mention.last <= last and not is_plural(other.words):
                    yield other.index, of_ref[ref.index]


def _describe(scene: Scene, entities: list[Entity], names: Sequence[Name]) -> None:
    """Fills kind, gender and number from titles, given names, nouns and the names found before."""
    known = {(n.span.start, n.span.end): n.kind for n in names}
    for entity in entities:
        titles = [w for i in entity.refs for w in title_words(scene, scene.refs[i])]
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
            entity.kind, entity.gender = noun_kind(noun_of(entity.words))
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
    before = title_words(scene, ref)
    label = bool(before) and before[-1] in _TITLES and all(word in _TITLES | _BESIDE for word in before)
    return _surface(scene, ref.index).isupper() and not label


def _surface(scene: Scene, index: int) -> str:
    return scene.text[scene.refs[index].start : scene.refs[index].end]


def _at(scene: Scene, index: int) -> tuple[int, int]:
    return scene.refs[index].start, scene.refs[index].end
