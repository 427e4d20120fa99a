"""Zip files: read in memory, one level deep, with nothing trusted."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes
from tests.material import docx, lying_zip, mail, paragraph, password_zip, pdf, word_xml, zip_bomb, zipped


def test_documents_in_a_zip_are_read_in_the_order_of_their_names() -> None:
    data = zipped({"b.txt": b"B", "a/c.docx": docx(word_xml(paragraph("C"))), "d.json": b'[{"text": "D"}]'})
    drafts, problems = read_bytes(data, "z.zip")
    assert [(d.suffix, d.text) for d in drafts] == [("/a/c.docx", "C"), ("/b.txt", "B"), ("/d.json#1", "D")]
    assert not problems


def test_a_mail_in_a_zip_is_read_with_its_attachments() -> None:
    drafts, _ = read_bytes(zipped({"m.eml": mail("Hello.\n", {"n.pdf": pdf(["Note"])})}), "z.zip")
    assert [d.suffix for d in drafts] == ["/m.eml", "/m.eml/n.pdf"]


def test_hidden_and_unknown_files_in_it_are_told_in_one_line() -> None:
    data = zipped(
        {"a.txt": b"A", ".x": b"x", "__MACOSX/a.txt": b"x", "b.png": b"x", "README.md": b"x", "d/": b""}
    )
    drafts, problems = read_bytes(data, "z.zip")
    assert len(drafts) == 1
    assert [(p.where, p.slug) for p in problems] == [("z.zip", "files-skipped"), ("z.zip", "format-refused")]
    assert problems[0].message.startswith("3 files in it were hidden")


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt"])
def test_a_name_that_points_out_of_the_zip_is_refused(name: str) -> None:
    drafts, problems = read_bytes(zipped({name: b"evil", "good.txt": b"good"}), "z.zip")
    assert [d.suffix for d in drafts] == ["/good.txt"]
    assert [p.slug for p in problems] == ["zip-unsafe-name"]


def test_a_zip_in_a_zip_is_not_opened() -> None:
    drafts, problems = read_bytes(zipped({"a.txt": b"A", "in.zip": zipped({"b.txt": b"B"})}), "z.zip")
    assert [d.suffix for d in drafts] == ["/a.txt"]
    assert [(p.where, p.slug) for p in problems] == [("z.zip/in.zip", "container-nested")]


def test_a_protected_member_does_not_cost_the_others() -> None:
    _, problems = read_bytes(password_zip("a.txt"), "z.zip")
    assert [(p.where, p.slug) for p in problems] == [("z.zip/a.txt", "file-encrypted")]


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (zip_bomb(), "zip-bomb"),
        (zipped({f"{number}.txt": b"" for number in range(5001)}), "zip-bomb"),
        (lying_zip("a.txt"), "file-damaged"),
        (zipped({"a.txt": b"a" * 1000})[:-40], "file-damaged"),
        (b"PK\x03\x04", "file-damaged"),
    ],
    ids=["ratio", "count", "lying", "cut", "start"],
)
def test_a_hostile_zip_is_refused(data: bytes, slug: str) -> None:
    drafts, problems = read_bytes(data, "z.zip")
    assert (drafts, [p.slug for p in problems]) == ((), [slug])


def test_a_lying_word_file_is_refused() -> None:
    drafts, problems = read_bytes(lying_zip("word/document.xml"), "a.docx")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-damaged"])
