"""Word files and other papers: paragraphs, tables, pages, properties."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes
from briefgen.read.draft import Draft
from briefgen.read.properties import stated_properties
from tests.material import (
    PARAGRAPHS,
    docx,
    docx_by_library,
    encrypted_pdf,
    paragraph,
    pdf,
    rtf,
    word_xml,
)


def read(data: bytes, name: str = "a.docx") -> Draft:
    drafts, problems = read_bytes(data, name)
    assert not problems
    return drafts[0]


def test_a_word_file_is_read_paragraph_by_paragraph() -> None:
    draft = read(docx_by_library(PARAGRAPHS, title="Sea lanes", author="Jane Roe"))
    assert draft.text == "\n".join((*PARAGRAPHS, "State: Ports"))
    assert draft.places[1] == (len(PARAGRAPHS[0]) + 1, "paragraph 2")
    assert draft.places[-1][1] == "table 1, row 1"
    assert draft.stated["title"] == "Sea lanes"
    assert draft.stated["author"] == "Jane Roe"
    assert "published" not in draft.stated
    assert draft.clean


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:ins><w:r><w:t>Inserted</w:t></w:r></w:ins></w:p>", "Inserted"),
        (
            "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>",
            "kept",
        ),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "In a control",
        ),
        ("<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink></w:p>", "A link"),
        (
            "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>",
            "one\ttwo\nthree",
        ),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>no tab</w:t></w:r></w:p>", "no tab"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>text</w:t></w:r></w:p>", "text"),
        (f"<w:p/>{paragraph('after a blank one')}", "after a blank one"),
    ],
)
def test_what_word_shows_is_read(body: str, text: str) -> None:
    assert read(docx(word_xml(body))).text == text


def test_cells_of_a_table_stand_side_by_side() -> None:
    row = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Japan", "Yokosuka"))
    draft = read(docx(word_xml(f"{paragraph('Ports')}<w:tbl><w:tr>{row}</w:tr></w:tbl>")))
    assert draft.text == "Ports\nJapan: Yokosuka"
    assert draft.places == ((0, "paragraph 1"), (6, "table 1, row 1"))


def test_a_table_that_lays_out_a_page_is_read_paragraph_by_paragraph() -> None:
    cell = f"<w:tc>{paragraph('One.')}{paragraph('Two.')}</w:tc>"
    draft = read(docx(word_xml(f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('Three.')}</w:tc></w:tr></w:tbl>")))
    assert draft.text == "One.\nTwo.\nThree."


def test_the_strict_variant_of_the_format_is_read() -> None:
    strict = word_xml(paragraph("Strict")).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(docx(strict)).text == "Strict"


@pytest.mark.parametrize(
    ("document", "slug"),
    [
        (b"<w:document", "file-damaged"),
        (b'<!DOCTYPE d SYSTEM "http://example.org/d.dtd"><d/>', "xml-unsafe"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d []><d/>'.encode("utf-16"), "xml-unsafe"),
        (b"<w:document" + b"><a" * 300_000, "file-damaged"),
    ],
)
def test_bad_xml_is_refused(document: bytes, slug: str) -> None:
    drafts, problems = read_bytes(docx(document), "a.docx")
    assert (drafts, [p.slug for p in problems]) == ((), [slug])


@pytest.mark.parametrize(
    ("title", "author", "stated"),
    [
        ("Sea lanes", "Jane Roe", {"title": "Sea lanes", "author": "Jane Roe"}),
        ("Microsoft Word - draft3.docx", "jroe", {}),
        ("Untitled", "", {}),
        ("statement_final.pdf", "", {}),
        (" Sea\n lanes ", "", {"title": "Sea lanes"}),
    ],
)
def test_what_programs_fill_in_is_not_metadata(title: str, author: str, stated: dict[str, str]) -> None:
    assert stated_properties(title, author) == stated


def test_a_pdf_is_read_page_by_page() -> None:
    draft = read(pdf(["Page one", "Page two"]), "a.pdf")
    assert draft.text == "Page one\nPage two"
    assert draft.places == ((0, "page 1"), (9, "page 2"))
    assert not draft.clean


def test_a_pdf_with_an_empty_password_is_read() -> None:
    assert read(encrypted_pdf(["Open to all"], ""), "a.pdf").text == "Open to all"


def test_pages_without_text_are_named() -> None:
    drafts, problems = read_bytes(pdf(["Page one", "", ""]), "a.pdf")
    assert "Page one" in drafts[0].text
    assert [(p.slug, p.message) for p in problems] == [
        ("pdf-pages-without-text", "2 of 3 pages hold no text: 2, 3.")
    ]


def test_a_pdf_with_too_many_pages_is_refused() -> None:
    drafts, problems = read_bytes(pdf([""] * 2001), "a.pdf")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-too-large"])


def test_rich_text_is_read_with_its_marks() -> None:
    draft = read(rtf("First.", "“Second,” she said."), "a.rtf")
    assert draft.text.split("\n")[:2] == ["First.", "“Second,” she said."]
    assert dict(draft.stated) == {"title": "Note on ports", "author": "Jane Roe"}
    assert draft.places == ((0, "paragraph 1"), (7, "paragraph 2"))


def test_pictures_in_rich_text_are_passed_over() -> None:
    picture = b"{\\pict\\pngblip " + b"89504e470d0a1a0a\r\n" * 500_000 + b"}"
    assert read(b"{\\rtf1 Before" + picture + b" after.\\par}", "a.rtf").text.split() == ["Before", "after."]
