"""The command's last words: what was written, what it rests on, what is left to fill in."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docx
import pytest

from briefgen.arguments import filled, line
from briefgen.errors import UsageError
from briefgen.last_words import drafted, some
from tests.test_cli import ARTICLE, call, folder

__all__ = ["folder"]
PEOPLE = ("--to", "Head of Unit", "--from", "Fisheries desk", "--ref", "F/12", "--as-of", "2026-01-31")


@pytest.fixture
def more(folder: Path) -> Path:
    """The folder with a document on another matter, one that can not be read, and a reprint."""
    (folder / "bread.txt").write_text("Bakers want flour\n\nBread was sold on the quay.\n", encoding="utf-8")
    (folder / "longer.txt").write_text(f"{ARTICLE}\nIt rained.\n", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder


def test_a_program_reads_paths_alone_from_standard_output(
    more: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formats = ("--format", "md", "--format", "json")
    _, out, err = call(capsys, "--topic", "fisheries", "--seeds", more, "--out", tmp_path, *formats)
    assert out.splitlines() == [str(tmp_path / "fisheries.md"), str(tmp_path / "fisheries.json")]
    told = err.splitlines()
    at = next(n for n, line in enumerate(told) if line.startswith("fisheries: body of "))
    assert told[at].endswith(" verified")
    assert told[at + 1] == "  read 3, used 1 (S3 is a reprint of S1; S2 holds nothing on the topic)"
    assert told[at + 2] == "  not read, or not whole: scan.pdf (see the notes above)"
    assert told[at + 3] == ("  blank: To, From, Date, Ref, Cleared by (use --to, --from, --as-of, --ref)")


def test_a_person_reads_them_beside_the_paths(
    more: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    formats = ("--format", "md", "--format", "json")
    _, out, err = call(capsys, "--topic", "fisheries", "--seeds", more, "--out", tmp_path, *formats)
    first, second, *rest = out.splitlines()
    assert first.startswith(f"{tmp_path / 'fisheries.md'}     body of ")
    assert second.startswith(f"{tmp_path / 'fisheries.json'}   body of ")
    assert [line.split()[0] for line in rest] == ["read", "not", "blank:"]
    assert "body of" not in err


def test_the_figures_are_those_of_the_memo(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "json")
    _, _, err = call(capsys, *run)
    memo = json.loads((tmp_path / "fisheries.json").read_text(encoding="utf-8"))
    head = next(line for line in err.splitlines() if line.startswith("fisheries: "))
    items = [item for section in memo["sections"] for item in section["items"]]
    items += [position for item in items for position in item.get("positions", ())]
    passages = {(cite["source"], cite["start"], cite["end"]) for item in items for cite in item["cites"]}
    annexes = sum("annex" in section for section in memo["sections"])
    assert head.endswith(f" words, {annexes} annexes; {len(passages)} passages verified")


def test_the_header_block_holds_what_the_command_gives(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "md", "--format", "docx")
    _, _, err = call(capsys, *run, *PEOPLE, "--marking", "LIMITED")
    memo = (tmp_path / "fisheries.md").read_text(encoding="utf-8")
    assert "**To:** Head of Unit" in memo
    assert "**From:** Fisheries desk" in memo
    assert "**Ref:** F/12" in memo
    assert "**LIMITED**" in memo
    assert "  blank: Cleared by\n" in err
    section = docx.Document(str(tmp_path / "fisheries.docx")).sections[0]
    assert "LIMITED" in "".join(part.text for part in section.header.paragraphs)


def test_a_line_that_the_house_does_not_have_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house").mkdir()
    house = (Path(__file__).resolve().parent.parent / "templates" / "default" / "house.toml").read_text(
        "utf-8"
    )
    assert 'id = "ref"' in house
    (tmp_path / "house" / "house.toml").write_text(
        house.replace('id = "ref"', 'id = "unit"'), encoding="utf-8"
    )
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--template", tmp_path / "house")
    code, _, err = call(capsys, *run, *PEOPLE)
    assert code == 0
    assert "so “F/12” is not in the memo. [header-unprinted]" in err
    assert "Head of Unit" not in err


@pytest.mark.parametrize("sign", ["\n", "\t", "\x00", "\x1b", "\u2028", "\ud800", "\u202e", "\u2066"])
def test_what_no_line_can_hold_is_refused(sign: str) -> None:
    with pytest.raises(UsageError) as refused:
        filled({"to": None, "from": f"Desk{sign}"})
    assert refused.value.slug == "option-control"
    assert f"--from hold the control character U+{ord(sign):04X}" in refused.value.message


def test_other_words_are_taken_as_they_are() -> None:
    assert (
        line("--ref", " Éva & Søn – “F/12” 東京 e\u0301 \u200bz ")
        == "Éva & Søn – “F/12” 東京 e\u0301 \u200bz"
    )
    assert line("--ref", None) is None
    assert filled({"to": "", "from": None, "ref": "1"}) == (("to", ""), ("ref", "1"))


def test_of_many_only_the_number_is_told() -> None:
    assert some(["S1"]) == "S1"
    assert some(["S1", "S2"]) == "S1 and S2"
    assert some(["S1", "S2", "S3", "S4"]) == "S1, S2, S3 and S4"
    assert some(["S1", "S2", "S3", "S4", "S5"]) == "5"


def test_of_an_evidence_page_in_a_mail_it_is_said_what_it_holds(tmp_path: Path) -> None:
    written = [tmp_path / "a.eml", tmp_path / "a.html"]
    for file in written:
        file.write_bytes(b"")
    (told,) = drafted(written)
    assert "holds the text of the sources" in told.message
    assert list(drafted(written[1:])) == []


@pytest.mark.parametrize(("size", "told"), [(10_000_000, 0), (10_000_001, 1), (25_000_000, 1)])
def test_of_a_mail_that_servers_refuse_it_is_said(size: int, told: int, tmp_path: Path) -> None:
    with (tmp_path / "a.eml").open("wb") as file:
        file.truncate(size)
    found = [problem for problem in drafted([tmp_path / "a.eml"]) if problem.slug == "mail-large"]
    assert len(found) == told
