"""Regular expressions for the entries of word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen import lexicon


def either(entries: Iterable[str]) -> str:
    """An expression for any of some words and phrases, the longest first, however wide their gaps are."""
    listed = sorted(entries, key=lambda entry: (-len(entry), entry))
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in listed)


def function_words(*tags: str) -> str:
    """An expression for the function words that have one of some tags."""
    return either(word for word, tag in lexicon.grammar.tags().items() if tag in tags)
