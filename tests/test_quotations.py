"""Which words count as quoted, whatever marks a text uses and whether or not they close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import Block, Document, Quotation, Source
from tests.layers import layered


def quoted(text: str) -> list[str]:
    return [text[s.inner.start : s.inner.end] for s in found(text)]


def found(text: str) -> tuple[Quotation, ...]:
    source = Source("S1", "case.txt", "", text)
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(source.span(start, start + len(line)), "body", "case"))
        start += len(line) + 1
    return layered(Document(source, tuple(blocks)), "quotations").quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A pact,” she said, “and a promise.”", ["A pact,", "and a promise."]),
        ('"A pact," she said, "and a promise."', ["A pact,", "and a promise."]),
        ("„Ein Pakt“ is what he called it", ["Ein Pakt"]),
        ("The plan is ‘dead’, says the mayor’s aide", ["dead"]),
        ("The boys’ boats and the town’s ferry", []),
        ("She said: \"They call it 'our road', and it is.\"", ["They call it 'our road', and it is."]),
        ("Nothing is quoted here.", []),
        ('A 5" pipe', []),
    ],
    ids=["curly", "straight", "low-high", "single in a headline", "possessives", "nested", "none", "inches"],
)
def test_quoted_words_are_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    (stretch,) = found('She said, "The boats are old.\nShe left.')
    assert not stretch.ended


def test_an_opening_mark_ends_a_quotation_that_was_left_open() -> None:
    assert quoted('"The boats are old, she said. "They leak."') == [
        "The boats are old, she said.",
        "They leak.",
    ]


def test_a_quotation_of_several_paragraphs_counts_as_closed() -> None:
    first, second = found("“The boats are old.\n“They leak.”")
    assert first.ended
    assert second.ended


@given(st.text(st.sampled_from("ab “”\"‘’'„«».\n"), max_size=80))
def test_stretches_are_in_order_and_hold_words(text: str) -> None:
    last = 0
    for stretch in found(text):
        assert stretch.outer.contains(stretch.inner)
        assert stretch.outer_start >= last
        last = stretch.inner.end
