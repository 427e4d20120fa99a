"""The memo as JSON, for other programs. Keys that do not apply are left out; unknown dates are null."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from briefgen.model import Span
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import (
    ITEM_FIELDS,
    BlockKind,
    Cited,
    Item,
    ItemField,
    Memo,
    ReadBlock,
    Reopened,
    Section,
    SourceEntry,
    Text,
    Words,
)
from briefgen.paper.printed import printed

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
    """The JSON file in UTF-8; the house style plays no part in it."""
    del style
    notes: Mapping[Span, int] = MappingProxyType({note.span: note.line for note in memo.footnotes})
    sections: list[Json] = [_section(section, words, notes) for section in memo.sections]
    whole: dict[str, Json] = {
        "topic": memo.topic,
        "title": memo.title,
        "as_of": memo.as_of,
        "actor": memo.actor,
        "actor_known": memo.actor_known,
        "generator": memo.generator,
        "sources": [_source(entry, words) for entry in memo.sources],
        "sections": sections,
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    # UTF-8 has no lone surrogates; JSON has an escape for them.
    return (_SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n").encode()


def reopen(data: bytes) -> Reopened:
    """Every value of a memo in JSON as a block with its key; each citation is read back as a note."""
    reading = _DataReading()
    blocks = tuple(reading.blocks(json.loads(data, object_pairs_hook=_record)))
    return Reopened("data", blocks, tuple(reading.notes))


def _record(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """A record as JSON readers give it, which take the last of equal keys; that there are such is said."""
    found = dict(pairs)
    return found if len(found) == len(pairs) else found | {"keys that stand twice": len(pairs) - len(found)}


@dataclass
class _DataReading:
    """One file on its way back to blocks; collects its citations."""

    notes: list[str] = field(default_factory=list)

    def blocks(self, record: Mapping[str, Json]) -> Iterator[ReadBlock]:
        """The values of a record in their order; its citations stand with its first value."""
        cites = record.get("cites")
        marks: tuple[int, ...] = ()
        if isinstance(cites, list):
            marks = tuple(range(len(self.notes) + 1, len(self.notes) + len(cites) + 1))
            self.notes += (json.dumps(cite, sort_keys=True) for cite in cites)
        heading: BlockKind = "heading" if "items" in record else "title" if "sections" in record else "cell"
        for key, value in record.items():
            if key == "cites":
                continue
            for one in value if isinstance(value, list) and value else (value,):
                if isinstance(one, dict):
                    yield from self.blocks(one)
                elif key == "title" and heading != "cell":
                    yield ReadBlock(heading, str(one))
                else:
                    yield ReadBlock("cell", f"{key}{_shown(one)}", marks)
                    marks = ()


def _shown(value: Json) -> str:
    """A text behind a colon; what is no text, such as null, behind an equals sign."""
    return f": {value}" if isinstance(value, str) else f" = {json.dumps(value)}"


def _section(section: Section, words: Words, notes: Mapping[Span, int]) -> Json:
    note = _words(section.note, words)
    items = [_item(item, words, notes) for item in section.items]
    return {"id": section.id, "title": section.title} | ({"note": note} if note else {}) | {"items": items}


def _item(item: Item, words: Words, notes: Mapping[Span, int]) -> Json:
    found: dict[str, Json] = {}
    for one in ITEM_FIELDS:
        found |= _field(one, item, words)
    found["cites"] = [_cite(span, words, notes) for span in item.cites]
    return found


def _field(one: ItemField, item: Item, words: Words) -> dict[str, Json]:
    """A field under its key, left out when empty but for the text; a date with how it is known."""
    if one.name == "when" and item.when:
        return {"date": item.when.value, "date_status": item.when.status}
    if one.key is None:
        return {}
    texts: list[Json] = [_words(text, words) for text in one.words(item)]
    if one.several:
        return {one.key: texts} if texts else {}
    return {one.key: texts[0]} if one.key == "text" or any(texts) else {}


def _cite(span: Span, words: Words, notes: Mapping[Span, int]) -> Json:
    return {
        "source": span.source,
        "line": notes.get(span),
        "start": span.start,
        "end": span.end,
        "text": words(span),
    }


def _source(entry: SourceEntry, words: Words) -> Json:
    known: dict[str, Json] = {
        "title": _words(entry.title, words),
        "publisher": _words(entry.publisher, words),
    }
    return {
        "id": entry.id,
        "file": entry.file,
        "sha256": entry.sha256,
        **{key: value for key, value in known.items() if value},
        "published": entry.published.value,
        "published_status": entry.published.status,
        **({"url": entry.url} if entry.url else {}),
        "flags": list(entry.flags),
        "origin": entry.origin,
        "used": entry.used,
    }


def _words(text: Text, words: Words) -> str:
    """The words as a page prints them; `cites` hold them character for character."""
    return "".join(printed(words(run.span) if isinstance(run, Cited) else run.text) for run in text)
