"""The files of one memo get their names together, and what a dead run left is tidied up."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import drafts as module
from briefgen import locks, output
from briefgen.drafts import drafts, tidy
from briefgen.errors import BriefgenError
from briefgen.render import RENDERERS
from tests.test_cli import ROOT, call, folder
from tests.test_output import put, sealed

__all__ = ["folder"]
posix = pytest.mark.skipif(os.name == "nt", reason="these are not files on this system")

NAMES = ("memo.docx", "memo.md", "memo.json")


def put_all(out: Path, words: bytes) -> None:
    with drafts(out) as found:
        for name in NAMES:
            found.add(out / name, words, sealed)


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in out.iterdir()}


def all_of(words: bytes) -> dict[str, bytes]:
    return dict.fromkeys(NAMES, words)


KILLED = """
import os, sys
from pathlib import Path
from briefgen import drafts as module
out, after = Path(sys.argv[1]), int(sys.argv[2])
replace, done = Path.replace, []
def replaced(self, target):
    if len(done) == after:
        os._exit(9)
    done.append(target)
    return replace(self, target)
Path.replace = replaced
with module.drafts(out) as found:
    for name in ("memo.docx", "memo.md", "memo.json"):
        found.add(out / name, b"New.", lambda there: there.endswith(b"."))
"""
"""A run that dies when it has renamed so many files; the first is the plan."""


def die(out: Path, after: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(out), str(after)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 9
    assert list(out.glob(f"{module.FOLDER}*"))


@pytest.mark.parametrize("there", [{}, all_of(b"Old.")], ids=["first", "replaced"])
def test_before_the_plan_nothing_has_changed_and_the_drafts_go(
    there: dict[str, bytes], tmp_path: Path
) -> None:
    if there:
        put_all(tmp_path, b"Old.")
    die(tmp_path, 0)
    assert {name: data for name, data in files(tmp_path).items() if name in NAMES} == there
    assert tidy(tmp_path) == ()
    assert files(tmp_path) == there


@pytest.mark.parametrize("there", [{}, all_of(b"Old.")], ids=["first", "replaced"])
@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_set_that_was_torn_is_whole_after_the_next_run(
    after: int, there: dict[str, bytes], tmp_path: Path
) -> None:
    if there:
        put_all(tmp_path, b"Old.")
    die(tmp_path, after)
    torn = files(tmp_path)
    assert {name: torn.get(name, b"") for name in NAMES[: after - 1]} == dict.fromkeys(
        NAMES[: after - 1], b"New."
    )
    assert {name: torn[name] for name in NAMES[after - 1 :] if name in torn} == dict.fromkeys(
        NAMES[after - 1 :] if there else (), b"Old."
    )
    (told,) = tidy(tmp_path)
    assert (told.slug, files(tmp_path)) == ("memo-completed", all_of(b"New."))
    assert all(name in told.message for name in NAMES[after - 1 :])
    assert tidy(tmp_path) == ()


@pytest.mark.parametrize("mine", [b"Mine!", None], ids=["edited", "deleted"])
def test_what_somebody_touched_meanwhile_is_left_alone(mine: bytes | None, tmp_path: Path) -> None:
    put_all(tmp_path, b"Old.")
    die(tmp_path, 2)
    if mine is None:
        (tmp_path / "memo.md").unlink()
    else:
        (tmp_path / "memo.md").write_bytes(mine)
    (told,) = tidy(tmp_path)
    assert "memo.md" not in told.message
    left = {"memo.docx": b"New.", "memo.json": b"New."} | ({"memo.md": mine} if mine else {})
    assert files(tmp_path) == left


def test_a_draft_that_lost_bytes_gets_no_name(tmp_path: Path) -> None:
    put_all(tmp_path, b"Old.")
    die(tmp_path, 2)
    next(tmp_path.glob(f"{module.FOLDER}*/1")).write_bytes(b"New")
    tidy(tmp_path)
    assert files(tmp_path) == {**all_of(b"New."), "memo.md": b"Old."}


def test_a_plan_that_is_no_plan_is_thrown_away(tmp_path: Path) -> None:
    put_all(tmp_path, b"Old.")
    for plan in (b"", b"[1]", b'[{"draft": "../memo.md", "name": "../../x", "sha256": ""}]', b"\xff"):
        die(tmp_path, 1)
        next(tmp_path.glob(f"{module.FOLDER}*/plan.json")).write_bytes(plan)
        assert tidy(tmp_path) == ()
        assert files(tmp_path) == all_of(b"Old.")


TIDYING = """
import sys
from pathlib import Path
from briefgen.drafts import drafts, tidy
out = Path(sys.argv[1])
tidy(out)
with drafts(out) as found:
    found.add(out / "other.md", b"Other.", lambda there: True)
