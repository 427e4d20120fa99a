"""Articles in JSON (.json) and JSON lines (.jsonl), as news services and scrapers dump them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from briefgen.errors import Problem
from briefgen.read.decode import decode
from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.fields import fields_of
from briefgen.read.json_tables import rows_of
from briefgen.read.records import Record, read_records
from briefgen.read.refused import listed

_ENVELOPES = (
    "articles", "results", "response", "items", "docs", "documents", "data", "news", "hits", "value",
    "entries", "posts", "stories", "orderedItems", "@graph", "records", "content",
)  # fmt: skip
"""Keys under which services put the list of articles, in the order tried; then any other key."""
_INHERITED = ("publisher", "language")
"""What a service says once for all articles."""
_FEED = "version"
_DEEPEST = 4
"""Envelopes in envelopes: {"response": {"docs": [...]}}."""
_BRACKETS = 1_000_000
"""Lists and objects in one file; each takes 60 bytes and more in memory, however small in the file."""
_BROKEN_LINES = 5
_DIGITS = 100
_SHOWN = 40
"""Characters of a key in a message."""
_GIVE_UP = 1000
"""Broken lines after which a file is no JSON lines at all."""


def read_json(data: bytes, name: str) -> Reading:
    """One draft for each article in a list, in a service's envelope, or for the one article there is."""
    text, _, told = decode(data, name)
    if text.count("[") + text.count("{") > _BRACKETS:
        raise UnreadableError("file-too-large", f"The file has more than {_BRACKETS} lists and objects.")
    twice: dict[str, None] = {}
    try:
        value = json.loads(text, object_pairs_hook=partial(_record, twice), parse_int=_integer)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and error.lineno > 1:  # JSON lines under the wrong name
            return read_jsonl(data, name)
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableError("json-broken", f"This is not valid JSON ({where}: {error.msg}).") from None
    except RecursionError:
        raise UnreadableError(
            "json-broken", "The JSON is nested too deeply to be a list of articles."
        ) from None
    drafts, problems = read_records(enumerate(_articles(value), 1), name)
    return drafts, (*told, *_doubled(twice, name), *problems)


def read_jsonl(data: bytes, name: str) -> Reading:
    """One draft a line; a broken line is named by its number and the others are read."""
    text, _, told = decode(data, name)
    broken: list[Problem] = []
    twice: dict[str, None] = {}
    drafts, problems = read_records(_line_records(text, name, broken, twice), name)
    more = len(broken) - _BROKEN_LINES
    if more > 0:
        broken[_BROKEN_LINES:] = [Problem(name, "json-broken", f"{more} more lines are not valid JSON.")]
    return drafts, (*told, *broken, *_doubled(twice, name), *problems)


def _record(twice: dict[str, None], pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object with the last of equal keys that says anything; the keys are added to `twice`."""
    found = dict(pairs)
    if len(found) < len(pairs):
        found |= {
            key: value for key, value in pairs if value not in (None, "", []) and found[key] in (None, "", [])
        }
        twice |= dict.fromkeys(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
    return found


def _integer(digits: str) -> int | None:
    """A number; None for one of more digits than any identifier has, which Python refuses to read."""
    return int(digits) if len(digits) <= _DIGITS else None


def _doubled(twice: Iterable[str], name: str) -> tuple[Problem, ...]:
    keys = listed(tuple(key[:_SHOWN] for key in twice))
    message = f"These keys stand twice in one record, and only the last value was read: {keys}."
    return (Problem(name, "json-key-twice", message),) if keys else ()


def _line_records(text: str, name: str, broken: list[Problem], twice: dict[str, None]) -> Iterator[Record]:
    """Objects by line number; what is not one is added to `broken`, keys that stand twice to `twice`."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line, object_pairs_hook=partial(_record, twice), parse_int=_integer)
        except (ValueError, RecursionError):
            record = None
        if isinstance(record, dict):
            yield number, _unwrapped(record)
        else:
            message = "The line is not a valid JSON object; it was skipped."
            broken.append(Problem(f"{name}, line {number}", "json-broken", message))
        if len(broken) == _GIVE_UP:
            raise UnreadableError(
                "json-broken", f"{_GIVE_UP} lines are not valid JSON; the file was not read."
            )


def _articles(value: object, depth: int = 0) -> list[Mapping[str, object]]:
    """The records in a dump: in a list, in envelopes, or as a table of columns."""
    if isinstance(value, list):
        return [_unwrapped(item) for item in value if isinstance(item, dict)]
    if not isinstance(value, dict):
        return []
    if table := rows_of(value):
        return table
    inner = _in_envelope(value, depth)
    if inner and (_are_articles(inner) or "text" not in fields_of(value)):
        return inner
    return [_unwrapped(value)] if fields_of(_unwrapped(value)) else []


def _in_envelope(value: Mapping[str, object], depth: int) -> list[Mapping[str, object]]:
    """The articles under one of the keys of an object, those known for it first."""
    if depth == _DEEPEST:
        return []
    known = [key for key in _ENVELOPES if key in value]
    lists = (key for key, inner in value.items() if isinstance(inner, list | dict) and key not in _ENVELOPES)
    for key in (*known, *lists):
        found = _articles(value[key], depth + 1) if isinstance(value[key], list | dict) else []
        if found and (key in _ENVELOPES or _are_articles(found)):
            return _with_inherited(found, value)
    return []


def _are_articles(records: Sequence[Mapping[str, object]]) -> bool:
    """Whether records are articles, not the paragraphs of one: they have a title, a day or an address."""
    keys = (fields_of(record).keys() for record in records[:_BROKEN_LINES])
    return any("text" in found and not found.isdisjoint({"title", "published", "url"}) for found in keys)


def _with_inherited(
    records: list[Mapping[str, object]], envelope: Mapping[str, object]
) -> list[Mapping[str, object]]:
    """The records with the publisher and the language that the envelope states for all of them."""
    fields = fields_of({key: words for key, words in envelope.items() if isinstance(words, str)})
    common = {key: fields[key] for key in _INHERITED if key in fields}
    if "jsonfeed" in str(envelope.get(_FEED, "")) and "title" in fields:
        common["publisher"] = fields["title"]
    if not common:
        return records
    return [{**record, **_lacking(common, record)} for record in records]


def _lacking(common: Mapping[str, str], record: Mapping[str, object]) -> Mapping[str, str]:
    own = fields_of(record)
    return {key: words for key, words in common.items() if key not in own}


def _unwrapped(record: Mapping[str, object]) -> Mapping[str, object]:
    """The article inside a search engine's hit, or inside what was done with it (ActivityPub)."""
    for key in ("_source", "object", "article", "item"):
        inner = record.get(key)
        if isinstance(inner, dict) and "text" in fields_of(inner):
            return {**{k: v for k, v in record.items() if k not in inner and k != key}, **inner}
    return record
