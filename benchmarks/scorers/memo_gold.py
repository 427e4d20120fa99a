"""The gold of one set: what a memo on its documents must, should and must not hold.

A set is a folder with `docs/` and `gold.json`; the keys of the file are the fields of the records below.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.scorers.wording import plain, words

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one document."""

    doc: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A document of the set and what it says of itself; None where it says nothing."""

    doc: str
    file: str
    """Name below docs/; one record of a table or a list is `name.csv#2`."""
    part: str
    """core, neutral, or distractor: shares words with the topic and is off it."""
    published: str | None
    publisher: str | None
    title: str | None
    published_ok: tuple[str, ...] = ()
    """Other days that may be given: a notice is dated, filed and printed on three."""


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One thing that a memo has (level must, should, may) or has not (kind forbidden)."""

    id: str
    level: str
    kind: str
    doc: str
    text: str
    speaker: str = ""
    """Who says it; of a partner: its name."""
    surname: str = ""
    """Where it is not the last word of `speaker`."""
    speaker_ok: tuple[str, ...] = ()
    """Plain words of which one must stand in the speaker; of a partner: the names it may have."""
    speaker_not: tuple[str, ...] = ()
    date: str = "unknown"
    date_ok: tuple[str, ...] = ()
    alts: tuple[Passage, ...] = ()
    """Other places where the same is said."""
    also: tuple[str, ...] = ()
    """Further documents that may be cited for it."""
    scope: str = ""
    """`partner`: forbidden only as the name of a partner."""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, *(alt.text for alt in self.alts))

    @property
    def docs(self) -> frozenset[str]:
        return frozenset((self.doc, *self.also, *(alt.doc for alt in self.alts)))

    def is_said_by(self, given: str) -> bool:
        refused = any(word in plain(given) for word in self.speaker_not)
        return not refused and is_person(given, self.surname or self.speaker, self.speaker_ok)

    def is_dated(self, given: str) -> bool:
        """Is it one of the row's dates? No date is the date "unknown"."""
        return (given or "unknown") in (self.date, *self.date_ok)


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two passages: one statement (`same`), or two that contradict each other."""

    a: Passage
    b: Passage
    note: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words with which somebody begins to say something; it ends with the paragraph or the next saying."""

    doc: str
    text: str
    speaker: str | None
    """None: nobody in particular says this."""
    speaker_ok: tuple[str, ...] = ()

    def is_said_by(self, given: str) -> bool:
        if self.speaker is None:
            return not given
        return bool(given) and is_person(given, self.speaker, self.speaker_ok)


def is_person(given: str, name: str, accepted: tuple[str, ...]) -> bool:
    """Is `given` the one of this name: by one of the accepted words, else by the last word of the name?"""
    if accepted:
        return any(word in plain(given) for word in accepted)
    return plain(name.rpartition(" ")[2]) in words(given)


@dataclass(frozen=True)
class MemoGold:
    """One set with the text of its documents."""

    topic: str
    query: str
    last_year: int
    files: tuple[GoldFile, ...]
    rows: tuple[GoldRow, ...]
    same: tuple[GoldPair, ...]
    contradictions: tuple[GoldPair, ...]
    allow: tuple[Passage, ...]
    """What may be cited of a distractor after all."""
    sayings: tuple[Saying, ...]
    furniture: tuple[str, ...]
    """Words of pages (menus, cookies) that must not stand in a memo, beside the forbidden rows."""
    texts: Mapping[str, str]
    """Document to the text of its file."""

    @cached_property
    def distractors(self) -> frozenset[str]:
        return frozenset(one.doc for one in self.files if one.part == "distractor")

    @cached_property
    def doc_of(self) -> Mapping[str, str]:
        return {one.file: one.doc for one in self.files}


def sets_in(folder: Path) -> tuple[Path, ...]:
    """The sets below a folder, by name."""
    return tuple(sorted(one.parent for one in folder.glob("*/gold.json")))


def load_gold(folder: Path) -> MemoGold:
    """The gold of a set; raises KeyError, OSError or ValueError when it is not one."""
    data: Record = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    files = tuple(_record(GoldFile, one) for one in data["files"])
    return MemoGold(
        topic=data["topic"],
        query=data["query"],
        last_year=data["last_year"],
        files=files,
        rows=tuple(_row(one) for one in data["rows"]),
        same=tuple(_pair(one) for one in data.get("same", ())),
        contradictions=tuple(_pair(one) for one in data.get("contradictions", ())),
        allow=tuple(_record(Passage, one) for one in data.get("allow", ())),
        sayings=tuple(_record(Saying, one) for one in data.get("speakers", ())),
        furniture=tuple(data.get("furniture", ())),
        texts={one.doc: _text(folder / "docs", one.file) for one in files},
    )


def _text(folder: Path, file: str) -> str:
    """The file as it is, with its own line ends: citations count its characters."""
    with (folder / file.partition("#")[0]).open(encoding="utf-8", newline="") as opened:
        return opened.read()


def _record(kind: Any, data: Record) -> Any:
    """A record from the keys that it knows; lists become tuples."""
    known = {one.name for one in fields(kind)}
    return kind(**{key: _frozen(value) for key, value in data.items() if key in known})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _row(data: Record) -> GoldRow:
    alts = [Passage(doc, text) for doc, text in data.get("alts", ())]
    row: GoldRow = _record(GoldRow, {**data, "alts": alts})
    return row


def _pair(data: Record) -> GoldPair:
    return GoldPair(_record(Passage, data["a"]), _record(Passage, data["b"]), data.get("note") or "")
