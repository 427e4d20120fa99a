"""Selection on the five real articles; what belongs to a topic was judged by hand, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen import loading, topic
from briefgen.model import Corpus
from briefgen.select import select

TOPICS = Path(__file__).resolve().parent.parent / "templates" / "topics"


@dataclass(frozen=True)
class Row:
    """By article: the lines that must be selected, and those that may be. All others must not be."""

    must: dict[str, set[int]]
    may: dict[str, set[int]]


ROWS = {
    "asia-security": Row(
        {"000": {68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92, 94, 96, 98},
         "003": {8, 13, 15, 19, 21, 25}, "004": {15}},
        {"003": {27}},
    ),
    "us-eu-relations": Row(
        {"000": {68, 70, 78, 80, 82, 86, 98}, "002": {8, 10, 16, 18}, "004": {11, 13, 15, 17, 27, 29, 31}},
        {"000": {84}, "002": {20, 22, 24, 28}, "004": {21}},
    ),
    "eu-china": Row({"000": {82, 94, 96, 98}}, {"000": {78}}),
    "ukraine-support": Row(
        {"002": {8, 20, 22, 24, 28, 30, 34}, "004": {17, 19, 21, 23, 25}},
        {"000": {94}, "002": {18, 32}},
    ),
    "ukraine-peace-talks": Row({"002": {20, 22, 24, 28, 30}}, {"002": {8}, "004": {23, 25}}),
    "defence-industry": Row({"004": {11, 13, 27}}, {"003": {27}, "004": {29}}),
    "trade-tariffs": Row({"000": {82, 86}, "004": {11, 17}}, {"000": {72, 84, 94}}),
    "nato": Row({"004": {15}}, {"002": {18, 20}, "004": {27, 29, 31}}),
    "nato-burden-sharing": Row({"004": {15, 27}}, {"000": {78, 80}, "002": {18}, "004": {11, 19}}),
    "maritime-security": Row({"000": {72, 74, 88, 90}, "003": {8, 13, 25}}, {}),
    "cyber-security": Row({}, {"000": {88, 90}, "003": {8}}),
    "counter-terrorism": Row({}, {"000": {88}, "003": {8}}),
    "asean": Row({"000": {88}}, {}),
    "japan": Row({"000": {82, 88}, "003": {25}}, {}),
    "india": Row({"003": {25}}, {}),
    "us-national-security-strategy": Row({"002": {8, 10, 18}}, {"002": {16}}),
    # Line 21 speaks of "operational capacities" only; a word list made for it would serve one text.
    "csdp": Row({"003": {8, 27}}, {"003": {21}}),
    "multilateralism": Row({"003": {19}}, {}),
    "climate": Row({}, {}),
    "africa": Row({}, {}),
    "gaza": Row({}, {}),
    "somalia": Row({}, {}),
    "arctic": Row({}, {}),
}  # fmt: skip


@pytest.fixture(scope="module")
def articles(real_seeds: Path) -> Corpus:
    return loading.load(real_seeds)[0]


def lines(name: str, corpus: Corpus) -> dict[str, set[int]]:
    """Line numbers of the evidence by the first three letters of the file."""
    found: dict[str, set[int]] = {}
    for evidence in select(topic.find(name, [TOPICS]), corpus).evidence:
        source = corpus.document(evidence.span).source
        found.setdefault(source.file[:3], set()).add(source.line(evidence.span.start))
    return found


@pytest.mark.parametrize("name", ROWS)
def test_a_topic_gets_its_lines_and_no_others(name: str, articles: Corpus) -> None:
    row, found = ROWS[name], lines(name, articles)
    missing = {file: wanted - found.get(file, set()) for file, wanted in row.must.items()}
    extra = {f: n - row.must.get(f, set()) - row.may.get(f, set()) for f, n in found.items()}
    assert not any(missing.values()), missing
    assert not any(extra.values()), extra


def test_a_topic_with_one_passing_mention_names_it(articles: Corpus) -> None:
    (nearest,) = select(topic.find("gaza", [TOPICS]), articles).nearest
    assert "“Gaza” in passing (line 30)" in nearest
