"""How a word list is read: every cell has a type; a mistake names file, line and what was expected.

A list is a `Words` (one entry a line) or a `Table` (cells between tabs); both are read when first asked
for. A line that begins with `#` is a comment; in a `Words`, so is what follows a `#`. The modules of the
folders beside this file declare and give the lists; README.md says what each file is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from briefgen.errors import BriefgenError
from briefgen.lexicon.cells import CellError, Parser, phrase

Row = TypeVar("Row", bound=tuple[Any, ...])
_HINT = "Correct that line, or install briefgen again to get the lists back as they were."


@cache
def home() -> Traversable:
    """The folder of the lists that ship with briefgen."""
    return files(__package__)


def broken(file: str, line: int, wanted: str) -> BriefgenError:
    """The error for a list that has a mistake; line 0 when it concerns the file."""
    where = f"lexicon/{file}, line {line}" if line else f"lexicon/{file}"
    return BriefgenError("lexicon-broken", f"{where}: {wanted}.", _HINT)


def _text(folder: Traversable, file: str) -> str:
    try:
        return folder.joinpath(*file.split("/")).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise broken(file, 0, "expected text in UTF-8") from None
    except OSError:
        raise broken(file, 0, "the list is missing or can not be opened") from None


class Words:
    """A list with one entry a line, each once, whatever its letter case."""

    def __init__(self, file: str, entry: Parser[str] = phrase) -> None:
        self.file = file
        self.entry = entry

    def read(self, folder: Traversable) -> tuple[str, ...]:
        """Entries of the list in `folder`, in file order. Raises BriefgenError `lexicon-broken`."""
        found: dict[str, str] = {}
        for number, line in enumerate(_text(folder, self.file).splitlines(), 1):
            entry = line.split("#", 1)[0].strip()
            if not entry:
                continue
            try:
                self.entry(entry)
            except CellError as wrong:
                raise broken(self.file, number, f"expected {wrong}, found “{entry}”") from None
            if found.setdefault(entry.casefold(), entry) is not entry:
                raise broken(self.file, number, f"expected each entry once, found “{entry}” again")
        return tuple(found.values())

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return self.read(home())

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(entry.casefold() for entry in self._lines)

    def lines(self) -> tuple[str, ...]:
        """The entries as written, in file order."""
        return self._lines

    def __call__(self) -> frozenset[str]:
        """The entries as a set, case folded."""
        return self._folded


class Table(Generic[Row]):
    """A list of rows with typed cells."""

    def __init__(
        self,
        file: str,
        row: Callable[..., Row],
        *cells: Parser[Any],
        key: int | None = 0,
        known: Mapping[int, Callable[[], Container[str]]] = MappingProxyType({}),
    ) -> None:
        """`row` is a NamedTuple with one field for each parser of `cells`. Rows differ in column `key`;
        with None they may repeat. A column in `known` holds only words, or tuples of words, that it gives."""
        self.file = file
        self._make: Callable[[Iterable[object]], Row] = getattr(row, "_make")  # noqa: B009
        self.columns: tuple[str, ...] = getattr(row, "_fields")  # noqa: B009 (no attribute of every tuple)
        self.cells = cells
        self.key = key
        self.known = known

    def _split(self, folder: Traversable) -> tuple[list[int], list[list[str]]]:
        """Line numbers and cells of the rows."""
        lines = enumerate(_text(folder, self.file).splitlines(), 1)
        rows = [(number, line) for number, line in lines if line[:1] != "#" and not line.isspace() and line]
        cells = [line.split("\t") for _, line in rows]
        return [number for number, _ in rows], [[cell.strip() for cell in row] for row in cells]

    def numbered(self, folder: Traversable) -> tuple[list[int], tuple[Row, ...]]:
        """Line numbers and rows in file order; columns are parsed as a whole, which is quicker than rows.

        Raises BriefgenError `lexicon-broken`.
        """
        numbers, cells = self._split(folder)
        if not cells:
            return [], ()
        try:
            columns = list(zip(*cells, strict=True))
            values = [list(map(parse, column)) for parse, column in zip(self.cells, columns, strict=True)]
        except ValueError:  # rows of different lengths, or a CellError
            raise self._fault(numbers, cells) from None
        if self.key is not None and len(set(columns[self.key])) < len(cells):
            raise self._twice(numbers, columns[self.key], self.columns[self.key])
        return numbers, tuple(map(self._make, zip(*values, strict=True)))

    def _fault(self, numbers: list[int], cells: list[list[str]]) -> BriefgenError:
        """The error for the first row with another number of cells, or a cell its column does not take."""
        for number, row in zip(numbers, cells, strict=True):
            if len(row) != len(self.cells):
                columns = ", ".join(self.columns)
                wanted = f"expected {len(self.cells)} cells between tabs ({columns}), found {len(row)}"
                return broken(self.file, number, wanted)
            for name, parse, cell in zip(self.columns, self.cells, row, strict=True):
                try:
                    parse(cell)
                except CellError as wrong:
                    return broken(self.file, number, f"expected {wrong} as {name}, found “{cell}”")
        raise AssertionError("rows that fit have no fault")

    def _twice(self, numbers: list[int], keys: tuple[str, ...], name: str) -> BriefgenError:
        """The error for the first key that stands there again."""
        at = next(at for at, key in enumerate(keys) if key in keys[:at])
        return broken(self.file, numbers[at], f"expected each {name} once, found “{keys[at]}” again")

    def _refer(self, numbers: list[int], rows: tuple[Row, ...], column: int) -> None:
        known = self.known[column]()
        for number, row in zip(numbers, rows, strict=True):
            value = row[column]
            for word in (value,) if isinstance(value, str) else value:
                if word not in known:
                    wanted = f"expected a known key as {self.columns[column]}, found “{word}”"
                    raise broken(self.file, number, wanted)

    def read(self, folder: Traversable) -> tuple[Row, ...]:
        """Rows of the table in `folder`, in file order. Raises BriefgenError `lexicon-broken`."""
        numbers, rows = self.numbered(folder)
        for column in self.known:
            self._refer(numbers, rows, column)
        return rows

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return self.read(home())

    def __call__(self) -> tuple[Row, ...]:
        """All rows in file order."""
        return self._rows

    def forget(self) -> None:
        """Read the file again when it is next asked for."""
        self.__dict__.pop("_rows", None)

    def expression(self, column: str, build: Callable[[], str]) -> re.Pattern[str]:
        """The expression built from cells of `column`, compiled; names the line of a cell that is to blame.

        Raises BriefgenError `lexicon-broken`.
        """
        try:
            return re.compile(build())
        except re.error as wrong:
            raise self._blamed(column, wrong) from None

    def _blamed(self, column: str, wrong: re.error) -> BriefgenError:
        for number, row in zip(*self.numbered(home()), strict=True):
            cell = str(row[self.columns.index(column)])
            try:
                re.compile(re.sub(r"\{[A-Z]+\}", "x", cell))
            except re.error as cause:
                return broken(self.file, number, f"expected a regular expression as {column} ({cause})")
        return broken(self.file, 0, f"expected regular expressions that can be joined ({wrong})")
