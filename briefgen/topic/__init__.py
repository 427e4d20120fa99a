"""Topics: groups of terms, from templates/topics/<slug>.toml or from the words on the command line.

A passage bears on a topic when it satisfies all groups. A group is satisfied by any of its terms, or
by a state, region or organisation it names; how near the words must stand is `briefgen.select`'s business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import BriefgenError, UsageError
from briefgen.topic.file import read
from briefgen.topic.model import Group, Topic, slugify
from briefgen.topic.words import from_words

__all__ = ["Group", "Topic", "available", "load", "slugify"]

LONGEST_NAME = 100
"""Characters of a topic's name; it also becomes the stem of a file's name."""
_LONGEST_STEM = 200  # bytes; file systems take 255, and a suffix and a temporary name come on top


def load(name: str, folder: Path) -> Topic:
    """The topic called `name`: a file of `folder`, a file with that alias, or its words as groups.

    Raises UsageError `topic-name` for a name that can not be one, BriefgenError `topic-broken` for a
    file that is not in the form of a topic.
    """
    slug = _checked(name)
    path = folder / f"{slug}.toml"
    if path.is_file():
        return read(path)
    known = (t for t in _readable(folder) if slug in (t.slug, *t.aliases))
    return next(known, None) or from_words(name, slug)


def available(folder: Path) -> tuple[Topic, ...]:
    """All topic files of a folder in the order of their names; raises like `load`."""
    return tuple(read(path) for path in _files(folder))


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
    hint = "Give the name of a topic file or a few words, for example --topic asia-security."
    raise UsageError("topic-name", problem, hint)


def _is_path(name: str) -> bool:
    """Whether a name holds what parts a path, or a character that no name of a file may hold."""
    return ".." in name or any(c in "/\\" or unicodedata.category(c) in {"Cc", "Cs"} for c in name)
