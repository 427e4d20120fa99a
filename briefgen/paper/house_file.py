"""Reads house.toml and says in which line something is wrong."""

from __future__ import annotations

import difflib
import re
import string
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast, get_args

from briefgen.errors import BriefgenError
from briefgen.paper.memo import Field, Layout, Notes
from briefgen.toml_table import toml_table

FIELDS: tuple[str, ...] = get_args(Field)
LAYOUTS: tuple[str, ...] = get_args(Layout)
NOTES: tuple[str, ...] = get_args(Notes)
LIMITS = ("limit", "publications", "unused", "short", "most", "lines")
"""What a section may limit, in the order of `SectionStyle`."""
KEPT: Mapping[str, tuple[str, ...]] = MappingProxyType({"footnote": ("id", "place")})
"""Phrase: fields it can not do without; a note that does not name its place is no note."""
FORMER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"footnote": ("outlet", "date", "file"), "basis": ("ids",)}
)
"""Phrase: fields of earlier versions, which a house may still ask for."""
FORMER_LIMITS = frozenset({("chronology", "publications")})
"""Section and limit of earlier versions, which a house may still set without effect."""
RETIRED = frozenset({"background-lead", "basis-many-unused", "basis-unused", "publication", "outlet-unknown"})
"""Phrases of earlier versions; a house that still has them is none the worse."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?")
_HINT = "Correct the file; docs/template.md explains each key, templates/default/house.toml shows them."


class HouseFile(NamedTuple):
    """A house.toml with its text, so that errors can name the line."""

    path: Path
    text: str
    top: Mapping[str, object]
    default: HouseFile | None = None
    """The default house's file, which gives the limits that this one leaves out."""

    @classmethod
    def read(cls, path: Path, default: HouseFile | None = None) -> HouseFile:
        """Read a file; raises BriefgenError `house-broken`."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise cls(path, "", {}).broken(f"cannot be read as UTF-8 text ({error})") from None
        try:
            return cls(path, text, toml_table(text), default)
        except ValueError as error:
            at = re.search(r"at line (\d+)", str(error))
            line = int(at[1]) if at else text.count("\n") + 1
            raise cls(path, text, {}).broken(f"not valid TOML: {error}", line=line) from None

    def broken(self, what: str, near: str = "", line: int = 0) -> BriefgenError:
        """The error for a mistake in the line given, or in the first line that holds `near`."""
        lines = enumerate(self.text.splitlines(), 1)
        at = line or next((n for n, words in lines if near and near in words.split("#", 1)[0]), 0)
        place = f"{self.path}, line {at}" if at else f"{self.path}"
        return BriefgenError("house-broken", f"{place}: {what}.", _HINT)

    def only(self, table: Mapping[str, object], allowed: Collection[str]) -> None:
        """Refuse a key without meaning, which is mostly a misspelling."""
        for key in table:
            if key not in allowed:
                raise self.broken(f"unknown key “{key}”; allowed are {', '.join(allowed)}", key)

    def string(self, table: Mapping[str, object], key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = table.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            of = table.get("id")
            where = f" in “{of}”" if isinstance(of, str) else ""
            raise self.broken(f"“{key}” is missing or not a text{where}", of if isinstance(of, str) else key)
        return value.strip()

    def tables(self, key: str) -> tuple[Mapping[str, object], ...]:
        """The `[[key]]` tables of the file, which may be none."""
        value = self.top.get(key, [])
        if not isinstance(value, list) or not all(isinstance(t, dict) for t in value):
            raise self.broken(f"“{key}” must be written as [[{key}]] tables", key)
        return tuple(value)

    def flag(self, table: Mapping[str, object], key: str) -> bool:
        """A yes or no; false when it is not there."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self.broken(f"“{key}” must be true or false", f"{key} =")
        return value

    def limit(self, kind: str, table: Mapping[str, object], key: str, unlimited: int) -> int:
        """A limit of a `[[kind]]` table; left out, the default house's for the same id, if it has one."""
        known = self.default.tables(kind) if self.default else ()
        theirs = next((t for t in known if t.get("id") == table.get("id")), None)
        value = table.get(key, unlimited if theirs is None else theirs.get(key, unlimited))
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            line = self._line_in(kind, table, key)
            raise self.broken(f"“{key}” must be a whole number from 1", key, line)
        former = (table.get("id"), key) in FORMER_LIMITS
        if key in table and theirs is not None and key not in theirs and not former:
            line = self._line_in(kind, table, key)
            raise self.broken(f"“{key}” has no effect on “{table.get('id')}”", key, line)
        return value

    def _line_in(self, kind: str, table: Mapping[str, object], key: str) -> int:
        """The line that sets a key of one `[[kind]]` table; 0 when it is not written as a line."""
        before = next(n for n, one in enumerate(self.tables(kind)) if one is table)
        for number, line in enumerate(self.text.split("\n"), 1):
            before -= line.strip().startswith(f"[[{kind}]]")
            if before < 0 and re.match(rf"\s*{key}\s*=", line):
                return number
        return 0

    def language(self, table: Mapping[str, object]) -> str:
        """The language tag, as Word and HTML want it."""
        value = self.string(table, "language")
        if not _LANGUAGE.fullmatch(value):
            raise self.broken(f"“{value}” is not a language tag like en-GB", value)
        return value

    def notes(self, table: Mapping[str, object]) -> Notes:
        """How bullets give their places; footnotes where nothing is said."""
        value = self.string(table, "notes", NOTES[0])
        if value not in NOTES:
            raise self.broken(
                f"there are no notes of the kind “{value}”; known are {', '.join(NOTES)}", value
            )
        return cast(Notes, value)

    def layout(self, table: Mapping[str, object]) -> Layout:
        """The layout of a section."""
        value = self.string(table, "layout")
        if value not in LAYOUTS:
            raise self.broken(f"there is no layout “{value}”; known are {', '.join(LAYOUTS)}", value)
        return cast(Layout, value)

    def columns(self, table: Mapping[str, object]) -> tuple[tuple[Field, str], ...]:
        """The columns of a section, written as `["field", "Heading"]` pairs."""
        pairs = table.get("columns", [])
        if not isinstance(pairs, list) or not all(_is_pair(p) for p in pairs):
            raise self.broken('“columns” must be a list of ["field", "Heading"] pairs', str(table.get("id")))
        for field, heading in pairs:
            if field not in FIELDS:
                raise self.broken(f"there is no field “{field}”; known are {', '.join(FIELDS)}", heading)
        return tuple((cast(Field, field), heading) for field, heading in pairs)

    def phrases(self, default: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """The phrases; those that only `default` has are taken from it.

        With a default, a phrase must be one of its, and may use no other fields than that one does.
        """
        table = self.top.get("phrases", {})
        if not isinstance(table, dict):
            raise self.broken("“phrases” must be a table", "phrases")
        table = {name: words for name, words in table.items() if name not in RETIRED}
        for name, words in table.items():
            if not isinstance(words, str) or not _fillable(words):
                raise self._phrase(name, "must be a text with fields like {name}")
            if default is not None:
                self._as_in(default, name, words)
        return MappingProxyType({**(default or {}), **table})

    def _as_in(self, default: Mapping[str, str], name: str, words: str) -> None:
        """Refuse a phrase that nobody asks for, and a field that nobody fills."""
        if name not in default:
            near = difflib.get_close_matches(name, default, 1)
            hint = f" (perhaps “{near[0]}”)" if near else ""
            raise self.broken(f"there is no phrase “{name}”{hint}", line=self._line_of(name))
        known = dict.fromkeys(field for _, field in slots(default[name]) if field)
        known |= dict.fromkeys(FORMER.get(name, ()))
        for _, field in slots(words):
            if field and field not in known:
                raise self._phrase(name, f"asks for {{{field}}}; {allowed_fields(known)}")
        used = {field for _, field in slots(words)}
        for field in KEPT.get(name, ()):
            if field not in used:
                raise self._phrase(name, f"must have the field {{{field}}}")

    def _phrase(self, name: str, what: str) -> BriefgenError:
        return self.broken(f"the phrase “{name}” {what}", name, self._line_of(name))

    def _line_of(self, phrase: str) -> int:
        """The line that sets a phrase; 0 when it is not written as a line of [phrases]."""
        start = re.compile(rf"""\s*["']?{re.escape(phrase)}["']?\s*=""")
        inside = False
        for number, line in enumerate(self.text.split("\n"), 1):
            inside = line.strip().startswith("[phrases]") or (inside and not line.startswith("["))
            if inside and start.match(line):
                return number
        return 0


def slots(phrase: str) -> tuple[tuple[str, str | None], ...]:
    """A phrase cut at its fields: words, and the field behind them; None where no field follows.

    Double braces stand for single ones, as in Python's format strings.
    """
    found: list[tuple[str, str | None]] = []
    words = ""
    for literal, field, _, _ in string.Formatter().parse(phrase):
        words += literal
        if field is not None:
            found.append((words, field))
            words = ""
    return (*found, (words, None)) if words else tuple(found)


def allowed_fields(fields: Collection[str]) -> str:
    """Says which fields a phrase may use."""
    return f"its fields are {', '.join(f'{{{f}}}' for f in fields)}" if fields else "it has no fields"


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)


def _fillable(words: str) -> bool:
    """Whether every field is a plain name: no index, no attribute, no format, no lone brace.

    Characters that no page can hold have no place in it either.
    """
    try:
        fields = [parts[1:] for parts in string.Formatter().parse(words) if parts[1] is not None]
    except ValueError:
        return False
    if any(unicodedata.category(c) in {"Cc", "Cs"} or c in "\ufffe\uffff" for c in words):
        return False
    return all(name and name.isidentifier() and not spec and not turn for name, spec, turn in fields)
