"""The memo as JSON: exactly the keys that other programs rely on."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

from briefgen.paper import house
from briefgen.paper.memo import ITEM_FIELDS, Field, Item
from briefgen.render import RENDERERS
from tests.memo_fixture import HOSTILE, SOURCES, TEXTS, memo, words

ROOT = Path(__file__).resolve().parent.parent
STYLE = house.load()
DATA = RENDERERS["json"].render(memo(), words, STYLE)
WHOLE = json.loads(DATA)


def items(section: str) -> list[dict[str, object]]:
    return next(s["items"] for s in WHOLE["sections"] if s["id"] == section)


def test_the_top_keys_are_the_published_ones() -> None:
    assert list(WHOLE) == [
        "topic",
        "title",
        "as_of",
        "actor",
        "actor_known",
        "generator",
        "sources",
        "sections",
    ]
    assert [s["id"] for s in WHOLE["sections"]] == [s.id for s in memo().sections]


def test_a_source_has_its_date_as_far_as_known() -> None:
    first, second, _ = WHOLE["sources"]
    assert (first["published"], first["published_status"]) == ("2025-03-03", "resolved")
    assert (second["published"], second["origin"], second["flags"]) == (
        None,
        "S1",
        ["translation", "undated"],
    )
    assert "url" not in second


def test_a_statement_has_speaker_role_date_place_and_occasion() -> None:
    statement = items("key-statements")[0]
    assert statement["speaker"] == "Mara Lindqvist"
    assert statement["role"] == "chair of the Coastal League"
    assert (statement["date"], statement["date_status"]) == ("2025-03-03", "resolved")
    assert (statement["place"], statement["occasion"]) == ("Port Azure", "the Lighthouse Forum")


def test_every_field_of_an_item_is_in_the_table_of_fields() -> None:
    elsewhere = {"cites", "kind"}  # notes; neither printed nor written
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
                text = TEXTS[cite["source"]]
                assert cite["text"] == text[cite["start"] : cite["end"]]
                assert cite["line"] == SOURCES[cite["source"]].line(cite["start"])


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
