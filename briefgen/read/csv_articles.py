"""Articles in a table (.csv): a row each, columns found by their headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.read.decode import decode
from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.limits import TEXT_BYTES
from briefgen.read.records import Record, read_records

_SEPARATORS = ",;\t|"


def read_csv(data: bytes, name: str) -> Reading:
    """One draft a row, numbered from 1 below the headings; rows before a broken one are kept."""
    text, _, told = decode(data, name)
    broken: list[Problem] = []
    # Python refuses fields over 131,072 characters, which full articles reach; the limit is global.
    limit = csv.field_size_limit(TEXT_BYTES)
    try:
        drafts, problems = read_records(_rows(text, name, broken), name)
    except UnreadableError as error:
        if not broken:
            raise
        return (), (*told, *broken, Problem(name, error.slug, error.message))
    finally:
        csv.field_size_limit(limit)
    return drafts, (*told, *broken, *problems)


def _rows(text: str, name: str, broken: list[Problem]) -> Iterator[Record]:
    first = text[:65_536].lstrip("\r\n").split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        headings = next((row for row in rows if row), [])
        for number, row in enumerate((row for row in rows if row), 1):
            yield number, dict(zip(headings, row, strict=False))
    except csv.Error as error:
        message = f"The table breaks off here ({error}); rows before it were read."
        broken.append(Problem(f"{name}, line {rows.line_num}", "csv-broken", message))
