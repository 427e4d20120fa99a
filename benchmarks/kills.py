"""What is left of a memo's files when a run is killed at a random moment: `python -m benchmarks.kills`.

Runs the command on a folder of invented documents, again and again over the same memos, and ends it with
SIGKILL or SIGTERM at a moment drawn from a seed. After each, every name must have a whole file; after the
next run no draft may be left.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefgen.render import CARRIERS, RENDERERS

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("docx", "md", "json", "html", "eml")
TOPIC = "fisheries"
ENDED = {signal.SIGTERM: 143, signal.SIGINT: 130, signal.SIGHUP: 129}
"""Exit code by signal: what shells give."""
TEXT = """Ministers agree on fisheries patrol {number}

{day} March 2024

Norway and Iceland signed agreement {number} on joint fisheries patrols in Oslo on Tuesday.

“Fisheries do not stop at border {number},” Norway’s foreign minister Anna Olde said.

The European Union has asked Norway to widen fisheries patrol {number}, and talks are still open.
"""


class Kill(NamedTuple):
    """What one ended run left."""

    signal: signal.Signals
    after: float
    """Share of a whole run's time."""
    code: int
    faults: tuple[str, ...]
    mixed: bool
    """Whether some names had the new memo already and others the earlier one, to be named by the next run."""


def documents(folder: Path, number: int = 4) -> Path:
    """A folder of invented documents."""
    folder.mkdir()
    for one in range(1, number + 1):
        (folder / f"{one}.txt").write_text(TEXT.format(number=one, day=one + 10), encoding="utf-8")
    return folder


def command(seeds: Path, out: Path, *rest: str) -> list[str]:
    formats = [argument for name in FORMATS for argument in ("--format", name)]
    return [sys.executable, "-m", "briefgen", "--topic", TOPIC, "--seeds", str(seeds), "--out", str(out),
            *formats, *rest]  # fmt: skip


def started(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def faults_in(out: Path) -> Iterator[str]:
    """Names without a whole memo: it reopens, and the hash that it holds of itself fits."""
    for name in FORMATS:
        maker = {**RENDERERS, **CARRIERS}[name]
        file = out / f"{TOPIC}.{maker.suffix}"
        try:
            data = file.read_bytes()
            maker.reopen(data)
        except Exception as error:
            yield f"{file.name}: {type(error).__name__}"
        else:
            if maker.sealed(data) is not True:
                yield f"{file.name}: the seal does not hold"


def drafts_in(out: Path) -> list[str]:
    """What lies beside the memos."""
    names = {f"{TOPIC}.{name}" for name in FORMATS}
    return sorted(path.name for path in out.iterdir() if path.name not in names)


def kills(seed: int, plan: Sequence[tuple[signal.Signals, int]], folder: Path) -> Iterator[Kill]:
    """Ends runs as planned, a whole run after each; gives what each ended one left."""
    chance = random.Random(seed)
    seeds, out = documents(folder / "documents"), folder / "out"
    earlier, whole = _whole(command(seeds, out)), _seconds(command(seeds, out))
    for number, (how, _) in enumerate([(how, n) for how, times in plan for n in range(times)]):
        # Each run has another reference, so that new and earlier files differ.
        arguments = command(seeds, out, "--ref", f"REF {number}")
        # Every second one falls where the files are made, checked and named.
        after = chance.uniform(0.02 if number % 2 else 0.75, 1.05)
        child = started(arguments)
        try:
            child.communicate(timeout=after * whole)
        except subprocess.TimeoutExpired:
            child.send_signal(how)
        _, said = child.communicate()
        faults = list(faults_in(out))
        now = _files(out)
        if how != signal.SIGKILL:
            faults += _told(child.returncode, how, said.decode("utf-8", "replace"), drafts_in(out))
        final = _whole(arguments)
        new = {now[name] == final[name] for name in final if name in now and earlier[name] != final[name]}
        mixed, earlier = len(new) == 2, final
        faults += [f"left after the next run: {name}" for name in drafts_in(out)]
        faults += list(faults_in(out))
        yield Kill(how, after, child.returncode, tuple(faults), mixed)


def _told(code: int, how: signal.Signals, said: str, left: Sequence[str]) -> Iterator[str]:
    """What is wrong with the end of a run that could say something."""
    yield from (f"left at once: {name}" for name in left)
    if "Traceback" in said:
        yield f"a traceback: {said.splitlines()[-1]}"
    if code == ENDED[how] and "[stopped]" not in said:
        yield "no message"
    if code not in (0, ENDED[how], -how):  # -how: before the first line of ours could run
        yield f"exit code {code}"


def _whole(arguments: Sequence[str]) -> dict[str, bytes]:
    """Run to the end; the files then."""
    child = started(arguments)
    _, said = child.communicate()
    if child.returncode:
        raise SystemExit(f"a run that nobody ended fails: {said.decode()}")
    return _files(Path(arguments[arguments.index("--out") + 1]))


def _files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def _seconds(arguments: Sequence[str]) -> float:
    """Processor time of a run, which is about what it takes when nothing else runs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _whole(arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--kills", type=int, default=200, help="SIGKILLs")
    parser.add_argument("--terms", type=int, default=50, help="SIGTERMs")
    asked = parser.parse_args()
    plan = ((signal.SIGKILL, asked.kills), (signal.SIGTERM, asked.terms))
    codes: Counter[tuple[str, int]] = Counter()
    faults = mixed = 0
    with tempfile.TemporaryDirectory() as folder:
        for kill in kills(asked.seed, plan, Path(folder)):
            codes[kill.signal.name, kill.code] += 1
            mixed += kill.mixed
            for fault in kill.faults:
                faults += 1
                print(f"{kill.signal.name} after {kill.after:.2f} of a run: {fault}")
    for (name, code), times in sorted(codes.items()):
        print(f"{name}: {times} runs ended with {code}")
    print(f"{mixed} between the names of one set, all named by the next run; {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
