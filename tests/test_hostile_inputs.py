"""Hostile inputs beside one good document: its memo is written, and each of them is read or named.

No exception, no fault of ours, exit codes as documented. The inputs are in `hostile_inputs`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest

from briefgen.cli import outcome
from briefgen.loading import load
from tests.hostile_inputs import FILES, GOOD, HOUSES, LAYOUTS, SENTENCE, SIDECARS, TOPICS

FAULTS = re.compile(
    r"Traceback|\[?(?:document-failed|layer-failed|links-failed|topic-failed|internal-fault|library-missing"
    r"|verification-failed)\b|by a fault of"
)
LONGEST = 600
"""Characters of a message."""
BATCH = 12


def batches(names: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(names)
    while batch := list(islice(rest, BATCH)):
        yield batch


def good_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    return folder


def memo_of(tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, list[Path]]:
    """Exit code, messages and files of a run."""
    out = tmp_path / "out"
    call = ["--seeds", str(tmp_path / "sources"), "--out", str(out), "--format", "md", *more]
    code = outcome(call if "--topic" in more else ["--topic", "asia-security", *call])
    told = capsys.readouterr()
    return code, told.out + told.err, sorted(out.rglob("*.md"))


def assert_written(code: int, told: str, memos: list[Path]) -> None:
    """A memo that quotes the good document, and no fault of ours."""
    assert not FAULTS.search(told), FAULTS.search(told)
    assert code == 0
    assert "Seoul" in memos[0].read_text(encoding="utf-8")


def named(folder: Path) -> set[str]:
    """What is named by a source or a problem of a folder, as it is printed."""
    corpus, problems = load(folder)
    assert all(len(one.message) < LONGEST for one in problems), [
        p for p in problems if len(p.message) > LONGEST
    ]
    for document in corpus.documents:
        document.source.text.encode("utf-8")
    words = {document.source.file for document in corpus.documents}
    return words | {word for one in problems for word in (one.where, one.message, *one.files)}


@pytest.mark.parametrize("batch", list(batches(sorted(FILES))), ids=lambda batch: batch[0])
def test_a_hostile_file_costs_no_more_than_itself(
    batch: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = good_folder(tmp_path)
    for name in batch:
        (folder / name).write_bytes(FILES[name])
    assert_written(*memo_of(tmp_path, capsys))
    words = named(folder)
    lost = [name for name in batch if not any(name in word for word in words)]
    assert lost == []


SOUND = ("bidi", "huge-list")
"""Sidecars that say what they may say."""


@pytest.mark.parametrize("name", sorted(SIDECARS))
def test_a_hostile_sidecar_is_told_and_its_document_read(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = good_folder(tmp_path)
    (folder / f"{name}.txt").write_text(f"{SENTENCE} It was said.", encoding="utf-8")
    (folder / f"{name}.txt.meta.toml").write_bytes(SIDECARS[name])
    assert_written(*memo_of(tmp_path, capsys))
    assert any(f"{name}.txt.meta.toml" in word for word in named(folder)) or name in SOUND


@pytest.mark.parametrize("name", sorted(TOPICS))
def test_a_hostile_topic_file_gives_a_memo_or_the_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("templates", "topics").mkdir(parents=True)
    Path("templates", "topics", "mine.toml").write_bytes(TOPICS[name])
    code, told, memos = memo_of(tmp_path, capsys, "--topic", "mine")
    assert not FAULTS.search(told), told
    assert (code == 0) == bool(memos)
    assert code in (0, 1, 2, 3)
    assert "mine" in told
    assert_written(*memo_of(tmp_path, capsys))


@pytest.mark.parametrize("name", sorted(HOUSES))
def test_a_hostile_house_gives_a_memo_or_the_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good_folder(tmp_path)
    house = tmp_path / "house"
    house.mkdir()
    for file, data in HOUSES[name].items():
        (house / file).write_bytes(data)
    more = ("--format", "docx") if name.startswith("word") else ()
    code, told, memos = memo_of(tmp_path, capsys, "--template", str(house), *more)
    assert not FAULTS.search(told), told
    assert code in (0, 1, 2)
    assert memos or re.search(r"\[(?:house|template)-[a-z]+\]", told), told


@pytest.mark.skipif(os.name == "nt", reason="needs links, pipes and modes of files")
@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_a_hostile_folder_gives_the_memo_of_the_good_document(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = good_folder(tmp_path)
    LAYOUTS[name](folder)
    try:
        assert_written(*memo_of(tmp_path, capsys))
    finally:
        for path in folder.iterdir():
            if path.name.startswith("closed"):
                path.chmod(0o700)


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, (FILES, SIDECARS, TOPICS, HOUSES, LAYOUTS))) >= 250
