"""A small set with its gold, and a memo on it that has everything right: tests of the scorer spoil it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.scorers.memo_gold import MemoGold, load_gold

WIRE = """Two towns share a ferry

PORTO, 3 March 2025 (Wire) - Alda and Brena will run one ferry together, the mayor of Alda said on Sunday.

"One boat is enough for two towns," Mayor Cora Dahl told the council. She said the boat would sail from May.

Envoy Emil Frost warned that nobody had agreed on the fares, while Brena insists on free tickets for pupils.

The ferry carries 40 cars.
"""
PAPER = """One boat for two

"One boat is enough for two towns," Mayor Cora Dahl told the council.

The ferry carries 60 cars.

Read also: a cat that swims
"""
BAKERY = """A bakery on the ferry quay opens

"Bread first," said Gus Holm, who bakes on the quay of the ferry.
"""

_TEXTS = {"wire.txt": WIRE, "paper.txt": PAPER, "bakery.txt": BAKERY}

_GOLD: dict[str, Any] = {
    "topic": "ferry",
    "query": "ferry",
    "last_year": 2025,
    "files": [
        {"doc": "wire", "file": "wire.txt", "part": "core", "published": "2025-03-03"}
        | {"publisher": "Wire", "title": "Two towns share a ferry"},
        {"doc": "paper", "file": "paper.txt", "part": "core", "published": None}
        | {"publisher": None, "title": "One boat for two"},
        {"doc": "x", "file": "bakery.txt", "part": "distractor", "published": None}
        | {"publisher": None, "title": None},
    ],
    "rows": [
        {"id": "Q1", "level": "must", "kind": "quote", "doc": "wire", "speaker": "Cora Dahl"}
        | {"text": "One boat is enough for two towns", "date": "2025-03-02"}
        | {"alts": [["paper", "One boat is enough for two towns"]]},
        {"id": "R1", "level": "must", "kind": "reported", "doc": "wire", "speaker": "Cora Dahl"}
        | {"text": "She said the boat would sail from May", "date": "2025-03-02", "date_ok": ["2025-03"]},
        {"id": "F1", "level": "should", "kind": "fact", "doc": "wire", "text": "The ferry carries 40 cars"},
        {"id": "P1", "level": "must", "kind": "partner", "doc": "wire", "speaker": "Brena"}
        | {"text": "Alda and Brena will run one ferry"},
        {"id": "I1", "level": "should", "kind": "issue", "doc": "wire"}
        | {"text": "nobody had agreed on the fares"},
        {"id": "D1", "level": "must", "kind": "date", "doc": "wire", "date": "2025-05"}
        | {"text": "the boat would sail from May"},
        {"id": "D2", "level": "should", "kind": "date", "doc": "paper", "date": "unknown"}
        | {"text": "One boat for two"},
        {"id": "X1", "level": "must", "kind": "forbidden", "doc": "paper", "text": "a cat that swims"},
        {
            "id": "X2",
            "level": "must",
            "kind": "forbidden",
            "doc": "wire",
            "text": "Porto",
            "scope": "partner",
        },
    ],
    "same": [
        {"a": {"doc": "wire", "text": "One boat is enough for two towns"}}
        | {"b": {"doc": "paper", "text": "One boat is enough for two towns"}, "note": "copied"},
    ],
    "contradictions": [
        {"a": {"doc": "wire", "text": "The ferry carries 40 cars"}}
        | {"b": {"doc": "paper", "text": "The ferry carries 60 cars"}, "note": "cars"},
    ],
    "speakers": [
        {"doc": "wire", "text": '"One boat', "speaker": "Cora Dahl"},
        {"doc": "wire", "text": "Envoy Emil Frost", "speaker": "Emil Frost"},
        {"doc": "wire", "text": "Brena insists", "speaker": "Brena"},
        {"doc": "wire", "text": "The ferry carries", "speaker": None},
        {"doc": "paper", "text": '"One boat is', "speaker": "Cora Dahl"},
        {"doc": "x", "text": '"Bread', "speaker": "Gus Holm"},
    ],
}


def small_gold(folder: Path) -> MemoGold:
    """The small set, written to a folder and read from there."""
    (folder / "docs").mkdir()
    for name, text in _TEXTS.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(_GOLD), encoding="utf-8")
    return load_gold(folder)


def cite(source: str, text: str) -> dict[str, Any]:
    """A citation of S1 (wire), S2 (paper) or S3 (bakery)."""
    at = {"S1": WIRE, "S2": PAPER, "S3": BAKERY}[source].index(text)
    return {"source": source, "line": 1, "start": at, "end": at + len(text), "text": text}


def item(source: str, text: str, **keys: object) -> dict[str, Any]:
    """An item that prints and cites the same words."""
    return {"text": text, **keys, "cites": [cite(source, text)]}


def right_memo() -> dict[str, Any]:
    """A memo with everything that the gold asks for, in the form of schema 2."""
    first = '"One boat is enough for two towns," Mayor Cora Dahl told the council.'
    differ = {
        "text": "Number",
        "cites": [cite("S1", "The ferry carries 40 cars."), cite("S2", "The ferry carries 60 cars.")],
    }
    position = item("S1", "Brena insists on free tickets for pupils", speaker="Brena")
    sections: dict[str, list[dict[str, Any]]] = {
        "in-brief": [],
        "background": [item("S1", "The ferry carries 40 cars.")],
        "key-statements": [
            item("S1", first, speaker="Cora Dahl", date="2025-03-02"),
            item("S1", "She said the boat would sail from May.", speaker="Cora Dahl", date="2025-03-02"),
        ],
        "partners": [
            {
                "name": "Brena",
                "text": "",
                "cites": [cite("S1", "Alda and Brena will run one ferry together")],
            },
        ],
        "open-issues": [
            item("S1", "nobody had agreed on the fares", raised_by="Emil Frost", positions=[position])
        ],
        "further": [],
        "discrepancies": [differ],
        "chronology": [item("S1", "the boat would sail from May", date="2025-05")],
        "sources": [],
    }
    sources = [
        {"id": "S1", "file": "wire.txt", "published": "2025-03-03"}
        | {"publisher": "Wire", "title": "Two towns share a ferry"},
        {"id": "S2", "file": "paper.txt", "published": None, "title": "One boat for two"},
        {"id": "S3", "file": "bakery.txt", "published": None},
    ]
    return {
        "schema": "briefgen-memo/2",
        "sources": sources,
        "sections": [{"id": name, "items": items} for name, items in sections.items()],
    }


def section(memo: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The items of a section, to be changed in place."""
    found: list[dict[str, Any]] = next(one["items"] for one in memo["sections"] if one["id"] == name)
    return found
