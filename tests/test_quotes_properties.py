"""What holds for the quotes and speakers of any text whatsoever."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.english.marks import quotations
from briefgen.model import Block, Document, Source, Span
from tests.layers import layered

PIECES = [
    *"\"“”„«»'‘’`.,;:!?()[]–—…\n🙂م \t\u00a0\u2009\u202e\x00a",
    *(
        "''",
        "``",
        " said ",
        " Anna Lee",
        " she ",
        ", ",
        " the minister",
        " who ",
        " that ",
        "We go",
        "’s claim of ",
    ),
    *(" according to ", "told ", " and added ", " is ", " of ", "U.S.", " Mr. ", "\r\n", " 5 "),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
DOUBLE = frozenset('“”„"«»')


def article(text: str) -> Document:
    source = Source("S1", "a.txt", "", text)
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip("\r\n"))
        if text[at:end].strip():
            blocks.append(Block(Span("S1", at, end), "body", "test"))
        at += len(line)
    return layered(Document(source, tuple(blocks)), "sentences")


def annotated(text: str) -> Document:
    return layered(article(text), "speakers")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_part_lies_inside_one_block(text: str) -> None:
    found = annotated(text)
    for quote in found.quotes:
        for part in quote.parts:
            assert any(block.span.contains(part) for block in found.blocks)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_statement_over_several_blocks_has_them_in_a_row(text: str) -> None:
    found = annotated(text)
    for quote in found.quotes:
        homes = [next(i for i, b in enumerate(found.blocks) if b.span.contains(p)) for p in quote.parts]
        assert all(b - a in (0, 1) for a, b in pairwise(homes))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_marks_never_stand_at_the_edges_of_a_part(text: str) -> None:
    found = annotated(text)
    for quote in found.quotes:
        if quote.kind != "indirect":
            for part in quote.parts:
                words = found.text(part)
                assert words[0] not in DOUBLE
                assert words[-1] not in DOUBLE


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_two_quoted_parts_overlap(text: str) -> None:
    parts = sorted(p for q in annotated(text).quotes if q.kind != "indirect" for p in q.parts)
    assert all(not a.overlaps(b) for a, b in pairwise(parts))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_frame_holds_the_parts_and_the_cue(text: str) -> None:
    for quote in annotated(text).quotes:
        for span in (*quote.parts, *((quote.cue,) if quote.cue else ())):
            assert any(frame.overlaps(span) for frame in quote.frame)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_speaker_comes_with_the_mention_that_licenses_it(text: str) -> None:
    for quote in annotated(text).quotes:
        assert quote.speaker is None or quote.mention is not None
        assert quote.speaker is None or quote.speaker.key is None or quote.speaker.key


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_mention_never_stands_inside_quoted_words(text: str) -> None:
    found = annotated(text)
    parts = [p for q in found.quotes if q.kind != "indirect" for p in q.parts]
    for quote in found.quotes:
        assert quote.mention is None or not any(quote.mention.overlaps(part) for part in parts)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_the_same_answer_twice(text: str) -> None:
    assert annotated(text) == annotated(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_stretches_are_ordered_and_inside_their_marks(text: str) -> None:
    found = quotations(text, 0, len(text))
    for one in found:
        assert 0 <= one.outer_start < one.start < one.end <= one.outer_end <= len(text)
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(found))


def calls(work: Callable[[], object]) -> int:
    """Python function calls made by `work`: a measure of effort that no other process disturbs."""
    count = 0

    def count_calls(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_calls)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


REPEATED = [
    '"a" ',
    "“Yes,” he said. ",
    "“Yes” and ",
    "Anna Lee said ",
    '"',
    "“",
    "’ ",
    "'a b' ",
    "Lee, ",
    "he “a b c d e” ",
    "“We go,” the minister said. ",
    "مرحبا “نعم” ",
    "\x00",
    "🙂",
    "who said, ",
    "Lee’s claim of ",
]


@pytest.mark.parametrize("unit", REPEATED)
def test_twice_the_text_is_about_twice_the_work(unit: str) -> None:
    def effort(size: int) -> int:
        text = unit * (size // len(unit))
        return calls(lambda: annotated(text))

    # In less than some two thousand characters whole steps find nothing to do.
    small, large = effort(4000), effort(8000)
    assert large <= 2.5 * small + 3000
