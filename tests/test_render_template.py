"""An office's own Word template: its look is kept, its content and anything active is not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm

from briefgen.errors import BriefgenError
from briefgen.paper import house
from briefgen.render import word
from briefgen.verify import verify
from tests.memo_fixture import calm_memo, memo, words


def office_template(path: Path, *, header: str = "Ministry of Ports") -> Path:
    """A template as an office makes it: python-docx's own, with text in body and header."""
    document = docx.Document()
    document.add_heading("How to write", 1)
    old = document.add_paragraph("Delete this text {{ please }}.")
    document.add_comment(old.runs, "A remark", author="A Person")
    document.sections[0].header.paragraphs[0].text = header
    document.save(str(path))
    return path


def rewritten(path: Path, changes: dict[str, tuple[bytes, bytes]], extra: str = "") -> Path:
    """The package with bytes replaced inside parts, and perhaps one part more."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, (old, new) in changes.items():
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in (parts | ({extra: b"x"} if extra else {})).items():
            package.writestr(name, data)
    return path


def test_the_offices_styles_and_header_are_used_and_its_body_is_not(tmp_path: Path) -> None:
    style = house.load(office_template(tmp_path / "office.docx"))
    data = word.render(calm_memo(), words, style)
    document = docx.Document(io.BytesIO(data))
    assert document.sections[0].header.paragraphs[0].text == "Ministry of Ports"
    assert "Delete this" not in "".join(p.text for p in document.paragraphs)
    assert not any("comments" in part.partname for part in document.part.package.iter_parts())
    assert not verify(calm_memo(), word.reopen(data), words, style)


def test_styles_it_lacks_are_added_and_its_own_are_kept(tmp_path: Path) -> None:
    path = office_template(tmp_path / "office.docx")
    style = house.load(path)
    made = docx.Document(io.BytesIO(word.render(calm_memo(), words, style))).styles
    before = docx.Document(str(path)).styles
    assert made["Title"].font.size == before["Title"].font.size
    assert {"Memo Table", "Memo Quote Text", "Memo Annex"} <= {s.name for s in made}


def unruly(path: Path) -> Path:
    """A template whose text is indented, justified and on a grid, and whose headings begin pages."""
    document = docx.Document(str(office_template(path)))
    normal = document.styles["Normal"].paragraph_format  # type: ignore[attr-defined]
    normal.first_line_indent, normal.alignment, normal.keep_with_next = (
        Cm(1),
        WD_ALIGN_PARAGRAPH.JUSTIFY,
        True,
    )
    heading = document.styles["Heading 1"].paragraph_format  # type: ignore[attr-defined]
    heading.page_break_before, heading.keep_with_next = True, False
    setup = document.sections[0]._sectPr
    del setup.find(qn("w:pgMar")).attrib[qn("w:gutter")]
    setup.find(qn("w:docGrid")).set(qn("w:type"), "lines")
    notes = OxmlElement("w:footnotePr")
    notes.append(OxmlElement("w:numFmt"))
    notes[0].set(qn("w:val"), "upperRoman")
    setup.insert(0, notes)
    document.save(str(path))
    return path


def said_of(style: BaseOxmlElement, tag: str, sheet: dict[str, BaseOxmlElement]) -> BaseOxmlElement | None:
    """What a style or the nearest one it is based on says of its paragraphs."""
    found = style.find(f"{qn('w:pPr')}/{qn(f'w:{tag}')}")
    base = style.find(qn("w:basedOn"))
    if found is not None or base is None:
        return found
    return said_of(sheet[base.get(qn("w:val"))], tag, sheet)


OURS = ("Memo Kind", "Memo Legend", "Memo Header", "Memo Note", "Memo More", "Memo Gap", "Memo Table Text",
        "Memo Table Head", "Memo Band")  # fmt: skip
"""Styles of paragraphs that are no text of the office's."""


@pytest.mark.parametrize("name", [*OURS, "Memo Bullet", "Memo in-brief"])
def test_our_own_styles_take_no_indent_grid_or_justification_from_the_template(
    tmp_path: Path, name: str
) -> None:
    data = word.render(memo(), words, house.load(unruly(tmp_path / "office.docx")))
    styles = docx.Document(io.BytesIO(data)).styles.element
    sheet = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    style = next(s for s in sheet.values() if s.find(qn("w:name")).get(qn("w:val")) == name)
    grid, side, indent = (said_of(style, tag, sheet) for tag in ("snapToGrid", "jc", "ind"))
    assert grid is not None
    assert side is not None
    assert (grid.get(qn("w:val")), side.get(qn("w:val"))) == ("0", "left")
    if name in OURS:
        assert indent is not None
        assert {indent.get(qn("w:firstLine")), indent.get(qn("w:hanging"))} & {"0", "1758"}


