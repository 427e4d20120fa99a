"""What denies a statement: cases of language."""

from __future__ import annotations

import pytest

from briefgen import lexicon
from briefgen.english.negation import denial, denies
from tests.casefile import Case, cases


@cases("negation")
def test_what_denies_is_found(case: Case) -> str:
    found = denial(case.input.lower())
    return found.group() if found else "affirmed"


@pytest.mark.parametrize("word", ["not", "Never", "cannot", "didn't", "Didn’t", "hardly"])
def test_a_word_alone_denies(word: str) -> None:
    assert denies(word)


@pytest.mark.parametrize("word", ["note", "knot", "declined", "yet", "can", "want"])
def test_other_words_deny_nothing(word: str) -> None:
    assert not denies(word)


def test_every_entry_of_the_list_is_found_as_it_stands() -> None:
    for entry in lexicon.grammar.negations():
        found = denial(f"norway {entry} it")
        assert found is not None
        assert found.group() == entry
