"""What a sentence calls the first: "became the first state to ban", "the first statewide ban"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.english.tokens import fold
from briefgen.model import Token

_BEFORE = frozenset({"the", "became", "as", "become", "becoming"})
"""Words before "first" where it ranks a noun; "at first" and "first of all" do not."""


def firsts(words: Sequence[Token]) -> Iterator[int]:
    """The places of "first" in some words without marks where at least two words follow."""
    for at in range(1, len(words) - 2):
        if fold(words[at].text) == "first" and fold(words[at - 1].text) in _BEFORE:
            yield at