"""


def test_the_drafts_of_a_run_at_work_are_left_alone_whatever_its_number(tmp_path: Path) -> None:
    with drafts(tmp_path) as ours:
        draft = ours.add(tmp_path / "memo.md", b"Ours.", sealed)
        # Another process, whose number is that of ours: numbers are used again.
        code = f"import os; os.getpid = lambda: {os.getpid()}{TIDYING}"
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=ROOT)
        assert draft.path.read_bytes() == b"Ours."
    assert files(tmp_path) == {"memo.md": b"Ours.", "other.md": b"Other."}


def test_an_empty_folder_of_a_run_that_died_at_once_goes(tmp_path: Path) -> None:
    (tmp_path / f"{module.FOLDER}1.part").mkdir()
    (tmp_path / f"{module.FOLDER}2.part").write_bytes(b"a file of somebody")
    assert tidy(tmp_path) == ()
    assert [path.name for path in tmp_path.iterdir()] == [f"{module.FOLDER}2.part"]


def test_an_error_between_two_names_gives_the_earlier_memos_theirs_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_all(tmp_path, b"Old.")
    replace = Path.replace

    def third_fails(self: Path, target: Path) -> Path:
        if self.name == "2":
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", third_fails)
    with pytest.raises(BriefgenError) as failed:
        put_all(tmp_path, b"New.")
    assert (failed.value.slug, "memo.json" in failed.value.message) == ("out-open", True)
    assert files(tmp_path) == all_of(b"Old.")
    for name in NAMES:
        (tmp_path / name).unlink()
    with pytest.raises(BriefgenError):
        put_all(tmp_path, b"New.")
    assert files(tmp_path) == {}


def test_without_hard_links_the_earlier_memo_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    test_an_error_between_two_names_gives_the_earlier_memos_theirs_back(tmp_path, monkeypatch)


@posix
def test_without_locks_files_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    put_all(tmp_path, b"Old.")
    put_all(tmp_path, b"New.")
    assert files(tmp_path) == all_of(b"New.")
    with drafts(tmp_path) as found:
        found.add(tmp_path / "memo.md", b"More.", sealed)
        tidy(tmp_path)
    assert files(tmp_path)["memo.md"] == b"More."


@posix
def test_a_frozen_run_that_gives_names_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_PAUSE", 0.0001)
    with locks.alone(tmp_path):
        put_all(tmp_path, b"New.")
    assert files(tmp_path) == all_of(b"New.")


@pytest.mark.parametrize("full", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS])
@pytest.mark.parametrize("at", ["fsync", "link"])
def test_a_full_disk_leaves_the_earlier_memos(
    at: str, full: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_all(tmp_path, b"Old.")
    met: list[int] = []

    def no_room(*_: object, **__: object) -> None:
        met.append(1)
        if at == "link" or len(met) == 2:
            raise OSError(full, os.strerror(full))

    monkeypatch.setattr(os, at, no_room)
    if at == "link":
        monkeypatch.setattr(module, "_write", only_drafts(module._write, full))
    with pytest.raises(BriefgenError) as failed:
        put_all(tmp_path, b"New.")
    assert failed.value.slug == "out-unwritable"
    assert os.strerror(full) in failed.value.message
    assert files(tmp_path) == all_of(b"Old.")


def only_drafts(write: object, full: int) -> object:
    def written(path: Path, data: bytes) -> None:
        if path.name.endswith(".earlier"):
            raise OSError(full, os.strerror(full))
        write(path, data)  # type: ignore[operator]

    return written


@posix
def test_a_memo_is_down_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    replace, fsync = Path.replace, os.fsync

    def replaced(self: Path, target: Path) -> Path:
        steps.append(Path(target).name)
        return replace(self, target)

    def synced(handle: int) -> None:
        steps.append(Path(f"/proc/self/fd/{handle}").resolve().name)
        fsync(handle)

    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(os, "fsync", synced)
    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not tell the names of open files")
    put(tmp_path / "memo.md", b"One.")
    own = next(step for step in steps if step.startswith(module.FOLDER))
    assert steps == ["0", "plan.json.new", "plan.json", own, "memo.md", tmp_path.name]


@posix
@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device"])
def test_what_is_no_file_and_has_the_name_is_refused_before_anything_is_read(
    kind: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "o"
    out.mkdir()
    taken = out / "fisheries.docx"
    if kind == "pipe":
        os.mkfifo(taken)
    elif kind == "folder":
        taken.mkdir()
    elif kind == "device":
        try:
            os.mknod(taken, 0o600 | 0o020000, os.makedev(1, 7))
        except PermissionError:
            pytest.skip("this user may make no device")
    else:
        monkeypatch.chdir(out)
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("fisheries.docx")
    monkeypatch.setattr("briefgen.loading.read_walk", None)
    code, printed, told = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", out)
    assert (code, printed) == (1, "")
    assert f"{taken} is a {kind}" in told
    assert "[out-unwritable]" in told
    assert list(out.iterdir()) == [taken]


def test_a_name_that_is_taken_costs_that_topic_only(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    (out / "fisheries.md").mkdir(parents=True)
    arguments = ("--topic", "fisheries", "--topic", "patrols", "--format", "md", "--seeds", folder)
    code, printed, _ = call(capsys, *arguments, "--out", out)
    assert (code, printed.split()) == (1, [str(out / "patrols.md")])


@posix
@pytest.mark.parametrize("there", [True, False], ids=["live", "dangling"])
def test_a_link_is_neither_followed_nor_replaced(
    there: bool, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, other = tmp_path / "o", tmp_path / "elsewhere.md"
    out.mkdir()
    arguments = ("--topic", "fisheries", "--seeds", folder, "--format", "md", "--out", out)
    call(capsys, *arguments)
    (out / "fisheries.md").rename(other)
    if not there:
        other.unlink()
    (out / "fisheries.md").symlink_to(other)
    before = files(tmp_path)
    code, printed, told = call(capsys, *arguments, "--ref", "A 1")
    assert (code, printed.strip()) == (0, str(out / "fisheries.new.md"))
    assert "This is a link, which is neither followed nor replaced" in told
    assert (out / "fisheries.md").is_symlink()
    assert files(tmp_path) == before


@pytest.mark.parametrize("letter", ["a", "ж", "文"])
def test_names_of_255_bytes_are_written_beside_an_edited_one(letter: str, tmp_path: Path) -> None:
    stem = letter * ((255 - 3) // len(letter.encode()))
    target = tmp_path / f"{stem}.md"
    put(target, b"One.")
    target.write_bytes(b"Mine!")
    (tmp_path / "other.md").write_bytes(b"")
    written = put(target, b"Two.").written
    assert written.name.endswith(f"{letter}.new.md")
    assert len(os.fsencode(written.name)) <= output.MOST_BYTES
    assert (written.read_bytes(), target.read_bytes()) == (b"Two.", b"Mine!")


@posix
def test_twenty_runs_at_once_end_well(tmp_path: Path) -> None:
    code = KILLED.replace("len(done) == after", "False")
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code.replace("New.", f"{'New ' * number}."), str(tmp_path), "0"], cwd=ROOT
        )
        for number in range(20)
    ]
    assert [run.wait() for run in runs] == [0] * 20
    assert sorted(files(tmp_path)) == sorted(NAMES)
    assert len(set(files(tmp_path).values())) == 1


@pytest.mark.parametrize("place", ["same", "inside", "linked"])
def test_what_lies_where_memos_are_written_is_no_source(
    place: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = {"same": folder, "inside": folder / "memos", "linked": tmp_path / "link"}[place]
    (folder / "memos").mkdir()
    if place == "linked":
        if os.name == "nt":
            pytest.skip("links take rights that this user may lack")
        out.symlink_to(folder / "memos")
    formats = [argument for name in (*RENDERERS, "eml") for argument in ("--format", name)]
    arguments = ("--topic", "fisheries", *formats, "--seeds", folder, "--out", out)
    assert call(capsys, *arguments)[0] == 0
    first = {name: data for name, data in files(out).items() if name.startswith("fisheries.")}
    die(out, 0)
    code, printed, told = call(capsys, *arguments)
    assert (code, len(printed.split())) == (0, len(RENDERERS) + 1)
    assert module.FOLDER not in told
    # The memo tells that memos were left out, so its bytes differ; its documents are the same.
    assert len(sources_in(out)) == 1
    assert set(files(out)) >= set(first)


def sources_in(out: Path) -> list[object]:
    found: list[object] = json.loads((out / "fisheries.json").read_text(encoding="utf-8"))["sources"]
    return found