def test_headings_of_an_office_begin_no_page_and_stay_with_what_they_head(tmp_path: Path) -> None:
    data = word.render(calm_memo(), words, house.load(unruly(tmp_path / "office.docx")))
    heading = docx.Document(io.BytesIO(data)).styles["Heading 1"].paragraph_format  # type: ignore[attr-defined]
    assert (heading.page_break_before, heading.keep_with_next) == (False, True)


def test_a_gutter_that_is_not_named_takes_no_room_and_notes_are_arabic(tmp_path: Path) -> None:
    style = house.load(unruly(tmp_path / "office.docx"))
    document = docx.Document(io.BytesIO(word.render(calm_memo(), words, style)))
    widths = [int(c.get(qn("w:w"))) for c in document.tables[0]._tbl.tblGrid]
    section = document.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    room = (section.page_width - section.left_margin - section.right_margin) // 635
    assert room - len(widths) <= sum(widths) <= room
    assert not list(document.element.body.iter(qn("w:footnotePr")))
    formats = [one.get(qn("w:val")) for one in document.settings.element.iter(qn("w:numFmt"))]
    assert formats == ["decimal"]


def test_the_colour_of_a_band_is_that_of_its_style(tmp_path: Path) -> None:
    path = tmp_path / "office.docx"
    path.write_bytes(house.load().word.read_bytes())
    shipped = old = b'<w:keepNext/><w:shd w:val="clear" w:color="auto" w:fill="EDF1F7"/>'
    for fill, shown in ((b"FFEEDD", "FFEEDD"), (b"auto", "")):
        new = shipped.replace(b"EDF1F7", fill)
        style = house.load(rewritten(path, {"word/styles.xml": (old, new)}))
        document = docx.Document(io.BytesIO(word.render(calm_memo(), words, style)))
        fills = {one.get(qn("w:fill")) for one in document.tables[0]._tbl.iter(qn("w:shd"))}
        assert fills == ({shown} if shown else set())
        old = new


def test_a_dotx_becomes_a_document(tmp_path: Path, measures: Path) -> None:
    path = office_template(tmp_path / "office.dotx")
    rewritten(path, {"[Content_Types].xml": (b"document.main+xml", b"template.main+xml")})
    data = word.render(calm_memo(), words, house.load(path))
    assert docx.Document(io.BytesIO(data)).paragraphs[1].text == calm_memo().title


@pytest.mark.parametrize("placeholder", ["Ports [[marking]] x", "[[title]]", "no place"])
def test_the_marking_is_shown_with_or_without_a_place_for_it(tmp_path: Path, placeholder: str) -> None:
    style = house.load(office_template(tmp_path / "office.docx", header=placeholder))
    marked = calm_memo("LIMITED")
    reopened = word.reopen(word.render(marked, words, style))
    assert any("LIMITED" in m for m in reopened.margins)
    assert not any("[[" in m for m in reopened.margins)
    assert not verify(marked, reopened, words, style)


def test_a_placeholder_that_word_split_over_runs_is_filled(tmp_path: Path) -> None:
    path = office_template(tmp_path / "office.docx", header="")
    document = docx.Document(str(path))
    for piece in ("Office [[mar", "king", "]] end"):
        document.sections[0].header.paragraphs[0].add_run(piece)
    document.save(str(path))
    reopened = word.reopen(word.render(calm_memo("LIMITED"), words, house.load(path)))
    assert "Office LIMITED end" in reopened.margins


def test_every_placeholder_of_a_paragraph_is_filled_once(tmp_path: Path) -> None:
    path = office_template(tmp_path / "office.docx", header="[[title]] / [[title]] / [[marking]] [[title]]")
    memo = replace(calm_memo("LIMITED"), title="On [[generator]] and [[title]]")
    reopened = word.reopen(word.render(memo, words, house.load(path)))
    title = memo.title
    assert f"{title} / {title} / LIMITED {title}" in reopened.margins
    assert not verify(memo, reopened, words, house.load(path))


def test_a_placeholder_that_nobody_fills_is_found(tmp_path: Path) -> None:
    style = house.load(office_template(tmp_path / "office.docx", header="[[titel]]"))
    found = verify(calm_memo(), word.reopen(word.render(calm_memo(), words, style)), words, style)
    assert [problem.slug for problem in found] == ["template-leftover"]


@pytest.mark.parametrize(
    "extra", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/a.xml"]
)
def test_active_content_is_refused(tmp_path: Path, extra: str) -> None:
    path = rewritten(office_template(tmp_path / "office.docx"), {}, extra)
    with pytest.raises(BriefgenError, match="macros or embedded") as caught:
        word.render(calm_memo(), words, house.load(path))
    assert caught.value.slug == "template-refused"


