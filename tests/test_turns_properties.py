"""Whatever a text looks like, its turns lie in it, in order, and none covers another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from briefgen.english.speaker_labels import labels
from briefgen.model import Document, Source
from briefgen.preparing import prepare

LABELS = [
    "MR. OLDE: ",
    "Q: ",
    "A: ",
    "THE PRESIDENT: ",
    "Ms. Berg (Norway): ",
    "**",
    "1. ",
    "[00:01] ",
    "Q\n",
    "",
]
WORDS = [
    "We will sign. ",
    "Will you sign? ",
    "“We will ",
    "sign,” he said. ",
    "Anna Olde",
    "- ",
    "(",
    ")",
    ":",
    "\n",
]
HEADS = [
    "Interview with Anna Olde",
    "Joint statement",
    "Remarks by Minister Olde",
    "The Minister (Karl Brandt)",
]

PARAGRAPHS = st.builds(
    lambda label, words: label + "".join(words),
    st.sampled_from(LABELS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5),
)
TEXTS = st.builds(
    lambda heads, paragraphs: "\n\n".join((*heads, *paragraphs)),
    st.lists(st.sampled_from(HEADS), max_size=1),
    st.lists(PARAGRAPHS, max_size=8),
)


def read(text: str) -> Document:
    return prepare(Source("S1", "1.txt", "0" * 64, text))[0]


def lines_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "holds",
    [
        lambda text: any(labels(lines_of(text))),
        lambda text: len(read(text).turns) > 1,
        lambda text: any(quote.kind == "own" for quote in read(text).quotes),
    ],
    ids=["labels", "turns", "own words"],
)
def test_there_are_such_texts_with(holds: Callable[[str], bool]) -> None:
    assert find(TEXTS, holds, settings=settings(derandomize=True, database=None))


@given(TEXTS)
def test_labels_lie_in_their_line(text: str) -> None:
    lines = lines_of(text)
    for line, one in zip(lines, labels(lines), strict=True):
        assert one is None or 0 <= one.start <= one.end <= one.words <= len(line)


@given(TEXTS)
def test_turns_lie_in_the_text_in_order(text: str) -> None:
    document = read(text)
    assert not document.lost
    assert all(0 <= turn.span.start < turn.span.end <= len(text) for turn in document.turns)
    assert all(before.span.end <= after.span.start for before, after in pairwise(document.turns))


@given(TEXTS)
def test_every_own_statement_is_a_sentence_of_a_turn_with_a_label(text: str) -> None:
    document = read(text)
    for quote in document.quotes:
        if quote.kind == "own":
            turn = document.turn_at(quote.parts[0].start)
            assert turn is not None
            assert turn.kind == "own"
            assert turn.label == quote.mention
            assert quote.parts[0] in {sentence.span for sentence in document.sentences}
