"""Files without a reader, and files whose name does not tell what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.read import read_bytes, read_folder
from tests.material import html, mail, pdf, zipped

ADVICE = {
    "a.doc": "1 old Word file was not read; open it in Word or LibreOffice and save it as .docx: a.doc.",
    "a.xlsx": "1 spreadsheet was not read; open it and save the sheet that matters as .csv: a.xlsx.",
    "a.pptx": "1 set of slides was not read; open it and export it as PDF: a.pptx.",
    "a.msg": "1 mail saved by Outlook was not read; open it and save it as .eml, or as text (.txt): a.msg.",
    "a.pst": "1 mailbox of a mail program was not read; open it there and save the mails that matter as .eml:"
             " a.pst.",
    "a.pages": "1 Pages document was not read; open it in Pages and export it as .docx: a.pages.",
    "a.wpd": "1 document of another word processor was not read; open it in LibreOffice and save it as"
             " .docx: a.wpd.",
    "a.djvu": "1 scan was not read; run text recognition (OCR) on it and save it as PDF or text: a.djvu.",
    "a.mp3": "1 recording was not read; write down what was said and save it as text (.txt): a.mp3.",
    "a.7z": "1 archive was not read; unpack it into the folder: a.7z.",
    "a.tar.gz": "1 archive was not read; unpack it into the folder: a.tar.gz.",
    "a.webarchive": "1 web archive was not read; open it in the browser and save the page as .html or PDF:"
                    " a.webarchive.",
    "a.webloc": "1 link was not read; a link is not the page: open it and save the page as .html or PDF:"
                " a.webloc.",
    "a.tex": "1 LaTeX source was not read; put the PDF that is made of it into the folder: a.tex.",
    "a.xps": "1 print file was not read; open it and save it as PDF: a.xps.",
    "a.dat": "1 file of a type without a reader was not read: a.dat.",
}  # fmt: skip


@pytest.mark.parametrize("name", ADVICE)
def test_a_format_without_a_reader_gets_one_line_of_advice(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"words")
    (tmp_path / "b.txt").write_text("words")
    _, problems = read_folder(tmp_path)
    assert [p.message for p in problems] == [ADVICE[name]]


def test_many_files_of_a_kind_get_one_line(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:02}.png").write_bytes(b"x")
        (tmp_path / f"{number:02}.jpg").write_bytes(b"x")
    (tmp_path / "b.txt").write_text("words")
    _, problems = read_folder(tmp_path)
    assert len(problems) == 1
    assert problems[0].message.startswith("100 pictures were not read;")
    assert problems[0].message.endswith(": 00.jpg, 00.png, 01.jpg, 01.png, 02.jpg and 95 more.")


def test_the_same_in_a_zip_and_a_mail() -> None:
    _, problems = read_bytes(zipped({"a.txt": b"A", "old.doc": b"x"}), "z.zip")
    assert [(p.where, p.slug) for p in problems] == [("z.zip", "format-refused")]
    _, problems = read_bytes(mail("Hello.\n", {"winmail.dat": b"x", "a.bin": b"x"}), "m.eml")
    assert [p.message for p in problems] == [
        "1 attachment in Outlook's own format was not read; ask the sender for the files themselves:"
        " winmail.dat.",
        "1 attachment of a type without a reader was not read: a.bin.",
    ]


def test_a_folder_of_refused_files_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"x")
    with pytest.raises(BriefgenError, match=r"save it as \.docx: a\.doc"):
        read_folder(tmp_path)
    with pytest.raises(BriefgenError, match=r"save it as \.docx: a\.doc"):
        read_folder(tmp_path / "a.doc")


TOLD_BY_CONTENT = {
    "notes": (b"The board decided.\n", "The board decided."),
    "notes.log": (b"The board decided.\n", "The board decided."),
    "notes.asc": (b"The board decided.\n", "The board decided."),
    "Letter to Mr. Olde": (b"The board decided.\n", "The board decided."),
    "notes 10.03.2026": (b"The board decided.\n", "The board decided."),
    "utf16": ("The board decided.\n".encode("utf-16"), "The board decided."),
    "page.php": (html(), "Harbour"),
    "paper": (pdf(["The board decided."]), "The board decided."),
    "paper.download": (pdf(["The board decided."]), "The board decided."),
    "dump": (b'[{"title": "Dues", "text": "The board decided."}]', "The board decided."),
    "mail": (b"Message-ID: <1>\nFrom: a@x.example\nSubject: x\n\nThe board decided.\n", "The board decided."),
    "all": (zipped({"a.txt": b"The board decided."}), "The board decided."),
    "rich": (b"{\\rtf1 The board decided.\\par}", "The board decided."),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD_BY_CONTENT)
def test_a_file_is_read_by_its_content_where_its_name_does_not_tell(tmp_path: Path, name: str) -> None:
    data, words = TOLD_BY_CONTENT[name]
    (tmp_path / name).write_bytes(data)
    sources, problems = read_folder(tmp_path)
    assert [p.slug for p in problems if p.slug != "mail-day"] == []
    assert words in sources[0].text or name == "page.php"


@pytest.mark.parametrize("name", ["LICENSE", "Makefile", "README", "a.txt~", "run.py", "thumbs.db", "blob"])
def test_files_that_are_no_documents_are_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0\1\2" if name == "blob" else b"words of another kind")
    (tmp_path / "b.txt").write_text("words")
    sources, problems = read_folder(tmp_path)
    assert [s.file for s in sources] == ["b.txt"]
    assert [(p.slug, name in p.message) for p in problems] == [("files-skipped", True)]


def test_a_mail_copied_from_a_program_is_no_mail_in_full() -> None:
    drafts, problems = read_bytes(
        b"From: Ola Vik\nDate: 12 March 2026\nSubject: dues\n\nThe board decided.\n", "a.txt"
    )
    assert drafts[0].text.startswith("From: Ola Vik")
    assert not problems
