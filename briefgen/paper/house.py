"""The house style: section order, headings, phrases and template files, from `templates/<name>/`.

    house.toml    words: language, header block, sections with their columns, phrases
    memo.docx     look of the Word memo: named styles, header, footer, page setup
    memo.md.j2    shape of the Markdown memo
    memo.html.j2  shape of the evidence page, and memo.css its look

A house of one's own needs only the files it changes; the others are taken from `templates/default`.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from briefgen.errors import BriefgenError
from briefgen.paper.house_file import LIMITS, HouseFile, allowed_fields, slots
from briefgen.paper.memo import Field, Layout, Notes

DEFAULT = "default"
WORD_SUFFIXES = (".docx", ".dotx")
UNLIMITED = sys.maxsize
"""The limit of a section that neither the house nor the default house limits."""
Length = Literal["short", "standard", "full"]
REST = "further"
"""Id of the annex that takes the rows for which a section of the body has no room."""
Filling = TypeVar("Filling")
"""What fills the fields of a phrase: plain words for a page, words with their source in a memo."""


class SectionStyle(NamedTuple):
    """How the house prints one section."""

    id: str
    title: str
    layout: Layout
    columns: tuple[tuple[Field, str], ...]
    """Table layout: (field, heading); a field listed twice prints its first and second version."""
    gap: str
    """Printed when the section has nothing: "Not stated in the sources."."""
    annex: bool
    limit: int = UNLIMITED
    """Lines or rows shown in this section; those that bear most on the topic stay."""
    publications: int = UNLIMITED
    """Chronology: sources used whose publication is a row; of more, none is."""
    unused: int = UNLIMITED
    """Sources: unused documents that get a row each; more are named in one line."""
    short: int = UNLIMITED
    """The limit of a short memo; without one the section is as long in any memo."""
    most: int = UNLIMITED
    """Rows shown here and in the annex of further rows together; a full memo has no such bound."""
    lines: int = UNLIMITED
    """Printed lines that the section may take, whatever its rows; a short memo has a third of them."""
    officer: int = 0
    """1: it is left to the officer, who finds its gap to write in."""

    def at(self, length: Length, *, goes_on: bool) -> SectionStyle:
        """The section in a memo of some length.

        `goes_on`: whether rows beyond the limit go to an annex of further rows; without one what is cut is
        lost, so the limit alone counts. A full memo shows all rows, in the annex or, without one, here.
        """
        one = self if goes_on and not self.annex else self._replace(most=self.limit, lines=UNLIMITED)
        if self.short == UNLIMITED or length == "standard":
            return one
        if length == "short":
            limit = min(self.limit, self.short)
            lines = self.lines if self.lines == UNLIMITED else self.lines // 3
            return one._replace(limit=limit, lines=lines, most=one.most if one is self else limit)
        full = one._replace(most=UNLIMITED)
        return full if one is self else full._replace(limit=UNLIMITED, lines=UNLIMITED)


class HeaderStyle(NamedTuple):
    """One line of the header block."""

    id: str
    """"to", "from", "date", "subject", "actor", "basis": who fills it."""
    label: str
    placeholder: str
    """Shown while the line is blank."""
    unused: int = UNLIMITED
    """Basis: unused documents that are named one by one; of more, the number is given."""
    limit: int = UNLIMITED
    """Basis: sources that are named in words; of more, the number is given."""
    value: str = ""
    """What the house fills in itself, such as the unit it comes from."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Everything the house decides about a memo."""

    language: str
    """BCP 47 tag of the house's words, "en-GB"."""
    marking: str
    """Handling marking; empty unless the house sets it."""
    kind: str
    """The line over the title: "BRIEFING MEMO – FOR INFORMATION"."""
    notes: Notes
    """How bullets give their places; tables always give them in brackets."""
    header: tuple[HeaderStyle, ...]
    sections: tuple[SectionStyle, ...]
    """In order."""
    phrases: Mapping[str, str]
    """By name, every one of the default house; read with `phrase` or `fill`."""
    file: Path
    """house.toml, named in messages."""
    word: Path
    """memo.docx, or the office's own .docx or .dotx."""
    markdown: Path
    """memo.md.j2."""
    html: Path
    """memo.html.j2."""
    look: Path
    """memo.css, the style sheet of that."""

    def section(self, id: str) -> SectionStyle | None:  # noqa: A002 - the word of the house file
        """The section called `id`, or None when the house leaves it out."""
        return next((s for s in self.sections if s.id == id), None)

    def at(self, length: Length) -> HouseStyle:
        """The house as it prints a memo of some length."""
        goes_on = self.section(REST) is not None
        sections = tuple(section.at(length, goes_on=goes_on) for section in self.sections)
        return replace(self, sections=sections)

    def template(self, name: str) -> str:
        """The house's words for `name` with `{fields}` still open.

        Raises BriefgenError `house-broken` when the phrase is missing.
        """
        if name not in self.phrases:
            raise BriefgenError(
                "house-broken",
                f"{self.file}: there is no phrase “{name}”.",
                f'Add a line {name} = "..." under [phrases].',
            )
        return self.phrases[name]

    def fill(self, name: str, fields: Mapping[str, Filling]) -> tuple[str | Filling, ...]:
        """The house's words for `name` and, between them, what `fields` gives for each open field.

        Raises BriefgenError `house-broken` when the phrase is missing or asks for another field.
        """
        found: list[str | Filling] = []
        for words, field in slots(self.template(name)):
            if words:
                found.append(words)
            if field is None:
                continue
            if field not in fields:
                raise BriefgenError(
                    "house-broken",
                    f"{self.file}: the phrase “{name}” asks for {{{field}}}; {allowed_fields(fields)}.",
                    "Keep the fields of the phrase as the default house has them.",
                )
            found.append(fields[field])
        return tuple(found)

    def phrase(self, name: str, /, **fields: str | int) -> str:
        """The phrase as one text; see `fill`."""
        return "".join(str(part) for part in self.fill(name, fields))


