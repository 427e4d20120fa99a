"""Reads templates/topics/<slug>.toml, and says where a broken one is broken."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from briefgen import lexicon
from briefgen.errors import BriefgenError
from briefgen.toml_table import toml_table
from briefgen.topic.actor import key_of, meant
from briefgen.topic.model import Group, Topic, slugify

_TOPIC_KEYS = ("title", "actor", "aliases", "exclude", "group")
_GROUP_KEYS = ("name", "terms", "also", "regions", "states", "organisations", "places")
_HINT = "Correct the file; the notes in templates/topics/asia-security.toml explain its form."


class _File(NamedTuple):
    """A topic file on its way in; knows how to say where something is wrong."""

    path: Path
    text: str

    def broken(self, what: str, near: str = "", line: int = 0, key: str = "") -> BriefgenError:
        """The error for a mistake at the line given, or at the one that gives `key` or holds `near`."""
        at = line or self._line_of(near, key)
        place = f"{self.path.name}, line {at}" if at else self.path.name
        return BriefgenError("topic-broken", f"{place}: {what}", _HINT)

    def _line_of(self, near: str, key: str) -> int:
        """The line that gives the key, with the words if it can be; else the first with the words in marks,
        else with the words."""
        lines = [(n, line.split("#", 1)[0]) for n, line in enumerate(self.text.splitlines(), 1)]
        given = [(n, line) for n, line in lines if key and re.match(rf"\s*{re.escape(key)}\s*=", line)]
        tests = (
            (given, near),
            (given, ""),
            (lines, f'"{near}"'),
            (lines, f"'{near}'"),
            (lines if near else [], near),
        )
        return next((n for some, words in tests for n, line in some if words in line), 0)

    def strings(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        """A list of texts, or nothing when the key is absent."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.broken(f'"{key}" must be a list of texts, like ["one", "two"]', key=key)
        return tuple(value)

    def string(self, table: Mapping[str, object], key: str) -> str:
        """One text that must be there."""
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.broken(f'"{key}" must be a text, like {key} = "..."', key=key)
        return value.strip()

    def known(self, table: Mapping[str, object], allowed: tuple[str, ...]) -> None:
        """Refuses a key that has no meaning, which is mostly a misspelling."""
        for key in table:
            if key not in allowed:
                raise self.broken(f'unknown key "{key}"; allowed are {", ".join(allowed)}', key, key=key)


def read(path: Path) -> Topic:
    """A topic file; raises `topic-broken` with file, line and what is wrong."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _File(path, "").broken(f"cannot be read as UTF-8 text ({error})") from None
    file = _File(path, text)
    try:
        table: Mapping[str, object] = toml_table(text)
    except ValueError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise file.broken(f"not valid TOML: {error}", line=line) from None
    return replace(_topic(file, table), sha256=hashlib.sha256(data).hexdigest())


def _topic(file: _File, table: Mapping[str, object]) -> Topic:
    file.known(table, _TOPIC_KEYS)
    groups = table.get("group")
    if not isinstance(groups, list) or not groups or not all(isinstance(g, dict) for g in groups):
        raise file.broken("a topic needs at least one [[group]]", "group")
    actor = file.string(table, "actor") if "actor" in table else None
    if actor is not None:
        actor = _key(file, actor, "actor")
    return Topic(
        slug=slugify(file.path.stem),
        title=file.string(table, "title"),
        groups=tuple(_group(file, g) for g in groups),
        actor=actor,
        exclude=file.strings(table, "exclude"),
        aliases=tuple(slugify(a) for a in file.strings(table, "aliases")),
    )


def _group(file: _File, table: Mapping[str, object]) -> Group:
    file.known(table, _GROUP_KEYS)
    entries = {key: file.strings(table, key) for key in _GROUP_KEYS[1:]}
    name = file.string(table, "name")
    if not any(entries.values()):
        raise file.broken(f'the group "{name}" is empty; it needs {", ".join(_GROUP_KEYS[1:])}', name)
    also, regions, *named = (tuple(_key(file, v) for v in entries[key]) for key in _GROUP_KEYS[2:])
    for entry, key in zip(entries["regions"], regions, strict=True):
        if key not in _region_keys():
            raise file.broken(
                f'"{entry}" is not a region; put it under states, organisations or places', entry
            )
    return Group(name, entries["terms"], regions, tuple(chain.from_iterable(named)), also)


def _key(file: _File, entry: str, key: str = "") -> str:
    """The gazetteer's key for a key or a name ("JP", "Japan")."""
    known = key_of(entry)
    if known is None:
        raise file.broken(f'"{entry}" is not a known name{meant(entry)}', entry, key=key)
    return known


def _region_keys() -> frozenset[str]:
    return frozenset(row.key for row in lexicon.names.regions())
