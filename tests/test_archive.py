"""Folders of many documents: read once, the same memo whatever is kept and whoever works."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from signal import SIGINT, SIGKILL
from typing import Any

import pytest

from briefgen import loading, preparing, topic
from briefgen.archive import filing, inventory, library
from briefgen.errors import Problem
from briefgen.keeping import Keeping
from briefgen.model import MANY
from briefgen.pipeline import run
from briefgen.request import Request
from briefgen.select import select
from briefgen.store.place import cache_folder, place_of
from briefgen.store.store import Store
from tests.many import lay, report
from tests.test_cli import call

ALONE = Keeping(nothing=True, workers=1)
TOPIC = "fisheries"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "reports", MANY)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def memo(
    folder: Path, keeping: Keeping, topics: Sequence[str] = (TOPIC,)
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of the memos by name, and what was met."""
    out = folder.parent / "out"
    outcomes, problems = run(Request(tuple(topics), folder, out, ("docx", "md", "json"), keeping=keeping))
    assert not [one.failure for one in outcomes if one.failure]
    return {path.name: path.read_bytes() for one in outcomes for path in one.files}, problems


def slugs(problems: Sequence[Problem]) -> list[str]:
    return [one.slug for one in problems]


# What is kept, and where


def test_a_small_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    memo(lay(tmp_path / "few", MANY - 1), Keeping())
    assert not cache_folder().exists()


