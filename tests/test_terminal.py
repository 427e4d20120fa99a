"""What the command prints, and where; what it says of a fault; what a shell completes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from briefgen import cli, completing, files, loading, pipeline, preparing
from briefgen.errors import Fault
from briefgen.fault_report import SHOWN, lines
from briefgen.paper.house import topics_folder
from briefgen.progress import Progress, drawable
from briefgen.render import CARRIERS, RENDERERS
from tests.test_cli import ARTICLE, ROOT, call, folder

__all__ = ["folder"]

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
COMMAND = (sys.executable, "-m", "briefgen")
WRITE = ("--topic", "fisheries", "--format", "md")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "-c", line.replace("briefgen", shlex.join(COMMAND))]
    return subprocess.run(
        command, env={**ENVIRONMENT, **environment}, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_standard_output_is_told_and_no_fault_of_ours(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    write = f"{shlex.join(WRITE)} --seeds {folder} --out {out}"
    for arguments in (write, "--help", "--version", f"show {folder}/patrol.txt"):
        done = shell(f"briefgen {arguments} > /dev/full")
        assert (done.returncode, "[output-lost]" in done.stderr) == (1, True), arguments
        assert "No space left on device" in done.stderr
        assert "fault" not in done.stderr
        assert "Exception" not in done.stderr
    assert (out / "fisheries.md").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_standard_error_costs_what_it_would_say(folder: Path, tmp_path: Path) -> None:
    arguments = f"{shlex.join(WRITE)} --seeds {folder} --out {tmp_path}"
    done = shell(f"briefgen {arguments} 2> /dev/full")
    assert (done.returncode, done.stdout.split()) == (0, [str(tmp_path / "fisheries.md")])
    assert shell("briefgen --topic nothing --seeds /nowhere 2> /dev/full").returncode == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_standard_streams_cost_nothing(closed: str, folder: Path, tmp_path: Path) -> None:
    formats = " ".join(f"--format {name}" for name in RENDERERS)
    done = shell(f"briefgen --topic fisheries {formats} --seeds {folder} --out {tmp_path / 'o'} {closed}")
    assert done.returncode == 0
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == sorted(
        f"fisheries.{name}" for name in RENDERERS
    )


def test_a_reader_that_ends_early_is_no_fault(folder: Path) -> None:
    (folder / "long.txt").write_text(ARTICLE + "\n\nNorway signed a treaty.\n" * 3000, encoding="utf-8")
    done = shell(f"set -o pipefail; briefgen show {folder}/long.txt | head -1")
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (141, "", 1)


def test_where_the_reader_ended_the_memos_are_written_and_the_code_says_so(
    folder: Path, tmp_path: Path
) -> None:
    line = f"briefgen {shlex.join(WRITE)} --topic patrols --seeds {folder} --out {tmp_path / 'o'}"
    # The reader ends before the first path is printed.
    done = shell(f"set -o pipefail; {line} | true")
    assert done.returncode == 141
    assert len(list((tmp_path / "o").iterdir())) == 2


def test_quiet_tells_errors_only(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_bytes(b"")
    write = (*WRITE, "--seeds", folder, "--out", tmp_path)
    assert call(capsys, *write)[2]
    assert call(capsys, *write, "--quiet")[1:] == (f"{tmp_path / 'fisheries.md'}\n", "")
    code, _, told = call(capsys, "--topic", "volcanoes", "--seeds", folder, "--out", tmp_path, "-q")
    assert (code, told.startswith("nothing found: ")) == (3, True)


def test_quiet_tells_what_a_fault_of_ours_cost(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "kin", lambda *_: {}["Fisheries do not stop"])
    code, _, told = call(capsys, *WRITE, "--seeds", folder, "--out", tmp_path, "--quiet")
    assert (code, "[links-failed]" in told) == (5, True)


def test_verbose_tells_every_stage_with_its_seconds_and_every_note(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(30):
        (folder / f"{number}.pdf").write_bytes(b"%PDF-1.4 broken")
    _, printed, told = call(capsys, *WRITE, "--seeds", folder, "--out", tmp_path, "--verbose")
    stages = re.findall(r"^([a-z ]+)(?:, \d+)?: \d+\.\d\d s$", told, re.M)
    assert stages == ["read", "annotate", "link", "memo on fisheries"]
    assert "read, 31: " in told
    assert told.count("[file-damaged]") == 30
    assert printed == f"{tmp_path / 'fisheries.md'}\n"


SECRET = "Fisheries do not stop"


def faulty(*_: object, **__: object) -> Any:
    return {}[SECRET]


STAGES = {
    "read_walk": loading,
    "clean": preparing,
    "kin": preparing,
    "departures": preparing,
    "select": loading,
    "compose": pipeline,
}


@pytest.mark.parametrize("stage", STAGES)
def test_a_fault_says_what_to_send_without_a_word_of_a_document(
    stage: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(STAGES[stage], stage, faulty)
    arguments = (
        "--topic",
        "patrols",
        "--format=md",
        "--ref",
        "Secret 1",
        "--seeds",
        folder,
        "--out",
        tmp_path,
    )
    code, _, told = call(capsys, *arguments)
    report = told.partition("To have this mended, send these lines to whoever gave you briefgen")[2]
    assert code in (1, 3, 5)
    assert "briefgen 0." in report
    assert f"Python {sys.version.split()[0]}" in report
    assert "lxml " in report
    assert "called with: --topic … --format=md --ref … --seeds … --out …" in report
    slug = {"read_walk": "internal", "clean": "document", "kin": "links", "departures": "links"}.get(
        stage, "topic"
    )
    assert f"{slug}-failed: KeyError" in report.replace("internal-fault", "internal-failed")
    assert re.search(r"^        (?:pipeline|preparing|loading)\.py, line \d+, \w+$", report, re.M)
    for private in (SECRET, "Secret", "patrol", str(folder), str(tmp_path), "Traceback"):
        assert private not in report
    assert SECRET not in told


def test_verbose_adds_the_traceback(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for stage in ("compose", "read_walk"):
        monkeypatch.setattr(STAGES[stage], stage, faulty)
        with pytest.raises(SystemExit):
            cli.main([*WRITE, "--seeds", str(folder), "--out", str(tmp_path), "-v"])
        told = capsys.readouterr().err
        assert "    Traceback (most recent call last):" in told
        assert "which may hold words of documents" in told


def test_equal_faults_are_counted_and_many_kinds_cut() -> None:
    faults = [("layer-failed", Fault("KeyError", (f"a.py, line {n // 2}, f",))) for n in range(20)]
    rows = list(lines(faults, (), verbose=False))
    assert sum("layer-failed: KeyError, 2 times" in row for row in rows) == SHOWN
    assert f"    and {10 - SHOWN} others" in rows
    assert list(lines((), (), verbose=True)) == []


class Terminal:
    """A terminal of its own for a program, and what it shows."""

    def __init__(self, arguments: list[str], **environment: str) -> None:
        head, tail = pty.openpty()
        fcntl.ioctl(tail, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        child = subprocess.Popen(
            arguments, stdout=tail, stderr=tail, env={**ENVIRONMENT, **environment}, cwd=ROOT
        )
        os.close(tail)
        parts = []
        try:
            while part := os.read(head, 65536):
                parts.append(part)
        except OSError:  # the other end is closed
            pass
        os.close(head)
        self.code, self.shown = child.wait(), b"".join(parts).decode()


SLOW = """
import sys
from briefgen import progress, terminal
class Clock:
    now = 0.0
    def __call__(self):
        self.now += 0.3
        return self.now
