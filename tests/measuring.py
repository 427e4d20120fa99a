"""What the tests of the scorers share: places of words, and which figures a mistake moves."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.model import Span

Figures = Mapping[str, float]


def at(text: str, words: str) -> Span:
    """Where words stand in the text of source S1."""
    return Span("S1", text.index(words), text.index(words) + len(words))


def moved(before: Figures, after: Figures) -> dict[str, float]:
    """The figures that differ, as they are afterwards."""
    return {name: round(value, 1) for name, value in after.items() if value != before[name]}
