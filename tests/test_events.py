"""Which events a memo tells: joined only when nothing in them differs; long documents and contradictions."""

from __future__ import annotations

from pathlib import Path

from briefgen.compose import compose
from briefgen.compose.brief import Brief
from briefgen.compose.events import events_of
from briefgen.model import Corpus, Evidence, Selection
from briefgen.paper import house
from briefgen.paper.memo import Memo
from briefgen.pipeline import Request, run
from briefgen.topic import Topic, find
from tests.casefile import Case, cases
from tests.test_compose import document


@cases("same_event")
def test_same_event(case: Case) -> str:
    made = [document(line, f"S{n}") for n, line in enumerate(case.input.split("\n"), 1)]
    evidence = {s.span: Evidence(s.span, 1.0, ()) for one in made for s in one.citable()}
    found = events_of(made, evidence)
    assert len({event.mention.value for event in found}) == 1
    assert {cite.source for event in found for cite in event.cites} == {"S1", "S2"}
    return {1: "one event", 2: "two events"}[len(found)]


def memo_of(folder: Path, topic: str, **texts: str) -> Memo:
    """The memo on free words from files made of `texts`."""
    seeds = folder / "seeds"
    seeds.mkdir()
    for name, text in texts.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    written, _ = run(Request((topic,), seeds, folder / "out", ("json",)))
    assert written[0].memo, written[0].failure
    return written[0].memo


FOR = (
    "Quay levy passes\nExample Courier\nPublished: 3 March 2026\n\n"
    "Iceland approved the quay levy on 12 February 2026.\n"
)
AGAINST = (
    "No quay levy for now\nSpecimen Wire\nPublished: 4 March 2026\n\n"
    "Iceland did not approve the quay levy on 12 February 2026.\n"
)


def test_what_contradicts_is_told_twice_each_with_its_own_note(tmp_path: Path) -> None:
    memo = memo_of(tmp_path, "quay levy", one=FOR, other=AGAINST)
    table = next(s for s in memo.sections if s.id == "chronology")
    rows = [item for item in table.items if item.when and item.when.value == "2026-02-12"]
    assert [len(item.cites) for item in rows] == [1, 1]
    assert {item.cites[0].source for item in rows} == {"S1", "S2"}


def test_the_brief_shows_both_sides_of_a_contradiction(tmp_path: Path) -> None:
    memo = memo_of(tmp_path, "quay levy", one=FOR, other=AGAINST)
    assert {item.cites[0].source for item in memo.sections[0].items} == {"S1", "S2"}


def test_a_document_of_many_sentences_on_the_topic_gives_a_memo() -> None:
    made = document("\n".join(f"Norway opened harbour number {n} for the ferries." for n in range(1200)))
    spans = [Evidence(s.span, 1.0, ()) for s in made.citable()]
    brief = Brief(free("harbour"), Corpus((made,)), Selection(tuple(spans), ("S1",)), house.load(), None)
    assert compose(brief).sections[0].items


def free(words: str) -> Topic:
    return find(words, ())
