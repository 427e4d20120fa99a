"""The Word memo: what a reader sees, real footnotes, repeated header rows, equal bytes."""

from __future__ import annotations

import io
import os
import re
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
from briefgen.paper.memo import House, Item, Notes, Reference, Section, When
from briefgen.paper.printed import folded
from briefgen.paper.reopened import Reopened
from briefgen.render import RENDERERS, word
from briefgen.verify import verify
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
    lines = [b.text for b in reopened.blocks[:5]]
    assert lines == [
        "BRIEFING MEMO – FOR INFORMATION",
        memo().title,
        "To: [to be filled in]",
        "From: Unit 4",
        "Date: 10 March 2025",
    ]


def test_what_the_officer_fills_is_a_content_control(data: bytes) -> None:
    controls = list(part(data, "word/document.xml").iter(f"{W}sdt"))
    found = [
        (
            control.find(f"{W}sdtPr/{W}alias").get(f"{W}val"),  # type: ignore[union-attr]
            control.find(f"{W}sdtPr/{W}tag").get(f"{W}val"),  # type: ignore[union-attr]
            control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None,
            "".join(t.text or "" for t in control.iter(f"{W}t")),
        )
        for control in controls
    ]
    assert found == [
        ("To", "to", True, "[to be filled in]"),
        ("From", "from", False, "Unit 4"),
        ("Ref", "ref", True, "[to be filled in]"),
    ]


def test_sections_are_headings_in_order(reopened: Reopened) -> None:
    assert [b.text for b in reopened.blocks if b.kind == "heading"] == [s.title for s in memo().sections]


def test_a_section_that_is_left_to_the_officer_is_room_to_write(measures: Path, tmp_path: Path) -> None:
    mine = Section("lines-to-take", "Lines to take", "bullets", (), gap="[to be written]", fillable=True)
    whole = replace(calm_memo(), sections=(mine, *calm_memo().sections))
    made = word.render(whole, words, STYLE)
    (tmp_path / "memo.docx").write_bytes(made)
    assert check(measures, str(tmp_path / "memo.docx")).returncode == 0
    body = part(made, "word/document.xml").find(f"{W}body")
    assert body is not None
    (control,) = body.findall(f"{W}sdt")
    assert control.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == "lines-to-take"  # type: ignore[union-attr]
    assert control.find(f"{W}sdtPr/{W}text") is None
    assert control.find(f"{W}sdtContent/{W}p") is not None
    ids = [one.get(f"{W}val") for one in body.iter(f"{W}id")]
    assert len(ids) == len(set(ids)) == 4
    for name, renderer in RENDERERS.items():
        found = renderer.reopen(renderer.render(whole, words, STYLE))
        assert not verify(whole, found, words, STYLE), name


def test_each_mark_has_a_note_of_its_own_and_no_field_depends_on_another_line(
    reopened: Reopened, data: bytes
) -> None:
    body = part(data, "word/document.xml")
    ids = [n.get(f"{W}id") for n in body.iter(f"{W}footnoteReference")]
    assert ids == [str(n) for n in range(1, len(reopened.notes) + 1)]
    assert not [one for one in body.iter() if one.tag in (f"{W}fldSimple", f"{W}instrText")]
    assert all(re.fullmatch(r"S\d, line \d(; S\d, line \d)*\.", note) for note in reopened.notes)


