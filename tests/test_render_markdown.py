"""The Markdown memo, read by a real Markdown parser and by our own reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.model import Span
from briefgen.paper import house
from briefgen.paper.memo import CitedPlace, House, Item, Memo, Section
from briefgen.paper.printed import folded
from briefgen.render import markdown
from briefgen.render.markdown_reader import SEAL
from briefgen.render.markdown_template import own_words
from tests.casefile import Case, cases
from tests.markdown_parser import read_with_a_parser
from tests.memo_fixture import memo, words

STYLE = house.load()
HOSTILE = st.text(alphabet="ab1 *_[]()<>|`#-+=~$&;:!\\/.@^{}\"'\t\n\x00\u2009\ufffeé", max_size=24)
PIECES = st.lists(
    st.sampled_from(["http://", "www.", "[^1]", "1. ", "- ", "&amp;", "a@b.org", "|", "\n", "x"])
)
TEXTS = HOSTILE | PIECES.map("".join) | st.text(max_size=30)


def short_memo(text: str) -> Memo:
    """A memo that has `text` everywhere a text can stand."""
    span = Span("S1", 0, 5)
    said = (House(text),)
    party = Item(said, (span,), lead=said)
    item = Item(
        said, (span,), speaker=said, name=text, label=text, lead=said, positions=(party,), closing=said
    )
    columns = (("label", text), ("speaker", "Speaker"), ("text", "Statement"))
    whole = memo()
    return replace(
        whole,
        title=f"T{text}",
        sections=(
            Section("background", f"S{text}", "bullets", (item, Item((House("x"),))), note=said, more=said),
            Section(
                "key-statements", "Key statements", "table", (replace(item, band=said),), columns, annex=True
            ),
            Section("chronology", "Chronology", "table", (), columns, gap=f"G{text}G", annex=True),
        ),
        header=tuple(replace(field, value=said) for field in whole.header),
        places=(CitedPlace(span, f"{text} line 1", 1, span.start, span.end),),
        legend=said,
        kind=f"K{text}",
    )


@cases("markdown")
def test_words_are_written_so_that_markdown_shows_them_as_they_are(case: Case, tmp_path: Path) -> str:
    path = tmp_path / "memo.md.j2"
    path.write_text("{{ memo.topic }}", encoding="utf-8")
    data = markdown.render(replace(memo(), topic=case.input), words, replace(STYLE, markdown=path))
    assert read_with_a_parser(data)[0] == [folded(case.input)]
    return SEAL.opened(data).decode().removesuffix("\n")


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("")
@example("\\")
@example("1. a")
@example("    indented")
@example(" #")
@example("#")
def test_hostile_words_come_back_unchanged_from_every_place(text: str) -> None:
    data = markdown.render(short_memo(text), words, STYLE)
    blocks, notes = read_with_a_parser(data)
    reopened = markdown.reopen(data)
    assert [b for b in blocks if b] == [folded(b.text) for b in reopened.blocks if folded(b.text)]
    assert notes == [folded(n) for n in reopened.notes]
    assert [folded(b.text) for b in reopened.blocks[:2]] == [folded(f"K{text}"), folded(f"T{text}")]
    assert sum(folded(text) == b for b in blocks) >= (1 if folded(text) else 0)


def test_the_whole_memo_reads_the_same_with_a_parser_and_with_our_reader() -> None:
    data = markdown.render(memo("LIMITED"), words, STYLE)
    blocks, notes = read_with_a_parser(data)
    reopened = markdown.reopen(data)
    assert blocks == [folded(b.text) for b in reopened.blocks]
    assert notes == [folded(n) for n in reopened.notes]


def test_footnotes_are_numbered_in_order_of_appearance() -> None:
    reopened = markdown.reopen(markdown.render(memo(), words, STYLE))
    seen = list(dict.fromkeys(n for b in reopened.blocks for n in b.notes))
    assert seen == list(range(1, len(reopened.notes) + 1))


def test_the_file_is_the_same_each_time() -> None:
    assert markdown.render(memo(), words, STYLE) == markdown.render(memo(), words, STYLE)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("# {{ page.title }}\n{% for x in %}\n", 2),
        ("one\ntwo\n{{ page.nothing }}\n", 3),
        ("{{ nobody }}", 1),
        ("\n{{ page.title + 1 }}", 2),
        ("\n\n{{ ''.__class__.__mro__ }}", 3),
        ("\n{% macro row(x) %}| {{ x }} |{% endmacro %}{{ row(page.title) }}", 2),
        ("{% set x %}{{ page.title }}{% endset %}{{ x }}", 1),
        ("{% block a %}{{ page.title }}{% endblock %}\n{{ self.a() }}", 2),
        ("{% include 'other.j2' %}", 1),
        ("{% import 'other.j2' as other %}", 1),
        ("{{ page.title.format(1) | nothing }}", 1),
        ("{{ 1 / 0 }}", 1),
        ("{{ page.parts[99] }}", 1),
        ("{{ range(10 ** 9) | list }}", 1),
        ("{{ page() }}", 1),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, template: str, line: int) -> None:
    path = tmp_path / "memo.md.j2"
    path.write_text(template, encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        markdown.render(memo(), words, replace(STYLE, markdown=path))
    assert caught.value.slug == "template-broken"
    assert f"{path}, line {line}:" in caught.value.message


def test_a_template_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "memo.md.j2"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BriefgenError, match="UTF-8") as caught:
        markdown.render(memo(), words, replace(STYLE, markdown=path))
    assert caught.value.slug == "template-broken"


def test_a_row_of_dashes_is_a_row_all_the_same() -> None:
    dashes = Section(
        "partners",
        "Partners",
        "table",
        (Item((House("---"),), label="--"),),
        (("label", "-"), ("text", "--")),
    )
    data = markdown.render(replace(memo(), sections=(dashes,)), words, STYLE)
    cells = [b.text for b in markdown.reopen(data).blocks if b.kind == "cell"]
    assert cells == ["-", "--", "--", "---"]
    assert read_with_a_parser(data)[0][-5:-1] == cells


@pytest.mark.parametrize(("pieces", "known"), [(7, True), (8, True), (9, False)])
def test_of_eight_pieces_that_a_template_chooses_any_may_be_printed(pieces: int, known: bool) -> None:
    template = "".join(f"{{% if c{n} %}}word{n} {{% endif %}}" for n in range(pieces))
    own = own_words(template, memo())
    assert " ".join(f"word{n}" for n in range(pieces)) in own
    assert ("word0 word2" in own) == known
