"""The measures on data sets beside the checkout: evaluation scripts that drive benchmarks/adapter.py."""

from __future__ import annotations

import importlib.util
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import printed_figures as read
from benchmarks import thin
from benchmarks.figures import Figures, Measure, NotMeasuredError
from benchmarks.public_data import DATA, EVAL, GOLD, SEEDS

ROOT = Path(__file__).resolve().parent.parent


def run(script: str, arguments: tuple[str, ...], reading: Callable[[str], Figures]) -> Figures:
    """The figures of one run of a script; ends the gate when the script fails."""
    command = [sys.executable, str(EVAL / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"{script}: the measure itself failed\n{done.stderr[-2000:]}")
    figures = reading(done.stdout)
    if not figures:
        raise SystemExit(f"{script}: no figure in what the measure printed\n{done.stdout[-2000:]}")
    return figures


def adapter(task: str) -> str:
    return shlex.join([sys.executable, str(ROOT / "benchmarks" / "adapter.py"), task])


def cleaning() -> Iterator[Measure]:
    script, command = "plaintext_clean_eval.py", ("--cmd", adapter("clean"))
    five = ("seeds", "--seeds", str(SEEDS), "--gold", str(GOLD / "seed_clean.json"), *command)
    yield Measure("cleaning five documents", partial(run, script, five, read.seed_lines), SEEDS)
    for rendering in ("resiliparse", "nodes"):
        pages = DATA / "clean" / rendering
        dev = ("score", "--data", str(pages), "--split", "dev", *command)
        yield Measure(f"cleaning {rendering}", partial(run, script, dev, read.cleaning), pages)


def quotes() -> Iterator[Measure]:
    script, command, five = "quotes_eval.py", ("--system", adapter("quotes")), GOLD / "seed_quotes.jsonl"
    seeds = ("score", "--dataset", "jsonl", "--data", str(five), *command)
    yield Measure("quotes five documents", partial(run, script, seeds, read.quotes), five)
    folder = DATA / "quotes"
    dev = ("score", "--dataset", "prepared", "--data", str(folder), "--split", "dev", *command)
    yield Measure("quotes dev", partial(run, script, dev, read.quotes), folder)


def dates() -> Iterator[Measure]:
    script, folder = "dates_eval.py", DATA / "dates"
    command = ("--data", str(folder), "--cmd", adapter("dates"))
    five = ("run", "--set", "seeds", "--seed-dir", str(SEEDS), *command)
    yield Measure("dates five documents", partial(run, script, five, read.dates), SEEDS)
    for part in ("tb-dev", "tb-train"):
        corpus = ("run", "--set", part, *command)
        yield Measure(f"dates {part}", partial(run, script, corpus, read.dates), folder)


def content() -> Iterator[Measure]:
    for task, gold in (("partners", "partners.jsonl"), ("issues", "open_issues.jsonl")):
        arguments = (task, "--gold", str(GOLD), "--cmd", adapter(task))
        yield Measure(task, partial(run, "content_gold_eval.py", arguments, read.content), GOLD / gold)


def choice() -> Iterator[Measure]:
    yield Measure("selection", selection, DATA / "selection")
    folder = DATA / "summary"
    arguments = ("run", "--data", str(folder), "--split", "dev", "--cmd", adapter("summary"))
    yield Measure("summary", partial(run, "summary_eval.py", arguments, read.summary), folder)


def chronology() -> Iterator[Measure]:
    yield Measure("timeline", timelines, DATA / "timeline")


def timelines() -> Figures:
    """Days and words of four archives; the script scores with tilse, which nothing else here needs."""
    if importlib.util.find_spec("tilse") is None:
        raise NotMeasuredError("tilse is not installed")
    arguments = ("run", "--data", str(DATA / "timeline"), "--split", "dev", "--cmd", adapter("timeline"))
    return run("timeline_eval.py", arguments, read.timeline)


def selection() -> Figures:
    """All of the mixed folder and the meetings; of the 3,000 Reuters stories a fixed third."""
    folder, name = DATA / "selection", "reuters.dev.jsonl.gz"
    with tempfile.TemporaryDirectory() as third:
        thin.write(folder / name, Path(third) / name)
        return {**chosen("pool,qmsum", folder), **chosen("reuters", Path(third))}


def chosen(sets: str, folder: Path) -> Figures:
    arguments = ("run", "--data", str(folder), "--split", "dev", "--set", sets, "--cmd", adapter("selection"))
    return run("selection_eval.py", arguments, read.selection)


MEASURES = (*cleaning(), *quotes(), *dates(), *content(), *choice(), *chronology())
