"""Topics: groups of terms, from templates/topics/<slug>.toml or from the words on the command line.

A passage bears on a topic when it satisfies all groups. A group is satisfied by any of its terms, or
by a state, region or organisation it names; how near the words must stand is `briefgen.select`'s business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.errors import BriefgenError, UsageError
from briefgen.topic.actor import with_actor
from briefgen.topic.calls import meant, remarks
from briefgen.topic.file import read
from briefgen.topic.model import Group, Topic, slugify
from briefgen.topic.words import HINT, from_words

__all__ = [
    "Group",
    "Topic",
    "available",
    "broken",
    "find",
    "meant",
    "readable",
    "remarks",
    "slugify",
    "with_actor",
]

LONGEST_NAME = 100
"""Characters of a topic's name; it also becomes the stem of a file's name."""
_LONGEST_STEM = 200  # bytes; file systems take 255, and a suffix and a temporary name come on top


def find(name: str, folders: Sequence[Path]) -> Topic:
    """The topic called `name`: the file, or the file with that alias, of the first folder that has one,
    or its words as groups when none has.

    Raises UsageError `topic-name` for a name that can not be one, BriefgenError `topic-broken` for a
    file that is not in the form of a topic.
    """
    slug = _checked(name)
    known = (_in_folder(slug, folder) for folder in folders)
    return next((one for one in known if one), None) or from_words(name, slug)


def available(folders: Path | Sequence[Path]) -> tuple[Topic, ...]:
    """All topic files that can be read, in the order of their slugs; of two with one slug that of the first
    folder counts."""
    several = (folders,) if isinstance(folders, Path) else folders
    found: dict[str, Topic] = {}
    for one in readable(several):
        found.setdefault(one.slug, one)
    return tuple(found[slug] for slug in sorted(found))


def broken(folders: Sequence[Path]) -> tuple[BriefgenError, ...]:
    """What is wrong with each topic file that can not be read."""
    found = (_mistake(path) for folder in folders for path in _files(folder))
    return tuple(mistake for mistake in found if mistake)


def _mistake(path: Path) -> BriefgenError | None:
    try:
        read(path)
    except BriefgenError as error:
        return error
    return None


def readable(folders: Sequence[Path]) -> tuple[Topic, ...]:
    """All topic files but broken ones, in the order of the folders and of their names."""
    return tuple(one for folder in folders for one in _readable(folder))


def _in_folder(slug: str, folder: Path) -> Topic | None:
    """The topic with a slug or alias in one folder; a file of that name comes before an alias."""
    path = folder / f"{slug}.toml"
    if path.is_file():
        return read(path)
    return next((t for t in _readable(folder) if slug in (t.slug, *t.aliases)), None)


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.toml") if not p.name.startswith("."))


def _readable(folder: Path) -> Iterator[Topic]:
    """Topics that can be read; a broken file must not block a topic that is not in it."""
    for path in _files(folder):
        try:
            yield read(path)
        except BriefgenError:
            continue


def _checked(name: str) -> str:
    """Slug of a name, after refusing what could leave the folder or names nothing."""
    slug = slugify(name)
    if _is_path(name):
        printable = name.encode("unicode_escape").decode("ascii")
        problem = f"A topic is a name or words, not a path: {printable}"
    elif len(name) > LONGEST_NAME or len(slug.encode()) > _LONGEST_STEM:
        problem = f"The topic's name is longer than {LONGEST_NAME} characters."
    elif not slug:
        problem = f"There is no word in the topic “{name}”." if name.strip() else "The topic's name is empty."
    else:
        return slug
    raise UsageError("topic-name", problem, HINT)


def _is_path(name: str) -> bool:
    """Whether a name holds what parts a path, or a character that no name of a file may hold."""
    return ".." in name or any(c in "/\\" or unicodedata.category(c) in {"Cc", "Cs"} for c in name)
