"""The scorer of whole memos: a right memo has everything; a mistake moves the figures it should, no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from memo_material import cite, item, right_memo, section, small_gold

from benchmarks.scorers.memo import Figure, Share, score
from benchmarks.scorers.memo_gold import MemoGold, Saying
from benchmarks.scorers.memo_sayings import paragraphs

Memo = dict[str, Any]
Change = Callable[[Memo], None]

RIGHT: Mapping[str, Figure] = {
    "must": Share(4, 4),
    "body": Share(4, 4),
    "should": Share(3, 3),
    "speakers": Share(2, 2),
    "dates": Share(4, 4),
    "shown speakers": Share(3, 3),
    "shown wrong": 0,
    "shown undetermined": 0,
    "shown unknown": 0,
    "forbidden": 0,
    "twice": 0,
    "contradictions": Share(1, 1),
    "precision": Share(3, 3),
    "verbatim": Share(9, 9),
    "again": 0,
    "repeated": Share(0, 33),
    "statements": 2,
    "issues": 1,
    "words": 39,
    "publishers": Share(1, 1),
    "titles": Share(2, 2),
    "published": Share(3, 3),
}


@pytest.fixture
def gold(tmp_path: Path) -> MemoGold:
    return small_gold(tmp_path)


def figures(gold: MemoGold, memo: Memo) -> dict[str, Figure]:
    return dict(score(gold, memo).figures)


def test_a_right_memo_has_everything(gold: MemoGold) -> None:
    assert figures(gold, right_memo()) == RIGHT
    assert score(gold, right_memo()).misses == ()


QUOTE = '"One boat is enough for two towns," Mayor Cora Dahl told the council.'
SENTENCE = (
    "Envoy Emil Frost warned that nobody had agreed on the fares, "
    "while Brena insists on free tickets for pupils."
)


def keys(at: int, **values: object) -> Change:
    """A key statement with other values."""
    return lambda memo: section(memo, "key-statements")[at].update(values)


def added(name: str, new: dict[str, Any]) -> Change:
    return lambda memo: section(memo, name).append(new)


def source(at: int, **values: object) -> Change:
    return lambda memo: memo["sources"][at].update(values)


def partner(**values: object) -> Change:
    return lambda memo: section(memo, "partners")[0].update(values)


def left_out(name: str, at: int) -> Change:
    def change(memo: Memo) -> None:
        del section(memo, name)[at]

    return change


def to_the_annex(memo: Memo) -> None:
    section(memo, "further").append(section(memo, "key-statements").pop(0))


def one_side_only(memo: Memo) -> None:
    del section(memo, "discrepancies")[0]["cites"][1]


def cited_one_character_off(memo: Memo) -> None:
    section(memo, "key-statements")[1]["cites"][0]["start"] += 1


def other_party(memo: Memo) -> None:
    section(memo, "open-issues")[0]["positions"][0]["speaker"] = "Emil Frost"


CHANGES: Mapping[str, tuple[Change, Mapping[str, Figure]]] = {
    "the wrong speaker": (
        keys(0, speaker="Emil Frost"),
        {"must": Share(3, 4), "body": Share(3, 4), "speakers": Share(1, 2)}
        | {"shown speakers": Share(2, 3), "shown wrong": 1},
    ),
    "no speaker": (
        keys(0, speaker=""),
        {"must": Share(3, 4), "body": Share(3, 4), "speakers": Share(1, 2)}
        | {"shown speakers": Share(2, 3), "shown undetermined": 1},
    ),
    "a quotation with the day of printing": (
        keys(0, date="2025-03-03"),
        {"must": Share(3, 4), "body": Share(3, 4), "dates": Share(3, 4)},
    ),
    "reported words without a date": (keys(1, date=None), {"dates": Share(3, 4)}),
    "a month where the gold allows it": (keys(1, date="2025-03"), {}),
    "a statement left out": (
        left_out("key-statements", 0),
        {"must": Share(3, 4), "body": Share(3, 4), "speakers": Share(1, 1), "dates": Share(3, 3)}
        | {"shown speakers": Share(2, 2), "precision": Share(2, 2), "verbatim": Share(8, 8)}
        | {"statements": 1, "words": 26, "repeated": Share(0, 20)},
    ),
    "a statement in the annex only": (
        to_the_annex,
        {"body": Share(3, 4), "words": 26, "repeated": Share(0, 20)},
    ),
    "a fact left out": (
        left_out("background", 0),
        {"should": Share(2, 3), "words": 34, "repeated": Share(0, 28), "verbatim": Share(8, 8)},
    ),
    "an issue left out": (
        left_out("open-issues", 0),
        {"should": Share(2, 3), "issues": 0, "shown speakers": Share(2, 2), "precision": Share(2, 2)}
        | {"words": 26, "repeated": Share(0, 26), "verbatim": Share(7, 7)},
    ),
    "a date of the chronology wrong": (
        lambda memo: section(memo, "chronology")[0].update(date="2025-03"),
        {"must": Share(3, 4), "body": Share(3, 4), "dates": Share(3, 4)},
    ),
    "a partner under another name": (partner(name="Brenna"), {"must": Share(3, 4), "body": Share(3, 4)}),
    "a partner from a document that does not say so": (
        partner(cites=[cite("S2", "One boat for two")]),
        {"must": Share(3, 4), "body": Share(3, 4)},
    ),
    "a partner in a row of several": (partner(name="Two towns", names=["Alda", "Brena"]), {}),
    "a partner by an alias": (partner(name="Town of Brena", aliases=["Brena"]), {}),
    "a partner twice": (
        added("partners", {"name": "Brena", "text": "", "cites": []}),
        {"forbidden": 1},
    ),
    "a place as a partner": (added("partners", {"name": "Porto", "text": "", "cites": []}), {"forbidden": 1}),
    "page furniture": (
        added("background", item("S2", "Read also: a cat that swims")),
        {"forbidden": 1, "verbatim": Share(10, 10), "words": 45, "repeated": Share(0, 39)},
    ),
    "a date given to the undated document": (
        source(1, published="2025-03-04"),
        {"forbidden": 1, "should": Share(2, 3), "dates": Share(3, 4), "published": Share(2, 3)},
    ),
    "a date from nowhere": (
        added("chronology", {"text": "The ferry sank.", "date": "2031", "cites": []}),
        {"forbidden": 1},
    ),
    "a copied statement as a second one": (
        added("key-statements", item("S2", QUOTE, speaker="Cora Dahl", date="2025-03-02")),
        {"twice": 1, "statements": 3, "shown speakers": Share(4, 4), "precision": Share(4, 4)}
        | {"verbatim": Share(10, 10), "words": 52, "repeated": Share(13, 46)},
    ),
    "a copied statement as a second source of the first": (
        keys(0, cites=[cite("S1", QUOTE), cite("S2", QUOTE)]),
        {"verbatim": Share(10, 10)},
    ),
    "one side of a contradiction": (
        one_side_only,
        {"contradictions": Share(0, 1), "verbatim": Share(8, 8)},
    ),
    "a statement of a distractor": (
        added("key-statements", item("S3", '"Bread first," said Gus Holm', speaker="Gus Holm")),
        {"precision": Share(3, 4), "statements": 3, "shown speakers": Share(4, 4)}
        | {"verbatim": Share(10, 10), "words": 44, "repeated": Share(0, 38)},
    ),
    "a citation beside its place": (cited_one_character_off, {"verbatim": Share(8, 9)}),
    "a line in brief": (
        added("in-brief", item("S1", "She said the boat would sail from May.")),
        {"again": 1, "words": 47, "verbatim": Share(10, 10)},
    ),
    "a sentence in two sections": (
        added("background", item("S1", "She said the boat would sail from May.")),
        {"again": 1, "words": 47, "verbatim": Share(10, 10), "repeated": Share(8, 41)},
    ),
    "a publisher left out": (source(0, publisher=None), {"publishers": Share(0, 1)}),
    "a document on the wrong day": (source(0, published="2025-03-02"), {"published": Share(2, 3)}),
    "a wrong title": (source(1, title="Read also"), {"titles": Share(1, 2)}),
    "a position of the other party": (other_party, {"shown speakers": Share(2, 3), "shown wrong": 1}),
    "a fact as somebody's statement": (
        added("key-statements", item("S1", "The ferry carries 40 cars.", speaker="Cora Dahl")),
        {"shown speakers": Share(3, 4), "shown wrong": 1, "statements": 3, "precision": Share(4, 4)}
        | {"verbatim": Share(10, 10), "words": 44, "repeated": Share(5, 38)},
    ),
    "a statement that the gold does not know": (
        added("key-statements", item("S1", "Two towns share a ferry", speaker="Cora Dahl")),
        {"shown unknown": 1, "statements": 3, "precision": Share(4, 4)}
        | {"verbatim": Share(10, 10), "words": 44, "repeated": Share(0, 38)},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_moves_these_figures_and_no_other(gold: MemoGold, name: str) -> None:
    change, moved = CHANGES[name]
    memo = right_memo()
    change(memo)
    assert figures(gold, memo) == {**RIGHT, **moved}


@pytest.mark.parametrize(
    "name", [name for name, (_, moved) in CHANGES.items() if {*moved} & {"must", "twice"}]
)
def test_what_is_wrong_is_told(gold: MemoGold, name: str) -> None:
    memo = right_memo()
    CHANGES[name][0](memo)
    assert score(gold, memo).misses


@pytest.mark.parametrize("speaker", ["Emil Frost", "Brena"])
def test_a_sentence_of_two_speakers_may_stand_under_either(gold: MemoGold, speaker: str) -> None:
    memo = right_memo()
    section(memo, "key-statements").append(item("S1", SENTENCE, speaker=speaker))
    assert figures(gold, memo)["shown speakers"] == Share(4, 4)


@pytest.mark.parametrize(("speaker", "wrong"), [("Emil Frost", 0), ("Brena", 1)])
def test_a_cut_statement_is_judged_by_what_it_prints(gold: MemoGold, speaker: str, wrong: int) -> None:
    memo = right_memo()
    cut = item("S1", SENTENCE, speaker=speaker) | {"text": "Envoy Emil Frost warned that nobody had agreed …"}
    section(memo, "key-statements").append(cut)
    assert figures(gold, memo)["shown wrong"] == wrong


@pytest.mark.parametrize(
    ("part", "right"),
    [("on the fares, while Brena insists on", True), ("on the fares, while Brena", False)],
)
def test_a_statement_lies_in_a_saying_that_holds_a_third_of_it(
    gold: MemoGold, part: str, right: bool
) -> None:
    memo = right_memo()
    section(memo, "key-statements").append(item("S1", part, speaker="Brena"))
    assert figures(gold, memo)["shown wrong"] == (not right)


@pytest.mark.parametrize(("end", "right"), [(" She said the boat would", True), (" She said", False)])
def test_a_long_statement_lies_in_a_saying_of_which_it_shows_half(
    gold: MemoGold, end: str, right: bool
) -> None:
    other = replace(gold, sayings=(*gold.sayings, Saying("wire", "She said", "Ada Lund")))
    memo = right_memo()
    section(memo, "key-statements")[:] = [item("S1", QUOTE + end, speaker="Ada Lund")]
    assert figures(other, memo)["shown wrong"] == (not right)


def test_the_matter_of_an_issue_that_is_parted_is_no_statement_of_its_own(gold: MemoGold) -> None:
    memo = right_memo()
    section(memo, "open-issues")[0]["speaker"] = "Cora Dahl"
    assert figures(gold, memo) == RIGHT


def test_an_item_of_the_annex_counts_in_the_section_it_names(gold: MemoGold) -> None:
    memo = right_memo()
    section(memo, "further").append(section(memo, "background").pop() | {"section": "background"})
    assert figures(gold, memo)["should"] == RIGHT["should"]


def test_words_of_an_extracted_page_are_found_by_their_letters(tmp_path: Path) -> None:
    gold = small_gold(tmp_path)
    page = "<p>The ferry <b>carries</b> 40&nbsp;cars.</p><p>&ldquo;Never again,&rdquo; said Ada Lund.</p>"
    told = replace(gold, texts={**gold.texts, "wire": page}, sayings=(Saying("wire", "“Never", "Ada Lund"),))
    memo = {"sources": right_memo()["sources"], "sections": [{"id": "key-statements", "items": []}]}
    section(memo, "key-statements").append(
        {"text": "“Never again,” said Ada Lund.", "speaker": "Ada Lund"}
        | {"cites": [{"source": "S1", "start": 0, "end": 9, "text": "“Never again,” said Ada Lund."}]}
    )
    found = figures(told, memo)
    assert (found["verbatim"], found["shown speakers"]) == (Share(1, 1), Share(1, 1))


def test_a_quoted_mail_is_read_without_its_marks() -> None:
    assert paragraphs("Hello\n\n> The boat\n> sails.\n>\n> Bye") == ["Hello", "Theboatsails", "Bye"]


def test_an_empty_memo_has_nothing_and_no_fault(gold: MemoGold) -> None:
    found = figures(gold, {"sources": [], "sections": []})
    assert (found["must"], found["should"], found["contradictions"]) == (
        Share(0, 4),
        Share(0, 3),
        Share(0, 1),
    )
    assert (found["forbidden"], found["shown wrong"], found["words"]) == (0, 0, 0)
