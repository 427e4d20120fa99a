"""Sidecar files, in which the user says what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.read import read_folder
from briefgen.read.sidecar import read_sidecar
from tests.casefile import Case, cases


@cases("read_sidecar")
def test_a_sidecar_gives(case: Case, tmp_path: Path) -> str:
    path = tmp_path / "a.meta.toml"
    path.write_text(case.input, encoding="utf-8")
    values, problems = read_sidecar(path, "a.meta.toml")
    lines = [f"{key}: {value}" for key, value in values.items()]
    lines += [f"{problem.slug} {problem.where.rpartition(' line ')[2]}" for problem in problems]
    return "\n".join(lines)


@pytest.mark.parametrize("name", ["article.txt.meta.toml", "article.meta.toml"])
def test_a_sidecar_belongs_to_its_document(tmp_path: Path, name: str) -> None:
    (tmp_path / "article.txt").write_text("words", encoding="utf-8")
    (tmp_path / name).write_text('publisher = "Example Wire"', encoding="utf-8")
    sources, problems = read_folder(tmp_path)
    assert dict(sources[0].by_user) == {"publisher": "Example Wire"}
    assert not problems


def test_the_sidecar_with_the_full_name_wins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "a.md").write_text("other words", encoding="utf-8")
    (tmp_path / "a.txt.meta.toml").write_text('title = "Text"', encoding="utf-8")
    (tmp_path / "a.meta.toml").write_text('title = "Both"', encoding="utf-8")
    sources, problems = read_folder(tmp_path)
    assert {s.file: s.by_user["title"] for s in sources} == {"a.md": "Both", "a.txt": "Text"}
    assert not problems


def test_a_sidecar_of_a_dump_holds_for_all_its_records(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text('[{"text": "one"}, {"text": "two"}]', encoding="utf-8")
    (tmp_path / "d.json.meta.toml").write_text('publisher = "Example Wire"', encoding="utf-8")
    sources, _ = read_folder(tmp_path)
    assert [s.by_user["publisher"] for s in sources] == ["Example Wire"] * 2


def test_a_sidecar_without_its_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "b.txt.meta.toml").write_text('title = "B"', encoding="utf-8")
    _, problems = read_folder(tmp_path)
    assert [(p.where, p.slug) for p in problems] == [("b.txt.meta.toml", "sidecar-orphan")]


def test_a_broken_sidecar_does_not_cost_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "a.txt.meta.toml").write_bytes(b'\n\ntitle = "caf\xe9"')
    sources, problems = read_folder(tmp_path)
    assert len(sources) == 1
    assert [(p.where, p.slug) for p in problems] == [("a.txt.meta.toml", "sidecar-broken")]


HUGE = "9" * 5000
BROKEN = {
    "a number of thousands of digits": f"published = {HUGE}",
    "the same among unknown keys": f"number = {HUGE}",
    "in hexadecimal, as a date": f"published = 0x{HUGE}",
    "in hexadecimal, as a line": f"keep_lines = [0x{HUGE}]",
    "a year before the first": "published = 0",
    "a day its month does not have": "published = 2025-02-29",
    "a year of five digits": 'published = "12025-01-01"',
    "deep lists": f"title = {'[' * 5000}",
    "deep tables": f"[{'.'.join(['a'] * 5000)}]",
    "no Unicode": "title = \\x00",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_sidecar_costs_what_it_says_and_no_more(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "a.txt.meta.toml").write_text(BROKEN[kind], encoding="utf-8")
    sources, problems = read_folder(tmp_path)
    assert [source.file for source in sources] == ["a.txt"]
    assert not sources[0].by_user
    assert [p.slug.startswith("sidecar-") for p in problems] == [True]


def test_a_fault_over_a_sidecar_does_not_cost_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> object:
        raise IndexError("list index out of range")

    monkeypatch.setattr("briefgen.read.one_file.read_sidecar", faulty)
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "a.txt.meta.toml").write_text('title = "T"', encoding="utf-8")
    sources, problems = read_folder(tmp_path)
    assert [source.file for source in sources] == ["a.txt"]
    assert [(p.where, p.slug) for p in problems] == [("a.txt.meta.toml", "document-failed")]


def test_a_confidential_mail_holds_what_it_answers(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text(
        "From: Anna Lee <a@x.example>\nTo: b@x.example\nSubject: Re: Quay\n"
        "Date: Tue, 4 Mar 2025 10:00:00 +0000\n"
        "Content-Type: text/plain; charset=utf-8\n\nI agree with all that you write about the quay.\n\n"
        "On Mon, 3 Mar 2025 at 09:00, Emil Frost <e@x.example> wrote:\n"
        "> The quay will be closed for repairs until the summer, and nobody is to know.\n",
        encoding="utf-8",
    )
    (tmp_path / "m.eml.meta.toml").write_text("confidential = true\n", encoding="utf-8")
    sources, _ = read_folder(tmp_path)
    assert len(sources) == 2
    assert all(source.by_user["confidential"] == "yes" for source in sources)
