"""A memo that somebody edited keeps its name, and nothing is ever lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from briefgen import output
from briefgen.drafts import drafts
from briefgen.errors import BriefgenError
from briefgen.paper import house
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.memo_fixture import calm_memo, words
from tests.test_cli import call, folder

__all__ = ["folder"]

STYLE = house.load()
FORMATS = tuple(RENDERERS)
MADE = {name: one.render(calm_memo(), words, STYLE) for name, one in RENDERERS.items()}


def text_edited(data: bytes) -> bytes:
    return data.replace(b"patrol", b"control", 1)


def word_edited(data: bytes) -> bytes:
    document = docx.Document(io.BytesIO(data))
    document.paragraphs[0].add_run(" (draft)")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


EDITED: dict[str, Callable[[bytes], bytes]] = {"docx": word_edited}


def edit(name: str, data: bytes) -> bytes:
    return EDITED.get(name, text_edited)(data)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_tells_whether_somebody_edited_it(name: str) -> None:
    sealed, made = RENDERERS[name].sealed, MADE[name]
    assert sealed(made) is True
    assert sealed(edit(name, made)) is False
    assert [sealed(other) for other in (b"", b"Notes of mine.\n", b"PK\x03\x04 broken", b"\xff")] == [
        None
    ] * 4


@pytest.mark.parametrize("name", FORMATS)
def test_equal_memos_have_equal_seals(name: str) -> None:
    assert RENDERERS[name].render(calm_memo(), words, STYLE) == MADE[name]


@pytest.mark.parametrize("name", FORMATS)
def test_what_stands_behind_the_seal_is_an_edit(name: str) -> None:
    assert RENDERERS[name].sealed(MADE[name] + b"x\n") in ({True} if name == "docx" else {False})


@pytest.mark.parametrize("name", ["md", "json"])
def test_other_ends_of_lines_are_no_edit(name: str) -> None:
    assert RENDERERS[name].sealed(MADE[name].replace(b"\n", b"\r\n")) is True


def test_a_word_file_that_is_packed_anew_is_not_edited() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(MADE["docx"])) as source, zipfile.ZipFile(packed, "w") as target:
        for name in reversed(source.namelist()):
            target.writestr(name, source.read(name))
    assert RENDERERS["docx"].sealed(packed.getvalue()) is True


@pytest.mark.parametrize("change", ["added", "twice", "renamed"])
def test_a_part_that_is_added_doubled_or_renamed_is_an_edit(change: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(MADE["docx"])) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(
                f"{name}x" if (change, name) == ("renamed", "word/styles.xml") else name, source.read(name)
            )
        if change != "renamed":
            with pytest.warns(UserWarning, match="Duplicate name") if change == "twice" else io.BytesIO():
                target.writestr("word/styles.xml" if change == "twice" else "word/other.xml", b"<other/>")
    assert RENDERERS["docx"].sealed(packed.getvalue()) is False


def test_the_seal_of_a_word_file_is_a_property_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(MADE["docx"])) as package:
        properties = package.read("docProps/custom.xml").decode()
        assert 'name="briefgen-content"' in properties
        assert "0" * 64 not in properties
        assert "/docProps/custom.xml" in package.read("[Content_Types].xml").decode()
        assert "docProps/custom.xml" in package.read("_rels/.rels").decode()


@pytest.mark.parametrize("html", [True, False])
def test_readers_of_markdown_do_not_show_the_seal(html: bool) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="the Markdown parser is not installed")
    footnote = pytest.importorskip("mdit_py_plugins.footnote", reason="the footnote plugin is not installed")
    parser = (
        markdown_it.MarkdownIt("commonmark", {"html": html}).enable("table").use(footnote.footnote_plugin)
    )
    shown = parser.render(MADE["md"].decode())
    assert "briefgen-content" not in shown
    assert "sha256" not in shown


@pytest.mark.parametrize("name", ["md", "json"])
def test_a_seal_is_no_word_of_the_memo_but_what_stands_in_its_place_is(name: str) -> None:
    renderer, made = RENDERERS[name], MADE[name]
    assert not verify(calm_memo(), renderer.reopen(made), words, STYLE)
    at = made.rindex(b"content") + 30
    broken = made[:at] + b"x" + made[at + 1 :]
    found = verify(calm_memo(), renderer.reopen(broken), words, STYLE)
    assert {problem.slug for problem in found} == {"words-foreign"}


def sealed(there: bytes) -> bool | None:
    """Whether an output of these tests is as it was written: it ends with a full stop."""
    return there.endswith(b".") or (None if b"?" in there else False)


def put(target: Path, data: bytes) -> output.Output:
    """Write data the way a memo is written."""
    with drafts(target.parent) as found:
        draft = found.add(target, data, sealed)
        assert draft.path.read_bytes() == data
    assert not list(target.parent.glob(".*.part"))
    return draft


def test_an_unedited_output_is_replaced_silently(tmp_path: Path) -> None:
    put(tmp_path / "memo.md", b"One.")
    draft = put(tmp_path / "memo.md", b"Two.")
    assert (draft.written, draft.kept) == (tmp_path / "memo.md", False)
    assert [path.name for path in tmp_path.iterdir()] == ["memo.md"]
    assert (tmp_path / "memo.md").read_bytes() == b"Two."


@pytest.mark.parametrize(("there", "edited"), [(b"Mine!", True), (b"Mine?", False)])
def test_what_may_have_been_edited_keeps_its_name(there: bytes, edited: bool, tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_bytes(there)
    for new in (b"One.", b"Two."):
        draft = put(tmp_path / "memo.md", new)
        assert (draft.written.name, draft.kept, draft.edited) == ("memo.new.md", True, edited)
        assert draft.written.read_bytes() == new
    (tmp_path / "memo.new.md").write_bytes(b"Mine too!")
    assert put(tmp_path / "memo.md", b"Three.").written.name == "memo.new-2.md"
    (tmp_path / "memo.new-3.md").mkdir()
    (tmp_path / "memo.new-2.md").write_bytes(b"And mine!")
    assert put(tmp_path / "memo.md", b"Four.").written.name == "memo.new-4.md"
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert kept == {
        "memo.md": there,
        "memo.new.md": b"Mine too!",
        "memo.new-2.md": b"And mine!",
        "memo.new-4.md": b"Four.",
    }


def test_the_same_bytes_are_no_other_file_whatever_the_seal_says(tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_bytes(b"Same!")
    assert not put(tmp_path / "memo.md", b"Same!").kept


@pytest.mark.parametrize("lock", ["~$mo.md", "~$memo.md", ".~lock.memo.md#"])
def test_a_memo_that_is_open_in_a_word_processor_is_not_replaced(lock: str, tmp_path: Path) -> None:
    put(tmp_path / "memo.md", b"One.")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(BriefgenError) as refused:
        put(tmp_path / "memo.md", b"Two.")
    assert refused.value.slug == "out-open"
    assert (tmp_path / "memo.md").read_bytes() == b"One."
    assert not list(tmp_path.glob(".*.part"))


def test_an_edited_memo_that_is_open_is_left_alone_beside_the_new_one(tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_bytes(b"Mine!")
    (tmp_path / ".~lock.memo.md#").write_bytes(b"")
    assert put(tmp_path / "memo.md", b"Two.").written.name == "memo.new.md"
    (tmp_path / ".~lock.memo.new.md#").write_bytes(b"")
    with pytest.raises(BriefgenError) as refused:
        put(tmp_path / "memo.md", b"Three.")
    assert "memo.new.md is open" in refused.value.message
    assert (tmp_path / "memo.new.md").read_bytes() == b"Two."


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_keeps_what_was_edited_and_says_so(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memo, new = tmp_path / f"fisheries.{name}", tmp_path / f"fisheries.new.{name}"
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", name)
    call(capsys, *run)
    assert call(capsys, *run, "--as-of", "2026-01-31")[1].strip() == str(memo)
    memo.write_bytes(edit(name, memo.read_bytes()))
    mine = memo.read_bytes()
    for _ in range(2):
        code, out, err = call(capsys, *run)
        assert (code, out.strip()) == (0, str(new))
        assert (
            f"note: {memo}: Somebody edited this memo, so it keeps its name; the new memo is {new.name}"
            in err
        )
        assert "[memo-kept]" in err
    assert memo.read_bytes() == mine
    assert RENDERERS[name].sealed(new.read_bytes()) is True


def test_a_file_of_which_nobody_knows_keeps_its_name(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fisheries.md").write_text("earlier memo", encoding="utf-8")
    _, out, err = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "md")
    assert Path(out.strip()).name == "fisheries.new.md"
    assert "Somebody may have edited this file" in err
    assert (tmp_path / "fisheries.md").read_text(encoding="utf-8") == "earlier memo"