def templates_root() -> Path:
    """Folder of the shipped templates: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    places = (package / "templates", package.parent / "templates")
    found = next((p for p in places if (p / DEFAULT).is_dir()), None)
    if found is None:
        raise BriefgenError(
            "template-missing",
            f"The shipped templates are in neither {places[0]} nor {places[1]}.",
            "Install briefgen again, or run it from a complete checkout.",
        )
    return found


def topics_folder() -> Path:
    """Folder of the shipped topic files."""
    return templates_root() / "topics"


def load(wanted: str | Path | None = None, known: Collection[str] | None = None) -> HouseStyle:
    """The house style called `wanted`: a name below templates/, a folder, or a .docx or .dotx file.

    None is the default house. `known` are the section ids a house may name; None: those of the
    default house. Raises BriefgenError `template-missing` when there is no such house,
    `house-broken` with file and line when it can not be used.
    """
    folder = templates_root() / DEFAULT
    default = HouseFile.read(folder / "house.toml")
    place = folder if wanted is None else _find(str(wanted))
    if place.is_file():
        return replace(_read(folder, default, known), word=place)
    return _read(place, default, known)


def _find(wanted: str) -> Path:
    """Where a template given on the command line is; a path wins over a name."""
    for place in (Path(wanted).expanduser(), templates_root() / wanted):
        if place.is_dir() or (place.is_file() and place.suffix.lower() in WORD_SUFFIXES):
            return place
    if Path(wanted).is_file():
        what = f"{wanted} is not a template: it must be a folder, a .docx or a .dotx file."
    else:
        what = f"There is no template {wanted}."
    names = ", ".join(sorted(p.name for p in templates_root().iterdir() if (p / "house.toml").is_file()))
    raise BriefgenError("template-missing", what, f"Houses that ship with briefgen: {names}.")


def _read(folder: Path, default: HouseFile, known: Collection[str] | None) -> HouseStyle:
    """A house from its folder; files and phrases it lacks come from the default house."""
    toml, word, markdown, html, look = (
        folder / name if (folder / name).is_file() else default.path.parent / name
        for name in ("house.toml", "memo.docx", "memo.md.j2", "memo.html.j2", "memo.css")
    )
    file = default if toml == default.path else HouseFile.read(toml, default)
    file.only(file.top, ("language", "marking", "type", "notes", "header", "section", "phrases"))
    ids = tuple(default.string(t, "id") for t in default.tables("section")) if known is None else known
    return HouseStyle(
        language=file.language(file.top),
        marking=file.string(file.top, "marking", ""),
        kind=file.string(file.top, "type", ""),
        notes=file.notes(file.top),
        header=tuple(_header(file, t) for t in file.tables("header")),
        sections=_sections(file, ids),
        phrases=file.phrases(None if file is default else default.phrases()),
        file=toml,
        word=word,
        markdown=markdown,
        html=html,
        look=look,
    )


def _header(file: HouseFile, table: Mapping[str, object]) -> HeaderStyle:
    file.only(table, ("id", "label", "placeholder", "value", "unused", "limit"))
    return HeaderStyle(
        file.string(table, "id"),
        file.string(table, "label"),
        file.string(table, "placeholder", ""),
        file.limit("header", table, "unused", UNLIMITED),
        file.limit("header", table, "limit", UNLIMITED),
        file.string(table, "value", ""),
    )


def _sections(file: HouseFile, known: Collection[str]) -> tuple[SectionStyle, ...]:
    found: list[SectionStyle] = []
    for table in file.tables("section"):
        section = _section(file, table)
        if section.id not in known and not section.officer:
            raise file.broken(f"there is no section “{section.id}”; known are {', '.join(known)}", section.id)
        if section.id in (s.id for s in found):
            raise file.broken(f"the section “{section.id}” is listed twice", section.id)
        found.append(section)
    if not found:
        raise file.broken("a house needs at least one [[section]]")
    return tuple(found)


def _section(file: HouseFile, table: Mapping[str, object]) -> SectionStyle:
    file.only(table, ("id", "title", "layout", "columns", "gap", "annex", "officer", *LIMITS))
    id_ = file.string(table, "id")
    if file.flag(table, "officer"):
        gap = file.string(table, "gap")
        annex = file.flag(table, "annex")
        return SectionStyle(id_, file.string(table, "title"), "bullets", (), gap, annex, officer=1)
    layout = file.layout(table)
    columns = file.columns(table)
    if layout == "table" and not columns:
        raise file.broken(f"the section “{id_}” is a table and needs columns", id_)
    return SectionStyle(
        id_,
        file.string(table, "title"),
        layout,
        columns,
        file.string(table, "gap", ""),
        file.flag(table, "annex"),
        *(file.limit("section", table, name, UNLIMITED) for name in LIMITS),
    )
