"""The keys that a memo in JSON may have, and what is strange in one that has others.

docs/memo.schema.json says the same (a test compares), but a memo is checked without a library for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "memo": "schema topic title as_of generator actor actor_known length content",
        "provenance": "options made",
        "file": "name sha256",
        "lost": "source file reason",
        "source": "id file sha256 title publisher published published_status url language genre flags "
        "origin used",
        "section": "id title annex note more",
        "item": "section label text speaker role place occasion relation raised_by name names aliases date "
        "date_status kind type last_word refs further_statements",
        "version": "text source",
        "cite": "source line start end text",
    }
)  # fmt: skip
"""Keys of each kind of record with a plain value or a list of such."""
HOLDING: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "memo": {"lost": "lost", "sources": "source", "sections": "section"},
        "section": {"items": "item"},
        "item": {"versions": "version", "positions": "item", "also": "cite", "cites": "cite"},
    }
)
"""Keys with a list of records, and of what kind these are."""
SINGLE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "memo": {"provenance": "provenance"},
        "provenance": {"topic": "file", "house": "file", "sources": "file"},
    }
)
"""Keys with one record."""


def strange(where: str, record: Json, kind: str) -> Iterator[str]:
    """Keys that no record of a kind has, and values of another form than theirs."""
    if not isinstance(record, dict):
        yield f"{where} is no record"
        return
    plain, holding, single = PLAIN[kind].split(), HOLDING.get(kind, {}), SINGLE.get(kind, {})
    for key, value in record.items():
        if key in plain:
            several = value if isinstance(value, list) else [value]
            if any(isinstance(one, dict | list) for one in several):
                yield f"{where} has records or lists under {key}"
        elif key in single:
            yield from strange(key, value, single[key])
        elif key not in holding:
            yield f"{where} has a key that no memo has: {key}"
        elif not isinstance(value, list):
            yield f"{where} has no list under {key}"
        else:
            for one in value:
                yield from strange(f"one of the {key}", one, holding[key])
