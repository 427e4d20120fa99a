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
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
SEEDS = ROOT.parent / "shared" / "seeds"
FLOORS = ROOT / "benchmarks" / "floors.json"

TABLE = ROOT / "docs" / "measures.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")

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


def dates(printed: str) -> Figures:
    """Value F1 of the views all and cal; documents whose date is wrong or invented."""
    value = {
        m[1]: float(m[2])
        for m in re.finditer(r"^(all|cal)\b.*?\|.*?\|.*?\|\s*[\d.]+/\s*[\d.]+/\s*([\d.]+)", printed, re.M)
    }
    # Only the five documents print a verdict on their own date.
    wrong = len(re.findall(r"\b(?:INVENTED|WRONG|missed)\b", printed))
    return {
        "value F1 all": value["all"],
        "value F1 calendar": value["cal"],
        "document dates not right": -wrong,
    }


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
    """F1 on sentences and, where the set has them, on spans, by set."""
    return {
        f"{row['set']} {unit}": 100 * float(score["F1"])
        for row in rows(printed)
        for unit in ("sentence", "span")
        if isinstance(score := row[unit], dict)
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


def quotes(printed: str) -> Figures:
    """F1 of quoted stretches and of stretch with speaker; accuracy by class of speaker; indirect speech."""
    figures = {}
    for name, pattern in QUOTE_FIGURES.items():
        found = re.search(pattern, printed)
        if found:
            figures[name] = float(found[1])
    return figures


QUOTE_FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "spans F1": r'quotes_overlap80 .*?"f1": ([\d.]+)',
        "quote and speaker F1": r'quote_and_speaker .*?"f1": ([\d.]+)',
        "named": r'"named_acc": ([\d.]+)',
        "pronouns": r'pronoun .*?"resolved_acc": ([\d.]+)',
        "descriptions": r'description .*?"acc": ([\d.]+)',
        "indirect precision": r'indirect .*?"content50": \{"p": ([\d.]+)',
        "indirect recall, verbs of saying": r'"recall50_of_say_verb_cues": ([\d.]+)',
    }
)

DATA = EVAL / "data"
DATES = ("--data", str(DATA / "dates"), "--cmd", adapter("dates"))
QUOTES = ("--system", adapter("quotes"))
PREPARED = ("score", "--dataset", "prepared", "--data", str(DATA / "quotes"), "--split", "dev", *QUOTES)
FIVE_QUOTES = ("score", "--dataset", "jsonl", "--data", str(EVAL / "gold" / "seed_quotes.jsonl"), *QUOTES)
FIVE_LINES = ("seeds", "--seeds", str(SEEDS), "--gold", str(EVAL / "gold" / "seed_clean.json"))
CLEAN = ("--cmd", adapter("clean"))
GOLD = ("--gold", str(EVAL / "gold"))
SELECTION = ("run", "--data", str(DATA / "selection"), "--split", "dev", "--set", "pool,reuters,qmsum")
SUMMARY = ("run", "--data", str(DATA / "summary"), "--split", "dev", "--cmd", adapter("summary"))


def pages(rendering: str) -> tuple[str, ...]:
    return ("score", "--data", str(DATA / "clean" / rendering), "--split", "dev", *CLEAN)


MEASURES: tuple[Measure, ...] = (
    Measure("cleaning five documents", "plaintext_clean_eval.py", (*FIVE_LINES, *CLEAN), seed_lines),
    Measure("cleaning resiliparse", "plaintext_clean_eval.py", pages("resiliparse"), cleaning),
    Measure("cleaning nodes", "plaintext_clean_eval.py", pages("nodes"), cleaning),
    Measure("quotes five documents", "quotes_eval.py", FIVE_QUOTES, quotes),
    Measure("quotes dev", "quotes_eval.py", PREPARED, quotes),
    Measure(
        "dates five documents",
        "dates_eval.py",
        ("run", "--set", "seeds", "--seed-dir", str(SEEDS), *DATES),
        dates,
    ),
    Measure("dates tb-dev", "dates_eval.py", ("run", "--set", "tb-dev", *DATES), dates),
    Measure("dates tb-train", "dates_eval.py", ("run", "--set", "tb-train", *DATES), dates),
    Measure("partners", "content_gold_eval.py", ("partners", *GOLD, "--cmd", adapter("partners")), content),
    Measure("issues", "content_gold_eval.py", ("issues", *GOLD, "--cmd", adapter("issues")), content),
    Measure("selection", "selection_eval.py", (*SELECTION, "--cmd", adapter("selection")), selection),
    Measure("summary", "summary_eval.py", SUMMARY, summary),
)


def run(measure: Measure) -> Figures:
    """Figures of one measure, "measure: figure" to points."""
    command = [sys.executable, str(EVAL / measure.script), *measure.arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"{measure.name}: the measure itself failed\n{done.stderr[-2000:]}")
    figures = measure.read(done.stdout)
    if not figures:
        raise SystemExit(f"{measure.name}: no figure in what the measure printed\n{done.stdout[-2000:]}")
    return {f"{measure.name}: {name}": round(value, 2) + 0.0 for name, value in figures.items()}


def compare(figures: Figures, floors: Figures, *, whole: bool) -> list[str]:
    """Figures below their floor or without one; in a whole run also floors without a figure."""
    below = [
        f"{n}: {v} is below {floors[n]}" for n, v in figures.items() if n in floors and v < floors[n] - SLACK
    ]
    unknown = [f"{n}: {v} has no floor; run with --raise" for n, v in figures.items() if n not in floors]
    lost = [f"{n}: no figure was measured" for n in floors if whole and n not in figures]
    return below + unknown + lost


def raised(figures: Figures, floors: Figures) -> Figures:
    """Floors after a better measurement: none is ever lowered."""
    return {
        name: max(figures.get(name, -1e9), floors.get(name, -1e9)) for name in sorted({*figures, *floors})
    }


def with_table(page: str, figures: Figures) -> str:
    """The page of measures with the figures between its two markers."""
    rows = "\n".join(f"| {name.replace(': ', ' | ', 1)} | {value:g} |" for name, value in figures.items())
    table = f"| measure | figure | reached |\n|---|---|---|\n{rows}"
    head, _, rest = page.partition(MARKS[0])
    return f"{head}{MARKS[0]}\n\n{table}\n\n{MARKS[1]}{rest.partition(MARKS[1])[2]}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("only", nargs="?", default="", help="measures whose name starts so")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="write better figures as new floors"
    )
    parser.add_argument("--table", action="store_true", help="write the figures into docs/measures.md")
    chosen = parser.parse_args()
    if not EVAL.is_dir():
        print(
            f"not measured: the evaluation data are not at {EVAL.parent.name}/{EVAL.name} beside the checkout"
        )
        return 0
    floors: Figures = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    figures: dict[str, float] = {}
    for measure in MEASURES:
        if measure.name.startswith(chosen.only):
            figures |= run(measure)
    for name, value in figures.items():
        print(f"{value:9.2f}  (floor {floors.get(name, float('nan')):.2f})  {name}")
    if chosen.table:
        TABLE.write_text(with_table(TABLE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    if chosen.lift:
        FLOORS.write_text(
            json.dumps(raised(figures, floors), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        floors = raised(figures, floors)
    faults = compare(figures, floors, whole=not chosen.only)
    print("\n".join(faults) or f"all {len(figures)} figures reach their floors")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
