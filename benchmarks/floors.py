"""Floors: what each figure must reach. They only rise, but for a reset that gives its reason.

`floors.json` has a section a group; an entry is a number, or a record of a floor that was set lower once:
{"floor": 40.0, "was": 43.8, "because": "..."}.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figures, Told

SLACK = 0.15
"""Points a figure may fall below its floor: less than one answer of the smallest set (five documents,
or some seventy sentences) moves it, so only rounding passes."""


@dataclass(frozen=True)
class Floor:
    """A least value; when it was ever lowered, from where and why."""

    value: float
    was: float | None = None
    because: str = ""


Floors = Mapping[str, Floor]


def read(file: Path) -> dict[str, dict[str, Floor]]:
    """The floors of each group; none when there is no file."""
    groups = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {group: {name: _floor(entry) for name, entry in rows.items()} for group, rows in groups.items()}


def _floor(entry: float | dict[str, object]) -> Floor:
    if isinstance(entry, dict):
        return Floor(float(entry["floor"]), float(entry["was"]), str(entry["because"]))  # type: ignore[arg-type]
    return Floor(float(entry))


def write(file: Path, groups: Mapping[str, Floors]) -> None:
    """The floors in the order of their names."""
    rows = {
        group: {name: _entry(floors[name]) for name in sorted(floors)} for group, floors in groups.items()
    }
    file.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _entry(floor: Floor) -> float | dict[str, object]:
    if floor.was is None:
        return floor.value
    return {"floor": floor.value, "was": floor.was, "because": floor.because}


def judged(figures: Figures) -> dict[str, float]:
    """The figures that have a floor, rounded as floors are."""
    return {name: round(float(v), 2) + 0.0 for name, v in figures.items() if not isinstance(v, Told)}


def below(figures: Figures, floors: Floors) -> list[str]:
    """Figures below their floor, and figures that have none yet."""
    found = []
    for name, value in judged(figures).items():
        if name not in floors:
            found.append(f"{name}: {value} has no floor; run with --raise")
        elif value < floors[name].value - SLACK:
            found.append(f"{name}: {value} is below {floors[name].value}")
    return found


def raised(figures: Figures, floors: Floors) -> dict[str, Floor]:
    """Floors after a better measurement: none is ever lowered. A reason stays until its fall is made good."""
    found = dict(floors)
    for name, value in judged(figures).items():
        old = floors.get(name)
        if old is None or (old.was is not None and value >= old.was):
            found[name] = Floor(value)
        elif value > old.value:
            found[name] = Floor(value, old.was, old.because)
    return found


def reset(figures: Figures, floors: Floors, name: str, because: str) -> dict[str, Floor]:
    """Floors set to what is measured now for one figure, or all of one measure, with the reason."""
    found = dict(floors)
    for figure, value in judged(figures).items():
        if name in (figure, figure.partition(": ")[0]):
            old = floors.get(figure)
            lower = old is not None and value < old.value
            # Of two resets the first floor is the one to win back.
            was = (old.was if old.was is not None else old.value) if old is not None and lower else None
            found[figure] = Floor(value, was, because if lower else "")
    return found
