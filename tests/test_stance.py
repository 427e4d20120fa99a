"""What is known of single words: whether they take a stand, and how rare they are."""

from __future__ import annotations

from briefgen.english.rarity import rarity
from briefgen.english.stance import denies, intends
from briefgen.english.stem import stem
from tests.casefile import Case, cases


@cases("stance")
def test_words_take_a_stand(case: Case) -> str:
    found = {"denies": denies(case.input), "intends": intends(case.input)}
    return ", ".join(name for name, holds in found.items() if holds) or "neither"


@cases("rarity")
def test_rare_words_come_last(case: Case) -> str:
    return "\n".join(sorted(case.input.split("\n"), key=lambda word: rarity(stem(word))))


def test_a_figure_tells_nothing() -> None:
    assert rarity("2025") == 0
    assert rarity("harbour") > 0
