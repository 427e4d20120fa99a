"""One finding as a line to read and as data, and how numbers and features are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefgen.model import Span

FEATURES = 3
"""Features shown for and against without --why: those that decide mostly."""

Features = tuple[tuple[str, float], ...]
"""Features with their weights."""


class Row(NamedTuple):
    """One finding, or what is known of a document."""

    layer: str
    tag: str
    """What it is, in one word: the second column."""
    text: str
    data: Mapping[str, object]
    at: Span | None = None
    """Where it stands; the sentence that it starts in shows it."""
    alone: bool = False
    """It is no part of a statement, though it is of a layer of statements."""
    only_why: bool = False
    """Shown with --why only."""

    def as_data(self) -> dict[str, object]:
        """The finding for JSON."""
        return {"layer": self.layer, "what": self.tag, **self.data}


def argued(layer: str, features: Features, at: Span) -> Iterator[Row]:
    """What speaks for a decision and what against it, the strongest first: some of it, and all with --why.

    The data stand in the row above, so that these rows have none.
    """
    for tag, sign in (("for", 1), ("against", -1)):
        ranked = sorted((one for one in features if one[1] * sign > 0), key=lambda one: -one[1] * sign)
        for start, end, more in ((0, FEATURES, False), (FEATURES, len(ranked), True)):
            if ranked[start:end]:
                yield Row(layer, f"  {tag}", weights(ranked[start:end]), {}, at, only_why=more)


def weights(features: Iterable[tuple[str, float]]) -> str:
    """ "after that +1.00, short -0.43"."""
    return ", ".join(f"{name} {value:+.2f}" for name, value in features)


def weighed(features: Features) -> list[dict[str, object]]:
    """Features for JSON."""
    return [{"feature": name, "weight": round(value, 3)} for name, value in features]


def share(probability: float) -> str:
    """ ".71"; "1.00" and ".00" at the ends."""
    return f"{probability:.2f}".removeprefix("0")


def listed(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)