def test_of_a_folder_of_many_a_file_for_the_user_alone_is_kept_and_named(folder: Path) -> None:
    _, problems = memo(folder, Keeping())
    (told,) = [one for one in problems if one.slug == "store-kept"]
    place = place_of(folder)
    assert told.where == str(place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_what_lies_beside_the_store_is_for_the_user_alone_too(folder: Path) -> None:
    with loading.corpora(folder, None, keeping=Keeping(workers=1)):
        modes = {stat.S_IMODE(path.stat().st_mode) for path in cache_folder().iterdir()}
    assert modes == {0o600}


def test_when_nothing_is_to_be_kept_nothing_is(folder: Path) -> None:
    _, problems = memo(folder, Keeping(nothing=True))
    assert not cache_folder().exists()
    assert "store-kept" not in slugs(problems)


def test_the_store_can_be_named(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere" / "reports.sqlite"
    memo(folder, Keeping(store=place))
    assert place.exists()
    assert not cache_folder().exists()


def test_a_folder_that_is_none_of_many_any_more_is_read_as_a_small_one(folder: Path) -> None:
    memo(folder, Keeping())
    (folder / "000.txt").unlink()
    found, _ = memo(folder, Keeping())
    assert found == memo(folder, ALONE)[0]
    assert not place_of(folder).exists()


def test_many_documents_in_one_file_are_an_archive(tmp_path: Path) -> None:
    rows = [{"title": f"Report {n}", "text": report(n)} for n in range(MANY)]
    seeds = tmp_path / "one"
    seeds.mkdir()
    (seeds / "dump.json").write_text(json.dumps(rows), encoding="utf-8")
    first, _ = memo(seeds, Keeping())
    assert place_of(seeds).exists()
    assert memo(seeds, Keeping())[0] == first == memo(seeds, ALONE)[0]


# The same bytes


def test_the_memo_is_the_same_with_and_without_a_store_and_with_any_number_of_workers(folder: Path) -> None:
    plain, _ = memo(folder, ALONE)
    assert memo(folder, Keeping(workers=2))[0] == plain
    assert memo(folder, Keeping(workers=1))[0] == plain
    with ThreadPoolExecutor(2) as executor:
        assert memo(folder, Keeping(nothing=True, executor=executor))[0] == plain


def test_a_folder_of_many_gives_what_it_gives_when_all_of_it_is_annotated(folder: Path) -> None:
    """The index finds every document that the whole search finds."""
    wanted = topic.find("herring quota", ())
    whole = select(wanted, loading.load(folder)[0])
    with loading.corpora(folder, None, keeping=ALONE) as held:
        held = select(wanted, held.corpus(wanted)[0])
    assert whole.evidence
    assert {one.span for one in held.evidence} == {one.span for one in whole.evidence}
    assert held.used == whole.used


def test_several_topics_of_a_call_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {**memo(folder, ALONE)[0], **memo(folder, ALONE, ["water supply"])[0]}
    read = count_calls(monkeypatch, inventory, "taken")
    assert memo(folder, Keeping(), [TOPIC, "water supply"])[0] == plain
    assert len(read) == 1


def test_what_was_chosen_for_a_topic_is_not_chosen_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = memo(folder, Keeping(workers=1))
    chosen = count_calls(monkeypatch, library, "select")
    compared = count_calls(monkeypatch, preparing, "kin")
    assert memo(folder, Keeping(workers=1))[0] == first
    assert (chosen, compared) == ([], [])
    memo(folder, Keeping(workers=1), ["herring quota"])
    assert len(chosen) == 1


@pytest.mark.parametrize("change", ["a topic file", "the folder", "a sidecar"])
def test_what_was_chosen_is_chosen_again_when_it_may_be_another(
    change: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    topics = folder.parent / "templates" / "topics"
    topics.mkdir(parents=True)
    monkeypatch.chdir(folder.parent)
    file = topics / "quota.toml"
    file.write_text('title = "Quota"\n[[group]]\nname = "fish"\nterms = ["herring"]\n', encoding="utf-8")
    memo(folder, Keeping(workers=1), ["quota"])
    if change == "a topic file":
        file.write_text('title = "Quota"\n[[group]]\nname = "towns"\nterms = ["towns"]\n', encoding="utf-8")
    elif change == "the folder":
        (folder / "004.txt").write_text(report(4).replace("128", "9,999"), encoding="utf-8")
    else:
        (folder / "004.meta.toml").write_text('published = "2024-02-03"\n', encoding="utf-8")
    found, _ = memo(folder, Keeping(workers=1), ["quota"])
    assert found == memo(folder, ALONE, ["quota"])[0]


# What has changed


def count_calls(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[object]:
    original, met = getattr(module, name), list[object]()

    def counted(*given: Any) -> Any:
        met.append(given)
        return original(*given)

    for place in {module, library}:
        if hasattr(place, name):
            monkeypatch.setattr(place, name, counted)
    return met


def test_files_that_did_not_change_are_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = memo(folder, Keeping(workers=1))
    read = count_calls(monkeypatch, filing, "read_file")
    second, problems = memo(folder, Keeping(workers=1))
    assert second == first
    assert not read
    assert "store-kept" not in slugs(problems)


@pytest.mark.parametrize("change", ["changed", "added", "removed", "renamed", "touched"])
def test_what_changed_in_the_folder_is_noticed(
    change: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder, MANY + 4)
    memo(folder, Keeping(workers=1))
    file = folder / "004.txt"
    if change == "changed":
        file.write_text(report(4).replace("128 million", "997 million"), encoding="utf-8")
    elif change == "added":
        (folder / "003a.txt").write_text(report(1004), encoding="utf-8")
    elif change == "removed":
        file.unlink()
    elif change == "renamed":
        file.rename(folder / "zz.txt")
    else:
        os.utime(file, (1, 1))
    read = count_calls(monkeypatch, filing, "read_file")
    found, _ = memo(folder, Keeping(workers=1))
    assert len(read) == (change != "removed")
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder.parent / "other"))
    assert found == memo(folder, ALONE)[0]


def test_a_sidecar_that_was_changed_is_noticed(folder: Path) -> None:
    sidecar = folder / "004.meta.toml"
    memo(folder, Keeping(workers=1))
    for words in ('publisher = "Example Wire"\n', 'publisher = "Example Post"\n', None):
        if words:
            sidecar.write_text(words, encoding="utf-8")
        else:
            sidecar.unlink()
        assert memo(folder, Keeping(workers=1))[0] == memo(folder, ALONE)[0]


def test_problems_of_files_are_told_at_every_call_in_the_same_order(folder: Path) -> None:
    (folder / "050.txt").write_text(report(49), encoding="utf-8")
    (folder / "051.docx").write_bytes(b"no Word file")
    (folder / "lost.meta.toml").write_text('publisher = "Nobody"\n', encoding="utf-8")
    met = [
        [one for one in memo(folder, keeping)[1] if one.slug != "store-kept"]
        for keeping in (Keeping(), Keeping(), ALONE)
    ]
    assert {"file-duplicate", "sidecar-orphan"} < set(slugs(met[0]))
    assert met[0] == met[1] == met[2]


def test_a_long_document_has_the_same_share_as_without_a_store(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "\n\n".join(report(n) for n in range(4, 3000, 4))
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{long}\n\nThe end of {name}.\n", encoding="utf-8")
    whole, told = loading.load(folder)
    for _ in range(2):
        with loading.corpora(folder, None, keeping=Keeping(workers=1)) as held:
            corpus, met = held.corpus()
        assert [one.source.text for one in corpus.documents] == [one.source.text for one in whole.documents]
        assert [one for one in met if one.slug == "left-out"] == [
            one for one in told if one.slug == "left-out"
        ]
    (folder / "b.txt").unlink()
    with loading.corpora(folder, None, keeping=Keeping(workers=1)) as held:
        assert held.corpus()[0].documents == loading.load(folder)[0].documents


def test_all_documents_come_back_as_the_annotators_left_them(folder: Path) -> None:
    whole, _ = loading.load(folder)
    with loading.corpora(folder, None, keeping=Keeping(workers=1)) as held:
        first, _ = held.corpus()
    with loading.corpora(folder, None, keeping=Keeping(workers=1)) as held:
        second, _ = held.corpus()
    assert first.documents == whole.documents
    assert second.documents == whole.documents


# What goes wrong


def spoil_all(place: Path) -> None:
    place.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)


def spoil_end(place: Path) -> None:
    data = place.read_bytes()
    place.write_bytes(data[: len(data) // 2])


def told(*statements: str) -> Callable[[Path], None]:
    """What does something to the rows of a store."""

    def spoil(place: Path) -> None:
        with sqlite3.connect(place) as one:
            for statement in statements:
                one.execute(statement)

    return spoil


SPOILING = {
    "all bytes": spoil_all,
    "its end": spoil_end,
    "records": told(
        "UPDATE text SET data = x'00'", "UPDATE layers SET data = x'0102'", "UPDATE chosen SET data = x'03'"
    ),
    "cells": told("UPDATE file SET sidecars = '{'"),
    "its count": told("UPDATE about SET value = 'x' WHERE key = 'changes'"),
    "lost texts": told("DELETE FROM text", "DELETE FROM chosen"),
    "older rules": told("UPDATE about SET value = 'older' WHERE key = 'rules'"),
    "newer tables": told("PRAGMA user_version = 99"),
}


@pytest.mark.parametrize("spoil", SPOILING.values(), ids=SPOILING)
def test_a_store_of_no_use_is_made_anew_and_that_is_told(spoil: Any, folder: Path) -> None:
    first, _ = memo(folder, Keeping(workers=1))
    spoil(place_of(folder))
    found, problems = memo(folder, Keeping(workers=1))
    assert found == first
    assert slugs(problems).count("store-renewed") == 1
    again, problems = memo(folder, Keeping(workers=1))
    assert again == first
    assert "store-renewed" not in slugs(problems)


def foreign_database(place: Path) -> sqlite3.Connection:
    """A database of somebody else that is in use."""
    owner = sqlite3.connect(place, isolation_level=None)
    owner.execute("PRAGMA journal_mode = WAL")
    owner.execute("CREATE TABLE photos (name)")
    owner.execute("INSERT INTO photos VALUES ('harbour')")
    return owner


def notes(place: Path) -> None:
    place.write_text("My notes.\n", encoding="utf-8")


@pytest.mark.parametrize("make", [foreign_database, notes])
def test_a_file_that_is_none_of_ours_is_not_touched(make: Any, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "named.sqlite"
    owner = make(place)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("named*")}
    found, problems = memo(folder, Keeping(store=place, workers=1))
    assert found == memo(folder, ALONE)[0]
    assert slugs(problems).count("store-foreign") == 1
    assert {path.name: path.read_bytes() for path in tmp_path.glob("named*")} == before
    if owner:
        assert owner.execute("SELECT name FROM photos").fetchall() == [("harbour",)]
        owner.close()


def test_where_nothing_can_be_kept_the_memo_is_written_all_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    found, problems = memo(folder, Keeping(workers=1))
    assert found == memo(folder, ALONE)[0]
    assert slugs(problems).count("store-unwritable") == 1


def started(folder: Path) -> subprocess.Popen[str]:
    out = folder.parent / "out"
    arguments = ["--topic", TOPIC, "--seeds", str(folder), "--out", str(out), "--format", "md"]
    return subprocess.Popen(
        [sys.executable, "-m", "briefgen", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_disk_that_is_full_costs_the_store_and_not_the_memo(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = Store.keep
    first, _ = memo(folder, Keeping(workers=1))
    place_of(folder).unlink()

    def full(self: Store, layers: Any) -> None:
        if self.place:
            self._connection.execute("PRAGMA max_page_count = 1")
            self._connection.execute("CREATE TABLE more (data)")
        keep(self, layers)

    monkeypatch.setattr(Store, "keep", full)
    found, problems = memo(folder, Keeping(workers=1))
    assert found == first
    assert slugs(problems).count("store-unwritable") == 1
    assert place_of(folder).exists()


def test_two_processes_share_a_store(folder: Path) -> None:
    both = [started(folder), started(folder)]
    told = [one.communicate()[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    name = f"{TOPIC}.md"
    assert (folder.parent / "out" / name).read_bytes() == memo(folder, ALONE)[0][name]


@pytest.mark.parametrize("number", [SIGKILL, SIGINT])
def test_a_run_that_is_ended_leaves_a_store_that_can_be_used(number: int, tmp_path: Path) -> None:
    folder = lay(tmp_path / "reports", 3 * MANY)
    one = started(folder)
    place = place_of(folder)
    end = time.monotonic() + 30
    while not (place.exists() and place.stat().st_size) and one.poll() is None and time.monotonic() < end:
        time.sleep(0.005)
    time.sleep(0.05)
    os.killpg(one.pid, number) if number == SIGKILL else one.send_signal(number)
    one.communicate()
    assert one.returncode in ((-SIGKILL, 0) if number == SIGKILL else (130, 0))
    found, problems = memo(folder, Keeping(workers=1))
    assert found == memo(folder, ALONE)[0]
    assert "store-renewed" not in slugs(problems)


def test_a_run_sees_the_folder_as_it_was_when_it_began(folder: Path) -> None:
    """Another run that finds it changed, reads it anew and chooses on the same topic makes no difference."""
    wanted = topic.find(TOPIC, ())
    with loading.corpora(folder, None, keeping=ALONE) as held:
        corpus, _ = held.corpus(wanted)
        selection = held.selection(wanted, corpus)
    with loading.corpora(folder, None, keeping=Keeping(workers=1)) as held:
        (folder / "000.txt").write_text("Changed.\n", encoding="utf-8")
        (folder / "004.txt").unlink()
        lay(folder, MANY + 40)
        memo(folder, Keeping(workers=1))
        seen, _ = held.corpus(wanted)
        memo(folder, Keeping(workers=1))
        assert seen.documents == corpus.documents
        assert held.selection(wanted, seen) == selection


def test_copies_of_a_text_do_not_change_what_is_chosen(folder: Path) -> None:
    wanted = topic.find("herring quota", ())
    chosen = []
    for copies in (0, 150):
        for at in range(copies):
            (folder / f"z{at}.txt").write_text(report(4), encoding="utf-8")
        with loading.corpora(folder, None, keeping=Keeping(workers=1)) as held:
            chosen.append(held.selection(wanted, held.corpus(wanted)[0]))
    assert chosen[0] == chosen[1]


def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    folder = lay(tmp_path / "reports", 6 * MANY)
    arguments = [sys.executable, "-m", "briefgen", "index", str(folder), "--workers", "2"]
    one = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    workers: set[int] = set()
    end = time.monotonic() + 30
    while len(workers) < 2 and time.monotonic() < end:
        tasks = Path(f"/proc/{one.pid}/task").glob("*/children")
        workers = {int(pid) for task in tasks for pid in task.read_text().split()}
    one.kill()
    one.wait()
    while any(Path(f"/proc/{pid}/cmdline").exists() for pid in workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert len(workers) == 2
    assert not [pid for pid in workers if Path(f"/proc/{pid}/cmdline").exists()]


# The commands


def test_the_commands_show_fill_and_remove_what_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, printed, _ = call(capsys, "index", folder, "--workers", 1)
    assert (code, printed) == (0, f"{MANY} documents, {MANY} of them annotated now.\n")
    code, printed, _ = call(capsys, "index", folder)
    assert (code, printed) == (0, f"{MANY} documents, 0 of them annotated now.\n")
    _, printed, _ = call(capsys, "store")
    assert f"{MANY} documents, {MANY} annotated, " in printed
    assert str(place_of(folder)) in printed
    code, printed, _ = call(capsys, "store", "--clear")
    assert code == 0
    assert printed.startswith("removed  ")
    assert not list(cache_folder().iterdir())
    assert call(capsys, "store")[1] == "Nothing is kept.\n"


def test_a_small_folder_is_not_indexed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = lay(tmp_path / "few", 3)
    code, printed, _ = call(capsys, "index", seeds)
    assert code == 0
    assert "fewer than 100 documents" in printed
    assert not cache_folder().exists()


def test_a_store_and_none_contradict_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = call(capsys, "--topic", TOPIC, "--seeds", folder, "--store", "a", "--no-store")
    assert code == 2
    assert "[store-twice]" in told


def test_the_memo_says_how_many_documents_were_read_and_how_many_weighed(tmp_path: Path) -> None:
    folder = lay(tmp_path / "reports", 5 * MANY)
    found, _ = memo(folder, ALONE)
    text = found[f"{TOPIC}.md"].decode()
    assert f"{5 * MANY} documents read" in text
    assert f"{5 * MANY // 4} have words of the topic; the {MANY} that have most were weighed." in text
