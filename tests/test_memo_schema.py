"""The published form of the JSON memo, docs/memo.schema.json: what is written has it, nothing else passes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.paper import house
from briefgen.paper.memo import Memo
from briefgen.render import RENDERERS
from briefgen.render.json_form import HOLDING, PLAIN, SINGLE
from tests.memo_fixture import calm_memo, memo, words

jsonschema = pytest.importorskip("jsonschema", reason="the reader of JSON schemas is not installed")

ROOT = Path(__file__).resolve().parent.parent
STYLE = house.load()
DATA = RENDERERS["json"].render(memo(), words, STYLE)
WHOLE = json.loads(DATA)


def each_record(memo_: object) -> Iterator[dict[str, object]]:
    """All records of the file."""
    if isinstance(memo_, dict):
        yield memo_
    for one in memo_.values() if isinstance(memo_, dict) else memo_ if isinstance(memo_, list) else ():
        yield from each_record(one)


SCHEMA = json.loads((ROOT / "docs" / "memo.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("made", [memo(), calm_memo("LIMITED")])
def test_the_file_is_of_the_published_form(made: Memo, validator: Any) -> None:
    whole = json.loads(RENDERERS["json"].render(made, words, STYLE))
    assert [error.message for error in validator.iter_errors(whole)] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.update(schema="briefgen-memo/1"),
        lambda whole: whole.update(remark="x"),
        lambda whole: whole.pop("length"),
        lambda whole: whole["sources"][0].update(published="3 March"),
        lambda whole: whole["sources"][0].update(id="one"),
        lambda whole: whole["sections"][0]["items"][0].pop("cites"),
        lambda whole: whole["sections"][4]["items"][0]["positions"][0].pop("text"),
        lambda whole: whole["sections"][4]["items"][0].update(last_word="3 March 2025"),
        lambda whole: whole["sections"][6]["items"][0].update(versions=["one", "two"]),
        lambda whole: whole["sections"][0]["items"][0]["cites"][0].update(line="3"),
    ],
)
def test_another_form_is_not(change: Callable[[dict[str, Any]], object], validator: Any) -> None:
    whole = json.loads(DATA)
    change(whole)
    assert list(validator.iter_errors(whole))


def test_what_a_file_is_checked_by_has_the_same_keys() -> None:
    kinds = {"memo": SCHEMA, **SCHEMA["$defs"]}
    checked = {
        kind: {*plain.split(), *HOLDING.get(kind, {}), *SINGLE.get(kind, {})} for kind, plain in PLAIN.items()
    }
    assert checked == {kind: set(kinds[kind]["properties"]) for kind in PLAIN}


def test_every_key_that_is_written_is_described() -> None:
    described = {
        key: one
        for record in each_record(SCHEMA)
        for key, one in dict(record.get("properties", {})).items()  # type: ignore[call-overload]
    }
    used = {key for record in each_record(WHOLE) for key in record}
    assert used <= set(described)
    assert all("description" in one for one in described.values())
