"""The word groups of `lexicon/names/cues.tsv`."""

from __future__ import annotations

from functools import cache

from briefgen import lexicon


@cache
def cues(group: str) -> frozenset[str]:
    """All words of one group, as written."""
    rows = (row.words for row in lexicon.names.cues() if row.group == group)
    return frozenset(word for words in rows for word in words)
