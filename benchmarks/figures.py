"""What a measure gives: figures by name, higher is better; some carry their counts, some are only told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Figures = Mapping[str, float]


class Share(float):
    """A share in points that keeps its counts; one of faults is negative, so that higher is better."""

    hits: int
    total: int

    def __new__(cls, hits: int, total: int, *, fault: bool = False) -> Share:
        share = super().__new__(cls, (-100 if fault else 100) * hits / max(1, total))
        share.hits, share.total = hits, total
        return share


class Told(float):
    """A size, neither good nor bad: it is printed and has no floor."""


class NotMeasuredError(Exception):
    """Something that a measure needs is not there; the message says what."""


@dataclass(frozen=True)
class Measure:
    """A name and what gives its figures; `needs` is the data it reads, None for what is in the repository."""

    name: str
    figures: Callable[[], Figures]
    needs: Path | None = None


def printed(value: float) -> str:
    """A figure as the gate and the page show it."""
    if isinstance(value, Share):
        return f"{value:.2f} ({value.hits} of {value.total})"
    return f"{value:g} (size)" if isinstance(value, Told) else f"{round(value, 2) + 0.0:g}"
