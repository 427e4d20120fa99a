"""The index of an archive: no document that a topic could use is missed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import topic
from briefgen.english import gazetteer
from briefgen.model import Document
from briefgen.select.index import Nearness, indexed
from briefgen.select.view import Search
from briefgen.store.opening import in_memory
from briefgen.store.records import Filed, FiledFile
from briefgen.topic import Topic
from tests.casefile import Case, cases
from tests.made import article


class Indexed:
    """Documents in the index of a store."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.store = in_memory()
        stems = [indexed(document) for document in documents]
        self.lengths = {number: len(found) for number, found in enumerate(stems, 1)}
        self.store.put(
            FiledFile(f"{number}", "1", (), (filed(f"{number}", found),))
            for number, found in enumerate(stems, 1)
        )

    def found(self, wanted: Topic) -> list[int]:
        return [one.id for one in Nearness(self.store, self.lengths).ranked(wanted)]


def filed(name: str, stems: Sequence[str]) -> Filed:
    packed = zlib.compress(" ".join(stems).encode())
    return Filed(name, "", name.encode(), 1, 1, "text", len(stems), b"", packed)


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


ENTRIES = sorted({(form, entry.canonical) for form, entry in gazetteer.forms().items()})
FRAMES = [
    "{}",
    "Leaders of {} met.",
    "{}’s plan",
    "A {}-led group",
    "The pro-{} side",
    "UK-{} talks",
    "“{}”",
    "({})",
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(ENTRIES), st.sampled_from(FRAMES), st.booleans())
def test_whatever_the_search_finds_of_a_name_the_index_finds(
    entry: tuple[str, str], frame: str, capitals: bool
) -> None:
    form, name = entry
    shown = form.upper() if capitals else form[:1].upper() + form[1:]
    document = article(f"Ministers spoke of the plan. {frame.format(shown)} They left.")
    wanted = topic.find(name, ())
    assert bool(Indexed([document]).found(wanted)) >= touched(wanted, document)


@pytest.mark.parametrize("region", ["Asia", "Europe", "Africa", "Middle East"])
def test_every_name_that_stands_for_a_region_is_in_the_index(region: str) -> None:
    wanted = topic.find(region, ())
    texts = (f"Leaders of {form.title()} met ministers of {form}." for form in sorted(gazetteer.forms()))
    documents = [one for one in map(article, texts) if touched(wanted, one)]
    assert documents
    assert len(Indexed(documents).found(wanted)) == len(documents)


def test_the_nearest_document_comes_first_and_ties_stand_in_reading_order() -> None:
    said = [
        "A plan for fish.",
        "Herring quota: the herring quota falls.",
        "The quota holds.",
        "The quota holds.",
    ]
    assert Indexed([article(text) for text in said]).found(topic.find("herring quota", ())) == [2, 3, 4]


def test_documents_that_are_not_in_the_folder_any_more_are_left_out() -> None:
    one = Indexed([article("The quota holds."), article("The quota falls.")])
    del one.lengths[1]
    assert one.found(topic.find("quota", ())) == [2]
