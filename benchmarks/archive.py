"""What folders of 5 to 20,000 documents cost, against an earlier version: `python -m benchmarks.archive`.

    --against COMMAND   the earlier version, as it is called: "/tmp/old/.venv/bin/briefgen"
    --numbers N [N ...] documents of the archives, 250, 1,000 and 5,000 when not given; 20,000 takes a quarter
                        of an hour
    --folder DIR        where the folders are made and left, so that they are made once; else they are removed

Each row is one call of the command in a process of its own, the store in a folder of its own; processor time
is that of the call with all its workers. Rows of the earlier version are measured right before, so a ratio
holds on any machine. With it the folder of 20,000 is left out: it would take ten minutes.
"""

from __future__ import annotations

import argparse
import math
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.archive_folders import lay
from benchmarks.public_data import SEEDS
from briefgen.keeping import Keeping
from briefgen.pipeline import run
from briefgen.progress import Progress
from briefgen.request import Request

NOW = [sys.executable, "-m", "briefgen"]
BROAD, NARROW = "health care reform", "oil price"
STEPS = (500, 5_000)
_DISTURBING = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
"""Variables that would run one version in place of the other, or compile all modules at each call."""
DEAREST = 5_000
"""Documents that are still read by the earlier version."""


class Cost(NamedTuple):
    """What a call took."""

    seconds: float
    """Of processor time, of all its processes."""
    wall: float
    memory: float
    """Megabytes of its largest process at the highest."""

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s  {self.wall:7.2f} s  {self.memory:5.0f} MB"


def cost(command: Sequence[str], cache: Path) -> Cost:
    """What a command takes that ends well."""
    start = perf_counter()
    environment = {name: value for name, value in os.environ.items() if name not in _DISTURBING}
    environment["XDG_CACHE_HOME"] = str(cache)
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    told = process.stderr.read() if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3, 5):
        raise SystemExit(f"{shlex.join(command)} failed:\n{told[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss / 1024)


class Bench:
    """Calls and prints."""

    def __init__(self, work: Path, against: Sequence[str]) -> None:
        self.work = work
        self.against = against

    def memo(self, command: Sequence[str], folder: Path, topic: str, cache: Path) -> Cost:
        """A memo in Word on a topic."""
        out = self.work / "out"
        return cost([*command, "--topic", topic, "--seeds", str(folder), "--out", str(out)], cache)

    def row(self, name: str, now: Cost, before: Cost | None = None) -> None:
        """Prints one line of the table."""
        ratio = f"{now.seconds / before.seconds:5.3f}  of {before}" if before else ""
        print(f"{name:44} {now}  {ratio}", flush=True)

    def five(self) -> Cost:
        """Five documents: the median of five calls."""
        empty = self.work / "none"
        found = [self.pair(SEEDS, "asia-security", empty) for _ in range(5)]
        now = statistics.median(one for one, _ in found)
        before = statistics.median(one for _, one in found if one) if self.against else None
        self.row("five documents", now, before)
        return now

    def pair(self, folder: Path, topic: str, cache: Path) -> tuple[Cost, Cost | None]:
        """The same memo by both."""
        before = self.memo(self.against, folder, topic, cache) if self.against else None
        return self.memo(NOW, folder, topic, cache), before

    def archive(self, number: int, five: Cost) -> None:
        """A folder of so many documents: from nothing, again, on another topic, and indexed as a whole."""
        folder = self.work / f"archive-{number}"
        if not folder.is_dir():
            lay(folder, number)
        with tempfile.TemporaryDirectory(dir=self.work) as name:
            cache = Path(name)
            against = self.against if number <= DEAREST else ()
            before = self.memo(against, folder, BROAD, cache) if against else None
            self.row(f"{number} documents, first memo", self.memo(NOW, folder, BROAD, cache), before)
            again = self.memo(NOW, folder, BROAD, cache)
            self.row(f"{number} documents, second memo", again, before)
            print(f"{'':46}{again.seconds / five.seconds:.1f} times the five documents")
            other = self.memo(NOW, folder, NARROW, cache)
            self.row(f"{number} documents, first memo on a narrow topic", other)
            print(f"{'':46}{other.seconds / five.seconds:.1f} times the five documents")
            self.row(f"{number} documents, index", cost([*NOW, "index", str(folder)], cache))
            self.row(f"{number} documents, memo once indexed", self.memo(NOW, folder, BROAD, cache))


def growth(work: Path) -> None:
    """How the processor time of each stage grows from 500 to 5,000 documents, in one process from nothing."""
    few, many = (stages(lay(work / f"archive-{number}", number)) for number in STEPS)
    for name in many:
        exponent = math.log(many[name] / few[name]) / math.log(STEPS[1] / STEPS[0]) if few.get(name) else 0
        print(f"growth, {name:36} {few.get(name, 0):7.2f} s  {many[name]:7.2f} s  exponent {exponent:.2f}")


def stages(folder: Path) -> dict[str, float]:
    """Seconds of processor time by stage."""
    found: dict[str, float] = {}

    def tell(line: str) -> None:
        name, _, seconds = line.rpartition(": ")
        found[name.split(",")[0]] = float(seconds.removesuffix(" s"))

    with tempfile.TemporaryDirectory() as out:
        keeping = Keeping(nothing=True, workers=1)
        request = Request((BROAD,), folder, Path(out), keeping=keeping)
        with Progress(None, line=False, tell=tell, clock=process_time) as watch:
            run(request, watch)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--against", default="")
    parser.add_argument("--numbers", type=int, nargs="+", default=[250, 1_000, 5_000])
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = given.folder or Path(name)
        work.mkdir(parents=True, exist_ok=True)
        bench = Bench(work, shlex.split(given.against))
        print(f"{'':44} processor      wall     memory   ratio of processor time")
        five = bench.five()
        for number in given.numbers:
            bench.archive(number, five)
        growth(work)


if __name__ == "__main__":
    main()
