"""E-books and OpenDocument containers as a whole."""

from __future__ import annotations

import time

import pytest

from briefgen.model import Omission
from briefgen.read import read_bytes
from briefgen.read.epub_page import page_manuscript
from tests.material import zipped

CONTAINER = b'<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
OPF = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Quays of the north</dc:title>
<dc:creator>Ida Vale</dc:creator><dc:publisher>Harbour Press</dc:publisher><dc:date>2024-06-08</dc:date>
<dc:language>en-GB</dc:language></metadata><manifest>
<item id="two" href="text/ch%202.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/ch1.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>"""
PAGE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>
<body>{}</body></html>"""
FIRST = (
    "<h1>Quays of the north</h1>"
    "<p>The pact is near.<a epub:type='noteref' href='#n1'>1</a>&nbsp;It is due.</p>"
    "<aside epub:type='footnote' id='n1'><p><sup>1</sup> Answer of June.</p></aside>"
    "<p style='display: none'>Two</p><p class='x off'>words</p>"
)
SECOND = (
    "<p><span>K</span>elby waits.</p><table><tr><th>Town</th><th>Ferries</th></tr><tr><td>Sund</td>"
    "<td>3</td></tr></table>"
)


def book(**more: bytes) -> bytes:
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": OPF.encode(),
            "OEBPS/text/ch1.xhtml": PAGE.format(FIRST).encode(),
            "OEBPS/text/ch 2.xhtml": PAGE.format(SECOND).encode(),
            "OEBPS/a.css": b"p.on { color: red } .off { margin: 0; display: none; }",
            "OEBPS/nav.xhtml": PAGE.format("<nav><a>Quays</a></nav>").encode(),
            **more,
        }
    )


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    (draft,), problems = read_bytes(book(), "a.epub")
    assert not problems
    assert draft.text.split("\n") == [
        "Quays of the north", "The pact is near.\u00a0It is due.", "Answer of June.", "Kelby waits.",
        "Town: Sund; Ferries: 3",
    ]  # fmt: skip
    assert [label for _, label in draft.places] == [
        "chapter 1, paragraph 1", "chapter 1, paragraph 2", "chapter 1, note 1", "chapter 2, paragraph 1",
        "chapter 2, table 1, row 2",
    ]  # fmt: skip
    assert dict(draft.stated) == {
        "title": "Quays of the north",
        "author": "Ida Vale",
        "publisher": "Harbour Press",
        "published": "2024-06-08",
        "language": "en-GB",
    }
    assert draft.stated_at["title"] == (0, 18)
    assert draft.omitted == (Omission("hidden-text", "2 words"),)


RIGHTS = b'<encryption><CipherReference URI="OEBPS/text/ch1.xhtml"/></encryption>'


@pytest.mark.parametrize(
    ("data", "name", "slug"),
    [
        (zipped({"a": b""}), "a.epub", "file-damaged"),
        (zipped({"META-INF/container.xml": CONTAINER}), "a.epub", "file-damaged"),
        (book(**{"META-INF/encryption.xml": RIGHTS}), "a.epub", "file-encrypted"),
        (book(**{"OEBPS/book.opf": b"<!DOCTYPE p><p/>"}), "a.epub", "xml-unsafe"),
        (zipped({"a": b""}), "a.odt", "file-damaged"),
        (zipped({"content.xml": b"<a", "meta.xml": b"<b/>"}), "a.odt", "file-damaged"),
        (
            zipped({"content.xml": b"x", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
            "a.odt",
            "file-encrypted",
        ),
        (b"no zip", "a.odt", "file-damaged"),
    ],
)
def test_what_can_not_be_opened_is_told(data: bytes, name: str, slug: str) -> None:
    drafts, problems = read_bytes(data, name)
    assert (drafts, [problem.slug for problem in problems]) == ((), [slug])


def test_a_flat_file_holds_all_parts_in_one() -> None:
    flat = (
        '<office:document xmlns:office="o" xmlns:text="t" xmlns:dc="d" xmlns:meta="m" xmlns:style="s">'
        "<office:meta><dc:title>Quays</dc:title><meta:initial-creator>Ida Vale</meta:initial-creator>"
        "</office:meta><office:master-styles><style:header><text:p>Head</text:p></style:header>"
        "</office:master-styles><office:body><office:text><text:tracked-changes><text:p>gone</text:p>"
        "</text:tracked-changes><text:p>The  pact<text:s text:c='2'/>is\nnear.</text:p>"
        "<text:table-of-content><text:p>Costs 3</text:p></text:table-of-content>"
        "</office:text></office:body></office:document>"
    )
    (draft,), _ = read_bytes(flat.encode(), "a.fodt")
    assert draft.text == "The pact  is near."
    assert dict(draft.stated) == {"title": "Quays", "author": "Ida Vale"}


def test_a_page_that_the_spine_names_again_is_read_once() -> None:
    again = OPF.replace(
        "</manifest>", '<item id="twin" href="text/ch1.xhtml" media-type="application/xhtml+xml"/></manifest>'
    )
    spine = '<itemref idref="one"/><itemref idref="twin"/></spine>'
    (draft,), _ = read_bytes(book(**{"OEBPS/book.opf": again.replace("</spine>", spine).encode()}), "a.epub")
    (once,), _ = read_bytes(book(), "a.epub")
    assert draft.text == once.text


def test_a_cell_behind_a_table_in_a_row_stands_in_its_own_column() -> None:
    inner = "<table><tr><td>x</td></tr></table>"
    first = f"<tr><td>a</td><td>{inner}</td><td rowspan='2'>North</td><td>c</td></tr>"
    second = "<tr><td>b</td><td>y</td><td>d</td></tr>"
    assert (
        page_manuscript(f"<table>{first}{second}</table>").draft({}).text == "a; x; North; c\nb; y; North; d"
    )


def test_the_cells_of_a_row_are_read_in_a_time_by_their_number() -> None:
    start = time.process_time()
    page_manuscript(f"<table><tr>{'<td>a</td>' * 20_000}</tr></table>")
    assert time.process_time() - start < 4