make = progress.Progress
progress.Progress = lambda *given: make(*given, clock=Clock())
from briefgen.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("variant", "drawn"), [("", True), ("dumb", False), ("quiet", False), ("NO_COLOR", True)]
)
def test_a_terminal_shows_how_far_a_long_run_is_and_wipes_it(
    variant: str, drawn: bool, folder: Path, tmp_path: Path
) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"{ARTICLE}\n{number}", encoding="utf-8")
    arguments = [
        *WRITE,
        "--seeds",
        str(folder),
        "--out",
        str(tmp_path),
        *(["-q"] if variant == "quiet" else []),
    ]
    environment = {"TERM": "dumb" if variant == "dumb" else "xterm"}
    environment |= {"NO_COLOR": "1"} if variant == "NO_COLOR" else {}
    found = Terminal([sys.executable, "-c", SLOW, *arguments], **environment)
    assert found.code == 0
    assert ("] annotate: 6 of 13" in found.shown) is drawn
    assert ("\x1b" in found.shown) is drawn
    assert "\x1b[3" not in found.shown
    if drawn:
        assert found.shown.partition(str(tmp_path))[0].endswith("\r\x1b[K")
        assert all(len(line) < 60 for line in re.findall(r"\x1b\[K([^\r\n]*annotate[^\r\n]*)", found.shown))


def test_a_short_run_draws_nothing(folder: Path, tmp_path: Path) -> None:
    clock = iter([0.0] * 100)
    with Progress(None, line=True, clock=lambda: next(clock)) as progress:
        progress.stage("read", 2)
        progress.step()
        assert not progress.shown
    assert not drawable(None)


