"""The same input gives the same bytes: other hash seed, time zone, locale, working folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("docx", "md", "json")


def memo(folder: Path, **environment: str) -> dict[str, bytes]:
    folder.mkdir()
    formats = [argument for name in FORMATS for argument in ("--format", name)]
    command = [sys.executable, "-m", "briefgen", "--topic", "asia-security"]
    subprocess.run(
        [*command, "--seeds", str(ROOT / "seeds"), "--out", str(folder / "out"), *formats],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
    )
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def test_two_runs_give_equal_bytes(tmp_path: Path) -> None:
    first = memo(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    second = memo(tmp_path / "two", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")
    assert set(first) == {f"asia-security.{name}" for name in FORMATS}
    assert first == second
