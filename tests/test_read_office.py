"""What word processors keep beside the text: notes, hidden words, titles, large first letters, tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.model import Omission, Source
from briefgen.read import read_bytes
from briefgen.read.draft import Draft
from briefgen.read.epub_page import page_manuscript
from tests.material import docx, paragraph, word_xml, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN_STYLE = '<w:rStyle w:val="{}"/>'
ODF = (
    'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:dc="d" '
    'xmlns:meta="m" xmlns:draw="dr"'
)


def read(data: bytes, name: str = "a.docx") -> Draft:
    (draft,), problems = read_bytes(data, name)
    assert not problems
    return draft


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def word(body: str, **parts: str) -> Draft:
    """A Word file of this body, with other parts by their names: `styles="<w:style ...>"`."""
    more = {name: f"<w:{name} {W}>{xml}</w:{name}>".encode() for name, xml in parts.items()}
    return read(docx(word_xml(body), **more))


def styled(words: str, style: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(words)}</w:p>'


def odt(body: str, styles: str = "", meta: str = "") -> Draft:
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    properties = f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>"
    return read(zipped({"content.xml": content.encode(), "meta.xml": properties.encode()}), "a.odt")


def rtf(body: str) -> Draft:
    return read(("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode("latin-1"), "a.rtf")


def placed(draft: Draft) -> list[tuple[str, str]]:
    ends = [*(start - 1 for start, _ in draft.places[1:]), len(draft.text)]
    return [(label, draft.text[start:end]) for (start, label), end in zip(draft.places, ends, strict=True)]


OFF = "<w:rPr><w:vanish/></w:rPr>"
SECRET = f'<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>{OFF}</w:style>'
CHILD = '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Secret"/></w:style>'
WHOLE = f'<w:style w:type="paragraph" w:styleId="Off">{OFF}</w:style>'


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (f"<w:p>{run('Shown.')}{run(' Two words', '<w:vanish/>')}</w:p>", ""),
        (f"<w:p>{run('Shown.')}{run(' Two words', RUN_STYLE.format('Secret'))}</w:p>", SECRET),
        (f"<w:p>{run('Shown.')}{run(' Two words', RUN_STYLE.format('Child'))}</w:p>", SECRET + CHILD),
        (paragraph("Shown.") + styled("Two words", "Off"), WHOLE),
    ],
)
def test_hidden_words_of_a_word_file_are_left_out_and_told(body: str, styles: str) -> None:
    draft = word(body, styles=styles)
    assert draft.text == "Shown."
    assert draft.omitted == (Omission("hidden-text", "2 words"),)


@pytest.mark.parametrize(
    "properties", ['<w:vanish w:val="0"/>', "<w:webHidden/>", '<w:vanish w:val="false"/>']
)
def test_what_is_hidden_on_the_web_alone_or_shown_again_is_read(properties: str) -> None:
    draft = word(f"<w:p>{run('Shown.')}{run(' Again.', properties)}</w:p>")
    assert (draft.text, draft.omitted) == ("Shown. Again.", ())


@pytest.mark.parametrize(
    "draft",
    [
        rtf("Shown.{\\v  Two words}\\par"),
        rtf("Shown.\\v  Two words\\v0\\par"),
        rtf("{\\stylesheet{\\s1 Normal;}{\\*\\cs9\\v Secret;}}Shown.{\\cs9  Two words}\\par"),
        odt(
            '<text:p>Shown.<text:span text:style-name="T1"> Two words</text:span></text:p>',
            '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>'
            "</style:style>",
        ),
        odt(
            '<text:p>Shown.</text:p><text:section text:display="none"><text:p>Two words</text:p>'
            "</text:section>"
        ),
        odt('<text:p>Shown.<text:hidden-text text:is-hidden="true"> Two words</text:hidden-text></text:p>'),
    ],
)
def test_hidden_words_of_other_formats_are_left_out_and_told(draft: Draft) -> None:
    assert draft.text == "Shown."
    assert draft.omitted == (Omission("hidden-text", "2 words"),)


def note(kind: str, key: int, words: str) -> str:
    return f'<w:{kind} w:id="{key}"><w:p>{run("")}{run(" " + words)}</w:p></w:{kind}>'


def test_notes_of_a_word_file_stand_behind_the_text_under_their_numbers() -> None:
    body = (
        f"<w:p>{run('The pact is near.')}<w:r><w:footnoteReference w:id='3'/></w:r>{run(' It is due.')}"
        f"<w:r><w:endnoteReference w:id='2'/></w:r></w:p>"
        f"<w:p>{run('Kelby waits.')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    draft = word(
        body,
        footnotes=separator + note("footnote", 2, "Letter of May.") + note("footnote", 3, "Answer of June."),
        endnotes=note("endnote", 2, "See the annex."),
    )
    assert placed(draft) == [
        ("paragraph 1", "The pact is near. It is due."),
        ("paragraph 2", "Kelby waits."),
        ("note 1", "Answer of June."),
        ("note 2", "Letter of May."),
        ("endnote 1", "See the annex."),
    ]


@pytest.mark.parametrize(
    "draft",
    [
        rtf(
            "The pact is near.{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} "
            "Answer of June.}} It is due.\\par"
        ),
        odt(
            '<text:p>The pact is near.<text:note text:note-class="footnote"><text:note-citation>1'
            "</text:note-citation><text:note-body><text:p>Answer of June.</text:p></text:note-body>"
            "</text:note> It is due.</text:p>"
        ),
    ],
)
def test_notes_of_other_formats_stand_behind_the_text(draft: Draft) -> None:
    assert placed(draft) == [("paragraph 1", "The pact is near. It is due."), ("note 1", "Answer of June.")]


STRUCK = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ("", ["Kelby signs."]),
        (paragraph("Norwick waits."), ["Kelby signs.Norwick waits."]),
        (f"<w:tbl>{2 * '<w:tr><w:tc><w:p/></w:tc></w:tr>'}</w:tbl>", ["Kelby signs."]),
        (f"<w:tbl><w:tr><w:tc>{paragraph('Norwick')}</w:tc></w:tr></w:tbl>", ["Kelby signs.", "Norwick"]),
        (f"<w:p>{run('Vale')}<w:txbxContent>{paragraph('Box.')}</w:txbxContent></w:p>",
         ["Box.", "Kelby signs.Vale"]),
    ],
)  # fmt: skip
def test_a_paragraph_whose_mark_is_struck_out_goes_on_in_the_next_alone(below: str, lines: list[str]) -> None:
    draft = word(f"<w:p>{STRUCK}{run('Kelby signs.')}</w:p>{below}")
    assert draft.text.split("\n") == lines


def test_a_paragraph_with_a_struck_mark_stays_in_its_cell_and_its_note() -> None:
    struck = f"<w:p>{STRUCK}{run('Kelby')}</w:p>"
    cells = f"<w:tr><w:tc>{struck}</w:tc><w:tc>{paragraph('signs')}</w:tc></w:tr>"
    assert word(f"<w:tbl>{cells}</w:tbl>").text == "Kelby: signs"
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    draft = word(
        f"<w:p>{run('Vale spoke.')}{mark}</w:p>", footnotes=f'<w:footnote w:id="2">{struck}</w:footnote>'
    )
    assert placed(draft)[-1] == ("note 1", "Kelby")


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_raised_marks_of_notes_are_dropped_and_exponents_stay() -> None:
    mark, power = run("12", RAISED), run("2", RAISED)
    body = f"<w:p>{run('It is near.')}{mark}{run(' On 5 km')}{power}{run(' of sea.')}</w:p>"
    assert word(body).text == "It is near. On 5 km² of sea."


def in_word(before: str, sign: str) -> Draft:
    return word(f"<w:p>{run(before)}{run(sign, RAISED)}{run(' tonnes.')}</w:p>")


def in_rtf(before: str, sign: str) -> Draft:
    return rtf(f"{before}{{\\super {sign}}} tonnes.\\par")


def in_odt(before: str, sign: str) -> Draft:
    look = (
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="{}"/>'
    )
    body = f'<text:p>{before}<text:span text:style-name="T1">{sign}</text:span> tonnes.</text:p>'
    styles = (look.format(position) + "</style:style>" for position in ("super 58%", "33% 58%"))
    first, second = (odt(body, style) for style in styles)
    assert first == second
    return first


def in_epub(before: str, sign: str) -> Draft:
    return Draft(page_manuscript(f"<p>{before}<sup>{sign}</sup> tonnes.</p>").draft({}).text)


@pytest.mark.parametrize("put", [in_word, in_rtf, in_odt, in_epub])
@pytest.mark.parametrize(
    ("before", "sign", "text"),
    [
        ("In 2019", "1", "In 2019 tonnes."),
        ("10", "6", "10⁶ tonnes."),
        ("5%", "2", "5% tonnes."),
        ("The EU", "3", "The EU tonnes."),
        ("The 1", "st", "The 1st tonnes."),
    ],
)
def test_raised_signs_are_read_alike_in_all_formats(
    put: Callable[[str, str], Draft], before: str, sign: str, text: str
) -> None:
    assert put(before, sign).text == text


@pytest.mark.parametrize(
    ("before", "pieces", "text"),
    [
        ("10", ["-", "6"], "10⁻⁶ tonnes."),
        ("It is near.", ["1", ", ", "2"], "It is near. tonnes."),
        ("It is near.", ["1 "], "It is near.  tonnes."),
        ("", ["2"], "2 tonnes."),
        ("40 km", ["1", "2"], "40 km tonnes."),
    ],
)
def test_a_raised_sign_may_come_in_pieces(before: str, pieces: list[str], text: str) -> None:
    signs = "".join(run(piece, RAISED) for piece in pieces)
    assert word(f"<w:p>{run(before)}{signs}{run(' tonnes.')}</w:p>").text == text


def test_low_letters_of_opendocument_are_no_marks() -> None:
    look = (
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="{}"/>'
    )
    body = '<text:p>The ministry<text:span text:style-name="T1">2</text:span></text:p>'
    for position in ("sub 58%", "-33% 58%", "0% 100%"):
        assert odt(body, look.format(position) + "</style:style>").text == "The ministry2"


@pytest.mark.parametrize("drop", ['<w:framePr w:dropCap="drop" w:lines="3"/>', ""])
@pytest.mark.parametrize(
    ("letter", "rest", "joined"),
    [
        ("M", "inister Vale spoke.", "Minister Vale spoke."),
        ("“W", "e wait,” Vale said.", "“We wait,” Vale said."),
        ("A", "fter the talks Vale spoke.", "After the talks Vale spoke."),
        ("A", " minister spoke.", "A minister spoke."),
    ],
)
def test_a_large_first_letter_is_joined_to_its_word(drop: str, letter: str, rest: str, joined: str) -> None:
    body = f"{paragraph('Head')}<w:p><w:pPr>{drop}</w:pPr>{run(letter)}</w:p><w:p>{run(rest)}</w:p>"
    assert placed(word(body)) == [("paragraph 1", "Head"), ("paragraph 2", joined)]


@pytest.mark.parametrize("drop", ['<w:framePr w:dropCap="drop" w:lines="3"/>', ""])
@pytest.mark.parametrize(
    ("letter", "rest", "joined"),
    [
        ("A", "cross the border Vale spoke.", "Across the border Vale spoke."),
        ("A", "long the quay they spoke of a long day.", "Along the quay they spoke of a long day."),
        ("I", "t is near.", "It is near."),
        ("A", "nna spoke.", "Anna spoke."),
        ("H", "alyard wrote to Halyard.", "Halyard wrote to Halyard."),
        ("M", "INISTER Vale spoke.", "MINISTER Vale spoke."),
    ],
)
def test_a_letter_is_joined_to_what_is_a_word_with_it(drop: str, letter: str, rest: str, joined: str) -> None:
    assert word(f"<w:p><w:pPr>{drop}</w:pPr>{run(letter)}</w:p>{paragraph(rest)}").text == joined


def test_a_declared_article_is_a_word_of_its_own() -> None:
    body = f"<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{run('A')}</w:p>{paragraph('minister spoke.')}"
    assert word(body).text == "A minister spoke."


@pytest.mark.parametrize(
    "lines",
    [
        ["B", "Berths"], ["A", "The quay is long."], ["I", "II"],
        ["A", "agreement: a pact of two towns."], ["C", "c) the third berth is closed."],
        ["B", "ilateral"], ["A", "fter", "B", "oth are long."],
        ["A", "bout the quay they spoke.", "O", "ther towns wait."],
    ],
)  # fmt: skip
def test_a_letter_that_opens_no_word_stays_alone(lines: list[str]) -> None:
    assert word("".join(map(paragraph, lines))).text == "\n".join(lines)


STYLE = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/></w:style>'


@pytest.mark.parametrize("name", ["Title", "title", "Titel", "Titre"])
def test_the_title_is_the_paragraph_in_the_style_of_titles(name: str) -> None:
    body = paragraph("Ministry of Quays") + styled("Quay review", "Ti9")
    draft = word(body + paragraph("Minister Ida Vale spoke."), styles=STYLE.format("Ti9", name))
    assert draft.stated["title"] == "Quay review"
    source = Source(
        "S1", "a", "0" * 64, draft.text, stated=draft.stated, stated_at=draft.stated_at, clean=True
    )
    blocks, _ = clean(source)
    assert [source.text[b.span.start : b.span.end] for b in blocks if b.label == "headline"] == [
        "Quay review"
    ]
    title = describe(source, blocks)[0].title
    assert title is not None
    assert title.value == "Quay review"


def test_the_title_stands_where_its_paragraph_stands() -> None:
    above = "Annex to the Ferry Pact of 2024"
    body = paragraph(above) + styled(" Ferry Pact", "Ti9") + paragraph("Ferry Pact")
    draft = word(body, styles=STYLE.format("Ti9", "Title"))
    start = len(above) + 2
    assert draft.stated_at == {"title": (start, start + len("Ferry Pact"))}
    drop = f"<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{run('Q')}</w:p>{paragraph('uays.')}"
    assert (
        word(drop + body, styles=STYLE.format("Ti9", "Title")).stated_at["title"][0]
        == start + len("Quays.") + 1
    )


def test_without_such_a_style_the_heading_at_the_head_is_the_title() -> None:
    heading = styled("Quays of the north", "H1")
    text = paragraph("Minister Ida Vale said on Tuesday that the quay pact between the towns was near.")
    styles = STYLE.format("H1", "heading 1")
    assert word(heading + text, styles=styles).stated["title"] == "Quays of the north"
    assert "title" not in word(text + heading, styles=styles).stated


def test_contents_placeholders_and_numbers_of_pages_are_no_text_and_comments_are_told() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    contents = field.format("TOC", run("Costs 3"))
    link = field.format("HYPERLINK &quot;https://example.org&quot;", run("A link"))
    number = f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>'
    prompt = f"<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}</w:sdtContent>"
    body = (
        f"<w:p>{contents}</w:p>{styled('Towns 4', 'TOC1')}<w:sdt>{prompt}</w:sdt>"
        f"<w:p>{link}{run(' on page ')}{number}</w:p>"
    )
    comment = '<w:comment w:id="1"><w:p/></w:comment>'
    draft = word(body, styles=STYLE.format("TOC1", "toc 1"), comments=comment * 2)
    assert draft.text == "A link on page "
    assert draft.omitted == (Omission("left-out", "2 comments"),)


def test_a_paragraph_whose_end_was_struck_out_goes_on() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('The pact ')}</w:p><w:p>{run('is near.')}</w:p>"
    assert word(body).text == "The pact is near."
