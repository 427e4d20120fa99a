"""The evaluation gate: each measure must reach its floor. Floors only rise.

    python -m benchmarks.gate             measure and compare with floors.json; exit 1 below a floor
    python -m benchmarks.gate --raise     write better figures as new floors (never lower ones)
    python -m benchmarks.gate quotes      only the measures whose name starts so

The data lie beside the checkout (../shared/eval) and do not ship with the project; without them nothing
can be measured, and the gate says so and ends with 0.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
SEEDS = ROOT.parent / "shared" / "seeds"
FLOORS = ROOT / "benchmarks" / "floors.json"

SLACK = 0.15
"""Points a figure may fall below its floor: less than one answer of the smallest set (five documents,
or some seventy sentences) moves it, so only rounding passes."""

Figures = Mapping[str, float]


@dataclass(frozen=True)
class Measure:
    """One run of an evaluation script and the figures read from what it prints."""

    name: str
    script: str
    arguments: tuple[str, ...]
    read: Callable[[str], Figures]


def adapter(task: str) -> str:
    return shlex.join([sys.executable, str(ROOT / "benchmarks" / "adapter.py"), task])


def rows(printed: str) -> list[dict[str, object]]:
    """The JSON lines among what a script prints."""
    return [json.loads(line) for line in printed.splitlines() if line.startswith("{")]


def keyed(printed: str) -> dict[str, object]:
    """Lines "key   JSON" and their indented rows, as one flat mapping."""
    found: dict[str, object] = {}
    for line in printed.splitlines():
        parts = re.match(r"\s*(\S+(?: \S+)*?)\s{2,}(\{.*|[-\d.]+)$", line)
        if parts:
            found[parts[1]] = json.loads(parts[2])
    return found


def dates(printed: str) -> Figures:
    """Value F1 of the views all and cal; documents whose date is wrong or invented."""
    value = {m[1]: float(m[2]) for m in re.finditer(r"^(all|cal)\b.*?\|.*?\|.*?\|\s*[\d.]+/\s*[\d.]+/\s*([\d.]+)", printed, re.M)}
    wrong = len(re.findall(r"\b(?:INVENTED|WRONG|missed)\b", printed))
    return {"value F1 all": value["all"], "value F1 calendar": value["cal"], "document dates not right": -wrong}


def cleaning(printed: str) -> Figures:
    """Token F1 and share of hurt pages, in points."""
    found = re.search(r"F1 ([\d.]+) \| shingle.*hurt ([\d.]+)", printed)
    assert found, printed
    return {"token F1": 100 * float(found[1]), "hurt": -100 * float(found[2])}


def seed_lines(printed: str) -> Figures:
    """Lines of the articles lost and lines of furniture kept."""
    found = re.search(r"lines lost (\d+) kept junk (\d+)", printed)
    assert found, printed
    return {"lines lost": -int(found[1]), "junk kept": -int(found[2])}


def content(printed: str) -> Figures:
    """F1 on sentences and on spans, by set."""
    return {
        f"{row['set']} {unit}": 100 * float(row[unit]["F1"])  # type: ignore[index]
        for row in rows(printed)
        for unit in ("sentence", "span")
    }


def selection(printed: str) -> Figures:
    """MAP, F1 of the set, recall at 15 % of the words."""
    return {
        f"{row['set']} {key}": 100 * float(row[key])  # type: ignore[arg-type]
        for row in rows(printed)
        for key in ("MAP", "F1", "R15")
        if key in row
    }


def summary(printed: str) -> Figures:
    """ROUGE in points; shares of faulty sentences in points, negative."""
    row = rows(printed)[0]
    faults = {key: -100 * float(row[key]) for key in ("orphan", "nospeaker", "cut", "redundant")}  # type: ignore[arg-type]
    return {"ROUGE-1": float(row["R1"]), "ROUGE-2": float(row["R2"]), **faults}  # type: ignore[arg-type]


def quotes(printed: str, wanted: Mapping[str, str]) -> Figures:
    """F1 figures by the keys the script prints."""
    found = keyed(printed)
    figures: dict[str, float] = {}
    for key, unit in wanted.items():
        row = found.get(key)
        if isinstance(row, dict) and unit in row:
            figures[key] = float(row[unit])
    return figures


DATES = ("--data", str(EVAL / "data" / "dates"), "--cmd", adapter("dates"))
CLEAN = ("--split", "dev", "--cmd", adapter("clean"))
GOLD = ("--gold", str(EVAL / "gold"))
QUOTES: Mapping[str, str] = MappingProxyType({})

MEASURES: tuple[Measure, ...] = (
    Measure("dates tb-dev", "dates_eval.py", ("run", "--set", "tb-dev", *DATES), dates),
    Measure("dates tb-train", "dates_eval.py", ("run", "--set", "tb-train", *DATES), dates),
    Measure("dates seeds", "dates_eval.py", ("run", "--set", "seeds", "--seed-dir", str(SEEDS), *DATES), dates),
)


def run(measure: Measure) -> Figures:
    """Figures of one measure."""
    command = [sys.executable, str(EVAL / measure.script), *measure.arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"{measure.name}: the measure itself failed\n{done.stderr[-2000:]}")
    return measure.read(done.stdout)
