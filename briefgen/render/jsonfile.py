"""The memo as JSON, for other programs. Keys that do not apply are left out; unknown dates are null.

docs/memo.schema.json is its published form; `SCHEMA` rises when a key changes its meaning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefgen.model import Span
from briefgen.paper.fields import ITEM_FIELDS, ItemField
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import (
    Cited,
    CitedPlace,
    Item,
    Lost,
    Memo,
    Reference,
    Run,
    Section,
    SourceEntry,
    Text,
    Words,
)
from briefgen.paper.printed import printed
from briefgen.paper.reopened import BlockKind, ReadBlock, Reopened
from briefgen.render.json_form import Json, strange
from briefgen.render.seal import LENGTH, TextSeal

SCHEMA = "briefgen-memo/2"
SEAL = TextSeal(b',\n  "content": "', b'"\n}\n')
"""The last key is the hash of all that stands before it."""
ISSUES = "open-issues"
"""Section whose rows call their kind "type": what makes a matter open."""
_HASH = re.compile(rf"[0-9a-f]{{{LENGTH}}}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
    """The JSON file in UTF-8; the house style plays no part in it."""
    del style
    text = json.dumps(_MemoWriting(memo, words).whole(), ensure_ascii=False, indent=2)
    # UTF-8 has no lone surrogates; JSON has an escape for them.
    text = _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    return SEAL.put(text.removesuffix("\n}").encode())


def reopen(data: bytes) -> Reopened:
    """Every value of a memo in JSON as a block with its key; each citation is read back as a note."""
    reading = _DataReading()
    record = json.loads(data, object_pairs_hook=_record)
    odd = tuple(strange("the memo", record, "memo"))
    if _HASH.fullmatch(str(record.get("content"))):
        # Whether or not it holds, it is no word of the memo.
        del record["content"]
    return Reopened("data", tuple(reading.blocks(record)), tuple(reading.notes), faults=odd)


def sealed(data: bytes) -> bool | None:
    """Whether a JSON file is as it was written; None when it carries no seal."""
    return SEAL.holds(data)


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


@dataclass(frozen=True)
class _MemoWriting:
    """One memo on its way to records; sources go by the number that they have in it."""

    memo: Memo
    words: Words

    def whole(self) -> Json:
        memo = self.memo
        return {
            "schema": SCHEMA,
            "topic": memo.topic,
            "title": memo.title,
            "as_of": memo.as_of,
            "generator": memo.generator,
            "actor": memo.actor,
            "actor_known": memo.actor_known,
            "length": memo.length,
            **self._provenance(),
            "lost": [self._lost(one) for one in memo.lost],
            "sources": [self._source(entry) for entry in memo.sources],
            "sections": [self._section(section) for section in memo.sections],
        }

    def _provenance(self) -> dict[str, Json]:
        """What it was made from and with."""
        one = self.memo.provenance
        if one is None:
            return {}
        files = {"topic": one.topic, "house": one.house, "sources": one.sources}
        named: dict[str, Json] = {key: {"name": f.name, "sha256": f.sha256} for key, f in files.items()}
        return {"provenance": {**named, "options": list(one.options), "made": one.made}}

    def _lost(self, one: Lost) -> Json:
        source: dict[str, Json] = {"source": self.memo.number(one.source)} if one.source else {}
        return {**source, "file": one.file, "reason": one.reason}

    def _source(self, entry: SourceEntry) -> Json:
        named = {"title": self._said(entry.title), "publisher": self._said(entry.publisher)}
        kind = {"language": entry.language, "genre": entry.genre}
        return {
            "id": entry.id,
            "file": entry.file,
            "sha256": entry.sha256,
            **_full(named),
            "published": entry.published.iso,
            "published_status": entry.published.status,
            "url": entry.url or None,
            **_full(kind),
            "flags": list(entry.flags),
            "origin": self.memo.number(entry.origin),
            "used": entry.used,
        }

    def _section(self, section: Section) -> Json:
        said = {
            "annex": self.memo.annexes.get(section.id, "") if section.annex else "",
            "note": self._said(section.note),
            "more": self._said(section.more),
        }
        items = [self._item(item, section.id) for item in section.items]
        return {"id": section.id, "title": section.title, **_full(said), "items": items}

    def _item(self, item: Item, section: str = "") -> Json:
        found: dict[str, Json] = {**_full({"section": item.section, "label": item.label})}
        for one in ITEM_FIELDS:
            found |= self._field(one, item)
        found |= _full({"type" if (item.section or section) == ISSUES else "kind": item.kind})
        if item.last_word:
            found["last_word"] = item.last_word.iso
        if item.refs:
            found["refs"] = list(item.refs)
        if item.further:
            found["further_statements"] = item.further
        if item.positions:
            found["positions"] = [self._item(position) for position in item.positions]
        if item.also:
            found["also"] = [self._placed(place.span, place) for place in item.also]
        found["cites"] = [self._cite(span) for span in item.cites]
        return found

    def _field(self, one: ItemField, item: Item) -> dict[str, Json]:
        """A field under its key, left out when empty but for the text; a date with how it is known."""
        if one.name == "when" and item.when:
            return {"date": item.when.iso, "date_status": item.when.status}
        if one.key is None:
            return {}
        if one.name == "versions":
            return {one.key: [self._version(text) for text in item.versions]} if item.versions else {}
        texts: list[Json] = [self._said(text) for text in one.words(item)]
        if one.several:
            return {one.key: texts} if texts else {}
        return {one.key: texts[0]} if one.key == "text" or any(texts) else {}

    def _version(self, text: Text) -> Json:
        """The words of a version, and whose they are where a source has them."""
        source = next((run.span.source for run in text if isinstance(run, Cited)), "")
        return {"text": self._said(text), **({"source": self.memo.number(source)} if source else {})}

    def _cite(self, span: Span) -> Json:
        return self._placed(span, self.memo.place_of.get(span))

    def _placed(self, span: Span, place: CitedPlace | None) -> Json:
        return {
            "source": self.memo.number(span.source),
            "line": place.line if place else None,
            "start": place.start if place else span.start,
            "end": place.end if place else span.end,
            "text": self.words(span),
        }

    def _said(self, text: Text) -> str:
        """The words as a page prints them; `cites` hold them character for character."""
        return "".join(printed(self._run(run)) for run in text)

    def _run(self, run: Run) -> str:
        if isinstance(run, Cited):
            return self.words(run.span)
        return self.memo.number(run.target) if isinstance(run, Reference) else run.text


def _full(texts: Mapping[str, str]) -> dict[str, Json]:
    """The keys that have words."""
    return {key: text for key, text in texts.items() if text}
