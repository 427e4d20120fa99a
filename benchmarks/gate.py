"""The evaluation gate: each measure must reach its floor. Floors only rise.

    python -m benchmarks.gate             measure and compare with floors.json; exit 1 below a floor
    python -m benchmarks.gate --raise     write better figures as new floors (never lower ones)
    python -m benchmarks.gate quotes      only the measures whose name starts so
    python -m benchmarks.gate --reset "quotes dev: named" --because TEXT
                                          set one floor, or all of a measure, to what is measured now;
                                          the reason is kept in floors.json beside the figure
    python -m benchmarks.gate --table     write the figures into docs/measures.md

Two groups: corpora in the repository (benchmarks/in_house.py), measured everywhere, and the public data
beside the checkout (benchmarks/public_data.py says where), which do not ship. A measure without its data
says "not measured". When nothing at all was measured the gate fails.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from benchmarks import floors, in_house, memo_sets, scripts
from benchmarks.figures import Figures, Measure, NotMeasuredError, printed

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "benchmarks" / "floors.json"
TABLE = ROOT / "docs" / "measures.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")

HOUSE, BESIDE = "in the repository", "beside the checkout"
WHOLE = (
    Measure("memos", memo_sets.standard, memo_sets.SETS),
    Measure("memos full", memo_sets.full, memo_sets.SETS),
)
GROUPS: Mapping[str, Sequence[Measure]] = MappingProxyType(
    {HOUSE: in_house.MEASURES, BESIDE: (*WHOLE, *scripts.MEASURES)}
)


@dataclass
class Outcome:
    """What one run of the gate has found."""

    figures: dict[str, dict[str, float]] = field(default_factory=dict)
    """By group, "measure: figure" to value."""
    missing: dict[str, dict[str, str]] = field(default_factory=dict)
    """By group, measures that could not be taken, and why."""


def measure(groups: Mapping[str, Sequence[Measure]], only: str = "") -> Outcome:
    """Take all measures whose name starts with `only`."""
    found = Outcome({group: {} for group in groups}, {group: {} for group in groups})
    for group, measures in groups.items():
        for one in (one for one in measures if one.name.startswith(only)):
            start = time.monotonic()
            try:
                figures = taken(one)
            except NotMeasuredError as why:
                found.missing[group][one.name] = str(why)
                print(f"not measured: {one.name} ({why})")
                continue
            found.figures[group] |= {f"{one.name}: {name}": value for name, value in figures.items()}
            print(f"measured: {one.name} in {time.monotonic() - start:.1f} s")
    return found


def taken(one: Measure) -> Figures:
    """The figures of one measure. Raises NotMeasuredError when its data are not there."""
    if one.needs and not one.needs.exists():
        raise NotMeasuredError(f"there is no {os.path.relpath(one.needs, ROOT)}")
    return one.figures()


def faults(found: Outcome, limits: Mapping[str, floors.Floors], *, whole: bool) -> list[str]:
    """Why the gate does not pass: figures below their floor or without one, floors without a figure.

    A floor on data beside the checkout may lack its figure when the measure had no data; one of a
    corpus in the repository may not. Only a whole run can say that a figure is lost.
    """
    if not any(found.figures.values()):
        return ["nothing was measured"]
    said = []
    for group, figures in found.figures.items():
        known = limits.get(group, {})
        said += floors.below(figures, known)
        excused = found.missing[group] if group != HOUSE else {}
        lost = (n for n in known if n not in figures and n.partition(": ")[0] not in excused)
        said += [f"{name}: no figure was measured" for name in lost if whole]
    return said


def with_table(page: str, found: Outcome) -> str:
    """The page of measures with the figures between its two markers."""
    parts = []
    for group, figures in found.figures.items():
        lines = [f"| {name.replace(': ', ' | ', 1)} | {printed(value)} |" for name, value in figures.items()]
        lines += [f"| {name} | | not measured: {why} |" for name, why in found.missing[group].items()]
        parts.append("\n".join((f"Data {group}:\n\n| measure | figure | reached |\n|---|---|---|", *lines)))
    head, _, rest = page.partition(MARKS[0])
    tables = "\n\n".join(parts)
    return f"{head}{MARKS[0]}\n\n{tables}\n\n{MARKS[1]}{rest.partition(MARKS[1])[2]}"


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("only", nargs="?", default="", help="measures whose name starts so")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="write better figures as new floors"
    )
    parser.add_argument("--reset", metavar="NAME", help="set a figure's, or a measure's, floors anew")
    parser.add_argument("--because", metavar="TEXT", default="", help="why a floor is set anew")
    parser.add_argument("--table", action="store_true", help="write the figures into docs/measures.md")
    chosen = parser.parse_args(given)
    if bool(chosen.reset) != bool(chosen.because.strip()):
        parser.error("--reset NAME and --because TEXT go together")
    if chosen.table and chosen.only:
        parser.error("--table needs a whole run")
    return chosen


def changed(
    chosen: argparse.Namespace, found: Outcome, limits: Mapping[str, dict[str, floors.Floor]]
) -> dict[str, dict[str, floors.Floor]]:
    """The floors after --raise and --reset."""
    after = {group: dict(limits.get(group, {})) for group in {**limits, **found.figures}}
    for group, figures in found.figures.items():
        if chosen.reset:
            after[group] = floors.reset(figures, after[group], chosen.reset, chosen.because)
        if chosen.lift:
            after[group] = floors.raised(figures, after[group])
    return after


def main(given: Sequence[str] | None = None) -> int:
    chosen = arguments(given)
    found, limits = measure(GROUPS, chosen.only), floors.read(FLOORS)
    if chosen.reset and not any(
        chosen.reset in (name, name.partition(": ")[0]) for rows in found.figures.values() for name in rows
    ):
        print(f"no figure or measure is called “{chosen.reset}”")
        return 2
    if chosen.reset or chosen.lift:
        limits = changed(chosen, found, limits)
        floors.write(FLOORS, limits)
    show(found, limits)
    if chosen.table:
        TABLE.write_text(with_table(TABLE.read_text(encoding="utf-8"), found), encoding="utf-8")
    said = faults(found, limits, whole=not chosen.only)
    count = sum(map(len, found.figures.values()))
    print("\n".join(said) or f"all {count} figures that were measured reach their floors")
    return bool(said)


def show(found: Outcome, limits: Mapping[str, floors.Floors]) -> None:
    """Print each figure with its floor."""
    for group, figures in found.figures.items():
        for name, value in figures.items():
            floor = limits.get(group, {}).get(name)
            print(f"{name:60} {printed(value):26} {f'floor {floor.value:g}' if floor else ''}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
