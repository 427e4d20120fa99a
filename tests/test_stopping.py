"""A run that is ended from outside ends cleanly, whatever it is doing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import kills
from briefgen.stopping import _SIGNALS as SIGNALS
from briefgen.stopping import Stop, held
from tests.test_cli import ROOT, folder

__all__ = ["folder"]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system has no such signals")

CODES = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}
STOPPED_AT = """
import os, signal, sys
import briefgen.__main__ as command
number, place, step = int(sys.argv[1]), sys.argv[2], sys.argv[3]

def strike(*given, **more):
    os.kill(os.getpid(), number)
    return original(*given, **more)

if place == "import":
    class Finder:
        def find_spec(self, name, *rest):
            if name == step:
                os.kill(os.getpid(), number)
    sys.meta_path.insert(0, Finder())
else:
    from importlib import import_module
    module = import_module(place)
    original = getattr(module, step)
    setattr(module, step, strike)
sys.argv[:] = ["briefgen", *sys.argv[4:]]
command.main()
"""
"""The command, which gets a signal when it imports a module or calls a function."""
PLACES = (
    ("import", "briefgen.cli"),
    ("import", "typer"),
    ("import", "briefgen.pipeline"),
    ("import", "docx"),
    ("briefgen.loading", "read_walk"),
    ("briefgen.preparing", "clean"),
    ("briefgen.pipeline", "compose"),
    ("briefgen.files", "verify"),
    ("briefgen.drafts", "_own_place"),
    ("briefgen.drafts", "_write"),
    ("briefgen.drafts", "_remove"),
)


def struck(name: str, place: tuple[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    formats = ("--format", "docx", "--format", "md")
    arguments = ("--topic", "fisheries", "--seeds", str(folder), "--out", str(folder.parent / "o"), *formats)
    return subprocess.run(
        [sys.executable, "-c", STOPPED_AT, str(int(signal.Signals[name])), *place, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_a_signal_ends_the_run_with_a_word_and_leaves_nothing(place: tuple[str, str], folder: Path) -> None:
    done = struck("SIGTERM", place, folder)
    out = folder.parent / "o"
    assert done.returncode == 143
    assert done.stderr.count("[stopped]") == 1
    assert "Traceback" not in done.stderr
    made = [path.name for path in out.iterdir()] if out.exists() else []
    assert sorted(made) == (["fisheries.docx", "fisheries.md"] if place[1] == "_remove" else [])


@pytest.mark.parametrize("name", CODES)
def test_each_signal_has_the_exit_code_that_shells_give(name: str, folder: Path) -> None:
    for place in (PLACES[0], PLACES[6]):
        assert struck(name, place, folder).returncode == CODES[name]


@pytest.mark.parametrize("step", ["_planned", "_rename_all", "_sync_folder"])
def test_a_signal_while_names_are_given_waits_until_all_have_theirs(step: str, folder: Path) -> None:
    done = struck("SIGTERM", ("briefgen.drafts", step), folder)
    assert (done.returncode, "[stopped]" in done.stderr) == (143, True)
    out = folder.parent / "o"
    assert sorted(path.name for path in out.iterdir()) == ["fisheries.docx", "fisheries.md"]


def test_a_signal_that_was_switched_off_stays_so(folder: Path) -> None:
    code = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{STOPPED_AT}"
    arguments = ("--topic", "fisheries", "--seeds", str(folder), "--out", str(folder.parent / "o"))
    number = str(int(signal.SIGHUP))
    done = subprocess.run(
        [sys.executable, "-c", code, number, "briefgen.pipeline", "compose", *arguments],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0


def test_signals_are_kept_back_through_blocks_in_blocks() -> None:
    steps: list[str] = []

    def work() -> None:
        with held():
            with held():
                SIGNALS.come(15, None)
                steps.append("inner")
            steps.append("outer")

    with pytest.raises(Stop) as stop:
        work()
    assert (steps, stop.value.exit_code) == (["inner", "outer"], 143)


def test_a_whole_memo_stands_under_every_name_whenever_a_run_is_killed(tmp_path: Path) -> None:
    plan = ((signal.SIGKILL, 6), (signal.SIGTERM, 4))
    found = list(kills.kills(7, plan, tmp_path))
    assert len(found) == 10
    assert [kill for kill in found if kill.faults] == []
    assert {kill.code for kill in found} & {-signal.SIGKILL, 143}


OFFICE = """
import os, signal, sys, time
sys.path.insert(0, {root!r})
from briefgen.stopping import listen
from briefgen.render import office
listen()
office.program = lambda: {program!r}
if {early}:
    popen = office.subprocess.Popen
    def started(*given, **more):
        child = popen(*given, **more)
        os.kill(os.getpid(), signal.SIGTERM)
        return child
    office.subprocess.Popen = started
office.converted(b"PK")
"""


@pytest.mark.parametrize("early", [True, False])
def test_the_program_that_makes_a_pdf_ends_with_the_run(early: bool, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/number\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    code = OFFICE.format(root=str(ROOT), program=str(program), early=early)
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    run = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL, env=environment)
    number = tmp_path / "number"
    if not early:
        while not (number.exists() and number.read_text("utf-8").strip()):
            assert run.poll() is None
        run.terminate()
    run.wait(30)
    if number.exists() and number.read_text("utf-8").strip():
        with pytest.raises(ProcessLookupError):
            os.kill(int(number.read_text("utf-8")), 0)
    assert not list(tmp_path.glob("briefgen-*"))
