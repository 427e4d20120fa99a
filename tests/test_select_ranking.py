"""The plain-text core of selection: stems, ranking, sentences that lean on others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.english.stem import inflected, stem
from briefgen.english.words import stems as tokens
from briefgen.english.words import words
from briefgen.select.bm25 import Ranking, Text
from tests.casefile import Case, cases

FARM = "Wheat and barley grow on the farm. Farmers sell grain at the market."
SHIP = "A frigate and two tankers left the harbour at dawn."
BANK = "Interest rates rose and the bank raised its loans."


def ranking(*texts: str) -> Ranking:
    return Ranking([Text((), tokens(text)) for text in texts])


@pytest.mark.parametrize(
    ("one", "other"),
    [("defence", "defense"), ("organisations", "organization"), ("labour", "labor"), ("centres", "center"),
     ("programme", "program"), ("dialogue", "dialog"), ("negotiating", "negotiations"), ("ponies", "pony"),
     ("hopping", "hopped"), ("cooperation", "cooperate"), ("tariffs", "tariff")],
)  # fmt: skip
def test_forms_and_spellings_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("security", "secured"), ("import", "important")])
def test_inflection_alone_keeps_other_words_apart(one: str, other: str) -> None:
    assert inflected(one) != inflected(other)


@given(st.text(max_size=50))
def test_any_word_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)
    assert isinstance(inflected(word), str)


def test_initials_are_one_word_and_a_possessive_is_none() -> None:
    assert words("The U.S. envoy’s co-operation, counter-terrorism") == (
        "the", "us", "envoy", "cooperation", "counter", "terrorism",
    )  # fmt: skip


def test_the_text_with_the_words_ranks_first() -> None:
    scores = ranking(FARM, SHIP, BANK).scores(tokens("grain markets"))
    assert scores[0] > max(scores[1:])


def test_a_text_without_the_words_scores_nothing() -> None:
    assert ranking(FARM, SHIP).scores(tokens("volcano")) == [0.0, 0.0]


def test_feedback_finds_a_text_that_shares_only_the_subject() -> None:
    scores = ranking(FARM, "Barley farmers had a dry summer.", SHIP, BANK).scores(tokens("grain"))
    assert scores[1] > 0 == scores[2]


def test_words_side_by_side_rank_above_words_apart() -> None:
    together, apart = "Crude oil fell. Prices too.", "Oil fell. Crude prices too."
    scores = ranking(apart, together, BANK, SHIP).scores(tokens("crude oil"))
    assert scores[1] > scores[0]


@cases("ranking")
def test_texts_rank_by_the_words_asked_for(case: Case) -> str:
    asked, *texts = case.input.split("\n")
    rows = [line.rpartition("|") for line in texts if line]
    found = Ranking([Text(tokens(heading), tokens(body)) for heading, _, body in rows])
    return "\n".join(f"{score:.2f}" for score in found.scores(tokens(asked.removeprefix("asked:"))))


@pytest.mark.parametrize(("place", "reads"), [(20, True), (30, True), (31, False), (45, False)])
def test_the_thirty_best_texts_may_add_words(place: int, reads: bool) -> None:
    texts = ["harbour rope rope"] * 50
    texts[place - 1] = "harbour quay quay"
    assert (ranking(*texts, "quay").scores(tokens("harbour"))[-1] > 0) is reads


@pytest.mark.parametrize("count", [10, 45])
def test_the_best_texts_add_thirty_words_with_those_asked_for(count: int) -> None:
    others = [f"rope{n:02}" for n in range(count)]
    scores = ranking(" ".join(("harbour", *others)), *others).scores(tokens("harbour"))
    assert sum(score > 0 for score in scores) == min(count + 1, 30)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_can_be_ranked(texts: list[str]) -> None:
    assert len(ranking(*texts).scores(tokens(" ".join(texts)))) == len(texts)
