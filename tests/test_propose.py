"""What a folder is about, and the topic file that is written from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen import output, topic
from briefgen.contents import proposal_lines
from briefgen.errors import BriefgenError
from briefgen.pipeline import proposal
from briefgen.propose import Recurring, propose, slug, topic_file
from briefgen.select import select
from tests import made
from tests.casefile import Case, cases
from tests.test_cli import call

FOLDER = (
    "Grain corridor opens\n\nNorway opened the grain corridor.\nThe grain corridor is safe, Oslo said.",
    "Three ships leave the harbour\n\nThree ships left by the grain corridor.\nLunch was late.",
    "Talks on the corridor\n\nNorway wants talks on the grain corridor.\nIt rained.",
    "Choir sings in the church\n\nA choir sang three songs.",
)


@cases("propose")
def test_what_a_folder_is_about_is_named(case: Case) -> str:
    found = propose(made.corpus(*re.split(r"^# ", case.input, flags=re.M)[1:]))
    parts = {"actors": found.actors, "speakers": found.speakers, "matters": found.matters,
             "words": found.words, "occasions": found.occasions}  # fmt: skip
    told = [f"{name}: {', '.join(map(shown, rows))}" for name, rows in parts.items() if rows]
    return "\n".join(told) or "nothing"


def shown(one: Recurring) -> str:
    also = f" ({', '.join(one.also)})" if one.also else ""
    return f"{one.name}{also} [{', '.join(one.sources)}]"


def test_the_file_loads_and_selects_in_the_same_folder(tmp_path: Path) -> None:
    folder = made.corpus(*FOLDER)
    found = propose(folder)
    output.new_file(tmp_path / f"{slug(found)}.toml", topic_file(found))
    one = topic.find("grain corridor", [tmp_path])
    assert (one.slug, one.free, one.actor) == ("grain-corridor", False, "NO")
    chosen = select(one, folder)
    assert set(chosen.used) == {"S1", "S2", "S3"}
    assert {folder.text(piece.span) for piece in chosen.rejected} >= {"Lunch was late.", "It rained."}


def test_every_line_that_is_switched_off_may_be_switched_on(tmp_path: Path) -> None:
    written = topic_file(propose(made.corpus(*FOLDER)))
    on = re.sub(r"^( *)#(?=[\[\"a-z])", r"\1", written.replace("#actor", "# actor"), flags=re.M)
    (tmp_path / "all.toml").write_text(on, encoding="utf-8")
    assert [group.name for group in topic.find("all", [tmp_path]).groups] == ["matter", "actors"]


def test_words_of_a_source_can_not_break_the_file(tmp_path: Path) -> None:
    found = propose(made.corpus(*FOLDER))
    bad = Recurring('a "b\\', 3, ("S1", "S2", "S3"), "pair")
    (tmp_path / "x.toml").write_text(
        topic_file(type(found)(found.documents, (), (), (bad,))), encoding="utf-8"
    )
    assert topic.find("x", [tmp_path]).groups[0].terms == ("a ”b ",)


def written(tmp_path: Path) -> Path:
    seeds = tmp_path / "documents"
    seeds.mkdir()
    for number, text in enumerate(FOLDER):
        (seeds / f"{number}.txt").write_text(text, encoding="utf-8")
    return seeds


def test_the_command_names_what_it_found_and_writes_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = written(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("grain-corridor", "grain-corridor-2"):
        code, out, _ = call(capsys, "topics", "--propose", "--seeds", seeds)
        assert code == 0
        assert f"templates/topics/{name}.toml" in out.replace("\\", "/")
    assert "grain corridor: 4 mentions in 3 documents (S1, S2, S3)" in out
    code, out, _ = call(capsys, "--topic", "grain corridor", "--seeds", seeds, "--format", "md")
    assert code == 0


def test_a_file_that_is_there_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds, file = written(tmp_path), tmp_path / "mine.toml"
    file.write_text("mine", encoding="utf-8")
    code, _, err = call(capsys, "topics", "--propose", "--seeds", seeds, "--file", file)
    assert code == 1
    assert "[file-exists]" in err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["My Topic.toml", "mine.txt", "mine"])
def test_a_file_that_would_not_be_found_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefgenError) as refused:
        proposal(tmp_path, tmp_path / name)
    assert refused.value.slug == "topic-file-name"


def test_a_folder_in_which_nothing_recurs_gets_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Lunch is served\n\nThe man ate the bread.\n", encoding="utf-8")
    code, _, err = call(capsys, "topics", "--propose", "--seeds", tmp_path, "--file", tmp_path / "x.toml")
    assert code == 3
    assert "[nothing-recurs]" in err
    assert not (tmp_path / "x.toml").exists()


def test_a_copy_is_not_counted_and_not_listed() -> None:
    folder = made.corpus(FOLDER[0] * 3, FOLDER[0] * 3, FOLDER[1])
    copies = {kin.source for kin in folder.kinships if kin.origin != kin.source}
    told = "\n".join(proposal_lines(propose(folder)))
    assert copies
    assert not any(f"\n  {source} " in told for source in copies)