def test_whoever_only_runs_the_pipeline_loads_no_clock() -> None:
    code = "import sys, briefgen.pipeline; print('briefgen.progress' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True)
    assert done.stdout == "False\n"


TAB = """
{script}
COMP_WORDS=({words}); COMP_CWORD={at}
_briefgen_completion briefgen
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def completed(*words: str, cwd: Path = ROOT) -> set[str]:
    """What bash offers for the last word; briefgen is found on the path."""
    script = shell("briefgen completion bash").stdout
    quoted = " ".join(shlex.quote(word) for word in ("briefgen", *words))
    text = f'briefgen() {{ {shlex.join(COMMAND)} "$@"; }}\nexport -f briefgen\n' + TAB.format(
        script=script.replace("$1 )", "bash -c briefgen )"), words=quoted, at=len(words)
    )
    done = subprocess.run(["bash", "-c", text], env=ENVIRONMENT, cwd=cwd, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_topics_formats_houses_lengths_layers_options_and_commands(tmp_path: Path) -> None:
    shipped = {file.stem for file in topics_folder().glob("*.toml")}
    assert completed("--topic", "") == shipped
    assert completed("why", "--topic", "asia") == {name for name in shipped if name.startswith("asia")}
    assert completed("--format", "") == {*RENDERERS, *CARRIERS}
    assert "default" in completed("--template", "d")
    assert completed("--length", "s") == {"short", "standard"}
    assert "speakers" in completed("show", "--layer", "s")
    assert {"--quiet", "--verbose"} <= completed("--")
    assert completed("w") == {"why"}
    assert completed("completion", "") == set(completing.SHELLS)
    (tmp_path / "templates" / "topics").mkdir(parents=True)
    (tmp_path / "templates" / "topics" / "own.toml").write_text("", encoding="utf-8")
    assert completed("--topic", "ow", cwd=tmp_path) == {"own"}


@pytest.mark.parametrize("name", completing.SHELLS)
def test_each_shell_gets_a_script_that_it_takes(name: str, tmp_path: Path) -> None:
    script = subprocess.run(
        [*COMMAND, "completion", name], env=ENVIRONMENT, capture_output=True, text=True, check=True
    ).stdout
    assert "_BRIEFGEN_COMPLETE" in script
    if shutil.which(name):
        (tmp_path / "script").write_text(script, encoding="utf-8")
        assert subprocess.run([name, "-n", str(tmp_path / "script")], check=False).returncode == 0


def test_an_unknown_shell_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = call(capsys, "completion", "powershell")
    assert (code, "[shell-unknown]" in told, "bash, zsh, fish" in told) == (2, True, True)


def shown_examples(*command: str) -> list[list[str]]:
    help_text = subprocess.run(
        [*COMMAND, *command, "--help"], env=ENVIRONMENT, capture_output=True, text=True, check=True
    ).stdout
    examples = re.findall(r"^ +briefgen (.*)$", help_text.partition("Examples:")[2], re.M)
    return [shlex.split(example) for example in examples]


@pytest.mark.parametrize("command", [(), ("topics",), ("why",), ("show",), ("completion",)])
def test_the_examples_of_the_help_run(
    command: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = ARTICLE.replace("fisheries", "maritime security in Asia and fisheries")
    for name in ("seeds", "DOCUMENTS"):
        shutil.copytree(ROOT / "seeds", tmp_path / name)
        (tmp_path / name / "patrol.txt").write_text(text, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "dump.json").write_text('[{"title": "Patrols", "text": "Norway signed."}]', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = shown_examples(*command)
    assert len(found) >= 2
    for example in found:
        code, printed, told = call(capsys, *example)
        assert (code, bool(printed)) == (0, True), f"{example}: {told}"


def test_the_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = set(re.findall(r"briefgen ((?:--|(?:topics|why|show|completion) )[^`\n;)|]*)", readme))
    assert len(found) >= 6
    shutil.copytree(ROOT / "seeds", tmp_path / "FOLDER")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "seeds", tmp_path / "path" / "to" / "documents")
    (tmp_path / "FILE").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for example in sorted(found):
        arguments = shlex.split(example.replace("NAME", "asia-security"))
        done = subprocess.run(
            [*COMMAND, *arguments], env=ENVIRONMENT, capture_output=True, text=True, cwd=tmp_path
        )
        assert done.returncode == 0, f"{example}: {done.stderr}"
        assert "Usage" not in done.stderr


def test_a_fault_of_verification_is_one_of_its_topic(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "verify", faulty)
    code, printed, told = call(capsys, *WRITE, "--seeds", folder, "--out", tmp_path / "o")
    assert (code, printed, "[topic-failed]" in told) == (1, "", True)
    assert list((tmp_path / "o").iterdir()) == []
