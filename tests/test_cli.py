"""The command as a user meets it: exit codes, plain messages with a remedy, nothing half-written."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from briefgen import files, loading, pipeline
from briefgen.cli import main

NEWEST_SOURCE = datetime(2024, 3, 12, tzinfo=UTC)
"""What a Word file without a date gives as the day on which it was made."""
ROOT = Path(__file__).resolve().parent.parent
ARTICLE = """Ministers agree on a new fisheries patrol

12 March 2024

Norway and Iceland signed an agreement on joint fisheries patrols in Oslo on Tuesday.

“Fisheries do not stop at our borders,” Norway’s foreign minister Espen Barth Eide said.

The European Union has asked Norway to widen the fisheries patrols, and talks are still open.
"""


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leave:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return int(leave.value.code or 0), out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "documents"
    seeds.mkdir()
    (seeds / "patrol.txt").write_text(ARTICLE, encoding="utf-8")
    return seeds


def test_a_memo_is_written_and_its_path_printed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", "--format", "md"
    )
    assert code == 0
    assert out.strip() == str(tmp_path / "o" / "fisheries.md")
    assert "Fisheries do not stop at our borders" in Path(out.strip()).read_text(encoding="utf-8")


def test_several_topics_and_formats_in_one_call(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = call(
        capsys, "--topic", "fisheries", "--topic", "patrols", "--format", "md", "--format", "json",
        "--format", "docx", "--seeds", folder, "--out", tmp_path,
    )  # fmt: skip
    assert code == 0
    assert {Path(line).name for line in out.split()} == {
        f"{stem}.{suffix}" for stem in ("fisheries", "patrols") for suffix in ("md", "json", "docx")
    }


def test_the_date_of_the_memo_comes_from_as_of_only(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formats = ("--format", "json", "--format", "md", "--format", "docx")
    arguments = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, *formats)
    call(capsys, *arguments)
    assert dates_of_the_memo(tmp_path / "fisheries") == (
        None,
        "to be filled in",
        "to be filled in",
        NEWEST_SOURCE,
    )
    call(capsys, *arguments, "--as-of", "2026-01-31")
    printed = "31 January 2026"
    assert dates_of_the_memo(tmp_path / "fisheries") == (
        "2026-01-31",
        printed,
        printed,
        datetime(2026, 1, 31, tzinfo=UTC),
    )


def test_a_memo_of_a_day_before_all_sources_is_warned_of(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path)
    assert "[as-of-early]" in call(capsys, *arguments, "--as-of", "1999-01-31")[2]
    assert "[as-of-early]" not in call(capsys, *arguments, "--as-of", "2099-01-31")[2]


def dates_of_the_memo(place: Path) -> tuple[str | None, str, str, datetime | None]:
    """What the three files of a memo give as its date; last the day the Word file says it was made."""
    as_of = json.loads(place.with_suffix(".json").read_text(encoding="utf-8"))["as_of"]
    in_markdown = re.search(r"^\*\*Date:\*\* (.*?)\\?$", place.with_suffix(".md").read_text("utf-8"), re.M)
    word = docx.Document(str(place.with_suffix(".docx")))
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p"))]
    at = next(n for n, line in enumerate(lines) if line.startswith("Date"))
    beside = lines[at].removeprefix("Date").strip(": \t") or lines[at + 1]
    assert in_markdown
    return as_of, in_markdown[1].strip("\\[]"), beside.strip("[]"), word.core_properties.created


def test_nothing_found_is_said_and_no_memo_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = call(capsys, "--topic", "volcanoes", "--seeds", folder, "--out", tmp_path / "o")
    assert (code, out) == (3, "")
    assert "1 source" in err
    assert list((tmp_path / "o").iterdir()) == []


WRONG_CALLS = {
    "format-unknown": (2, ["--topic", "fisheries", "--format", "rtf"], "docx"),
    "topic-missing": (2, ["--format", "md"], "--topic"),
    "topic-name": (2, ["--topic", "../secrets"], ""),
    "length-unknown": (2, ["--topic", "fisheries", "--length", "endless"], "standard"),
    "as-of-unreadable": (2, ["--topic", "fisheries", "--as-of", "yesterday"], "2026-01-31"),
    "option-control": (2, ["--topic", "fisheries", "--ref", "A\n1"], "one line"),
    "actor-unknown": (2, ["--topic", "fisheries", "--actor", "Norwai"], "--actor"),
    "template-missing": (1, ["--topic", "fisheries", "--template", "ministry-of-magic"], "default"),
}


@pytest.mark.parametrize("slug", WRONG_CALLS)
def test_a_wrong_call_is_refused_with_a_remedy(
    slug: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, arguments, remedy = WRONG_CALLS[slug]
    found, out, err = call(capsys, *arguments, "--seeds", folder, "--out", tmp_path / "o")
    assert (found, out) == (code, "")
    assert f"[{slug}]" in err
    assert remedy in err


def test_an_unknown_option_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "--colour", "red")
    assert code == 2
    assert "--colour" in err


def test_a_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "--topic", "fisheries", "--seeds", tmp_path / "nowhere", "--out", tmp_path)
    assert code == 1
    assert "nowhere" in err


def test_an_empty_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = call(capsys, "--topic", "fisheries", "--seeds", tmp_path / "empty", "--out", tmp_path)
    assert code == 1
    assert "empty" in err


def test_one_bad_document_does_not_stop_the_others(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "odd.txt").write_text("“ “ ” ‘ \" ' “ fisheries “", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with (folder / "huge.txt").open("wb") as handle:
        handle.truncate(50_000_000)
    code, out, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "md"
    )
    assert code == 0
    assert "Fisheries do not stop" in Path(out.strip()).read_text(encoding="utf-8")
    for name in ("binary.txt", "empty.txt", "picture.png", "huge.txt"):
        assert name in err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_an_unreadable_document_does_not_stop_the_others(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "secret.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    code, _, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "md"
    )
    assert code == 0
    assert "secret.txt" in err


def test_an_out_folder_that_is_a_file_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    code, _, err = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "taken")
    assert code == 1
    assert "[out-unwritable]" in err
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_a_memo_that_fails_its_check_does_not_get_its_name(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.errors import Problem

    monkeypatch.setattr(files, "verify", lambda *_: (Problem("line 1", "words-missing", "words are lost"),))
    code, out, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", "--format", "md"
    )
    assert (code, out) == (4, "")
    assert "[verification-failed]" in err
    assert list((tmp_path / "o").iterdir()) == []


def test_ctrl_c_ends_with_a_plain_word(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "verify", stop)
    code, _, err = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o")
    assert code == 130
    assert "[stopped]" in err
    assert list((tmp_path / "o").iterdir()) == []


def test_topics_lists_what_the_folder_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "topics", "--seeds", folder)
    assert code == 0
    assert {"asia-security", "us-eu-relations", "eu-china", "ukraine-support"} <= {
        line.split()[0] for line in out.splitlines()
    }


def test_a_misspelt_topic_is_told_what_may_be_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "--topic", "transatlantik", "--seeds", folder, "--out", folder / "o")
    assert code == 3
    assert "Did you mean the topic “us-eu-relations”?" in err


def test_what_is_to_be_told_of_a_call_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ((), ("why",)):
        out = () if command else ("--out", folder / "o")
        assert "[topic-broad]" in call(capsys, *command, "--topic", "norway", "--seeds", folder, *out)[2]
        assert "[topic-alias]" in call(capsys, *command, "--topic", "piracy", "--seeds", folder, *out)[2]


def test_why_gives_a_reason_for_every_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "why", "--topic", "fisheries", "--seeds", folder)
    assert code == 0
    for line in ARTICLE.splitlines()[4:]:
        assert line in out


def test_why_says_first_of_each_document_why_it_is_in_or_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bread.txt").write_text(
        "Bakers want more flour\n\nBread was sold on the quay.\n", encoding="utf-8"
    )
    (folder / "longer.txt").write_text(f"{ARTICLE}\nIt rained.\n", encoding="utf-8")
    (folder / "pain.txt").write_text(
        "Les boulangers veulent de la farine\n\nLe pain est vendu sur le quai et les gens ne sont pas "
        "contents parce que le prix est trop haut pour eux.\n",
        encoding="utf-8",
    )
    _, out, _ = call(capsys, "why", "--topic", "fisheries patrols", "--seeds", folder)
    told = [line for line in out.splitlines() if line.startswith("document ")]
    assert told == out.splitlines()[:4]
    assert [line.split()[1:4] for line in told if " in " in line] == [["in", "S1", "longer.txt,"]]
    assert any("bread.txt, 0 sentences" in line and "not" in line for line in told)
    assert any(
        "patrol.txt" in line and "of S1 longer.txt, kept as a cross-check only" in line for line in told
    )
    assert any("pain.txt" in line and "not English, so it was not read" in line for line in told)


def test_a_broken_topic_file_is_named_with_its_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fisheries.toml").write_text('title = "Fish"\ngroup = [[\n', encoding="utf-8")
    monkeypatch.setattr(pipeline, "topic_folders", lambda: (tmp_path,))
    code, _, err = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path)
    assert code == 1
    assert "fisheries.toml" in err
    assert "line 2" in err or "line 3" in err


def test_a_broken_template_is_named_with_its_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = tmp_path / "ministry"
    shutil.copytree(ROOT / "templates" / "default", house)
    (house / "memo.md.j2").write_text("fine\n{% for x in %}\n", encoding="utf-8")
    code, _, err = call(
        capsys,
        "--topic",
        "fisheries",
        "--seeds",
        folder,
        "--out",
        tmp_path,
        "--format",
        "md",
        "--template",
        house,
    )
    assert code == 1
    assert "memo.md.j2" in err
    assert "line 2" in err


def test_the_command_runs_as_a_module_from_any_folder(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "--topic", "fisheries", "--seeds", str(folder), "--format", "md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "fisheries.md").is_file()


def test_one_topic_that_finds_nothing_does_not_cost_the_other(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = call(
        capsys, "--topic", "volcanoes", "--topic", "fisheries", "--topic", "Fisheries",
        "--seeds", folder, "--out", tmp_path, "--format", "md",
    )  # fmt: skip
    assert code == 3
    assert [Path(line).name for line in out.split()] == ["fisheries.md"]
    assert "volcanoes" in err


def test_when_one_format_fails_its_check_none_is_kept(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.errors import Problem
    from briefgen.verify import verify

    def second_fails(memo: object, reopened: object, *rest: object) -> object:
        view = getattr(reopened, "view", "")
        return (Problem("line 1", "words-lost", "lost"),) if view == "data" else verify(memo, reopened, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "verify", second_fails)
    code, out, _ = call(
        capsys,
        "--topic",
        "fisheries",
        "--seeds",
        folder,
        "--out",
        tmp_path / "o",
        "--format",
        "md",
        "--format",
        "json",
    )
    assert (code, out) == (4, "")
    assert list((tmp_path / "o").iterdir()) == []


def test_a_fault_of_the_program_ends_without_a_traceback(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(loading, "read_walk", broken)
    code, _, err = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path)
    assert code == 1
    assert "[internal-fault]" in err


def test_what_the_user_states_is_marked_as_the_users(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "patrol.txt.meta.toml").write_text(
        'published = "2024-01-02"\npublisher = "Harbour Gazette"\n', encoding="utf-8"
    )
    call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "md")
    memo = (tmp_path / "fisheries.md").read_text(encoding="utf-8")
    assert "2 January 2024 (stated by the user)" in memo
    assert "Harbour Gazette (stated by the user)" in memo
    assert "12 March 2024" not in memo.split("[^1]:")[1].splitlines()[0]


@pytest.mark.parametrize(("broken", "lines"), [(15, 15), (20, 20), (21, 21), (30, 21)])
def test_twenty_notes_are_printed_and_the_others_counted(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: int, lines: int
) -> None:
    for number in range(broken):
        (folder / f"{number}.pdf").write_bytes(b"%PDF-1.4 broken")
    _, _, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", "--format", "md"
    )
    assert err.count("note: ") == lines
    assert ("more of these" in err) is (broken > 20)
