"""Tables in JSON, as data frames are saved: by columns, by rows, or headings and cells apart."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from briefgen.read.fields import fields_of


def rows_of(value: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The rows of a table; none where the object is no table of articles.

    {"columns": ["title", "text"], "data": [["A", "B"]]}, {"title": {"0": "A"}, "text": {"0": "B"}},
    {"title": ["A"], "text": ["B"]} and {"0": {"title": "A", "text": "B"}}.
    """
    headings, cells = value.get("columns"), value.get("data")
    if isinstance(headings, list) and isinstance(cells, list):
        return [
            {str(heading): cell for heading, cell in zip(headings, row, strict=False)}
            for row in cells
            if isinstance(row, list)
        ]
    return _by_columns(value) or _by_rows(value)


def _by_columns(value: Mapping[str, object]) -> list[Mapping[str, object]]:
    columns = {key: column for key, column in value.items() if isinstance(column, dict | list)}
    if len(columns) < len(value) or not {"text", "title"} <= fields_of(dict.fromkeys(columns, "x")).keys():
        return []
    if all(isinstance(column, dict) for column in columns.values()):
        keys = list(dict.fromkeys(key for column in columns.values() for key in column))
        rows = [{name: column.get(key) for name, column in columns.items()} for key in keys]  # type: ignore[union-attr]
        return [row for row in rows if _has_words(row)] if any(map(_has_words, rows)) else []
    if all(isinstance(column, list) for column in columns.values()):
        return [dict(zip(columns, row, strict=True)) for row in zip_longest(*columns.values())]
    return []


def _has_words(row: Mapping[str, object]) -> bool:
    return isinstance(row.get(next(iter(row), "")), str | int | float | None) and bool(
        fields_of(row).get("text")
    )


def _by_rows(value: Mapping[str, object]) -> list[Mapping[str, object]]:
    rows = [row for row in value.values() if isinstance(row, dict)]
    if not rows or len(rows) < len(value):
        return []
    keys = fields_of(rows[0]).keys()
    return list(rows) if "text" in keys and len(keys) > 1 else []
