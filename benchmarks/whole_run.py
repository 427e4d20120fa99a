"""Processor time and peak memory of the whole command: five documents, Word memo written and verified.

    python -m benchmarks.whole_run [FOLDER]

Runs the installed command in a process of its own, once to warm the caches, then RUNS times; prints the
median. Goal: at most 0.6 s and 80 MB; limit 1.0 s and 100 MB.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7


def command_on(folder: Path, out: str) -> list[str]:
    """The command on a folder."""
    named = ["--topic", "asia-security", "--seeds", str(folder), "--out", out]
    return [sys.executable, "-m", "briefgen", *named]


def once(folder: Path, out: str) -> tuple[float, float]:
    """Seconds of processor time (user and system) and megabytes of peak memory of one run."""
    command = command_on(folder, out)
    quiet = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
    child = os.posix_spawn(sys.executable, command, environment(), file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    os.close(quiet)
    if status:
        raise SystemExit(f"the command failed: {command}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def environment() -> dict[str, str]:
    """The caller's environment, with compiled modules kept between runs as in an installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    with tempfile.TemporaryDirectory() as out:
        once(folder, out)
        seconds, megabytes = zip(*(once(folder, out) for _ in range(RUNS)), strict=True)
    second, megabyte = statistics.median(seconds), statistics.median(megabytes)
    print(f"{folder}: {second:.2f} s processor time, {megabyte:.0f} MB peak (median of {RUNS} runs)")


if __name__ == "__main__":
    main()
