"""Articles in a table (.csv, .tsv): a row each, columns found by their headings."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from briefgen.errors import Problem
from briefgen.read.decode import decode
from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.fields import fields_of, plain_key
from briefgen.read.limits import TEXT_BYTES
from briefgen.read.records import Record, listed_numbers, read_records
from briefgen.read.refused import listed

_SEPARATORS = ",;\t|"
_NAMED_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
"""The line in which Excel is told the separator."""
_REACH = 15
"""Rows among which the headings stand: exports print what was searched for above them."""
_FEWEST = 2
"""Known headings that make a row of headings."""
_KEY = 40
"""Characters of a heading in a message."""
_ESCAPES = (("\\t", "\t"), ("\\n", "\n"), ("\\\\", "\\"))
"""How a table without quotation marks writes what would end a cell."""


def read_csv(data: bytes, name: str) -> Reading:
    """One draft a row, numbered from 1 below the headings; rows before a broken one are kept."""
    text, _, told = decode(data, name)
    return _reading(_Table(text, name), told)


def read_tsv(data: bytes, name: str) -> Reading:
    """The same with tabs between the cells, which stand in quotation marks or not at all."""
    text, _, told = decode(data, name)
    return _reading(_Table(text, name, "\t", quoted=_is_quoted(text)), told)


def _is_quoted(text: str) -> bool:
    """Whether quotation marks stand around cells rather than in them: else the table would break off."""
    if re.search(r"(?:^|\t)\"", text, re.MULTILINE) is None:
        return False
    limit = csv.field_size_limit(TEXT_BYTES)
    try:
        return sum(1 for _ in csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)) > 0
    except csv.Error:
        return False
    finally:
        csv.field_size_limit(limit)


def _reading(table: _Table, told: tuple[Problem, ...]) -> Reading:
    # Python refuses fields over 131,072 characters, which full articles reach; the limit is global.
    limit = csv.field_size_limit(TEXT_BYTES)
    try:
        drafts, problems = read_records(table.records(), table.name)
    except UnreadableError as error:
        if not table.broken:
            raise
        return (), (*told, *table.broken, Problem(table.name, error.slug, error.message))
    finally:
        csv.field_size_limit(limit)
    return drafts, (*told, *table.broken, *table.odd(), *problems)


@dataclass
class _Table:
    """A table while it is read, and what was met in it."""

    text: str
    name: str
    separator: str = ""
    quoted: bool = True
    broken: list[Problem] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    wide: list[int] = field(default_factory=list)

    def records(self) -> Iterator[Record]:
        rows = self._rows()
        above = list(islice(rows, _REACH))
        at = next((i for i, row in enumerate(above) if _is_heading(row)), 0)
        headings = above[at] if above else []
        self.twice = _doubled(headings)
        for number, row in enumerate(chain(above[at + 1 :], rows), 1):
            if any(cell.strip() for cell in row[len(headings) :]):
                self.wide.append(number)
            yield number, _record(headings, row)

    def _rows(self) -> Iterator[list[str]]:
        named = _NAMED_SEPARATOR.match(self.text)
        start = named.end() if named else 0
        separator = self.separator or (named[1] if named else "") or self._most_frequent(start)
        stream = io.StringIO(self.text[start:], newline="")
        reader = (
            csv.reader(stream, delimiter=separator, strict=True)
            if self.quoted
            else csv.reader(stream, delimiter=separator, quoting=csv.QUOTE_NONE)
        )
        try:
            yield from (row if self.quoted else [_unescaped(cell) for cell in row] for row in reader if row)
        except csv.Error as error:
            message = f"The table breaks off here ({error}); rows before it were read."
            line = reader.line_num + (1 if named else 0)
            self.broken.append(Problem(f"{self.name}, line {line}", "csv-broken", message))

    def _most_frequent(self, start: int) -> str:
        """The separator of the first line in which it names two known columns, else of the first line."""
        lines = self.text[start : start + 65_536].lstrip("\r\n").split("\n")[:_REACH]
        for line in lines:
            best = max(_SEPARATORS, key=line.count)
            if _is_heading([cell.strip(' "\r') for cell in line.split(best)]):
                return best
        return max(_SEPARATORS, key=lines[0].count)

    def odd(self) -> Iterator[Problem]:
        """What of the table was not read."""
        if self.twice:
            message = (
                f"These columns stand twice, and the first with words is read: {listed(tuple(self.twice))}."
            )
            yield Problem(self.name, "csv-column-twice", message)
        if self.wide:
            many = "1 row has" if len(self.wide) == 1 else f"{len(self.wide)} rows have"
            where = listed_numbers(self.wide)
            message = f"{many} more cells than there are headings, which were not read: {where}."
            yield Problem(self.name, "csv-cells", message)


def _is_heading(row: Sequence[str]) -> bool:
    return len(fields_of(dict.fromkeys(row, "x"))) >= _FEWEST


def _doubled(headings: Sequence[str]) -> list[str]:
    counts = Counter(plain_key(heading) for heading in headings)
    twice = (heading.strip() for heading in headings if counts[plain_key(heading)] > 1)
    return list(dict.fromkeys(heading[:_KEY] for heading in twice if heading))


def _record(headings: Sequence[str], row: Sequence[str]) -> Mapping[str, object]:
    """The cells by their headings; of columns with one heading the first that is not blank."""
    found: dict[str, object] = {}
    for heading, cell in zip(headings, row, strict=False):
        if not str(found.get(heading, "")).strip():
            found[heading] = cell
    return found


def _unescaped(cell: str) -> str:
    if "\\" not in cell:
        return cell
    for written, sign in _ESCAPES:
        cell = cell.replace(written, sign)
    return cell
