"""A folder of mixed files: order, ids, what is skipped and why."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Problem
from briefgen.model import Source
from briefgen.read import limits, read_folder
from briefgen.read.draft import Draft
from tests.material import broken_files, good_files, html, mail, pdf


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


BROKEN = {name: slug for name, (_, slug) in broken_files().items()}

Result = tuple[tuple[Source, ...], tuple[Problem, ...]]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    broken = {f"broken/{name}": data for name, (data, _) in broken_files().items()}
    return lay(tmp_path_factory.mktemp("mixed"), good_files() | broken)


@pytest.fixture(scope="module")
def read(mixed: Path) -> Result:
    return read_folder(mixed)


def test_every_good_file_of_a_mixed_folder_is_read(read: Result) -> None:
    sources, _ = read
    files = {source.file for source in sources}
    assert {name for name in good_files() if not name.startswith("dump.")} <= files
    assert {"dump.json#1", "dump.json#3", "dump.jsonl#2", "dump.csv#2"} <= files
    assert {"dump.zip/in/a.txt", "dump.zip/in/b.docx", "mail.eml/note.pdf"} <= files


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gives_one_clear_problem(read: Result, name: str) -> None:
    sources, problems = read
    about = [p for p in problems if p.where.startswith(f"broken/{name}")]
    assert [p.slug for p in about] == [BROKEN[name]]
    assert not any(source.file.startswith(f"broken/{name}") for source in sources)


def test_ids_follow_the_bytes_of_the_paths(tmp_path: Path) -> None:
    lay(tmp_path, {name: name.encode() for name in ("b.txt", "a/z.txt", "B.txt", "a.txt", "é.txt")})
    sources, _ = read_folder(tmp_path)
    assert [s.file for s in sources] == ["B.txt", "a.txt", "a/z.txt", "b.txt", "é.txt"]
    assert [s.id for s in sources] == ["S1", "S2", "S3", "S4", "S5"]


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfwords\r\n"
    sources, _ = read_folder(lay(tmp_path, {"a.txt": data}))
    assert sources[0].sha256 == hashlib.sha256(data).hexdigest()


def test_skipped_files_are_told_in_one_line_a_kind(tmp_path: Path) -> None:
    unknown = {f"{number}.png": b"x" for number in range(9)}
    lay(
        tmp_path,
        {"a.txt": b"a", ".hidden": b"x", "~$a.docx": b"x", ".git/c.txt": b"x", "README.md": b"x", **unknown},
    )
    _, problems = read_folder(tmp_path)
    assert [p.slug for p in problems] == ["files-skipped"] * 2 + ["format-refused"]
    assert [p.message for p in problems] == [
        "3 hidden files were not read: .git, .hidden, ~$a.docx.",
        "1 README file was not read: README.md.",
        "9 pictures were not read; if a document was scanned, run text recognition (OCR) and save it as PDF"
        " or text: 0.png, 1.png, 2.png, 3.png, 4.png and 4 more.",
    ]


def test_the_folder_that_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    lay(tmp_path, {"Talks.html": html(), "Talks_files/ad.html": html(), "Other_files/a.txt": b"a"})
    sources, problems = read_folder(tmp_path)
    assert [s.file for s in sources] == ["Other_files/a.txt", "Talks.html"]
    assert [p.slug for p in problems] == ["files-skipped"]
    assert "Talks_files" in problems[0].message


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"out/secret.txt": b"secret", "in/a.txt": b"a"})
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "out/secret.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/broken.txt").symlink_to(tmp_path / "nowhere")
    sources, problems = read_folder(tmp_path / "in")
    assert [s.file for s in sources] == ["a.txt"]
    assert problems[0].message.startswith("3 links to folders or out of this folder were not read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": b"a"})
    os.mkfifo(tmp_path / "pipe.txt")
    sources, problems = read_folder(tmp_path)
    assert len(sources) == 1
    assert "pipe.txt" in problems[0].message


def test_the_same_text_is_read_once_and_named(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": "Déjà vu".encode(), "b.md": b"\xef\xbb\xbf" + "Déjà vu".encode()})
    sources, problems = read_folder(tmp_path)
    assert [s.file for s in sources] == ["a.txt"]
    assert [(p.where, p.slug) for p in problems] == [("b.md", "file-duplicate")]
    assert "a.txt" in problems[0].message


def test_one_file_may_stand_for_a_folder(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": b"a", "b.txt": b"b", "a.txt.meta.toml": b'title = "A"'})
    sources, problems = read_folder(tmp_path / "a.txt")
    assert [(s.id, s.file, dict(s.by_user)) for s in sources] == [("S1", "a.txt", {"title": "A"})]
    assert not problems


def test_a_missing_folder_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError) as caught:
        read_folder(tmp_path / "nothing")
    assert caught.value.slug == "folder-missing"
    assert caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_no_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BriefgenError) as caught:
        read_folder(tmp_path / "pipe")
    assert caught.value.slug == "folder-not-a-folder"


def test_a_folder_without_documents_says_what_was_there(tmp_path: Path) -> None:
    lay(tmp_path, {"a.png": b"x", "empty.txt": b"", "README.md": b"x"})
    with pytest.raises(BriefgenError) as caught:
        read_folder(tmp_path)
    assert caught.value.slug == "folder-empty"
    for said in ("a.png", "empty.txt: The file holds no text", "README.md"):
        assert said in caught.value.message


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="it is empty") as caught:
        read_folder(tmp_path)
    assert caught.value.slug == "folder-empty"


def test_a_file_that_can_not_be_opened_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"a.txt": b"a", "b.txt": b"b"})
    whole = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    sources, problems = read_folder(tmp_path)
    assert [s.file for s in sources] == ["b.txt"]
    assert [(p.where, p.slug) for p in problems] == [("a.txt", "file-unreadable")]


def test_a_large_file_is_refused_before_it_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"a.txt": b"a"})
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(30_000_000)
    loaded = []
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (loaded.append(path.name), whole(path))[1])
    _, problems = read_folder(tmp_path)
    assert [(p.where, p.slug) for p in problems] == [("long.txt", "file-too-large")]
    assert loaded == ["a.txt"]


def test_a_name_that_is_not_utf_8_can_be_printed(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"words")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    sources, _ = read_folder(tmp_path)
    assert sources[0].file == "caf\ufffd.txt"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", pdf(["Page one"]), "Page one"),
        ("b.pdf", b"<!DOCTYPE html><html><body><p>Not found</p></body></html>", "Not found"),
        ("c.md", b"{\\rtf1 Rich text\\par}", "Rich text"),
    ],
)
def test_a_wrong_suffix_is_told_and_the_file_read_as_what_it_is(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    sources, problems = read_folder(lay(tmp_path, {name: data}))
    assert sources[0].text.strip() == words
    assert problems[0].slug == "file-misnamed"


def test_reading_twice_gives_the_same(mixed: Path, read: Result) -> None:
    assert read_folder(mixed) == read


def test_the_five_real_articles_are_read_without_a_problem(real_seeds: Path) -> None:
    sources, problems = read_folder(real_seeds)
    assert len(sources) == 5
    assert not problems
    assert all(s.text.encode() == (real_seeds / s.file).read_bytes() for s in sources)


def test_mail_attachments_of_unknown_types_are_named(tmp_path: Path) -> None:
    _, problems = read_folder(lay(tmp_path, {"m.eml": mail("Hello.\n", {"logo.png": b"x"})}))
    assert [(p.where, p.slug) for p in problems] == [("m.eml", "format-refused")]
    assert "logo.png" in problems[0].message


def test_a_text_longer_than_any_document_is_read_as_far_as_its_whole_paragraphs_go(tmp_path: Path) -> None:
    line = "The harbour board met on Monday and said nothing.\n"
    text = line * (limits.CHARACTERS // len(line) + 100)
    (source,), problems = read_folder(lay(tmp_path, {"long.txt": text.encode()}))
    assert len(source.text) <= limits.CHARACTERS < len(source.text) + len(line)
    assert source.text.endswith(line)
    assert [(p.where, p.slug) for p in problems] == [("long.txt", "left-out")]
    left_out = len(text) - len(source.text)
    assert problems[0].message.startswith(f"Not all of it was read: {left_out:,} characters behind the first")


def test_a_title_behind_what_is_read_of_a_long_text_is_none() -> None:
    text = "The harbour board met.\n" * (limits.CHARACTERS // 23 + 10) + "Annual report\n"
    at = text.index("Annual report")
    whole = Draft(
        text, stated={"title": "Annual report", "author": "Vera Holm"}, stated_at={"title": (at, at + 13)}
    )
    cut = limits.within(whole)
    assert (dict(cut.stated), dict(cut.stated_at)) == ({"author": "Vera Holm"}, {})
    assert cut.text == text[: len(cut.text)]
