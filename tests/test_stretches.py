"""A span cut at the edges of others."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import Span
from briefgen.paper.stretches import inside, marked, stretches

WHOLE = Span("S1", 10, 30)
EDGES = st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(lambda one: one[0] != one[1])
SPANS = st.lists(EDGES.map(lambda one: Span("S1", *sorted(one))), max_size=8)


def test_what_lies_over_nothing_is_of_the_other_kind() -> None:
    assert list(stretches(WHOLE, {"cut": ()}, "plain")) == [(WHOLE, "plain")]


def test_a_span_within_parts_the_whole_in_three() -> None:
    found = list(stretches(WHOLE, {"cut": (Span("S1", 15, 20),)}, "plain"))
    assert [(one.start, one.end, kind) for one, kind in found] == [
        (10, 15, "plain"), (15, 20, "cut"), (20, 30, "plain"),
    ]  # fmt: skip


def test_the_first_kind_goes_before_the_others() -> None:
    kinds = {"cut": (Span("S1", 12, 20),), "voice": (Span("S1", 10, 14),)}
    found = [(one.start, one.end, kind) for one, kind in stretches(WHOLE, kinds, "plain")]
    assert found == [(10, 12, "voice"), (12, 20, "cut"), (20, 30, "plain")]


@given(SPANS, SPANS)
def test_the_stretches_make_up_the_whole_and_each_is_what_lies_over_it(
    cut: list[Span], voice: list[Span]
) -> None:
    kinds = {"cut": cut, "voice": voice}
    found = list(stretches(WHOLE, kinds, "plain"))
    letters = [kind for one, kind in found for _ in range(one.start, one.end)]
    for at, kind in zip(range(WHOLE.start, WHOLE.end), letters, strict=True):
        over = [name for name, spans in kinds.items() if any(one.start <= at < one.end for one in spans)]
        assert kind == (over[0] if over else "plain")
    assert all(before[1] != after[1] for before, after in pairwise(found))


def test_of_passages_that_lie_over_each_other_the_first_counts() -> None:
    first, second = Span("S1", 10, 20), Span("S1", 15, 30)
    assert list(marked(WHOLE, (first, second))) == [(first, first), (Span("S1", 20, 30), second)]


def test_words_that_reach_beyond_are_cut_off() -> None:
    assert inside(Span("S1", 5, 12), WHOLE) == Span("S1", 10, 12)
