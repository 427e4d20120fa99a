"""The sets of whole memos: their gold is sound, the product runs on them; two scorers agree on other sets."""

from __future__ import annotations

import html
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from memo_material import small_gold

from benchmarks import memos
from benchmarks.scorers.memo import Share, score
from benchmarks.scorers.memo_gold import GoldRow, MemoGold, Passage, load_gold, sets_in
from benchmarks.scorers.memo_rows import FINDERS
from benchmarks.scorers.memo_sayings import paragraphs
from benchmarks.scorers.wording import fold, squeezed

SETS = {folder.name: folder for folder in sets_in(memos.SETS)}


@pytest.fixture(params=SETS)
def gold(request: pytest.FixtureRequest) -> MemoGold:
    return load_gold(SETS[request.param])


def stands(gold: MemoGold, passage: Passage) -> bool:
    """Do the words stand in their document, tags of a page and marks of a quoted mail left out?"""
    text = gold.texts[passage.doc]
    if "</" in text:
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return fold(passage.text) in fold(re.sub(r"^> ?", "", text, flags=re.M))


def passages(gold: MemoGold) -> Iterator[Passage]:
    """All that the gold quotes, but for names of partners that are forbidden."""
    for row in gold.rows:
        if not row.scope:
            yield from (Passage(row.doc, row.text), *row.alts)
    for pair in (*gold.same, *gold.contradictions):
        yield from (pair.a, pair.b)
    yield from gold.allow


def test_there_are_three_sets_of_seven_to_eleven_documents() -> None:
    assert len(SETS) == 3
    assert all(7 <= len(load_gold(folder).files) <= 11 for folder in SETS.values())


def test_all_that_the_gold_quotes_stands_in_its_document(gold: MemoGold) -> None:
    assert [one for one in passages(gold) if not stands(gold, one)] == []


def test_each_saying_begins_at_one_place_of_its_document(gold: MemoGold) -> None:
    letters = {doc: "".join(paragraphs(text)) for doc, text in gold.texts.items()}
    begins = [(one.doc, one.text, letters[one.doc].count(squeezed(one.text))) for one in gold.sayings]
    assert [one for one in begins if one[2] != 1] == []


def test_names_are_given_once_and_name_something(gold: MemoGold) -> None:
    docs = [one.doc for one in gold.files]
    assert len({*docs}) == len(docs)
    assert [name for name, count in Counter(row.id for row in gold.rows).items() if count > 1] == []
    named = {doc for row in gold.rows for doc in row.docs} | {one.doc for one in gold.sayings}
    assert named - {*docs} == set()


def test_a_row_is_of_a_known_kind_and_has_what_its_kind_needs(gold: MemoGold) -> None:
    def whole(row: GoldRow) -> bool:
        spoken = row.kind in ("quote", "reported", "partner")
        dated = row.kind in ("quote", "reported")
        return bool(row.speaker) >= spoken and (row.date != "unknown") >= dated

    assert {row.kind for row in gold.rows} == {*FINDERS, "forbidden"}
    assert {row.level for row in gold.rows} <= {"must", "should", "may"}
    assert [row.id for row in gold.rows if not whole(row)] == []


def test_a_set_asks_for_enough_and_forbids_something(gold: MemoGold) -> None:
    kinds = Counter((row.level, row.kind == "forbidden") for row in gold.rows)
    assert kinds["must", False] >= 15
    assert kinds["should", False] >= 15
    assert kinds["must", True] >= 4
    assert len(gold.distractors) in (2, 3)
    assert len(gold.contradictions) >= 2
    assert gold.same


def test_who_says_a_quotation_of_the_gold_is_in_its_list_of_sayings(gold: MemoGold) -> None:
    """The two lists were written apart; a statement shown as one wants it is right by the other."""
    wanted = [row for row in gold.rows if row.kind == "quote"]
    sources = [{"id": one.doc, "file": one.file} for one in gold.files]
    items = [
        {"text": row.text, "speaker": row.speaker, "cites": [{"source": row.doc, "text": row.text}]}
        for row in wanted
    ]
    found = score(gold, {"sources": sources, "sections": [{"id": "key-statements", "items": items}]})
    assert [miss for miss in found.misses if miss.startswith("shown")] == []
    assert found.figures["shown speakers"] == Share(len(wanted), len(wanted))


def test_the_product_is_measured_on_a_folder_of_sets(tmp_path: Path) -> None:
    (tmp_path / "ferry").mkdir()
    small_gold(tmp_path / "ferry")
    figures = memos.figures(tmp_path)
    assert figures["must"] > 0
    assert figures["forbidden"] <= 0
    assert {"body", "should", "speakers", "shown speakers", "precision", "repeated", "titles"} <= {*figures}


def test_a_set_without_a_memo_has_nothing(tmp_path: Path) -> None:
    (tmp_path / "ferry").mkdir()
    small_gold(tmp_path / "ferry")
    gold = tmp_path / "ferry" / "gold.json"
    gold.write_text(gold.read_text(encoding="utf-8").replace('"query": "ferry"', '"query": "volcano"'))
    found = memos.measure(tmp_path / "ferry")
    assert found.figures["must"] == Share(0, 4)
    assert found.misses[0].startswith("no memo")