def test_the_part_of_the_notes_declares_the_namespace_of_relationships(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        head = package.read("word/footnotes.xml").split(b">", 2)[1]
    assert b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' in head


@pytest.mark.parametrize(
    ("form", "has", "lacks"),
    [
        ("footnote", "word/footnotes.xml", "word/endnotes.xml"),
        ("endnote", "word/endnotes.xml", "word/footnotes.xml"),
        ("bracket", "word/document.xml", "word/footnotes.xml"),
    ],
)
def test_the_house_says_where_notes_stand(
    measures: Path, tmp_path: Path, form: Notes, has: str, lacks: str
) -> None:
    style = replace(STYLE, notes=form)
    made = word.render(calm_memo(), words, style)
    (tmp_path / "memo.docx").write_bytes(made)
    result = check(measures, str(tmp_path / "memo.docx"))
    assert result.returncode == 0, result.stdout
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert has in package.namelist()
        assert lacks not in package.namelist()
        numbered = package.read("word/settings.xml").count(b'<w:numFmt w:val="decimal"/>')
    assert numbered == (form != "bracket")
    found = word.reopen(made)
    assert len(found.notes) == (0 if form == "bracket" else 2)
    assert not verify(calm_memo(), found, words, style)


def test_notes_stand_with_the_words_they_belong_to(reopened: Reopened) -> None:
    line = next(b for b in reopened.blocks if b.text.startswith("B2  Norland"))
    assert [reopened.notes[n - 1] for n in line.notes] == ["S1, line 5; S3, line 3."]


def test_references_lead_to_the_rows_that_they_name(reopened: Reopened) -> None:
    blocks = reopened.blocks
    issue = next(b for b in blocks if b.text.startswith("“Whether Sudermark"))
    assert [blocks[n].text for n in issue.links] == ["K2", "K1", "S3"]
    first = next(b for b in blocks if b.text.endswith("(B1)"))
    assert [blocks[n].text[:4] for n in first.links] == ["B1  "]
    more = next(b for b in blocks if b.text.startswith("1 more"))
    assert [blocks[n].text for n in more.links] == ["Further statements and issues"]


def test_what_a_reference_names_and_is_not_there_is_plain_text() -> None:
    sections = tuple(s for s in memo().sections if s.id not in ("key-statements", "sources"))
    found = word.reopen(word.render(replace(memo(), sections=sections), words, STYLE))
    issue = next(b for b in found.blocks if b.text.startswith("“Whether Sudermark"))
    assert "(K1)" in issue.text
    assert issue.links == ()


def test_odd_labels_make_bookmarks_that_word_takes(measures: Path, tmp_path: Path) -> None:
    labels = ("É 1", "K.1", "k 1", "x" * 60)
    items = tuple(Item((House(f"row {n}"),), label=label) for n, label in enumerate(labels))
    pointing = Item(tuple(Reference(label) for label in labels))
    section = Section("background", "Background", "bullets", (*items, pointing))
    made = word.render(replace(calm_memo(), sections=(section,), header=()), words, STYLE)
    (tmp_path / "memo.docx").write_bytes(made)
    assert check(measures, str(tmp_path / "memo.docx")).returncode == 0
    assert len(word.reopen(made).blocks[-1].links) == 3


def test_the_first_annex_begins_a_page_and_no_other_heading_does(data: bytes) -> None:
    body, sheet = part(data, "word/document.xml"), part(data, "word/styles.xml")
    breaks = {
        style.get(f"{W}styleId"): on.get(f"{W}val") != "0"
        for style in sheet.iter(f"{W}style")
        if (on := style.find(f"{W}pPr/{W}pageBreakBefore")) is not None
    }
    used = [s.get(f"{W}val") for s in body.iter(f"{W}pStyle")]
    assert [style for style in used if breaks.get(style)] == ["MemoFirstAnnex"]


def test_a_band_goes_across_and_stays_with_the_row_below(data: bytes) -> None:
    table = next(part(data, "word/document.xml").iter(f"{W}tbl"))
    _, band, first = table.findall(f"{W}tr")[:3]
    (cell,) = band.findall(f"{W}tc")
    assert cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "2"  # type: ignore[union-attr]
    assert cell.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == "EDF1F7"  # type: ignore[union-attr]
    assert cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val") == "MemoBand"  # type: ignore[union-attr]
    assert len(first.findall(f"{W}tc")) == 2
    band_style = next(s for s in part(data, "word/styles.xml") if s.get(f"{W}styleId") == "MemoBand")
    assert band_style.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize(
    ("rows", "annex", "kept"), [(9, True, 8), (10, True, 9), (11, True, 1), (3, False, 1), (1, True, 0)]
)
def test_a_short_annex_stays_on_one_page_and_no_last_row_is_alone(rows: int, annex: bool, kept: int) -> None:
    items = tuple(Item((House(f"row {n}"),)) for n in range(rows))
    section = Section("chronology", "Chronology", "table", items, (("text", "Event"),), annex=annex)
    made = word.render(replace(calm_memo(), sections=(section,)), words, STYLE)
    body = part(made, "word/document.xml")
    assert len(list(body.iter(f"{W}keepNext"))) == kept


@pytest.mark.parametrize(("same", "links"), [(30, 2), (36, 1)])
def test_a_long_label_leads_as_far_as_word_takes_its_name(same: int, links: int) -> None:
    labels = ("x" * same + "a", "x" * same + "b")
    items = tuple(Item((House(label),), label=label) for label in labels)
    section = Section("background", "Background", "bullets", (*items, Item(tuple(map(Reference, labels)))))
    found = word.reopen(word.render(replace(calm_memo(), sections=(section,), header=()), words, STYLE))
    assert len(found.blocks[-1].links) == links


def test_a_column_of_labels_is_narrow_and_columns_fill_the_page(data: bytes) -> None:
    for table in part(data, "word/document.xml").iter(f"{W}tbl"):
        widths = [int(c.get(f"{W}w", "")) for c in table.iter(f"{W}gridCol")]
        head = "".join(t.text or "" for t in next(table.iter(f"{W}tc")).iter(f"{W}t"))
        assert (widths[0] == 640) == (head == "#")
        assert 9524 - len(widths) <= sum(widths) <= 9524


def test_header_rows_repeat_and_no_row_breaks_over_pages(data: bytes) -> None:
    tables = list(part(data, "word/document.xml").iter(f"{W}tbl"))
    assert len(tables) == 6
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
    assert core.subject == "BRIEFING MEMO – FOR INFORMATION"
    assert memo().topic not in (core.subject, core.keywords)


def test_a_memo_without_a_day_has_that_of_its_newest_source_or_none() -> None:
    first, *others = memo().sources
    newer = replace(first, published=When("2025-04-01", "stated", ()))
    vague = replace(first, published=When("2025-05", "stated", ()))
    for sources, day in (((first, newer, vague), "2025-04-01"), ((vague, *others), "")):
        undated = replace(memo(), as_of=None, sources=sources)
        with zipfile.ZipFile(io.BytesIO(word.render(undated, words, STYLE))) as package:
            core = package.read("docProps/core.xml").decode()
        assert re.findall(r">(\d{4}-\d\d-\d\d)T00:00:00Z<", core) == ([day, day] if day else [])


def test_a_property_is_as_long_as_word_keeps_it() -> None:
    long = replace(memo(), title="a" * 300, kind="b" * 300)
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
