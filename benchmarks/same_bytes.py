"""Whether other Pythons write the same bytes: `python -m benchmarks.same_bytes PYTHON ...`.

Each PYTHON is an interpreter in whose environment the libraries of briefgen are installed. All write the memo
of the documents in `seeds/`, under other hash seeds, time zones and locales.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("docx", "md", "json", "html", "eml")
"""All but PDF, whose bytes hang on the version of LibreOffice and on the fonts."""
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONOPTIMIZE": "1"},
)


def written(python: str, folder: Path, environment: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a memo, by name, as one interpreter writes them from a folder of its own."""
    folder.mkdir(parents=True)
    formats = [argument for name in FORMATS for argument in ("--format", name)]
    call = ["-m", "briefgen", "--topic", "asia-security", "--seeds", str(ROOT / "seeds"), *formats]
    subprocess.run(
        [python, *call, "--out", str(folder / "out")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
    )
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def version(python: str) -> str:
    line = "import sys, zlib; print(sys.version.split()[0], 'with zlib', zlib.ZLIB_RUNTIME_VERSION)"
    return subprocess.run([python, "-c", line], check=True, capture_output=True, text=True).stdout.strip()


def main(pythons: Sequence[str]) -> int:
    differ = 0
    with tempfile.TemporaryDirectory() as folder:
        first = written(sys.executable, Path(folder, "first"), PLACES[0])
        for number, (python, place) in enumerate((python, place) for python in pythons for place in PLACES):
            files = written(python, Path(folder, str(number)), place)
            other = sorted(name for name in first if files.get(name) != first[name])
            differ += bool(other)
            print(
                f"{version(python)}, {place['TZ']}: {'differs in ' + ', '.join(other) if other else 'equal'}"
            )
    for name, data in first.items():
        print(f"{hashlib.sha256(data).hexdigest()}  {name}")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
