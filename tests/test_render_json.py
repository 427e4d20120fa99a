"""The memo as JSON: exactly the keys that other programs rely on."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from briefgen.paper import house
from briefgen.paper.fields import ITEM_FIELDS
from briefgen.paper.memo import Field, House, Item, Section, When
from briefgen.render import RENDERERS
from tests.memo_fixture import FILES, HOSTILE, NUMBERS, SOURCES, TEXTS, memo, words

ROOT = Path(__file__).resolve().parent.parent
STYLE = house.load()
DATA = RENDERERS["json"].render(memo(), words, STYLE)
WHOLE = json.loads(DATA)


def items(section: str) -> list[dict[str, object]]:
    return next(s["items"] for s in WHOLE["sections"] if s["id"] == section)


def test_the_top_keys_are_the_published_ones() -> None:
    assert list(WHOLE) == [
        "schema", "topic", "title", "as_of", "generator", "actor", "actor_known", "length", "lost", "sources",
        "sections", "content",
    ]  # fmt: skip
    assert WHOLE["schema"] == "briefgen-memo/2"
    assert [s["id"] for s in WHOLE["sections"]] == [s.id for s in memo().sections]


def test_a_source_has_its_date_as_far_as_known() -> None:
    first, _, third = WHOLE["sources"]
    assert (first["published"], first["published_status"]) == ("2025-03-03", "resolved")
    assert (third["published"], third["origin"], third["flags"]) == (None, "S1", ["translation", "undated"])
    assert (first["url"], third["url"]) == ("https://example.org/harbour", None)
    assert (first["language"], first["genre"]) == ("en", "report")
    assert not {"language", "genre"} & set(third)


def test_sources_go_by_the_number_that_they_have_in_the_memo() -> None:
    assert [(s["id"], s["file"]) for s in WHOLE["sources"]] == [
        (number, FILES[source]) for source, number in NUMBERS.items()
    ]
    assert WHOLE["lost"] == [
        {"file": "harbour/003.pdf", "reason": "document-failed"},
        {"source": "S2", "file": FILES["S3"], "reason": "layer-failed"},
    ]
    assert items("discrepancies")[0]["versions"] == [
        {"text": "“We will not wait for the next storm . . . we start [now] and we start together”"}
        | {"source": "S1"},
        {"text": "We do not wait for storms, we begin together", "source": "S3"},
    ]


def test_an_issue_has_its_positions_as_items_and_its_last_word() -> None:
    issue = items("open-issues")[0]
    assert (issue["label"], issue["type"], issue["last_word"]) == ("O1", "pending", "2025-03-03")
    assert issue["refs"] == ["K2"]
    first, second = issue["positions"]  # type: ignore[misc]
    assert (first["speaker"], first["date"], first["refs"]) == ("Mara Lindqvist", "2025-03-03", ["K1"])
    assert (second["text"], "refs" in second) == ("We do not wait for storms", False)
    assert [cite["source"] for cite in second["cites"]] == ["S3"]


def test_rows_of_the_annex_name_the_section_that_they_are_the_rest_of() -> None:
    (row,) = items("further")
    assert (row["section"], row["label"], row["kind"]) == ("key-statements", "K3", "own")
    letters = [section.get("annex") for section in WHOLE["sections"]]
    assert letters == [None] * 5 + ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024-10-11TNI", "2024-10-11"),
        ("2019-FA", "2019"),
        ("2016-W40-WE", "2016-W40"),
        ("2016-W40", "2016-W40"),
        ("2016-10", "2016-10"),
        ("XXXX-10", None),
        (None, None),
    ],
)
def test_days_are_written_as_far_as_iso_dates_go(value: str | None, written: str | None) -> None:
    assert When(value, "stated", ()).iso == written


def test_a_day_that_is_not_known_is_null() -> None:
    unknown = When(None, "undated", ())
    item = Item((House("x"),), last_word=unknown, when=unknown)
    whole = replace(memo(), sections=(Section("open-issues", "Open issues", "table", (item,)),))
    (found,) = json.loads(RENDERERS["json"].render(whole, words, STYLE))["sections"][0]["items"]
    assert (found["last_word"], found["date"]) == (None, None)


def test_a_statement_has_speaker_role_date_place_and_occasion() -> None:
    statement = items("key-statements")[0]
    assert statement["speaker"] == "Mara Lindqvist"
    assert statement["role"] == "chair of the Coastal League"
    assert (statement["date"], statement["date_status"]) == ("2025-03-03", "resolved")
    assert (statement["place"], statement["occasion"]) == ("Port Azure", "the Lighthouse Forum")


def test_every_field_of_an_item_is_in_the_table_of_fields() -> None:
    # what JSON writes as records or codes, what stands on a page only, and what only the evidence page shows
    elsewhere = {"cites", "kind", "refs", "positions", "last_word", "section", "lead", "band", "closing"}
    elsewhere |= {"quotes", "also", "further"}
    assert {f.name for f in ITEM_FIELDS} == {f.name for f in dataclasses.fields(Item)} - elsewhere
    keys = [f.key for f in ITEM_FIELDS if f.key]
    assert len(keys) == len(set(keys))


def test_every_column_prints_a_field_of_an_item_or_of_a_source() -> None:
    columns = {name for f in ITEM_FIELDS for name in f.columns}
    assert set(get_args(Field)) - columns == {"caveat", "used", "cites"}


def test_keys_that_do_not_apply_are_left_out() -> None:
    assert not {"name", "relation", "raised_by", "place", "versions"} & set(items("in-brief")[0])


def test_a_partner_has_name_aliases_and_relation() -> None:
    partner = items("partners")[0]
    assert (partner["name"], partner["aliases"], partner["date"]) == (
        "Norland",
        ["Kingdom of Norland"],
        "2019",
    )


def test_cites_give_the_exact_characters_and_their_line() -> None:
    for section in WHOLE["sections"]:
        for item in section["items"]:
            for cite in item["cites"]:
                source = next(i for i, number in NUMBERS.items() if number == cite["source"])
                assert cite["text"] == TEXTS[source][cite["start"] : cite["end"]]
                assert cite["line"] == SOURCES[source].line(cite["start"])


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    assert b"\\ud800" in DATA
    assert any("\ud800" in c["text"] for i in items("background") for c in i["cites"])  # type: ignore[attr-defined]
    assert "\ud800" in HOSTILE


def test_a_renderer_is_listed_under_its_suffix() -> None:
    assert {name: renderer.suffix for name, renderer in RENDERERS.items()} == {n: n for n in RENDERERS}


def test_neither_docx_nor_jinja2_loads_before_it_is_used() -> None:
    program = (
        "import sys, briefgen.render, briefgen.verify; print({'docx', 'jinja2', 'lxml'} & set(sys.modules))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "set()"
