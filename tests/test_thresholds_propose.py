"""The thresholds of matters, occasions and other names, and of what fills a topic file."""

from __future__ import annotations

import re

import pytest

from briefgen import topic
from briefgen.contents import SHOWN, proposal_lines
from briefgen.english.other_names import other_names
from briefgen.propose import Proposal, Recurring, propose, topic_file
from briefgen.propose.topic_file import ACTORS, TERMS, WORDS
from briefgen.topic import Group, Topic
from tests import made
from tests.test_aliases import widened
from tests.test_topic import TOPICS, remarks

TEN = tuple((f"S{n}", f"{n}.txt") for n in range(1, 11))


def folder(*texts: str) -> Proposal:
    return propose(made.corpus(*(f"{made.HEADLINE}\n\n{text}" for text in texts)))


def rows(number: int, documents: int, kind: str = "pair") -> tuple[Recurring, ...]:
    return tuple(
        Recurring(f"lagoon {n}", 9, tuple(f"S{k}" for k in range(documents)), kind) for n in range(number)
    )


def pairs(words: str) -> list[str]:
    found = folder(f"They spoke of the {words} there.", f"He saw the {words} here.")
    return [one.name for one in found.matters]


@pytest.mark.parametrize(("words", "found"), [("security lagoon", False), ("trade lagoon", True)])
def test_both_words_of_a_pair_are_rare(words: str, found: bool) -> None:
    assert pairs(words) == [words] * found


def test_initials_are_no_abbreviation() -> None:
    texts = ("He met the JHA and the ZQ in town.", "She met the JHA and the ZQ there.")
    assert [one.name for one in folder(*texts).matters] == ["JHA"]


def test_in_two_documents_a_word_need_not_be_in_both() -> None:
    text = "The trade lagoon is deep, and the trade lagoon is blue."
    assert folder(text, "It rained.").matters
    assert not folder(text, "It rained.", "It snowed.").matters


@pytest.mark.parametrize(("words", "found"), [(5, True), (6, False)])
def test_a_clause_is_no_occasion(words: int, found: bool) -> None:
    name = " ".join(["Arctic", *["Harbour"] * words, "Cargo", "Forum"])
    said = f"Speaking at the {name} in Norway on Monday, minister Anna Olde said the patrols were overdue."
    assert bool(folder(said, "It rained.").occasions) == found


def test_a_topic_file_holds_what_one_looks_through() -> None:
    one = Proposal(TEN, rows(20, 9, "state"), (), rows(30, 9), rows(30, 9, "word"))
    told = topic_file(one)
    assert len(re.findall(r"^  #?\"", told, flags=re.M)) == TERMS + WORDS == 20
    assert TERMS == 12
    assert ACTORS == 8


@pytest.mark.parametrize(("documents", "on"), [(1, False), (2, True)])
def test_a_pair_of_few_documents_is_switched_off(documents: int, on: bool) -> None:
    told = topic_file(Proposal(TEN, matters=(*rows(1, 9), Recurring("reef", 2, ("S1",) * documents))))
    assert ('\n  "reef"' in told) == on


@pytest.mark.parametrize(("documents", "on"), [(4, False), (5, True)])
def test_a_word_of_less_than_half_the_documents_is_switched_off(documents: int, on: bool) -> None:
    told = topic_file(Proposal(TEN, matters=rows(1, 9), words=(Recurring("reef", 2, ("S1",) * documents),)))
    assert ('\n  "reef"' in told) == on


def test_twelve_of_each_part_are_shown() -> None:
    told = list(proposal_lines(Proposal(TEN, matters=rows(30, 2))))
    assert sum("lagoon" in line for line in told) == SHOWN == 12


def test_a_longer_word_in_brackets_is_no_abbreviation() -> None:
    names = "Agency for Big Coastal Dune Erosion Flood Ground Harbour Inland Jetty Keel"
    assert not list(other_names(f"The {names} (ABCDEFGHIJK) met."))
    assert list(other_names(f"The {names.removesuffix(' Keel')} (ABCDEFGHIJ) met."))


@pytest.mark.parametrize(("short", "found"), [("ZQX", 0), ("ZQXV", 1)])
def test_three_letters_that_a_phrase_lacks_are_a_unit(short: str, found: int) -> None:
    assert len(list(other_names(f"They signed a harbour pact ({short}) here."))) == found


def test_a_name_has_six_words_at_most() -> None:
    pair = next(other_names("Odd alpha beta gamma delta epsilon mills, known as sea wheels, turn."))
    assert pair.full == "alpha beta gamma delta epsilon mills"


def test_a_name_of_which_the_call_says_less_than_half_is_not_meant() -> None:
    assert widened("lagoon", "The reef lagoon, known as blue quagmere, is deep.") == {
        "lagoon": ["blue quagmere"]
    }
    assert widened("lagoon", "The dinghy reef lagoon, known as blue quagmere, is deep.") == {"lagoon": []}


def test_a_word_of_middling_rarity_is_broad_and_three_files_are_named() -> None:
    assert remarks("sanctions")[0][0] == "topic-broad"
    assert remarks("eu") == []
    assert remarks("europe")[0][0] == "topic-broad"
    told = topic.remarks("security", topic.find("security", []), [*topic.readable([TOPICS]), *extra()])
    assert told[0].message.count("-security") == 3
    assert len(topic.meant("eu", topic.readable([TOPICS]))) == 3
    assert len(topic.meant("security", [*topic.readable([TOPICS]), *extra()])) == 3


def extra() -> list[Topic]:
    return [Topic("harbour-security", "Security in harbours", (Group("x", ("x",)),))]
