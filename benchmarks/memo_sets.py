"""Whole memos against gold made by hand: the command on six folders beside the checkout.

`memo_eval.py` of the evaluation data runs the command and counts; the memos are kept, and `shown` judges
every statement they show.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import shown
from benchmarks.figures import Figures, NotMeasuredError, Share, Told
from benchmarks.public_data import DATA, EVAL
from benchmarks.scripts import ROOT

SETS = DATA / "memo"
COMMAND = [sys.executable, "-m", "briefgen"]
FAULTS = frozenset({"forbidden", "twice", "again", "repeated"})
SIZES = frozenset({"statements", "issues", "words"})


def standard() -> Figures:
    """The memo as the command writes it when no length is asked for."""
    return measured()


def full() -> Figures:
    """The memo at full length."""
    told = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    if "--length" not in told:
        raise NotMeasuredError("the command has no --length")
    return measured("--length", "full")


def measured(*more: str) -> Figures:
    with tempfile.TemporaryDirectory() as kept:
        totals = run(Path(kept), more)
        folders = [folder for folder in sorted(SETS.iterdir()) if (folder / "gold.json").is_file()]
        pairs = [
            (folder, memo) for folder in folders for memo in sorted((Path(kept) / folder.name).glob("*.json"))
        ]
        return {**figures_of(totals), **shown.figures(pairs)}


def run(kept: Path, more: tuple[str, ...]) -> dict[str, int | list[int]]:
    """The totals of memo_eval.py over all sets; the memos stay in `kept`."""
    totals = kept / "totals.json"
    options = ["--cmd", shlex.join(COMMAND), "--keep", str(kept), "--json", str(totals), "--quiet"]
    command = [sys.executable, str(EVAL / "memo_eval.py"), "run", *options, *more]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"memo_eval.py: the measure itself failed\n{done.stderr[-2000:]}")
    found: dict[str, int | list[int]] = json.loads(totals.read_text(encoding="utf-8"))
    return found


def figures_of(totals: dict[str, int | list[int]]) -> Figures:
    """Shares with their counts, faults negative, sizes only told."""
    figures: dict[str, float] = {}
    for name, value in totals.items():
        if isinstance(value, list):
            figures[name] = Share(value[0], value[1], fault=name in FAULTS)
            if name == "verbatim":  # among hundreds of citations one that is not weighs less than rounding
                figures["not verbatim"] = float(value[0] - value[1])
        else:
            figures[name] = Told(value) if name in SIZES else float(-value if name in FAULTS else value)
    return figures