def test_counts_of_faults_are_negative_and_shares_are_points(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"must": Share(1, 4), "repeated": Share(1, 4), "forbidden": 3, "again": 0, "words": 900}
    monkeypatch.setattr(memos, "total", lambda scores: values)
    assert memos.figures(Path("no sets")) == {
        "must": 25.0,
        "repeated": -25.0,
        "forbidden": -3.0,
        "again": 0.0,
    }


# The six sets beside the checkout have a scorer of their own; both must say the same of the same memo.


@pytest.fixture(scope="module")
def other(measures: Path) -> ModuleType:
    """The scorer beside the checkout, as a module."""
    path = measures / "memo_eval.py"
    if not path.is_file():
        pytest.skip("the scorer of whole memos among the public data is not here")
    spec = importlib.util.spec_from_file_location("memo_eval", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SECTION_OF = {
    "quote": "key-statements",
    "reported": "key-statements",
    "fact": "background",
    "partner": "partners",
    "issue": "open-issues",
    "date": "chronology",
}


def memo_from(gold: dict[str, Any]) -> dict[str, Any]:
    """A memo made of the gold itself: rows right and spoilt by turns, parts moved, doubled and left out."""
    sections: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("in-brief", *dict.fromkeys(SECTION_OF.values()), "further", "discrepancies")
    }
    for number, row in enumerate(gold["rows"]):
        if row["kind"] == "forbidden":
            spoilt = number % 5 == 0
            name = "partners" if row.get("scope") else "background"
            sections[name] += [{"text": row["text"], "name": row["text"]}] * spoilt
            continue
        item = spoilt_item(row, number)
        held = SECTION_OF[row["kind"]]
        if number % 7 == 0:
            sections["further"].append({**item, "section": held})
        elif number % 4:
            sections[held].append(item)
        if number % 6 == 0:
            sections["in-brief"].append({key: item[key] for key in ("text", "cites")})
    for number, pair in enumerate(gold["contradictions"]):
        cites = [cited(pair[side]["doc"], pair[side]["text"]) for side in "ab"]
        sections["discrepancies"].append({"text": "Number", "cites": cites[number % 2 :]})
    for pair in gold["same"][::2]:
        texts = [(pair[side]["doc"], pair[side]["text"]) for side in "ab"]
        sections["key-statements"] += [{"text": text, "cites": [cited(doc, text)]} for doc, text in texts]
    return {
        "sources": [listed(one, number) for number, one in enumerate(gold["files"])],
        "sections": [{"id": name, "items": items} for name, items in sections.items()],
    }


def spoilt_item(row: dict[str, Any], number: int) -> dict[str, Any]:
    speaker = row.get("speaker", "") if number % 3 else "Nobody Known"
    text = row["text"] if row["kind"] != "partner" else ""
    item = {"text": text, "name": speaker, "speaker": speaker, "cites": [cited(row["doc"], row["text"])]}
    item["date"] = None if row.get("date") == "unknown" or number % 5 == 0 else row.get("date")
    if row["kind"] == "issue" and number % 2:
        item["positions"] = [{"text": row["text"], "speaker": speaker, "cites": item["cites"]}]
    if row["kind"] == "partner" and number % 2:
        item["names"] = [speaker, "Atlantis"]
    return item


def cited(doc: str, text: str) -> dict[str, Any]:
    return {"source": doc, "line": 1, "start": 0, "end": len(text), "text": text}


def listed(one: dict[str, Any], number: int) -> dict[str, Any]:
    """A row of the table of sources: some without publisher and title, some with a wrong day."""
    told = {"publisher": one["publisher"], "title": one["title"]} if number % 3 else {}
    published = "2001-01-01" if number % 4 == 0 else one["published"]
    return {"id": one["doc"], "file": one["file"], "published": published, **told}


FOREIGN = (
    "aukus-submarines",
    "black-sea-grain",
    "flavored-vapes",
    "north-korea",
    "russia-hacking",
    "us-taliban-talks",
)


@pytest.mark.parametrize("name", FOREIGN)
def test_both_scorers_say_the_same_of_a_memo(other: ModuleType, measures: Path, name: str) -> None:
    folder = measures / "data" / "memo" / name
    if not folder.is_dir():
        pytest.skip(f"the set {name} of the public data is not here")
    data = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    # Their words of menus and cookie lines stand in their scorer, ours in the gold.
    ours_gold = replace(load_gold(folder), furniture=tuple(other.FURNITURE))
    memo = memo_from(data)
    theirs = dict(other.check(data, ours_gold.texts, memo, lambda *said, **how: None))
    figures = score(ours_gold, memo).figures
    ours = {key: list(one) if isinstance(one, Share) else one for key, one in figures.items()}
    assert {key: ours[key] for key in theirs} == theirs
    assert 0 < theirs["must"][0] < theirs["must"][1]
