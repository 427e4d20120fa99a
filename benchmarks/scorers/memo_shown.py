"""A memo in JSON (schema 1 or 2) as the lines that it shows, each with its section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from benchmarks.scorers.wording import fold, holds, plain

Record = Mapping[str, Any]
BODY = ("in-brief", "background", "key-statements", "partners", "open-issues")
ANNEX = "further"
"""Section with the rest of other sections; its items say of which."""

LEAST_CITED = 15
"""Letters from which on a citation that lies inside the gold's words counts as them: less is a name."""


@dataclass(frozen=True, slots=True)
class ShownCite:
    """One citation: words of a document and where they stand."""

    doc: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShownLine:
    """An item of a section, or one of the positions of an item."""

    section: str
    """Of an item of the annex: the section it is the rest of."""
    text: str
    cites: tuple[ShownCite, ...]
    speaker: str = ""
    raised_by: str = ""
    date: str = ""
    names: tuple[str, ...] = ()
    """Plain names of a partner: those of a row that stands for several, or its one name."""
    aliases: tuple[str, ...] = ()
    rest: bool = False
    """Stands in the annex."""
    position: bool = False
    parted: bool = False
    """Has positions; its own text is the matter only."""

    @property
    def blob(self) -> str:
        """All its words, printed or cited, folded and in small letters."""
        return " ¦ ".join([fold(self.text), *(fold(cite.text) for cite in self.cites)]).lower()

    @property
    def docs(self) -> frozenset[str | None]:
        return frozenset(cite.doc for cite in self.cites)

    @property
    def says(self) -> str:
        return self.speaker or self.raised_by

    def touches(self, text: str) -> bool:
        """Does it hold the words, or cite a good part of them?"""
        inside = text.lower()
        cited = (fold(cite.text).lower() for cite in self.cites)
        return holds(self.blob, text) or any(len(one) >= LEAST_CITED and one in inside for one in cited)


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A row of the table of sources; `doc` is None for a file that the gold does not know."""

    doc: str | None
    file: str
    published: str | None
    publisher: str
    title: str


@dataclass(frozen=True, slots=True)
class ShownMemo:
    """What a memo shows."""

    lines: tuple[ShownLine, ...]
    sources: tuple[ShownSource, ...]

    def of(self, *sections: str) -> tuple[ShownLine, ...]:
        return tuple(line for line in self.lines if line.section in sections)

    def source(self, doc: str) -> ShownSource | None:
        """The file's own entry; what is answered in a mail ("mail.eml#1") comes behind the mail."""
        found = sorted((one for one in self.sources if one.doc == doc), key=lambda one: "#" in one.file)
        return found[0] if found else None

    def without_annex(self) -> ShownMemo:
        return replace(self, lines=tuple(line for line in self.lines if not line.rest))


def read_memo(data: Record, doc_of: Mapping[str, str]) -> ShownMemo:
    """A parsed memo; `doc_of` gives the gold's name of each file."""
    sources = {one["id"]: _source(one, doc_of) for one in data["sources"]}
    docs = {key: one.doc for key, one in sources.items()}
    return ShownMemo(tuple(_lines(data, docs)), tuple(sources.values()))


def _source(data: Record, doc_of: Mapping[str, str]) -> ShownSource:
    name = PurePosixPath(data["file"]).name
    return ShownSource(
        # A mail answered in a mail is a source of its own; the gold knows the file that holds both.
        doc_of.get(name, doc_of.get(name.partition("#")[0])),
        name,
        data.get("published"),
        data.get("publisher") or "",
        data.get("title") or "",
    )


def _lines(data: Record, docs: Mapping[str, str | None]) -> Iterator[ShownLine]:
    for section in data["sections"]:
        rest = section["id"] == ANNEX
        for item in section.get("items", ()):
            held = item.get("section", "key-statements") if rest else section["id"]
            line = replace(_line(held, item, docs), rest=rest)
            positions = item.get("positions", ())
            yield replace(line, parted=bool(positions))
            for one in positions:
                yield replace(_line(held, one, docs), rest=rest, position=True)


def _line(section: str, item: Record, docs: Mapping[str, str | None]) -> ShownLine:
    own = item.get("name") or item.get("text") or ""
    return ShownLine(
        section,
        item.get("text") or "",
        tuple(_cite(cite, docs) for cite in item.get("cites", ())),
        speaker=item.get("speaker") or "",
        raised_by=item.get("raised_by") or "",
        date=item.get("date") or "",
        names=_plain(item.get("names") or [own]),
        aliases=_plain(item.get("aliases", ())),
    )


def _cite(data: Record, docs: Mapping[str, str | None]) -> ShownCite:
    return ShownCite(
        docs.get(data["source"]), data.get("text") or "", data.get("start") or 0, data.get("end") or 0
    )


def _plain(names: Any) -> tuple[str, ...]:
    return tuple(plain(fold(name)) for name in names)
