"""The same input gives the same bytes: other hash seed, time zone, locale, folder, rights, terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.same_bytes import FORMATS, ROOT, written

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
OTHERS = {
    "hash seed": {"PYTHONHASHSEED": "2"},
    "time zone": {"TZ": "Asia/Tokyo"},
    "time zone that is none": {"TZ": "Nowhere/+99"},
    "locale": {"LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
    "locale of names": {"LC_ALL": "", "LC_CTYPE": "POSIX", "LC_COLLATE": "sv_SE.UTF-8"},
    "encoding": {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    "terminal": {"COLUMNS": "20", "TERM": "xterm", "NO_COLOR": "1"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "day": {"SOURCE_DATE_EPOCH": "1"},
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = written(sys.executable, tmp_path_factory.mktemp("first") / "one", HERE)
    assert set(files) == {f"asia-security.{name}" for name in FORMATS}
    return files


@pytest.mark.parametrize("other", OTHERS)
def test_two_runs_give_equal_bytes(other: str, first: dict[str, bytes], tmp_path: Path) -> None:
    assert written(sys.executable, tmp_path / "ein anderer Ort", {**HERE, **OTHERS[other]}) == first


@pytest.mark.skipif(os.name == "nt", reason="this system has no such rights")
def test_rights_and_order_of_files_change_nothing(first: dict[str, bytes], tmp_path: Path) -> None:
    seeds = tmp_path / "elsewhere" / "seeds"
    seeds.mkdir(parents=True)
    # Made in the other order, with other days and rights: what a folder lists may come in any order.
    for file in sorted((ROOT / "seeds").iterdir(), reverse=True):
        shutil.copy(file, seeds)
        (seeds / file.name).chmod(0o400)
        os.utime(seeds / file.name, (1, 1))
    formats = " ".join(f"--format {name}" for name in FORMATS)
    line = f"umask 077; {sys.executable} -m briefgen --topic asia-security --seeds {seeds} {formats}"
    subprocess.run(
        ["sh", "-c", line],
        cwd=tmp_path,
        env={**os.environ, **HERE, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert made == first


def test_no_path_of_the_machine_is_written(first: dict[str, bytes], tmp_path: Path) -> None:
    places = (str(ROOT), str(Path.home()), sys.prefix, str(tmp_path.parent))
    for name, data in first.items():
        assert not [place for place in places if place.encode() in data], name
