"""How a sentence begins: cases of language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.english.openings import opening
from tests.casefile import Case, cases


@cases("openings")
def test_a_sentence_that_needs_the_one_before_is_known(case: Case) -> str:
    found = opening(case.input)
    kind = "leans" if found.leans else "goes on" if found.goes_on else "alone"
    return f"{kind}: {case.input[found.connective :]}" if found.connective else kind


@given(st.text("BuThe y,it“.’\n ", max_size=30))
def test_what_is_left_out_is_a_beginning_and_leaves_something(words: str) -> None:
    found = opening(words)
    assert 0 <= found.connective <= len(words)
    assert not found.connective or words[found.connective :].strip()
    assert found.leaning <= len(words)
