"""The steps of the link stage one by one: traces, kin without the text, departures of what is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from briefgen.link import Trace, departures, kin, link, trace
from briefgen.model import Document
from tests.link_documents import document
from tests.test_link import REPRINT, REWRITE, UNRELATED

NOTICE = "The office is shut today.\nIt opens again on Monday."
FOLDER = {
    one.source.id: one
    for one in (
        document("S1", REWRITE[0]),
        document("S2", UNRELATED[0]),
        document("S3", REWRITE[1].replace("eleven", "12").replace("in Norway", "in Sweden")),
        document("S4", REPRINT[0]),
        document("S5", REPRINT[1]),
    )
}


def traces() -> dict[str, Trace]:
    return {source: trace(one) for source, one in FOLDER.items()}


def test_the_steps_give_what_linking_gives() -> None:
    corpus = link(tuple(FOLDER.values()))
    found = kin(traces(), FOLDER.__getitem__)
    assert found == corpus.kinships
    assert departures(found, FOLDER.__getitem__) == (corpus.pairs, corpus.divergences)


def test_the_text_is_asked_only_of_documents_that_may_have_kin() -> None:
    asked: set[str] = set()

    def given(source: str) -> Document:
        asked.add(source)
        return FOLDER[source]

    kin(traces(), given)
    assert asked == {"S1", "S3", "S4", "S5"}


@pytest.mark.parametrize("used", ["S1", "S3"], ids=["the origin", "the derived one"])
def test_departures_are_those_of_relations_with_a_used_document(used: str) -> None:
    corpus = link(tuple(FOLDER.values()))
    found = departures(corpus.kinships, FOLDER.__getitem__, {used})
    assert found.divergences == tuple(d for d in corpus.divergences if d.derived_at.source == "S3")
    assert found.pairs == tuple(p for p in corpus.pairs if p.derived.source == "S3")
    assert found.divergences
    assert len(found.pairs) < len(corpus.pairs)


def test_a_document_without_kin_has_no_departures() -> None:
    found = kin(traces(), FOLDER.__getitem__)
    assert departures(found, FOLDER.__getitem__, {"S2"}) == ((), ())


def test_a_trace_can_be_kept_as_json() -> None:
    (terms, *_), kept = trace(FOLDER["S1"]), trace(FOLDER["S1"])
    read = json.loads(json.dumps(kept))
    again = Trace(tuple(read[0]), tuple(read[1]), tuple((times, stems) for times, stems in read[2]))
    assert terms
    assert again == kept


def test_a_trace_is_smaller_than_its_text() -> None:
    assert len(json.dumps(trace(FOLDER["S1"]))) < len(FOLDER["S1"].source.text)


def test_a_trace_is_the_same_in_every_process() -> None:
    code = (
        "from tests.link_documents import document\nfrom tests.test_link import REWRITE\n"
        "from briefgen.link import trace\nprint(trace(document('S1', REWRITE[0])))"
    )
    command = [sys.executable, "-c", code]
    seeds = ("1", "2")
    found = {subprocess.check_output(command, text=True, env={"PYTHONHASHSEED": seed}) for seed in seeds}
    assert found == {f"{trace(FOLDER['S1'])}\n"}


def test_terms_are_kept_by_how_often_they_stand() -> None:
    found = trace(document("S1", "Ships and ships carry ore.\nThe ore is heavy."))
    assert found.terms == ((1, "carri heavi"), (2, "or ship"))
    assert found.length == 6


def test_only_a_notice_keeps_its_shorter_sentences() -> None:
    assert len(trace(document("S1", NOTICE)).phrases) == 2
    assert trace(FOLDER["S1"]).phrases == ()


def test_a_document_without_text_leaves_an_empty_trace() -> None:
    assert trace(document("S1", "")) == Trace()
