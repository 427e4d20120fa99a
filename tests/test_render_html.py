"""The evidence page read back by our own reader: it is faithful, and whatever was changed in it is found."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from lxml import etree

from briefgen.compose import compose
from briefgen.compose.brief import Brief
from briefgen.compose.evidence import evidence
from briefgen.errors import BriefgenError
from briefgen.paper import house
from briefgen.paper.memo import Memo
from briefgen.paper.page import PrintedLine, PrintedRun, Tone
from briefgen.paper.printed import printed
from briefgen.render import RENDERERS, html
from briefgen.render.html.drawing import drawn
from briefgen.verify import verify
from tests import made
from tests.memo_fixture import memo as hostile_memo
from tests.memo_fixture import words as hostile_words
from tests.test_evidence import FOLDER

STYLE = house.load()
RENDERER = RENDERERS["html"]


@pytest.fixture(scope="module")
def given() -> Brief:
    return made.brief_of(FOLDER)


@pytest.fixture(scope="module")
def shown(given: Brief) -> Memo:
    memo = compose(given)
    return replace(memo, evidence=evidence(given, memo))


class Made(NamedTuple):
    """A memo, what it was made from, and its page."""

    given: Brief
    shown: Memo
    page: str


@pytest.fixture(scope="module")
def made_page(given: Brief, shown: Memo, page: str) -> Made:
    return Made(given, shown, page)


@pytest.fixture(scope="module")
def page(given: Brief, shown: Memo) -> str:
    return html.render(shown, given.corpus.text, given.style).decode()


def found(given: Brief, shown: Memo, page: str) -> set[str]:
    """Slugs of what is wrong in a page."""
    reopened = RENDERER.reopen(page.encode())
    return {one.slug for one in verify(shown, reopened, given.corpus.text, given.style)}


def changed(page: str, pattern: str, put: str, count: int = 1) -> str:
    after, times = re.subn(pattern, put, page, count=count, flags=re.S)
    assert times, f"{pattern} is not on the page"
    assert after != page
    return after


def test_a_faithful_page_is_right(given: Brief, shown: Memo, page: str) -> None:
    assert found(given, shown, page) == set()


def test_a_page_of_a_memo_without_evidence_is_the_memo() -> None:
    memo = hostile_memo()
    data = html.render(memo, hostile_words, STYLE)
    assert not verify(memo, RENDERER.reopen(data), hostile_words, STYLE)
    assert b"<input" not in data


def test_equal_input_gives_equal_bytes(given: Brief, shown: Memo, page: str) -> None:
    assert html.render(shown, given.corpus.text, given.style).decode() == page


@pytest.mark.parametrize(
    ("pattern", "put", "slug"),
    [
        ("Marie Olde, who left", "Marie Oldham, who left", "words-lost"),
        (r"<mark>[^<]*harbours", "<mark>The treaty covers 90 harbours", "words-lost"),
        (r"(Who</dt>\s*<dd>.*?)Anna Lee", r"\1Emil Frost", "words-lost"),
        (r"5 March 2025, the day of", "6 March 2025, the day of", "words-lost"),
        (r'<li id="p2".*?</ol>', "</ol>", "words-lost"),
        (r"<li><a href=\"#p\d+\">[^<]*:</a>", '<li><a href="#p1">Nothing:</a>', "words-lost"),
        (r"</main>", "<p>Signed by the minister.</p></main>", "words-foreign"),
        (r"<mark>([^<]*)</mark>", r"<s>\1</s>", "words-foreign"),
        (r"<mark>([^<]*)</mark>", r"\1", "words-foreign"),
        (r'aria-label="Passage 1 checked"', 'aria-label="Passage 9 checked"', "words-foreign"),
        (r'(class="mark" )href="#p\d+"', r'\1href="#memo"', "reference-wrong"),
        (r'(<li><a )href="#p\d+"(>[^<]*:</a>)', r'\1href="#p99"\2', "page-unsound"),
        (r'(<li><a )href="#p\d+"(>[^<]*:</a>)', r'\1href="#p9"\2', "reference-wrong"),
        (r'(<p class="place"><a )href="#t1"', r'\1href="#t2"', "reference-wrong"),
        (r'(<p class="use" dir="auto"><a )href="#m-\w+"', r'\1href="#m-S1"', "reference-wrong"),
        (r'(<mark><a )href="#p1"', r'\1href="#p2"', "reference-wrong"),
        ('id="p1"(.*)id="p2"', r'id="p2"\1id="p1"', "reference-wrong"),
        ('id="t1"(.*)id="t2"', r'id="t2"\1id="t1"', "reference-wrong"),
        (r'<mark class="voice">', "<mark>", "words-foreign"),
        (r' class="doubt"', "", "words-foreign"),
        (r'<p class="generator">[^<]*', '<p class="generator">He never said so.', "words-foreign"),
        (r"</header>", '<p class="marking">LIMITED</p></header>', "words-foreign"),
        (r'cx="5.0%"', 'cx="50.0%"', "words-foreign"),
        (r"<circle [^>]*/>", "", "words-foreign"),
        (r'<circle class="worked"', '<circle class="sure"', "words-foreign"),
        (r'lang="en"', 'lang="ar"', "page-unsound"),
    ],
)
def test_what_was_changed_is_found(made_page: Made, pattern: str, put: str, slug: str) -> None:
    assert slug in found(*made_page[:2], changed(made_page.page, pattern, put))


@pytest.mark.parametrize(
    ("pattern", "put"),
    [
        ("</main>", "<script>1</script></main>"),
        ("</main>", '<img alt=""/></main>'),
        ("<h1>", '<h1 onclick="1">'),
        ("<h1>", '<h1 style="color: red">'),
        ('href="#memo"', 'href="https://news.example/"'),
        ('href="#memo"', 'href="javascript:1"'),
        ('href="#memo"', 'href="#nowhere"'),
        ('id="p2"', 'id="p1"'),
        ("counter-reset: ticked", "counter-reset: other"),
        ("default-src 'none'", "default-src 'self'"),
        ("<main>", "<main>words in no line"),
        ("</main>", "<div><b>He never said so.</b></div></main>"),
        ('<li id="p1"([^>]*)>', r'<li id="p1"\1>He never said so.'),
        ("</main>", '<p class="passage" dir="rtl">.</p></main>'),
        ('<meta name="referrer"', '<meta http-equiv="refresh" content="0;url=#x"/><meta name="referrer"'),
        ("<mark>([^<]*)</mark>", r"<mark><![CDATA[\1]]></mark>"),
        ("<main>", "<main><!-- hidden -->"),
        ("<main>", "<main><s/>"),
        ("<main>", "<main><?php 1?>"),
        ("</head>", "<style>s { display: none; }</style></head>"),
        ("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY x "y">]>'),
        ('type="checkbox"', 'type="text"'),
    ],
)
def test_what_no_page_of_ours_holds_is_found(
    given: Brief, shown: Memo, page: str, pattern: str, put: str
) -> None:
    if pattern == "default-src 'none'":
        pattern = "default-src &#39;none&#39;"
    assert "page-unsound" in found(given, shown, changed(page, pattern, put))


@pytest.mark.parametrize("broken", ["<html>", "", "<html><b></html>", "<html>&copy;</html>"])
def test_what_does_not_parse_strictly_is_no_page(given: Brief, shown: Memo, broken: str) -> None:
    assert {"page-unsound", "words-lost"} <= found(given, shown, broken)


def office(folder: Path, name: str, words: str) -> house.HouseStyle:
    (folder / name).write_text(words, encoding="utf-8")
    return house.load(folder)


def test_a_template_may_say_something_of_its_own(tmp_path: Path, given: Brief, shown: Memo) -> None:
    own = STYLE.html.read_text("utf-8").replace("<main>", "<main>\n<p>For the unit only</p>")
    style = office(tmp_path, "memo.html.j2", own)
    data = html.render(shown, given.corpus.text, style)
    assert not verify(shown, RENDERER.reopen(data), given.corpus.text, style)


def test_a_template_that_can_not_be_filled_is_told_with_its_line(tmp_path: Path) -> None:
    style = office(tmp_path, "memo.html.j2", "<html>\n{{ page.nothing }}\n</html>")
    with pytest.raises(BriefgenError, match=r"memo\.html\.j2, line 2") as error:
        html.render(hostile_memo(), hostile_words, style)
    assert error.value.slug == "template-broken"


def test_a_style_sheet_with_markup_is_refused(tmp_path: Path) -> None:
    style = office(tmp_path, "memo.css", "p { color: red } </style>")
    with pytest.raises(BriefgenError, match=r"memo\.css"):
        html.render(hostile_memo(), hostile_words, style)


def test_another_style_sheet_is_named_by_the_policy(tmp_path: Path, given: Brief, shown: Memo) -> None:
    style = office(tmp_path, "memo.css", "p { color: green }")
    data = html.render(shown, given.corpus.text, style)
    assert b"color: green" in data
    assert not verify(shown, RENDERER.reopen(data), given.corpus.text, style)


def run(folder: Path, *formats: str) -> subprocess.CompletedProcess[str]:
    """The command on a small folder; it prints the modules that it loaded."""
    code = "import sys; from briefgen.cli import outcome; outcome(sys.argv[1:]); print(*sys.modules)"
    options = [argument for name in formats for argument in ("--format", name)]
    call = ["--topic", "fisheries", "--seeds", str(folder), "--out", str(folder / "out"), *options]
    return subprocess.run(
        [sys.executable, "-c", code, *call], capture_output=True, text=True, check=True, cwd=folder
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = (
        "Treaty in the news\n\n5 March 2025\n\nAnna Lee said the fisheries treaty would be signed in May.\n"
    )
    (tmp_path / "a.txt").write_text(text + "The fisheries treaty covers forty harbours in Norway.\n")
    return tmp_path


def test_a_run_without_the_page_loads_nothing_for_it(folder: Path) -> None:
    loaded = set(run(folder, "docx").stdout.split())
    assert "briefgen.render.word" in loaded
    shown = ("briefgen.render.html", "briefgen.compose.evidence", "briefgen.paper.evidence")
    assert not {name for name in loaded if name.startswith(shown)}
    assert not loaded & {"briefgen.paper.passage_layout", "briefgen.paper.timeline", "jinja2"}
    for_mail = {"briefgen.mail_addresses", "briefgen.paper.mail_form", "briefgen.verify.carried"}
    assert not loaded & {*for_mail, "briefgen.render.mail", "briefgen.render.pdf", "briefgen.render.office"}


def test_of_a_document_marked_confidential_the_page_holds_the_cited_words_only(folder: Path) -> None:
    (folder / "a.txt.meta.toml").write_text("confidential = true\n")
    (folder / "a.txt").write_text(
        "Treaty in the news\n\n5 March 2025\n\nNobody knows the secret of the quay, an old man said.\n"
        "Anna Lee said the fisheries treaty would be signed in May.\n"
        "The harbour master keeps a secret too.\n"
    )
    run(folder, "html")
    page = (folder / "out" / "fisheries.html").read_text("utf-8")
    assert "the fisheries treaty would be signed in May" in page
    assert "secret" not in page
    assert "Marked as confidential by the user" in page


HOSTILE = st.text(alphabet="ab1 <>&\"'/=`{}%#!-;\\\n\t\x00\u2009\u202e\ufffeé🚢א]", max_size=40) | st.text(
    max_size=40
)


@given_any(st.lists(st.tuples(HOSTILE, st.sampled_from(get_args(Tone))), max_size=6))
def test_words_are_read_back_as_they_are_whatever_they_are(pieces: list[tuple[str, Tone]]) -> None:
    line = PrintedLine(tuple(PrintedRun(printed(text), tone) for text, tone in pieces))
    drawing = drawn(hostile_memo(), hostile_words, STYLE)
    for markup in (drawing.words(line), drawing.quoted(line), drawing.aside(line)):
        whole = f"<p>{markup}</p>"
        strict = "".join(str(text) for text in etree.fromstring(whole.encode()).itertext())
        reader = Words()
        reader.feed(whole)
        reader.close()
        assert strict == reader.text == line.text


class Words(HTMLParser):
    """The words of a page as a lenient reader sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_that_a_confidential_document_is_quoted_is_told(folder: Path) -> None:
    (folder / "a.txt.meta.toml").write_text("confidential = true\n")
    assert (
        "It quotes what you marked as confidential: a.txt. [confidential-quoted]"
        in run(folder, "docx").stderr
    )


def test_a_marking_stands_on_each_printed_page_and_ends_no_rule(given: Brief) -> None:
    memo = replace(compose(given), marking='LIMITED – "x"} </style>')
    page = html.render(memo, given.corpus.text, given.style).decode()
    look = page.partition("<style>")[2].partition("</style>")[0]
    assert r'@top-center { content: "LIMITED\000020\002013\000020\000022x\000022\00007d' in look
    assert not verify(memo, RENDERER.reopen(page.encode()), given.corpus.text, given.style)
