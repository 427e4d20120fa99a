"""Whatever a text looks like, its turns lie in it, in order, and none covers another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.english.speaker_labels import labels
from briefgen.model import Source
from briefgen.pipeline import prepare

LABELS = [
    "MR. OLDE:",
    "MR. OLDE: ",
    "Q",
    "Q: ",
    "A: ",
    "THE PRESIDENT: ",
    "Ms. Berg (Norway): ",
    "**",
    "1. ",
    "[00:01] ",
]
WORDS = [
    "We will sign. ",
    "Will you sign?",
    "“We will ",
    "sign,” he said. ",
    "Anna Olde",
    "- ",
    "(",
    ")",
    " ",
    ":",
    "\n",
    "\n\n",
]
HEADS = [
    "Interview with Anna Olde",
    "Joint statement",
    "Remarks by Minister Olde",
    "The Minister (Karl Brandt)",
]
PIECES = st.sampled_from([*LABELS, *WORDS, *HEADS])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS)
def test_labels_lie_in_their_line(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    for line, one in zip(lines, labels(lines), strict=True):
        assert one is None or 0 <= one.start <= one.end <= one.words <= len(line)


@given(TEXTS)
def test_turns_lie_in_the_text_in_order(text: str) -> None:
    document, _ = prepare(Source("S1", "1.txt", "0" * 64, text))
    assert not document.lost
    assert all(0 <= turn.span.start < turn.span.end <= len(text) for turn in document.turns)
    assert all(before.span.end <= after.span.start for before, after in pairwise(document.turns))


@given(TEXTS)
def test_every_own_statement_is_a_sentence_of_a_turn_with_a_label(text: str) -> None:
    document, _ = prepare(Source("S1", "1.txt", "0" * 64, text))
    for quote in document.quotes:
        if quote.kind == "own":
            turn = document.turn_at(quote.parts[0].start)
            assert turn is not None
            assert turn.kind == "own"
            assert turn.label == quote.mention
            assert quote.parts[0] in {sentence.span for sentence in document.sentences}
