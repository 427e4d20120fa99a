"""What holds for any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.model import Source

PIECES = st.sampled_from(
    [
        "Six governments agreed to patrol the strait together on Monday.",
        "Home",
        "• World",
        "Share",
        "By Jane Roe",
        "Published: 05/06/2018",
        "© 2018 Example",
        "“We have what we need,” the minister",
        ", said.",
        "Topics",
        "From: a@b.c",
        "Subject: x",
        "# Heading",
        "Read the full article here",
        "\u202e\u200b\ufeff",
        "’’’”””",
        "🙂",
        "\x00",
        "\u2028",
        "12",
        "",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=40).map("\n".join),
    st.lists(PIECES, max_size=20).map(" ".join),
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_blocks_are_in_order_and_hold_all_that_is_visible(text: str) -> None:
    blocks, _ = clean(Source("S1", "a.txt", "", text))
    position = 0
    for block in blocks:
        assert position <= block.span.start < block.span.end <= len(text)
        skipped = text[position : block.span.start].casefold().replace("subject:", "")
        assert not any(sign.isalnum() for sign in skipped)
        position = block.span.end
    assert not any(sign.isalnum() for sign in text[position:])


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_facts_are_words_of_the_text(text: str) -> None:
    source = Source("S1", "a.txt", "", text)
    meta, problems = describe(source, clean(source)[0])
    facts = (meta.title, meta.publisher, meta.original_publisher, meta.author, meta.url, meta.section)
    for fact in facts:
        assert fact is None or (fact.span and text[fact.span.start : fact.span.end] == fact.value)
    assert meta.published.value is None or meta.published.evidence is not None
    assert len(problems) <= 2


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    source = Source("S1", "a.txt", "", text)
    first = clean(source)
    assert clean(source) == first
    assert describe(source, first[0]) == describe(source, first[0])


def test_a_line_of_a_megabyte_is_answered() -> None:
    for unit in (
        "The minister said on Tuesday that talks went on. ",
        "told the ",
        "(",
        ".",
        "1",
        " ",
        "A ",
        "’",
    ):
        text = unit * (1_000_000 // len(unit))
        source = Source("S1", "a.txt", "", text)
        blocks, _ = clean(source)
        assert len(blocks) <= 1
        describe(source, blocks)


def test_many_lines_of_one_kind_are_answered() -> None:
    for line in (
        "Published: 05/06/2018 Updated 3 May 2020\n",
        "by\n",
        "Topics\nx\n",
        "Related\n• a b c\n",
        "\x00a\n",
    ):
        source = Source("S1", "a.txt", "", line * 10_000)
        blocks, _ = clean(source)
        assert len(blocks) >= 10_000
        describe(source, blocks)
