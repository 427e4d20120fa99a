"""Who or what is no speaker: things, the article itself, a number of nobody, a company of nobody."""

from __future__ import annotations

from types import MappingProxyType

from briefgen import lexicon
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.scene import Ref, Scene

_COUNTS = frozenset(
    {"both", "one", "two", "another", "each", "either", "neither", "none", "less", "more", "much"}
)
"""What stands alone only for those named before."""
_OWN = frozenset(
    {"article", "column", "essay", "newsletter", "page", "piece", "post", "site", "story", "website"}
)
"""What a text calls itself, behind "this"."""
_SHIPS = frozenset({"uss", "hms", "hmcs", "hmas", "mv", "ms", "mt", "ss", "rms", "usns"})
"""What stands before the name of a ship, in capitals."""
_OWNERS = MappingProxyType({"his": "m", "her": "f"})
_REACH = 4  # paragraphs in which the owner of "his company" is named


def is_silent(scene: Scene, people: People, entity: Entity, ref: Ref) -> bool:
    """Whether `entity`, mentioned at `ref`, can be nobody's name for a speaker."""
    if not any(map(str.isalpha, scene.text[ref.start : ref.end])):
        return True  # "47 confirmed cases"
    if entity.named:
        surface = scene.text[ref.start : ref.end].split()[0]
        if len(entity.words) > 1:
            return entity.words[0] in _SHIPS and surface.isupper()
        return _is_thing(entity.words[0]) or entity.words[0] in lexicon.persons.courtesies()  # "Sir, – Your"
    noun = entity.words[-1]
    if len(entity.words) == 1:
        return noun in _COUNTS and not _goes_on(scene, ref)
    if _is_thing(noun) or (entity.words[0] == "this" and noun in _OWN):
        return True
    return _is_unowned(scene, people, entity, ref)


def _goes_on(scene: Scene, ref: Ref) -> bool:
    """Whether "of" stands behind a count: "one of them" tells more than "one"."""
    tokens, behind = scene.passages[ref.passage].tokens, ref.mention.last + 1
    return behind < len(tokens) and tokens[behind].low == "of"


def _is_thing(noun: str) -> bool:
    return noun in lexicon.persons.things() or noun.removesuffix("s") in lexicon.persons.things()


def _is_unowned(scene: Scene, people: People, entity: Entity, ref: Ref) -> bool:
    """ "His company" where nobody is named whose it can be."""
    wanted = _OWNERS.get(entity.words[0])
    if wanted is None:
        return False
    first = scene.first_ref[max(ref.passage - _REACH, 0)]
    before = (people.of_ref[i] for i in range(first, ref.index) if i in people.of_ref)
    return not any(
        people.entities[i].gender in ("", wanted) and people.entities[i].kind in ("person", "unconfirmed")
        for i in before
    )
