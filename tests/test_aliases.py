"""Abbreviations and other names of a folder for the words of a call."""

from __future__ import annotations

from briefgen import topic
from briefgen.model import Document
from briefgen.select import select
from briefgen.select.aliases import with_aliases
from briefgen.why import reasons
from tests import made
from tests.test_select import TOPICS


def widened(call: str, *sentences: str) -> dict[str, list[str]]:
    """For each group of a call what the folder adds."""
    documents: tuple[Document, ...] = made.corpus(
        *(f"{made.HEADLINE}\n\n{one}" for one in sentences)
    ).documents
    found, _ = with_aliases(topic.find(call, [TOPICS]), documents)
    return {group.name: [*group.related, *group.abbreviations] for group in found.groups}


def test_a_name_stands_for_all_groups_that_its_other_name_holds() -> None:
    found = widened("grain initiative", "The Northern Grain Initiative, known as the wheat pact, holds.")
    assert found["grain"][-1:] == found["initiative"][-1:] == ["wheat pact"]


def test_each_name_stands_for_the_other() -> None:
    assert widened("norlis", "They signed a trilateral harbour pact, known as NORLIS.") == {
        "norlis": ["trilateral harbour pact"]
    }


def test_a_name_that_says_more_than_the_call_is_not_meant() -> None:
    assert (
        widened("security", "The Agency for Harbour Security (AHS) met.")["security"]
        == widened("security")["security"]
    )


def test_words_that_stand_for_much_are_no_other_name() -> None:
    assert widened("sea mills", "Sea mills, known as the agreement, turn.")["mills"] == []


def test_a_topic_file_says_itself_what_belongs_to_it() -> None:
    one = topic.find("maritime-security", [TOPICS])
    assert with_aliases(one, made.corpus("Head\n\nThe coast guard, known as sea mills, met.").documents) == (
        one,
        (),
    )


def test_why_tells_the_other_names_and_where_they_are_given() -> None:
    folder = made.corpus(f"{made.HEADLINE}\n\nVape devices, also known as e-cigarettes, were sold.")
    told = list(reasons(folder, select(topic.find("e-cigarette ban", [TOPICS]), folder)))
    assert told[0] == "also “Vape devices”, for “e-cigarettes” (1.txt, line 3)"


def test_a_common_name_in_capitals_is_meant_as_well() -> None:
    found = widened("FDA ban", "The Food and Drug Administration (FDA) met.")
    assert found["FDA"] == ["Food and Drug Administration"]
