"""The head of a text or Markdown file that states its metadata: YAML between `---`, TOML between `+++`.

What stands there becomes `Source.stated`, as a sidecar or the head of a web page gives it, with the place of
each value. What is not a head by its shape (a paragraph between two rules) is text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.errors import Problem
from briefgen.read.fields import fields_of, stated_of
from briefgen.read.front_values import Entries, HeadError, as_lines, toml_entries, yaml_entries
from briefgen.read.refused import listed

_OPENS = re.compile(r"\s{0,80}?(?P<mark>---|\+\+\+)[ \t]{0,20}(?:\r\n|\n|\r)")
_CLOSES = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]{0,20}(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]{0,20}(?:\r\n|\n|\r|\Z)"),
}
_LONGEST = 20_000
"""Characters of a head; the longest seen have two thousand."""
_KEY = re.compile(r"[^\W\d][\w-]*(?:[ .][\w-]+){0,3}")
_FIRST_KEY = re.compile(r"[a-z][\w-]{0,40}: ?\S")
_UNCLOSED = "The file begins like a head of metadata that has no end; it was read as text."
_BROKEN = "The head of the file is not valid {}; of its lines only those of the form {} were read."
_TWICE = "These keys stand twice in the head of the file, and only the last value was read: {}."


@dataclass(frozen=True)
class FrontMatter:
    """What the head of a file states; `end` is 0 where it has none."""

    end: int = 0
    """Offset behind the head."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """By `META_KEYS`."""
    stated_at: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Start and end of the words each value was read from."""
    problems: tuple[Problem, ...] = ()


def front_matter(text: str, name: str) -> FrontMatter:
    """The head of a text; `name` is that of the file, for messages."""
    opens = _OPENS.match(text)
    if not opens:
        return FrontMatter()
    closes = _CLOSES[opens["mark"]].search(text, opens.end(), opens.end() + _LONGEST)
    if not closes:
        unclosed = opens["mark"] == "---" and _FIRST_KEY.match(text, opens.end())
        return FrontMatter(problems=(Problem(name, "front-matter-broken", _UNCLOSED),) if unclosed else ())
    inner = text[opens.end() : closes.start()]
    entries, problems = _entries(inner, opens["mark"], name)
    if not _is_head(entries):
        return FrontMatter()
    stated, at = _stated(entries, opens.end())
    twice = listed(tuple(dict.fromkeys(key[:40] for key in entries.twice)))
    if twice:
        problems = (*problems, Problem(name, "front-matter-key-twice", _TWICE.format(twice)))
    return FrontMatter(closes.end(), stated, at, problems)


def _entries(inner: str, mark: str, name: str) -> tuple[Entries, tuple[Problem, ...]]:
    """Keys and values of a head; line by line where it breaks the rules of its language."""
    language, form, read = (
        ("YAML", "“key: value”", yaml_entries) if mark == "---" else ("TOML", "“key = value”", toml_entries)
    )
    try:
        return read(inner), ()
    except HeadError:
        entries = as_lines(inner, ":" if mark == "---" else "=")
        return entries, (Problem(name, "front-matter-broken", _BROKEN.format(language, form)),)


def _is_head(entries: Entries) -> bool:
    """Whether all keys look like names of fields: one is known, or all are written as programs write them."""
    if not entries.values or not all(_KEY.fullmatch(key) for key in entries.values):
        return False
    return bool(fields_of(entries.values)) or all(
        key[0].islower() and " " not in key for key in entries.values
    )


def _stated(entries: Entries, offset: int) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    stated = stated_of(fields_of(entries.values))
    at: dict[str, tuple[int, int]] = {}
    for key, value in stated.items():
        for name, (start, end) in entries.at.items():
            if stated_of(fields_of({name: entries.values[name]})).get(key) == value:
                at[key] = (offset + start, offset + end)
                break
    return {key: " ".join(value.split()) for key, value in stated.items()}, at
