"""The draft of a mail, read back by a mail library of npm: the words, and the files byte for byte."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from briefgen.paper.carried import MailAddress
from briefgen.paper.printed import folded
from briefgen.render import CARRIERS
from tests.carried import ANNA, material, with_basis
from tests.memo_fixture import memo
from tests.page_tree import page_text
from tests.tools import node

MEMO = with_basis(memo("LIMITED – ﷺ"))
GIVEN = material(MEMO, "html", "md", to=(ANNA,), cc=(MailAddress("Ülkü “O” Lund", "u@example.org"),))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the library finds in the draft."""
    file: Path = tmp_path_factory.mktemp("mail") / "memo.eml"
    file.write_bytes(CARRIERS["eml"].make(GIVEN))
    found: dict[str, Any] = json.loads(node("read_mail.mjs", file, needs=()))
    return found


def test_the_subject_has_marking_and_title(read: dict[str, Any]) -> None:
    assert MEMO.marking in read["subject"]
    assert MEMO.title in read["subject"]


def test_it_goes_to_whom_it_was_addressed(read: dict[str, Any]) -> None:
    assert read["to"] == [["Anna Olde", "anna@example.org"]]
    assert read["cc"] == [["Ülkü “O” Lund", "u@example.org"]]


def test_it_is_a_draft_without_sender_and_day(read: dict[str, Any]) -> None:
    assert (read["from"], read["date"]) == (None, None)
    assert ["x-unsent", "1"] in read["headers"]


def test_both_bodies_say_the_same(read: dict[str, Any]) -> None:
    plain = [line for line in map(folded, read["text"].split("\n")) if line]
    shown = page_text(read["html"].encode()).split("\n")
    assert len(plain) > 4
    assert [line for line in plain if line not in shown] == []


def test_the_files_arrive_byte_for_byte(read: dict[str, Any]) -> None:
    wanted = {name: hashlib.sha256(data).hexdigest() for name, data in GIVEN.attachments.items()}
    assert {one["name"]: one["sha256"] for one in read["attachments"]} == wanted
    assert len(wanted) == 3
