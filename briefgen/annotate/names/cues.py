"""The word groups of `lexicon/name_cues.tsv`."""

from __future__ import annotations

from functools import cache

from briefgen import lexicon


@cache
def cues(group: str) -> frozenset[str]:
    """All words of one group, as written."""
    rows = (row[1] for row in lexicon.table("name_cues") if row[0] == group)
    return frozenset(word for row in rows for word in row.split())
