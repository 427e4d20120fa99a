"""Memos that briefgen wrote are no sources, wherever they lie and whatever they are called now."""

from __future__ import annotations

import json
import shutil
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.errors import BriefgenError
from briefgen.pipeline import Request, run
from briefgen.read import read_bytes, read_folder
from briefgen.render import RENDERERS

ARTICLE = """Ministers agree on a new fisheries patrol

12 March 2024

Norway and Iceland signed a fisheries agreement on joint patrols in Oslo on Tuesday.

“Fisheries do not stop at our borders,” Norway’s foreign minister Anna Olde said.
"""


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one memo in every format."""
    place = tmp_path_factory.mktemp("memos")
    (place / "in").mkdir()
    (place / "in" / "wire.txt").write_text(ARTICLE, encoding="utf-8")
    run(Request(("fisheries",), place / "in", place / "out", (*RENDERERS, "eml")))
    return place / "out"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def left_out(folder: Path) -> list[str]:
    sources, problems = read_folder(folder)
    assert [source.file for source in sources] == ["wire.txt"]
    assert {problem.slug for problem in problems} <= {"own-memo", "file-misnamed"}
    return [problem.where for problem in problems if problem.slug == "own-memo"]


@pytest.mark.parametrize(
    "form", [name for name in (*RENDERERS, "eml") if name in ("docx", "md", "json", "html", "eml")]
)
def test_a_memo_under_another_name_is_left_out(form: str, folder: Path, memos: Path) -> None:
    shutil.copy(memos / f"fisheries.{form}", folder / f"Notes for Monday.{form}")
    assert left_out(folder) == [f"Notes for Monday.{form}"]


def test_a_memo_in_markdown_may_be_called_a_text(folder: Path, memos: Path) -> None:
    shutil.copy(memos / "fisheries.md", folder / "notes.txt")
    assert left_out(folder) == ["notes.txt"]


def test_a_memo_in_markdown_is_known_by_its_notes_when_its_last_line_is_gone(
    folder: Path, memos: Path
) -> None:
    text = (memos / "fisheries.md").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(("briefgen", "[briefgen"))]
    (folder / "notes.md").write_text("\r\n".join(("My own remark.", *kept)), encoding="utf-8")
    assert left_out(folder) == ["notes.md"]


def test_a_memo_in_json_may_be_written_anew(folder: Path, memos: Path) -> None:
    data = json.loads((memos / "fisheries.json").read_text(encoding="utf-8"))
    data["title"] = "Mine"
    (folder / "mine.json").write_text(json.dumps(data), encoding="utf-8")
    assert left_out(folder) == ["mine.json"]


def test_a_word_memo_that_was_edited_is_left_out(folder: Path, memos: Path) -> None:
    docx = pytest.importorskip("docx")
    edited = docx.Document(str(memos / "fisheries.docx"))
    edited.paragraphs[0].text = "Another title"
    edited.add_paragraph("We should say yes.")
    edited.core_properties.author = "Anna Olde"
    edited.core_properties.last_modified_by = "Otto Brandt"
    edited.core_properties.title = "For the minister"
    edited.save(str(folder / "for the minister.docx"))
    assert left_out(folder) == ["for the minister.docx"]


def test_a_word_memo_under_a_wrong_suffix_is_left_out(folder: Path, memos: Path) -> None:
    shutil.copy(memos / "fisheries.docx", folder / "memo.txt")
    assert left_out(folder) == ["memo.txt"]


def test_a_memo_in_a_zip_and_one_sent_by_mail_are_left_out(folder: Path, memos: Path) -> None:
    with zipfile.ZipFile(folder / "dump.zip", "w") as package:
        package.write(memos / "fisheries.md", "memo.md")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Anna Olde <a@example.org>", "The memo"
    mail.set_content("Here it is.\n")
    mail.add_attachment(
        (memos / "fisheries.docx").read_bytes(),
        maintype="application",
        subtype="octet-stream",
        filename="m.docx",
    )
    (folder / "mail.eml").write_bytes(bytes(mail))
    sources, problems = read_folder(folder)
    assert [source.file for source in sources] == ["mail.eml", "wire.txt"]
    assert [p.where for p in problems if p.slug == "own-memo"] == ["dump.zip/memo.md", "mail.eml/m.docx"]


MARKED = {
    "a page": (
        "memo.html",
        b'<html><head><meta name="generator" content="briefgen 0.2.0"></head><p>Fish</p>',
    ),
    "a page saved by Word": (
        "memo.htm",
        b'<html><meta name=Keywords content="briefing memo; fisheries"><p>Fish',
    ),
    "a mail": ("memo.eml", b"From: a@example.org\r\nX-Mailer: briefgen 0.2.0\r\n\r\nFisheries.\r\n"),
    "rich text": ("memo.rtf", b"{\\rtf1{\\info{\\author Anna Olde}{\\doccomm briefgen 0.1.0}}Fish}"),
}


@pytest.mark.parametrize("kind", MARKED)
def test_a_memo_in_a_form_that_carries_the_mark_is_left_out(kind: str) -> None:
    name, data = MARKED[kind]
    drafts, problems = read_bytes(data, name)
    assert drafts == ()
    assert [problem.slug for problem in problems] == ["own-memo"]


@pytest.mark.parametrize(
    "information", ["/Author (briefgen)", "/Author (A. Olde) /Keywords (briefing memo; fish)"]
)
def test_a_pdf_made_from_a_memo_is_left_out(information: str) -> None:
    from tests.material import pdf

    data = pdf(["Fisheries"], information)
    drafts, problems = read_bytes(data, "memo.pdf")
    assert drafts == ()
    assert [problem.slug for problem in problems] == ["own-memo"]


NOT_OURS = {
    "about.md": "We tried briefgen 0.1.0 on our fisheries documents and liked it.",
    "notes.md": "A claim[^1] on fish.\n\n[^1]: Survey of the coast, 2024.",
    "data.json": '{"title": "Fish", "text": "They use briefgen 0.1.0.", "generator": "other 2"}',
    "page.html": "<html><head><meta name='generator' content='Press 6'></head><body><p>briefgen 0.1.0 is out"
    " and the fishers of the coast wrote about it at length.</p></body></html>",
    "mail.eml": "From: a@example.org\nX-Mailer: Post 3\n\nX-Mailer: briefgen is what it said, of fish.\n",
}


@pytest.mark.parametrize("name", NOT_OURS)
def test_a_document_that_only_speaks_of_briefgen_is_read(name: str) -> None:
    drafts, problems = read_bytes(NOT_OURS[name].encode(), name)
    assert drafts
    assert "own-memo" not in {problem.slug for problem in problems}


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leave:
        main(list(arguments))
    return int(leave.value.code or 0), *capsys.readouterr()


def test_memos_among_the_sources_are_named_and_not_quoted(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert command(capsys, "--topic", "fisheries agreement", "--seeds", ".")[0] == 0
    shutil.copy("out/fisheries-agreement.docx", "agreement.docx")
    code, out, err = command(capsys, "--topic", "fisheries", "--seeds", ".", "--format", "md")
    assert (code, out.strip()) == (0, "out/fisheries.md")
    for name in ("agreement.docx", "out/fisheries-agreement.docx"):
        assert f"note: {name}: " in err
    memo = Path("out/fisheries.md").read_text(encoding="utf-8")
    assert "1 document read, 1 cited" in memo
    assert "briefgen or lying in its out folder: out/fisheries-agreement.docx, agreement.docx." in memo
    assert command(capsys, "why", "--topic", "fisheries", "--seeds", ".")[1].count("signed a fisheries") == 1


def test_of_many_memos_only_the_number_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    Path("out").mkdir()
    for number in range(30):
        Path("out", f"memo{number}.md").write_text("Filled in.", encoding="utf-8")
    command(capsys, "--topic", "fisheries", "--seeds", ".", "--format", "md")
    assert "Left out: 30 files that briefgen wrote or that lie in its out folder." in Path(
        "out/fisheries.md"
    ).read_text(encoding="utf-8")


def test_the_second_run_gives_the_memo_of_the_first(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    call = ("--topic", "fisheries", "--seeds", ".", "--out", ".", "--format", "json")
    command(capsys, *call)
    first = json.loads(Path("fisheries.json").read_text(encoding="utf-8"))
    command(capsys, *call)
    second = json.loads(Path("fisheries.json").read_text(encoding="utf-8"))
    assert second["sources"] == first["sources"]
    command(capsys, *call)
    third = json.loads(Path("fisheries.json").read_text(encoding="utf-8"))
    assert third == second
    assert sorted(path.name for path in folder.iterdir()) == ["fisheries.json", "wire.txt"]


def test_the_out_folder_inside_the_seeds_is_not_read(folder: Path) -> None:
    out = folder / "memos" / "2024"
    out.mkdir(parents=True)
    (out / "filled in.txt").write_text("A memo of which nothing is left but these words.", encoding="utf-8")
    (out / "picture.png").write_bytes(b"\x89PNG")
    (folder / "memos" / "note.txt").write_text("The fishers came to the harbour.", encoding="utf-8")
    sources, problems = read_folder(folder, out)
    assert [source.file for source in sources] == ["memos/note.txt", "wire.txt"]
    assert [(p.where, p.slug) for p in problems] == [("memos/2024/filled in.txt", "own-memo")]


def test_an_out_folder_around_the_seeds_hides_nothing(folder: Path) -> None:
    assert len(read_folder(folder, folder)[0]) == 1
    assert len(read_folder(folder, folder.parent)[0]) == 1
    assert len(read_folder(folder / "wire.txt", folder)[0]) == 1


def test_a_folder_of_memos_only_says_so(tmp_path: Path, memos: Path) -> None:
    shutil.copy(memos / "fisheries.docx", tmp_path / "memo.docx")
    with pytest.raises(BriefgenError, match=r"memo\.docx: briefgen wrote this memo"):
        read_folder(tmp_path)
