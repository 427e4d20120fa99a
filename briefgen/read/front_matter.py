"""Front matter: metadata that a text file states between lines at its head, in YAML or TOML.

The lines stay in the text, so that its line numbers hold; cleaning takes them out of the article. YAML is
read without types: a date is the words that stand there. What is no mapping of names to values is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.read.fields import fields_of
from briefgen.read.language import language_tag
from briefgen.read.stamp import iso_day

_LONGEST = 32_000
"""Characters; front matter has a screenful, and a file may be all of it."""
_OPENS = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"^[\w-]+[ \t]*[:=]", re.MULTILINE)


class FrontMatter(NamedTuple):
    """What a file states of itself before its text."""

    stated: Mapping[str, str]
    """By `META_KEYS`; dates as ISO days where the format is known."""
    end: int
    """Offset behind its last line; 0 when there is none."""
    problems: tuple[Problem, ...] = ()


NONE = FrontMatter({}, 0)


def front_matter(text: str, name: str) -> FrontMatter:
    """The front matter of a text. A broken one is told as `front-matter-broken` and states nothing."""
    opening = _OPENS.match(text)
    if opening is None:
        return NONE
    mark = opening["mark"]
    closing = re.compile(
        r"^(?:\+\+\+|---|\.\.\.)[ \t]*\r?$" if mark == "---" else r"^\+\+\+[ \t]*\r?$", re.MULTILINE
    )
    found = closing.search(text, opening.end(), min(len(text), _LONGEST))
    if found is None:
        return NONE
    inside = text[opening.end() : found.start()]
    if not _KEY.search(inside):
        return NONE  # a rule, some words, a rule
    record, error = _yaml(inside) if mark == "---" else _toml(inside)
    if error:
        message = f"The lines between {mark} at the head are no valid {error}; they were left out."
        return FrontMatter({}, found.end(), (Problem(f"{name}, line 1", "front-matter-broken", message),))
    return FrontMatter(_stated(record), found.end())


def _yaml(inside: str) -> tuple[Mapping[str, object], str]:
    import yaml

    try:
        value = yaml.load(inside, Loader=yaml.BaseLoader)  # makes nothing but texts, lists and mappings
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, "YAML"
    return (value, "") if isinstance(value, dict) else ({}, "YAML")


def _toml(inside: str) -> tuple[Mapping[str, object], str]:
    import tomllib

    try:
        return tomllib.loads(inside.replace("\r\n", "\n")), ""
    except (ValueError, RecursionError):
        return {}, "TOML"


def _stated(record: Mapping[str, object]) -> dict[str, str]:
    dated = {
        str(key): value if isinstance(value, str | int | float | list | dict) else str(value)
        for key, value in record.items()
    }
    fields = {
        key: " ".join(words.split())
        for key, words in fields_of(dated).items()
        if key not in ("text", "teaser")
    }
    fields |= {key: iso_day(fields[key]) for key in ("published", "updated") if key in fields}
    fields |= {key: language_tag(fields[key]) for key in ("language",) if key in fields}
    return fields
