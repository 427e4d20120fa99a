"""The committed sample in out/sample is what the program writes today from seeds/.

When a change is wanted: read the saved actual files, then `python -m benchmarks.make_sample`.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from benchmarks.make_sample import FORMATS, SAMPLE, TOPIC, write

ACTUAL = Path(__file__).parent / "gold" / "sample"


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a Word file (how they are packed depends on the zlib at hand), or the file itself."""
    if path.suffix != ".docx":
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write(folder)
    return folder


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_sample_is_up_to_date(suffix: str, fresh: Path) -> None:
    name = f"{TOPIC}.{suffix}"
    saved = ACTUAL / f"{name}.actual"
    if parts(fresh / name) != parts(SAMPLE / name):
        saved.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fresh / name, saved)
        pytest.fail(
            f"out/sample/{name} differs from what is written today, saved as {saved.name} in tests/gold"
        )
    saved.unlink(missing_ok=True)
