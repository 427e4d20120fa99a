"""What a faithful data file holds, worked out from the memo: every key with its value, in order."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefgen.model import Span
from briefgen.paper.memo import Cited, Item, Memo, Section, SourceEntry, Text, When, Words
from briefgen.paper.printed import folded
from briefgen.verify.expected import Expected, words_of


def of_data(memo: Memo, words: Words) -> Iterator[Expected]:
    """The blocks of a format that is read field by field; the first value of an item has its notes."""
    lines = {note.span: note.line for note in memo.footnotes}
    yield _value("the file", "topic", memo.topic)
    yield Expected("title", folded(memo.title))
    yield _value("the file", "as_of", memo.as_of)
    yield _value("the file", "actor", memo.actor)
    yield _value("the file", "actor_known", memo.actor_known)
    yield _value("the file", "generator", memo.generator)
    for entry in memo.sources:
        yield from _source(entry, words)
    if not memo.sources:
        yield _value("the file", "sources", [])
    for section in memo.sections:
        yield _value(section.title, "id", section.id)
        yield Expected(section.title, folded(section.title))
        if section.note:
            yield _value(section.title, "note", _said(section.note, words))
        for item in section.items:
            notes = tuple(_note(span, lines.get(span), words) for span in item.cites)
            yield from _item(section, item, words, notes)
        if not section.items:
            yield _value(section.title, "items", [])


def _item(section: Section, item: Item, words: Words, notes: tuple[str, ...]) -> Iterator[Expected]:
    for at, (key, text) in enumerate(words_of(item)):
        if key == "versions":
            break
        yield _value(section.title, key, _said(text, words), () if at else notes)
    if item.when:
        yield from _dated(section.title, "date", item.when)
    for version in item.versions:
        yield _value(section.title, "versions", _said(version, words))


def _source(entry: SourceEntry, words: Words) -> Iterator[Expected]:
    for key in ("id", "file", "sha256"):
        yield _value(entry.id, key, getattr(entry, key))
    for key, text in (("title", entry.title), ("publisher", entry.publisher)):
        if said := _said(text, words):
            yield _value(entry.id, key, said)
    yield from _dated(entry.id, "published", entry.published)
    if entry.url:
        yield _value(entry.id, "url", entry.url)
    yield from _listed(entry.id, "flags", entry.flags)
    yield _value(entry.id, "origin", entry.origin)
    yield _value(entry.id, "used", entry.used)


def _dated(where: str, key: str, when: When) -> Iterator[Expected]:
    yield _value(where, key, when.value)
    yield _value(where, f"{key}_status", when.status)


def _listed(where: str, key: str, values: tuple[str, ...]) -> Iterator[Expected]:
    yield from (_value(where, key, value) for value in values)
    if not values:
        yield _value(where, key, [])


def _value(where: str, key: str, value: object, notes: tuple[str, ...] = ()) -> Expected:
    """A key with its value: a text behind a colon, anything else behind an equals sign."""
    shown = f": {value}" if isinstance(value, str) else f" = {json.dumps(value)}"
    return Expected(where, folded(f"{key}{shown}"), notes)


def _said(text: Text, words: Words) -> str:
    return "".join(words(run.span) if isinstance(run, Cited) else run.text for run in text)


def _note(span: Span, line: int | None, words: Words) -> str:
    cite = {"source": span.source, "line": line, "start": span.start, "end": span.end, "text": words(span)}
    return json.dumps(cite, sort_keys=True)
