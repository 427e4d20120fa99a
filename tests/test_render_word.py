"""The Word memo: what a reader sees, real footnotes, repeated header rows, equal bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.paper import house
from briefgen.paper.memo import House, Item, Reopened, Section
from briefgen.paper.printed import folded
from briefgen.render import word
from tests.memo_fixture import calm_memo, memo, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = house.load()
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def data() -> bytes:
    return word.render(memo("LIMITED"), words, STYLE)


@pytest.fixture(scope="module")
def reopened(data: bytes) -> Reopened:
    return word.reopen(data)


def part(data: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(name))


def check(measures: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(measures / "docx_check.py"), *arguments, "--strict", "--require-xsd"]
    return subprocess.run([*command, "--lang", "en-GB"], capture_output=True, text=True, check=False)


def test_the_check_for_word_files_has_no_finding(measures: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for path in paths:
        path.write_bytes(word.render(calm_memo(), words, STYLE))
    result = check(measures, *map(str, paths))
    assert result.returncode == 0, result.stdout


def test_hostile_words_of_a_source_make_a_valid_file(measures: Path, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    path.write_bytes(data)
    result = check(measures, str(path), "--ignore", "template_tag")
    assert result.returncode == 0, result.stdout


def test_the_header_block_shows_what_the_officer_fills(reopened: Reopened) -> None:
    lines = [b.text for b in reopened.blocks[1:6]]
    assert lines[:3] == ["To: [to be filled in]", "From: [to be filled in]", "Date: 10 March 2025"]


def test_sections_are_headings_in_order(reopened: Reopened) -> None:
    assert [b.text for b in reopened.blocks if b.kind == "heading"] == [s.title for s in memo().sections]


def test_each_cited_span_has_one_footnote_and_later_marks_refer_to_it(
    reopened: Reopened, data: bytes
) -> None:
    assert len(reopened.notes) == len(memo().footnotes)
    body = part(data, "word/document.xml")
    ids = [n.get(f"{W}id") for n in body.iter(f"{W}footnoteReference")]
    assert len(ids) == len(set(ids)) == len(reopened.notes)
    fields = [f.get(f"{W}instr", "") for f in body.iter(f"{W}fldSimple")]
    bookmarks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    assert fields
    assert all(f.split()[1] in bookmarks for f in fields)


def test_notes_stand_with_the_words_they_belong_to(reopened: Reopened) -> None:
    cell = next(b for b in reopened.blocks if b.kind == "cell" and b.text.startswith("We do not wait"))
    assert [reopened.notes[n - 1].split()[0] for n in cell.notes] == ["S2"]


def test_header_rows_repeat_and_no_row_breaks_over_pages(data: bytes) -> None:
    tables = list(part(data, "word/document.xml").iter(f"{W}tbl"))
    assert len(tables) == 5
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblDescription") is not None


def test_words_of_a_source_carry_the_quote_style(data: bytes) -> None:
    runs = part(data, "word/document.xml").iter(f"{W}r")
    shown = {
        "".join(t.text or "" for t in run.iter(f"{W}t")): style.get(f"{W}val")
        for run in runs
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None
    }
    assert shown["broad “harbour partnership”"] == "MemoQuoteText"
    assert shown["Mara Lindqvist"] == shown["Norland"] == "MemoName"
    assert shown["chair of the Coastal League"] == "MemoQuoteText"
    assert shown["[to be filled in]"] == "MemoBlank"


def test_marking_title_and_page_numbers_stand_in_the_margins(reopened: Reopened, data: bytes) -> None:
    assert reopened.margins.count("LIMITED") == 4
    assert memo().title in reopened.margins
    assert any("Page 1 of 1" in m and "briefgen 0.1.0" in m for m in reopened.margins)
    fields = {f.get(f"{W}instr", "").strip() for f in part(data, "word/footer1.xml").iter(f"{W}fldSimple")}
    assert fields == {"PAGE", "NUMPAGES"}


def test_without_a_marking_its_place_is_gone() -> None:
    margins = word.reopen(word.render(memo(), words, STYLE)).margins
    assert not any("[[" in m for m in margins)
    assert "LIMITED" not in margins


def test_properties_say_what_it_is_and_nothing_of_the_machine(data: bytes) -> None:
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.author, core.language) == (memo().title, "briefgen", "en-GB")
    assert core.created is not None
    assert core.created.isoformat().startswith("2025-03-10")
    undated = docx.Document(io.BytesIO(word.render(replace(memo(), as_of=None), words, STYLE)))
    assert undated.core_properties.created is not None
    assert undated.core_properties.created.year == 1980


def test_a_property_is_as_long_as_word_keeps_it() -> None:
    long = replace(memo(), title="a" * 300, topic="b" * 255)
    core = docx.Document(io.BytesIO(word.render(long, words, STYLE))).core_properties
    assert (core.title, core.subject) == ("a" * 255, "b" * 255)


def test_bytes_are_equal_on_any_hash_seed_time_zone_and_locale(data: bytes, tmp_path: Path) -> None:
    program = (
        "import sys; from memo_fixture import memo, words; from briefgen.paper import house; "
        "from briefgen.render import word; "
        "sys.stdout.buffer.write(word.render(memo('LIMITED'), words, house.load()))"
    )
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    extra = {"PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"}
    made = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | extra, cwd=tmp_path, capture_output=True, check=True
    )
    assert made.stdout == data


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=8, max_size=8))
def test_any_words_come_back_as_they_are_printed(texts: list[str]) -> None:
    items = tuple(Item((House(f"x{text}"),)) for text in texts)
    section = Section("background", "Background", "bullets", items)
    found = word.reopen(word.render(replace(memo(), sections=(section,)), words, STYLE))
    assert [folded(b.text) for b in found.blocks[-8:]] == [folded(f"x{text}") for text in texts]


def test_a_section_without_items_prints_its_gap(reopened: Reopened) -> None:
    assert "The sources date no event." in [b.text for b in reopened.blocks]


def test_the_base_document_is_what_its_parts_give(tmp_path: Path) -> None:
    program = ROOT / "benchmarks" / "make_memo_docx.py"
    subprocess.run([sys.executable, str(program), str(tmp_path / "memo.docx")], check=True)
    assert (tmp_path / "memo.docx").read_bytes() == STYLE.word.read_bytes()
