"""Speaks the JSON-lines protocols of the evaluation data: `python benchmarks/adapter.py TASK`.

Each task is one file of benchmarks/tasks with a function `run`; it calls the same public functions
as the command does.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TASKS = tuple(sorted(p.stem for p in (ROOT / "benchmarks" / "tasks").glob("[a-z]*.py")))


def requests() -> Iterator[dict[str, object]]:
    for line in sys.stdin:
        if line.strip():
            yield json.loads(line)


def main() -> int:
    if len(sys.argv) != 2 or sys.argv[1] not in TASKS:
        print(f"usage: adapter.py {{{'|'.join(TASKS)}}} < requests.jsonl", file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT))
    sys.stdin.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    task = importlib.import_module(f"benchmarks.tasks.{sys.argv[1]}")
    for answer in task.run(requests()):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
