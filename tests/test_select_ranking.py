"""The plain-text core of selection: stems, ranking, centrality, passages that stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.english.stem import inflected, stem
from briefgen.english.words import stems as tokens
from briefgen.english.words import words
from briefgen.select import central
from briefgen.select.bm25 import Ranking, Text
from briefgen.select.cut import chosen, selected
from briefgen.select.standalone import leans, passages, speakerless, unbalanced
from tests.casefile import Case, read_cases

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


def test_a_passage_shares_its_score_with_its_neighbours() -> None:
    index = ranking(SHIP, FARM, BANK, SHIP, SHIP, SHIP, SHIP)
    assert index.scores(tokens("grain"))[0] == 0
    scores = index.scores(tokens("grain"), passages=True)
    assert scores[1] > scores[0] > scores[5]


def test_the_cut_falls_into_the_gap() -> None:
    assert chosen([0.3, 1.0, 0.08, 0.9, 0.07]) == [1, 3, 0]


def test_without_a_gap_a_share_of_the_best_is_the_cut() -> None:
    assert chosen([1.0, 0.8, 0.61, 0.59, 0.45, 0.41, 0.35]) == [0, 1, 2, 3, 4, 5]


def test_a_small_group_is_joined_by_a_text_that_tells_the_same_story() -> None:
    first = "The frigate Nordvik ran aground off Bergen and two tankers towed the frigate to the harbour."
    second = "Two tankers towed a ship that ran aground off Bergen, the Nordvik, to the harbour."
    index = ranking(first, second, FARM, BANK)
    assert selected(index, [1.0, 0.0, 0.0, 0.0]) == [0, 1]


def test_no_score_is_no_choice() -> None:
    assert chosen([0.0, 0.0]) == []
    assert chosen([]) == []


def test_the_most_telling_sentence_comes_first_and_repetitions_are_left_out() -> None:
    texts = [
        "Ministers agreed on fishing quotas in Bergen.",
        "Ministers agreed in Bergen on new fishing quotas.",
        "Fishing quotas matter to Bergen and its ministers.",
        "Rain fell.",
    ]
    order = central(texts, room=100)
    assert order[-1] == 3
    assert len({0, 1} & set(order)) == 1


def test_no_more_words_than_there_is_room_for() -> None:
    texts = ["one two three four", "five six", "seven eight nine"]
    assert sum(len(texts[i].split()) for i in central(texts, room=5)) <= 5


def test_a_text_without_weight_counts_for_the_mean_only() -> None:
    assert central(["Fish and quotas.", "Fish quotas here."], room=50, prior=[0.0, 1.0]) == (1,)


def test_nothing_is_central_in_nothing() -> None:
    assert central([], room=10) == ()
    assert central(["", "the of"], room=10) == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_can_be_ranked_and_ordered(texts: list[str]) -> None:
    assert len(ranking(*texts).scores(tokens(" ".join(texts)))) == len(texts)
    assert len(set(central(texts, room=20))) <= len(texts)


@pytest.mark.parametrize("case", read_cases("select_standalone"), ids=lambda c: c.title)
def test_a_sentence_that_needs_another_is_known(case: Case) -> None:
    quoted = unbalanced(case.input) or speakerless(case.input)
    found = "leans" if leans(case.input) else "speakerless" if quoted else "alone"
    assert found == case.expected


def test_a_quotation_of_two_sentences_comes_whole() -> None:
    text = "“Roads matter. Rails matter too,” Anna Berg said. It rained."
    ends = [text.index(" Rails"), text.index(" It"), len(text)]
    sentences = list(zip([0, ends[0] + 1, ends[1] + 1], ends, strict=True))
    assert [text[a:b] for a, b in passages(text, sentences)] == [text[: ends[1]], text]
