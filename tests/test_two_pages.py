"""The body of a memo holds on two pages, each matter told once: on the project's own sets of documents."""

from __future__ import annotations

import json
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from benchmarks.memos import SETS
from briefgen.pipeline import Request, run

ROOT = Path(__file__).resolve().parent.parent
BODY = ("in-brief", "background", "key-statements", "partners", "open-issues")
NAMES = sorted(path.parent.name for path in SETS.glob("*/gold.json"))
"""The sets by their folders."""


@cache
def memo(name: str, out: Path, length: str = "standard") -> dict[str, Any]:
    query = json.loads((SETS / name / "gold.json").read_text(encoding="utf-8"))["query"]
    written, _ = run(Request((query,), SETS / name / "docs", out, ("json",), length=length))
    loaded: dict[str, Any] = json.loads(written[0].files[0].read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module", params=NAMES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return memo(request.param, tmp_path_factory.mktemp("memo"))


def rows(made: dict[str, Any], *sections: str) -> list[dict[str, Any]]:
    return [item for one in made["sections"] if one["id"] in sections for item in one["items"]]


def test_the_body_has_at_most_a_thousand_words(made: dict[str, Any]) -> None:
    texts = (row.get(key, "") for row in rows(made, *BODY) for key in ("text", "relation"))
    assert 100 < len(" ".join(texts).split()) <= 1000


def test_body_and_annex_hold_at_most_25_statements_and_12_issues(made: dict[str, Any]) -> None:
    rest = [row.get("section") for row in rows(made, "further")]
    assert 0 < len(rows(made, "key-statements")) + rest.count("key-statements") <= 25
    assert len(rows(made, "open-issues")) + rest.count("open-issues") <= 12
    assert len(rows(made, "in-brief")) <= 5
    assert len(rows(made, "chronology")) <= 15


def test_no_row_of_the_body_repeats_another(made: dict[str, Any]) -> None:
    """Words in runs of five; in brief may repeat, and so may the matter of an issue."""
    seen: set[tuple[str, ...]] = set()
    twice = words = 0
    positions = [p for row in rows(made, "open-issues") for p in row.get("positions", [])]
    for row in chain(rows(made, "background", "key-statements"), positions):
        found = row["text"].lower().split()
        runs = [tuple(found[at : at + 5]) for at in range(len(found) - 4)]
        again = {at + n for at, one in enumerate(runs) if one in seen for n in range(5)}
        twice += len(again)
        words += len(found)
        seen.update(runs)
    assert twice <= 0.05 * words


def test_every_reference_names_a_row(made: dict[str, Any]) -> None:
    items = rows(made, *(section["id"] for section in made["sections"]))
    labels = {row["label"] for row in items if row.get("label")}
    refs = {ref for row in items for one in (row, *row.get("positions", [])) for ref in one.get("refs", [])}
    assert refs
    assert refs <= labels


@pytest.mark.parametrize("name", NAMES)
def test_a_short_memo_has_less_in_its_body_and_a_full_one_more_in_its_annex(
    name: str, tmp_path: Path
) -> None:
    short, standard, full = (memo(name, tmp_path / one, one) for one in ("short", "standard", "full"))
    bodies = [sum(len(row["text"].split()) for row in rows(one, *BODY)) for one in (short, standard, full)]
    assert bodies[0] < bodies[1] == bodies[2]
    assert len(rows(full, "further")) >= len(rows(standard, "further"))
