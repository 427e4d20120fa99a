"""What a user is told of a call: that a file was taken, that it is broad, which file may have been meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from briefgen.english import gazetteer
from briefgen.english.rarity import rarity
from briefgen.english.words import content, stems
from briefgen.errors import Problem
from briefgen.topic.model import Topic, slugify

BROAD = 4.0
"""Rarity below which a word alone is broad: in general news more than 18 articles of a thousand have it."""
ALIKE = 0.75
"""Share of letters in common (difflib) from which another name may be meant."""
NAMED = 3
"""Topic files that are named at most."""


def remarks(name: str, one: Topic, known: Sequence[Topic]) -> tuple[Problem, ...]:
    """What to tell of the call `name` for which `one` was found, `known` being the topic files."""
    where, slug = f"--topic {name.strip()}", slugify(name)
    if not one.free:
        said = f"“{name.strip()}” is another name of the topic file “{one.slug}”, which was taken."
        return (Problem(where, "topic-alias", said),) if slug != one.slug else ()
    if not _broad(one):
        return ()
    near = [file.slug for file in known if _holds(file, one)][:NAMED]
    files = f" Topic files that are sharper: {', '.join(near)}." if near else ""
    return (Problem(where, "topic-broad", f"One word like this gathers much; add a word.{files}"),)


def meant(name: str, known: Sequence[Topic]) -> tuple[str, ...]:
    """The topic files whose name or other name is spelt like `name` or holds its words, the likest first."""
    slug = slugify(name)
    names = {other: file.slug for file in known for other in (*file.aliases, file.slug)}
    alike = difflib.get_close_matches(slug, sorted(names), n=NAMED, cutoff=ALIKE)
    parts = set(slug.split("-"))
    within = [other for other in sorted(names) if parts < set(other.split("-"))]
    found = dict.fromkeys(names[other] for other in (*alike, *within))
    return tuple(found)[:NAMED]


def _broad(one: Topic) -> bool:
    """Whether a call is one common word, a region or a state."""
    if len(one.groups) != 1:
        return False
    group = one.groups[0]
    if group.regions or group.names:
        return bool(group.regions) or any(_is_state(key) for key in group.names)
    return max(map(rarity, content(stems(group.name))), default=0.0) < BROAD


def _is_state(key: str) -> bool:
    return any(gazetteer.forms()[form].kind == "state" for form in gazetteer.aliases(key)[:1])


def _holds(file: Topic, one: Topic) -> bool:
    """Whether a topic file asks for the word or name of a call."""
    asked = one.groups[0]
    keys = {*asked.names, *asked.regions}
    said = " ".join((file.title, file.slug, *file.aliases))
    in_title = bool(set(content(stems(asked.name))) & set(stems(said)))
    return in_title or any(keys & {*group.names, *group.regions, *group.also} for group in file.groups)
