"""Abbreviations and other names that a sentence gives: cases of language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.english.other_names import other_names
from tests.casefile import Case, cases


@cases("other_names")
def test_other_names_are_found(case: Case) -> str:
    return "\n".join(f"{full} = {short}" for full, short in other_names(case.input)) or "nothing"


@given(st.text("AbCd (),“”known as the", max_size=60))
def test_both_names_stand_in_the_sentence(sentence: str) -> None:
    flat = " ".join(sentence.split())
    for full, short in other_names(sentence):
        assert full
        assert short
        assert all(word in flat for word in (*full.split(), short.split()[0]))
