"""The adapter's tasks answer with what the command finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.tasks import dates, issues, partners, quotes, selection, summary
from briefgen.pipeline import Request, examine

GRAIN = (
    "Norway buys more grain\n\n"
    "Norway will buy more grain from Iceland, the minister Anna Lund said on Monday.\n\n"
    "“The grain is dry and the price is fair,” Lund said. She has held the office for two years."
)
SHIPS = "A tanker sails\n\nA tanker with a crew of twelve left the harbour of Bergen on Tuesday at dawn."
TURNS = (
    "Anna Lund: We meet today to speak about the roads.",
    "Mona Vik: The bridge at the mill is closed until the summer.",
    "Carl Dahl: Lorries drive through the village at night.",
    "Mona Vik: A lorry that is late costs the mill a day.",
    "Olaf Berg: The grain in Norway is dry, and grain prices fell again.",
    "Anna Lund: Let us come to the next point of the agenda.",
    "Mona Vik: The school needs a roof before the rain comes.",
    "Carl Dahl: The choir sings on Sunday.",
    "Anna Lund: Then we close the meeting.",
)


def selected(texts: tuple[str, ...], *terms: str) -> object:
    folder = {
        "type": "folder",
        "folder": "f",
        "docs": [{"id": f"d{n}", "text": text} for n, text in enumerate(texts)],
    }
    topic = {"type": "topic", "id": "t", "folder": "f", "terms": list(terms)}
    (answer,) = selection.run([folder, topic])
    assert answer["ranked"] == answer["selected"]
    return answer["selected"]


def test_a_document_with_evidence_is_selected() -> None:
    assert selected((SHIPS, GRAIN), "grain") == ["d1"]


def test_the_document_with_more_evidence_ranks_first() -> None:
    remark = "Prices\n\nThe price of grain fell.\n\nRoads are dry."
    assert selected((remark, GRAIN), "grain") == ["d1", "d0"]


def test_the_selection_is_the_one_of_the_command(tmp_path: Path) -> None:
    for name, text in (("one.txt", SHIPS), ("two.txt", GRAIN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (corpus, found, _), _ = examine(Request(("norway grain",), tmp_path))
    used = [corpus.by_id[source].source.file for source in found.used]
    assert used == ["two.txt"]
    assert selected((SHIPS, GRAIN), "norway", "grain") == ["d1"]


def test_of_a_talk_the_turns_on_the_matter_and_round_it_are_selected() -> None:
    found = selected(TURNS, "norway", "grain")
    assert isinstance(found, list)
    assert found[0] == "d4"
    assert not {"d0", "d8"} & set(found)


@pytest.mark.parametrize("terms", [("the",), ("x" * 101,)])
def test_a_name_that_the_command_refuses_selects_nothing(terms: tuple[str, ...]) -> None:
    assert selected((GRAIN,), *terms) == []


def extract(texts: tuple[str, ...], room: int = 250) -> list[str]:
    docs = [{"id": f"d{n}", "text": text} for n, text in enumerate(texts)]
    (answer,) = summary.run([{"id": "c", "max_words": room, "docs": docs}])
    by_id = {doc["id"]: doc["text"] for doc in docs}
    return [by_id[span["doc"]][span["start"] : span["end"]] for span in answer["spans"]]


def test_an_extract_is_what_the_memo_prints_of_the_sources_each_place_once() -> None:
    found = extract((GRAIN, SHIPS))
    assert any("Norway will buy more grain" in words for words in found)
    assert not any("tanker" in words for words in found)
    assert len(found) == len(set(found))


def test_an_extract_has_no_more_words_than_asked_for() -> None:
    assert sum(len(words.split()) for words in extract((GRAIN,), room=15)) <= 15


def test_where_the_command_writes_no_memo_the_extract_is_empty() -> None:
    assert extract(("The\n\nOf it.",)) == []


def test_a_headline_is_cut_to_what_a_topic_may_be_called() -> None:
    corpus = selection.opened([{"id": "d", "text": f"{'Norway buys more grain ' * 9}\n\n{GRAIN}"}]).corpus
    assert 0 < len(summary.headline(corpus.documents)) <= 100


def test_statements_come_with_the_speaker_the_command_resolves() -> None:
    (answer,) = quotes.run([{"id": "q", "text": GRAIN}])
    rows = answer["quotes"]
    assert isinstance(rows, list)
    assert ("The grain is dry and the price is fair,", "Anna Lund") in {
        (r["text"], r["speaker"]) for r in rows
    }


def test_a_date_counts_from_the_date_given() -> None:
    (answer,) = dates.run([{"id": "d", "text": GRAIN, "dct": "2025-07-23"}])
    assert [one["value"] for one in answer["timexes"] if one["text"] == "Monday"] == ["2025-07-21"]
    assert "document_date" not in answer


def test_issues_and_partners_are_read_with_all_layers() -> None:
    said = "It is not yet decided whether Norway and Iceland sign the treaty, Anna Lund said."
    (issue,) = issues.run([{"id": "i", "text": said}])
    assert issue["label"] == 1
    (partner,) = partners.run(
        [{"id": "p", "text": "Norway signed a partnership with Iceland.", "actor": "Norway"}]
    )
    assert partner["label"] == 1
