"""What a memo was made from and with: in every format, the same for the same, another for another."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from briefgen import __version__, pipeline
from briefgen.paper.house import templates_root
from briefgen.paper.provenance import SHOWN, house_files, of_words, together
from briefgen.request import Request
from tests.tampering import TOPIC, folder

FORMATS = ("docx", "md", "json", "html", "eml")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("provenance"))


def made(request: Request) -> dict[str, bytes]:
    (outcome,), _ = pipeline.run(request)
    assert not outcome.failures
    return {path.suffix[1:]: path.read_bytes() for path in outcome.files}


def said(request: Request) -> str:
    """The line of the Markdown memo."""
    text = made(replace(request, formats=("md",)))["md"].decode()
    return next(line for line in text.splitlines() if line.startswith("Made by"))


def test_every_format_says_what_the_memo_was_made_from(seeds: Path, tmp_path: Path) -> None:
    files = made(Request((TOPIC,), seeds, tmp_path, FORMATS, as_of=date(2025, 4, 1)))
    record = json.loads(files["json"])["provenance"]
    title = TOPIC.capitalize()
    assert record["topic"] == {"name": title, "sha256": of_words(title)}
    assert record["sources"]["name"] == "3"
    assert (record["options"], record["made"]) == (["--as-of 2025-04-01"], None)
    hashes = [record[key]["sha256"] for key in ("topic", "house", "sources")]
    mail = message_from_bytes(files["eml"], policy=policy.default)["X-Provenance"]
    for text in (files["md"].decode(), files["html"].decode(), str(mail)):
        for part in (f"briefgen {__version__}", *(one[:SHOWN] for one in hashes)):
            assert part in text
    assert SHOWN == 12


def test_another_house_or_source_gives_another_hash(seeds: Path, tmp_path: Path) -> None:
    request = Request((TOPIC,), seeds, tmp_path)
    before = said(request)
    assert said(request) == before
    house = tmp_path / "ours"
    shutil.copytree(templates_root() / "default", house)
    own = replace(request, template=str(house))
    assert "house ours (" in said(own)
    (house / "memo.css").write_text("body { margin: 1em }", encoding="utf-8")
    changed = said(own)
    more = tmp_path / "more"
    shutil.copytree(seeds, more)
    (more / "note.txt").write_text("A note on the fisheries treaty was sent by the port.", encoding="utf-8")
    assert len({before, changed, said(replace(request, seeds=more)), said(replace(own, template=None))}) == 3


def test_no_path_gets_into_a_memo(seeds: Path, tmp_path: Path) -> None:
    house = tmp_path / "ours"
    shutil.copytree(templates_root() / "default", house)
    for data in made(Request((TOPIC,), seeds, tmp_path, FORMATS, template=str(house))).values():
        assert str(tmp_path).encode() not in data


def test_the_clock_is_named_where_it_is_asked(seeds: Path, tmp_path: Path) -> None:
    request = Request((TOPIC,), seeds, tmp_path, made="2026-01-31T12:00:00Z")
    assert said(request).endswith(" Made at 2026-01-31T12:00:00Z.")
    assert "Made at" not in said(replace(request, made=None))


def test_files_are_hashed_as_sha256sum_lists_them() -> None:
    one, two = ("b.txt", "0" * 64), ("a.txt", "1" * 64)
    assert together([one, two]) == together([two, one])
    assert together([one]) == of_words(f"{'0' * 64}  b.txt\n")


def test_a_template_of_the_office_is_named(tmp_path: Path) -> None:
    from briefgen.paper import house

    shutil.copyfile(templates_root() / "default" / "memo.docx", tmp_path / "unit.docx")
    assert house_files(house.load(tmp_path / "unit.docx")).name == "unit.docx"
    assert house_files(house.load()).name == "default"
