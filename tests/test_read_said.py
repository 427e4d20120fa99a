"""Which sidecar speaks of which document of a file, and what of it speaks of none."""

from __future__ import annotations

from pathlib import Path

from briefgen.clean import clean
from briefgen.read import read_folder
from tests.material import mail

DUMP = '[{"title": "One", "text": "The board met."}, {"title": "Two", "text": "It met again."}]'


def told(folder: Path) -> list[tuple[str, str]]:
    return [(p.where, p.slug) for p in read_folder(folder)[1]]


def test_a_title_can_not_be_that_of_several_documents(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(DUMP)
    (tmp_path / "d.json.meta.toml").write_text('title = "T"\npublisher = "P"\nkeep_lines = [1]\n')
    sources, problems = read_folder(tmp_path)
    assert [dict(s.by_user) for s in sources] == [{"publisher": "P"}] * 2
    assert [p.slug for p in problems] == ["sidecar-unclear"] * 2
    assert "d.json#1.meta.toml" in problems[0].message


def test_one_document_of_a_file_has_a_sidecar_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(DUMP)
    (tmp_path / "d.json.meta.toml").write_text('publisher = "P"\n')
    (tmp_path / "d.json#2.meta.toml").write_text('title = "T"\ndrop_lines = [1]\n')
    for place in (tmp_path, tmp_path / "d.json"):
        sources, problems = read_folder(place)
        assert dict(sources[0].by_user) == {"publisher": "P"}
        assert dict(sources[1].by_user) == {"publisher": "P", "title": "T", "drop_lines": "1"}
        assert not problems


def test_the_sidecar_of_a_mail_speaks_of_the_mail(tmp_path: Path) -> None:
    body = "Yes.\n\nOn 18 July 2025, Otto Brandt wrote:\n> No.\n"
    (tmp_path / "m.eml").write_bytes(mail(body, {"note.txt": b"A note."}))
    (tmp_path / "m.eml.meta.toml").write_text('publisher = "P"\n')
    sources, _ = read_folder(tmp_path)
    assert {s.file: dict(s.by_user) for s in sources} == {
        "m.eml": {"publisher": "P"},
        "m.eml#2": {},
        "m.eml/note.txt": {},
    }


def test_the_number_that_is_printed_is_the_one_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(mail("The board met.\n\n\n\nIt met again.\n\nIt decided.\n"))
    (tmp_path / "m.eml.meta.toml").write_text("drop_lines = [2]\n")
    (source,), problems = read_folder(tmp_path)
    dropped = [b for b in clean(source)[0] if b.rule == "sidecar-drop"]
    assert [source.text[b.span.start : b.span.end] for b in dropped] == ["It met again."]
    assert source.place(dropped[0].span.start) == "paragraph 2"
    assert not problems


def test_a_number_without_words_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One\n\nThree\n")
    (tmp_path / "a.txt.meta.toml").write_text("keep_lines = [2, 3, 9]\n")
    _, problems = read_folder(tmp_path)
    assert [(p.where, p.slug) for p in problems] == [("a.txt.meta.toml", "sidecar-line-missing")]
    assert "keep_lines names 2, 9," in problems[0].message


def test_a_sidecar_beyond_its_limit_is_told_and_not_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt.meta.toml").write_text('title = "T"\n' + "# x\n" * 20_000)
    assert told(tmp_path) == [("a.txt.meta.toml", "sidecar-broken")]


def test_an_unknown_key_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt.meta.toml").write_text(
        'pubisher = "P"\nurl = "here"\nkeep_lines = [1]\ndrop_lines = [1]\n'
    )
    messages = [p.message for p in read_folder(tmp_path)[1]]
    assert any("did you mean publisher?" in message for message in messages)
    assert any("The value of url can not be used" in message for message in messages)
    assert any("Lines 1 stand in keep_lines and in drop_lines" in message for message in messages)


def test_a_sidecar_of_a_file_that_can_not_be_read_is_no_orphan(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 cut")
    (tmp_path / "b.pdf.meta.toml").write_text('title = "T"\n')
    assert told(tmp_path) == [("b.pdf", "file-damaged")]
