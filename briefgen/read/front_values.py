"""Keys and values of a head in YAML or TOML, with their places. Nothing of it is run or expanded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.toml_table import toml_table

if TYPE_CHECKING:
    from yaml import Node

_NODES = 2000
"""Values looked at: a head has some dozens, and an alias that names aliases would give billions."""
_DEPTH = 4
_SPECIAL = frozenset("\"'[{|>&*!%@`")
"""Signs that open more than a plain word in YAML; a broken value of theirs is not guessed."""
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_LINE = re.compile(
    r"^(?P<key>[^\W\d][\w. -]{0,40}?)[ \t]*(?P<sign>[:=])[ \t]*(?P<value>\S.*?)?[ \t\r]*$", re.MULTILINE
)


class HeadError(Exception):
    """The head breaks the rules of its language."""


@dataclass
class Entries:
    """Fields of a head: texts, lists and tables of texts by their names."""

    values: dict[str, object] = field(default_factory=dict)
    at: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where the words of a value stand."""
    twice: list[str] = field(default_factory=list)
    """Names that came again; the last value counts, as YAML's own readers take it."""

    def put(self, key: str, value: object, start: int, end: int) -> None:
        """Adds a field, or takes its new value."""
        if key in self.values:
            self.twice.append(key)
        self.values[key] = value
        self.at.pop(key, None)
        if end > start:
            self.at[key] = (start, end)


def yaml_entries(text: str) -> Entries:
    """The fields of a YAML mapping, every scalar as the text that is written there; none for other YAML.

    Composed to nodes and not to objects, so that a day is no date, "no" no falsehood, and tags name no class.
    """
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise HeadError(str(error)[:200]) from error
    entries = Entries()
    if isinstance(root, yaml.MappingNode):
        left = [_NODES]
        for key, node in root.value:
            start, end = node.start_mark.index, node.end_mark.index
            words = text[start:end]
            inner = words.strip().strip("\"'")
            start += words.find(inner)
            entries.put(str(key.value), _plain(node, left), start, start + len(inner))
    return entries


def _plain(node: Node, left: list[int], depth: int = 0) -> object:
    """A node as texts, lists and dictionaries; empty beyond `left` values and below some levels."""
    from yaml import MappingNode, ScalarNode

    left[0] -= 1
    if isinstance(node, ScalarNode):
        return "" if node.style is None and node.value in _NOTHING else str(node.value)
    if depth == _DEPTH or left[0] < 0:
        return ""
    if isinstance(node, MappingNode):
        return {str(key.value): _plain(value, left, depth + 1) for key, value in node.value}
    return [_plain(value, left, depth + 1) for value in node.value]


def toml_entries(text: str) -> Entries:
    """The fields of a TOML table; a value's place is the rest of its first line."""
    try:
        table = toml_table(text)
    except ValueError as error:
        raise HeadError(str(error)[:200]) from error
    entries = Entries()
    places = {found["key"]: found.span("value") for found in _LINE.finditer(text) if found["value"]}
    for key, value in table.items():
        entries.put(key, _worded(value), *places.get(key, (0, 0)))
    return entries


def _worded(value: object) -> object:
    """TOML's own dates as texts, also in lists and tables."""
    if isinstance(value, list):
        return [_worded(item) for item in value]
    if isinstance(value, dict):
        return {key: _worded(item) for key, item in value.items()}
    return value if isinstance(value, str) else str(value)


def as_lines(text: str, sign: str) -> Entries:
    """The fields of a head that breaks its rules, a line each; none if most lines are no fields."""
    entries = Entries()
    others = 0
    for line in re.finditer(r"[^\r\n]+", text):
        found = _LINE.fullmatch(line.group())
        if found and found["sign"] == sign:
            value = found["value"] or ""
            value = value.strip("\"'") if value[:1] == value[-1:] or value[:1] not in _SPECIAL else ""
            start = line.start() + line.group().find(value)
            entries.put(found["key"], value, start, start + len(value))
        else:
            others += not line.group().startswith((" ", "\t", "-", "#"))
    return entries if others < len(entries.values) else Entries()