def test_a_macro_template_under_another_name_is_refused(tmp_path: Path) -> None:
    path = office_template(tmp_path / "office.docx")
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    with pytest.raises(BriefgenError) as caught:
        word.render(calm_memo(), words, house.load(rewritten(path, {"[Content_Types].xml": (kind, macro)})))
    assert caught.value.slug == "template-refused"


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_file_that_is_no_word_document_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "office.docx"
    path.write_bytes(content)
    with pytest.raises(BriefgenError, match=r"office\.docx") as caught:
        word.render(calm_memo(), words, house.load(path))
    assert caught.value.slug == "template-broken"


def test_a_package_without_a_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "office.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(BriefgenError) as caught:
        word.render(calm_memo(), words, replace(house.load(), word=path))
    assert caught.value.slug == "template-broken"


def test_a_template_without_page_setup_gets_a4(tmp_path: Path, measures: Path) -> None:
    path = office_template(tmp_path / "office.docx")
    document = docx.Document(str(path))
    body = document.element.body
    body.remove(body.sectPr)
    document.save(str(path))
    section = docx.Document(io.BytesIO(word.render(calm_memo(), words, house.load(path)))).sections[0]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210


@pytest.mark.parametrize("value", ["15x", "", "99999999999999999999", "é", "12"])
def test_an_odd_compatibility_mode_is_set_right(tmp_path: Path, value: str) -> None:
    path = tmp_path / "office.docx"
    path.write_bytes(house.load().word.read_bytes())
    old = b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    new = old.replace(b'"15"', f'"{value}"'.encode())
    data = word.render(calm_memo(), words, house.load(rewritten(path, {"word/settings.xml": (old, new)})))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert old in package.read("word/settings.xml")


def damaged(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """An office template whose named part is changed."""
    office_template(path)
    with zipfile.ZipFile(path) as package:
        old = package.read(part)
    return rewritten(path, {part: (old, change(old.decode()).encode())})


def test_page_setup_that_names_lost_parts_is_mended(tmp_path: Path) -> None:
    path = damaged(tmp_path / "office.docx", "word/document.xml", printer)
    marked = calm_memo("LIMITED")
    data = word.render(marked, words, house.load(path))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"rId99" not in package.read("word/document.xml")
    assert not verify(marked, word.reopen(data), words, house.load(path))


def printer(text: str) -> str:
    """A page setup whose header and printer settings are not in the package."""
    text = re.sub('(<w:headerReference [^>]*r:id=")[^"]*', r"\1rId99", text)
    return text.replace("</w:sectPr>", '<w:printerSettings r:id="rId99"/></w:sectPr>')


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("word/document.xml", lambda text: re.sub("w:document", "w:paper", text)),
        ("word/document.xml", lambda text: re.sub("<w:body>.*</w:body>", "", text, flags=re.S)),
        ("word/styles.xml", lambda text: text[: len(text) // 2]),
        ("word/numbering.xml", lambda text: re.sub('w:abstractNumId="[0-9]+"', 'w:abstractNumId="x"', text)),
        ("word/_rels/document.xml.rels", lambda text: re.sub(' Type="[^"]*"', "", text)),
        ("word/_rels/document.xml.rels", lambda text: re.sub("styles.xml", "settings.xml", text)),
        ("[Content_Types].xml", lambda text: re.sub("wordprocessingml.header", "wordprocessingml.x", text)),
        ("docProps/core.xml", lambda text: ""),
        ("word/theme/theme1.xml", lambda text: "not XML"),
        ("word/header1.xml", lambda text: "<w:x/>"),
    ],
)
def test_a_damaged_template_gives_a_memo_or_a_plain_refusal(
    tmp_path: Path, part: str, change: Callable[[str], str]
) -> None:
    path = damaged(tmp_path / "office.docx", part, change)
    assert outcome(house.load(path)).startswith(("a memo", f"template-broken: {path}"))


def outcome(style: house.HouseStyle) -> str:
    """What becomes of a memo in a house."""
    try:
        data = word.render(calm_memo(), words, style)
    except BriefgenError as error:
        return f"{error.slug}: {error.message}"
    return f"{verify(calm_memo(), word.reopen(data), words, style) or 'a memo'}"


def test_a_fault_of_our_own_is_not_blamed_on_the_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = house.load(office_template(tmp_path / "office.docx"))

    def fail(document: object, memo: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr("briefgen.render.word.document.set_properties", fail)
    with pytest.raises(ValueError, match="ours"):
        word.render(calm_memo(), words, style)


def test_parts_are_known_by_their_type_and_not_by_their_name(tmp_path: Path) -> None:
    path = office_template(tmp_path / "office.docx")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            renamed = data.replace(b"styles.xml", b"styles2.xml").replace(
                b"word/document.xml", b"word/document2.xml"
            )
            place = name.replace("styles.xml", "styles2.xml").replace("document.xml", "document2.xml")
            package.writestr(place, renamed)
    style = house.load(path)
    assert not verify(calm_memo(), word.reopen(word.render(calm_memo(), words, style)), words, style)
