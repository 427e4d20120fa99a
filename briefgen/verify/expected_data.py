"""What a faithful data file holds, worked out from the memo: every key with its value, in order."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefgen.model import Span
from briefgen.paper.memo import Cited, CitedPlace, Item, Memo, Section, SourceEntry, When, Words
from briefgen.paper.printed import folded
from briefgen.verify.expected import Expected, words_of

_SCHEMA = "briefgen-memo/2"


def of_data(memo: Memo, words: Words) -> Iterator[Expected]:
    """The blocks of a format that is read field by field; the first value of an item has its notes."""
    yield _value("the file", "schema", _SCHEMA)
    yield _value("the file", "topic", memo.topic)
    yield Expected("title", folded(memo.title))
    for key in ("as_of", "generator", "actor", "actor_known", "length"):
        yield _value("the file", key, getattr(memo, key))
    yield from _provenance(memo)
    for lost in memo.lost:
        if lost.source:
            yield _value(lost.file, "source", memo.number(lost.source))
        yield _value(lost.file, "file", lost.file)
        yield _value(lost.file, "reason", lost.reason)
    if not memo.lost:
        yield _value("the file", "lost", [])
    for entry in memo.sources:
        yield from _source(entry, memo, words)
    if not memo.sources:
        yield _value("the file", "sources", [])
    for section in memo.sections:
        yield from _section(section, memo, words)


def _provenance(memo: Memo) -> Iterator[Expected]:
    """What the memo was made from and with."""
    one = memo.provenance
    if one is None:
        return
    for file in (one.topic, one.house, one.sources):
        yield _value("provenance", "name", file.name)
        yield _value("provenance", "sha256", file.sha256)
    yield from _listed("provenance", "options", one.options)
    yield _value("provenance", "made", one.made)


def _section(section: Section, memo: Memo, words: Words) -> Iterator[Expected]:
    yield _value(section.title, "id", section.id)
    yield Expected(section.title, folded(section.title))
    if section.annex:
        yield _value(section.title, "annex", memo.number(section.id))
    for key, text in (("note", section.note), ("more", section.more)):
        if text:
            yield _value(section.title, key, memo.said(text, words))
    for item in section.items:
        kind = "type" if "open-issues" in (item.section, section.id) else "kind"
        yield from _item(section.title, item, memo, words, kind)
    if not section.items:
        yield _value(section.title, "items", [])


def _item(where: str, item: Item, memo: Memo, words: Words, kind: str = "kind") -> Iterator[Expected]:
    """The values of an item, its citations with the first of them, and those of its positions."""
    notes = tuple(_note(span, memo, words) for span in item.cites)
    for at, value in enumerate(_values(where, item, memo, words, kind)):
        yield value if at else value._replace(notes=notes)
    for position in item.positions:
        yield from _item(where, position, memo, words)
    for place in item.also:
        cite = _cite(place.span, place, memo, words)
        yield from (_value(where, key, value) for key, value in cite.items())


def _values(where: str, item: Item, memo: Memo, words: Words, kind: str) -> Iterator[Expected]:
    for key in ("section", "label"):
        if getattr(item, key):
            yield _value(where, key, getattr(item, key))
    for key, text in words_of(item):
        if key != "versions":
            yield _value(where, key, memo.said(text, words))
    if item.when:
        yield from _dated(where, "date", item.when)
    for version in item.versions:
        yield _value(where, "text", memo.said(version, words))
        sources = [run.span.source for run in version if isinstance(run, Cited)]
        if sources:
            yield _value(where, "source", memo.number(sources[0]))
    yield from _plain(where, item, kind)


def _plain(where: str, item: Item, kind: str) -> Iterator[Expected]:
    """The values of an item that are no words."""
    if item.kind:
        yield _value(where, kind, item.kind)
    if item.last_word:
        yield _value(where, "last_word", item.last_word.iso)
    yield from (_value(where, "refs", label) for label in item.refs)
    if item.further:
        yield _value(where, "further_statements", item.further)


def _source(entry: SourceEntry, memo: Memo, words: Words) -> Iterator[Expected]:
    for key in ("id", "file", "sha256"):
        yield _value(entry.id, key, getattr(entry, key))
    for key, text in (("title", entry.title), ("publisher", entry.publisher)):
        if said := memo.said(text, words):
            yield _value(entry.id, key, said)
    yield from _dated(entry.id, "published", entry.published)
    yield _value(entry.id, "url", entry.url or None)
    for key in ("language", "genre"):
        if getattr(entry, key):
            yield _value(entry.id, key, getattr(entry, key))
    yield from _listed(entry.id, "flags", entry.flags)
    yield _value(entry.id, "origin", memo.number(entry.origin))
    yield _value(entry.id, "used", entry.used)


def _dated(where: str, key: str, when: When) -> Iterator[Expected]:
    yield _value(where, key, when.iso)
    yield _value(where, f"{key}_status", when.status)


def _listed(where: str, key: str, values: tuple[str, ...]) -> Iterator[Expected]:
    yield from (_value(where, key, value) for value in values)
    if not values:
        yield _value(where, key, [])


def _value(where: str, key: str, value: object) -> Expected:
    """A key with its value: a text behind a colon, anything else behind an equals sign."""
    shown = f": {value}" if isinstance(value, str) else f" = {json.dumps(value)}"
    return Expected(where, folded(f"{key}{shown}"))


def _note(span: Span, memo: Memo, words: Words) -> str:
    return json.dumps(_cite(span, memo.place_of.get(span), memo, words), sort_keys=True)


def _cite(span: Span, place: CitedPlace | None, memo: Memo, words: Words) -> dict[str, object]:
    return {
        "source": memo.number(span.source),
        "line": place.line if place else None,
        "start": place.start if place else span.start,
        "end": place.end if place else span.end,
        "text": words(span),
    }
