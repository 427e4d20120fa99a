"""The index of an archive: no document that a topic could use is missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import topic
from briefgen.english import gazetteer
from briefgen.model import Document
from briefgen.select.index import Nearness, indexed
from briefgen.select.view import Search
from briefgen.topic import Topic
from tests.casefile import Case, cases
from tests.made import article


class Indexed:
    """Documents in memory, asked as those of a store."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.counts = [Counter(indexed(document)[0]) for document in documents]
        self.lengths = {number: count.total() for number, count in enumerate(self.counts)}

    def holding(self, stem: str) -> Mapping[int, int]:
        return {number: count[stem] for number, count in enumerate(self.counts) if stem in count}

    def holders(self, stem: str) -> int:
        return len(self.holding(stem))

    def found(self, wanted: Topic) -> set[int]:
        return {one.id for one in Nearness(self, self.lengths).ranked(wanted)}


def touched(wanted: Topic, document: Document) -> bool:
    """Whether the whole search finds words of the topic: of each group of a file, of any of a call."""
    view = Search(wanted).view(document)
    groups = range(len(wanted.groups))
    met = [any(line.hits[group] for line in view.lines) or bool(view.title_hits[group]) for group in groups]
    return any(met) if wanted.free else all(met)


@cases("index")
def test_words_of_a_topic_are_found_in_a_document(case: Case) -> str:
    call, _, text = case.input.partition("\n")
    document, wanted = article(text), topic.find(call, ())
    found = bool(Indexed([document]).found(wanted))
    assert found >= touched(wanted, document)
    return "found" if found else "not found"


NAMES = sorted({entry.canonical for entry in gazetteer.forms().values() if entry.kind != "place"})
FORMS = sorted(gazetteer.forms())


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(NAMES), st.sampled_from(FORMS), st.sampled_from(["{}", "Leaders of {} met.", "{}'s plan"])
)
def test_whatever_the_search_finds_of_a_name_the_index_finds(name: str, form: str, frame: str) -> None:
    document = article(f"Ministers spoke of the plan. {frame.format(form[:1].upper() + form[1:])} They left.")
    try:
        wanted = topic.find(name, ())
    except Exception:
        return
    assert bool(Indexed([document]).found(wanted)) >= touched(wanted, document)


@pytest.mark.parametrize("region", ["Asia", "Europe", "Africa", "Middle East"])
def test_every_name_that_stands_for_a_region_is_in_the_index(region: str) -> None:
    wanted = topic.find(region, ())
    missed = [
        form
        for form in FORMS
        if touched(wanted, document := article(f"Leaders of {form.title()} met ministers of {form}."))
        and not Indexed([document]).found(wanted)
    ]
    assert not missed


def test_the_nearest_document_comes_first_and_ties_stand_in_reading_order() -> None:
    said = [
        "A plan for fish.",
        "Herring quota: the herring quota falls.",
        "The quota holds.",
        "The quota holds.",
    ]
    one = Indexed([article(text) for text in said])
    ranked = Nearness(one, one.lengths).ranked(topic.find("herring quota", ()))
    assert [found.id for found in ranked] == [1, 2, 3]


def test_documents_that_are_not_in_the_folder_any_more_are_left_out() -> None:
    one = Indexed([article("The quota holds."), article("The quota falls.")])
    assert [found.id for found in Nearness(one, {1: one.lengths[1]}).ranked(topic.find("quota", ()))] == [1]
