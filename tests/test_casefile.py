"""The helper that runs case files: how a case fails, and what --update-cases writes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import casefile
from tests.casefile import read_cases

TESTS = Path(__file__).parent
SHOUTING = """
from tests.casefile import Case, cases

@cases({names})
def test_words_are_shouted(case: Case) -> str:
    if case.input == "fault":
        raise IndexError
    return "" if case.input == "silence" else case.input.upper().replace("_", " ")
"""
FILE = """# Shouting

Why this is so.

## One word
sea
---
SEA

## Two lines
ice
and fog
---
ICE
or fog

A remark below.

## Nothing expected
storm
---

## Nothing said
silence
---
SILENCE

## The last
wind
---
calm
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A small project with our helper and no case yet."""
    (tmp_path / "tests" / "cases" / "not").mkdir(parents=True)
    for name in ("casefile.py", "conftest.py"):
        shutil.copy(TESTS / name, tmp_path / "tests" / name)
    (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    return tmp_path


def run(place: Path, text: str, *options: str, name: str = "shout") -> tuple[int, str]:
    """Run the cases of one file; gives exit code and what the terminal shows."""
    (place / "tests" / "cases" / f"{name}.md").write_bytes(text.encode())
    (place / "tests" / "test_it.py").write_text(SHOUTING.format(names=repr(name)))
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:hypothesispytest",
        *options,
    ]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def written(place: Path, name: str = "shout") -> str:
    return (place / "tests" / "cases" / f"{name}.md").read_bytes().decode()


def test_a_failing_case_shows_where_it_stands_its_input_and_the_difference(place: Path) -> None:
    code, shown = run(place, FILE)
    assert code == 1
    assert "tests/cases/shout.md, line 10: “Two lines”" in shown
    assert "    ice\n    and fog\n" in shown
    assert "    -or fog\n    -\n    -A remark below.\n    +AND FOG\n" in shown
    assert "4 failed, 1 passed" in shown
    assert written(place) == FILE


def test_the_switch_writes_answers_and_leaves_all_else_as_it_is(place: Path) -> None:
    code, shown = run(place, FILE, "--update-cases")
    assert code == 1
    assert written(place) == (
        FILE.replace("or fog\n\nA remark below.", "AND FOG")
        .replace("storm\n---\n", "storm\n---\nSTORM\n")
        .replace("SILENCE\n", "")
        .replace("calm", "WIND")
    )
    assert (
        "tests/cases/shout.md, line 28: “The last”\n    --- expected\n    +++ actual\n    -calm\n    +WIND"
        in shown
    )


def test_after_an_update_the_cases_pass_and_the_switch_changes_nothing(place: Path) -> None:
    run(place, FILE, "--update-cases")
    before = written(place)
    code, shown = run(place, before, "--update-cases")
    assert (code, written(place)) == (0, before)
    assert "5 passed" in shown


def test_line_ends_of_windows_stay(place: Path) -> None:
    text = "## One\r\nsea\r\nsky\r\n---\r\nnone\r\n\r\n## Two\r\nice\r\n---\r\nICE\r\n"
    run(place, text, "--update-cases")
    assert written(place) == text.replace("none", "SEA\r\nSKY")


def test_an_answer_that_would_break_the_file_is_not_written(place: Path) -> None:
    text = "## One\n##_sea\n---\nnone\n"
    code, shown = run(place, text, "--update-cases")
    assert (code, written(place)) == (1, text)
    assert "not written: shout.md, line 4: case 'SEA' has no line ---" in shown


def test_a_known_wrong_case_may_fail_and_is_not_updated(place: Path) -> None:
    text = "## One\nsea\n---\nSEA\n\n# Known wrong\n\nTo be mended.\n\n## Two\nice\n---\ncold\n"
    code, shown = run(place, text, "--update-cases")
    assert (code, written(place)) == (0, text)
    assert "1 passed, 1 xfailed" in shown


def test_a_fault_of_the_program_fails_a_case_unless_it_is_known(place: Path) -> None:
    code, shown = run(place, "## One\nfault\n---\nFAULT\n", "--update-cases")
    assert (code, "IndexError" in shown) == (1, True)
    code, shown = run(place, "# Known wrong\n\n## One\nfault\n---\nFAULT\n")
    assert (code, "1 xfailed" in shown) == (0, True)


def test_a_known_wrong_case_that_is_right_now_must_be_moved_up(place: Path) -> None:
    code, shown = run(place, "# Known wrong\n\n## One\nsea\n---\nSEA\n")
    assert code == 1
    assert "tests/cases/shout.md, line 3: “One” is right now: move this case up" in shown


def test_a_negative_case_fails_on_any_answer_whatever_its_note_says(place: Path) -> None:
    text = "## One\nsilence\n---\n\n## Two\nsea\n---\nSEA is only a note here.\n"
    code, shown = run(place, text, "--update-cases", name="not/shout")
    assert (code, written(place, "not/shout")) == (1, text)
    assert "tests/cases/not/shout.md, line 5: “Two”" in shown
    assert "    -nothing must be found\n    +SEA\n" in shown
    assert "1 failed, 1 passed" in shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## One\nsea\n", "line 1: case 'One' has no line ---"),
        ("## One\nsea\n---\n\n## One\nsky\n---\n", "two cases have the title 'One'"),
        ("Only words.\n", "holds no case"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casefile, "CASES", tmp_path)
    (tmp_path / "x.md").write_text(text)
    with pytest.raises(ValueError, match=message):
        read_cases("x")


def case_files() -> list[str]:
    folder = casefile.CASES
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md"))


def test_every_case_file_is_run_by_a_test() -> None:
    used = " ".join(
        call
        for path in TESTS.glob("test_*.py")
        for call in re.findall(r"^@cases\((.*?)\)", path.read_text(encoding="utf-8"), re.M | re.S)
    )
    assert [name for name in case_files() if f'"{name}"' not in used] == []


def test_every_case_file_is_explained_in_the_documents() -> None:
    page = (TESTS.parent / "docs" / "cases.md").read_text(encoding="utf-8")
    assert [name for name in case_files() if f"`{name}`" not in page] == []
