"""How much is told of what was read: an invented folder or file on either side of each bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.read import read_bytes, read_folder
from tests.material import pdf


@pytest.mark.parametrize(("files", "told"), [(7, 7), (8, 8), (9, 8), (12, 8)])
def test_of_a_folder_that_gives_nothing_eight_reasons_are_told(tmp_path: Path, files: int, told: int) -> None:
    for number in range(files):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(BriefgenError) as failed:
        read_folder(tmp_path)
    assert failed.value.message.count(".pdf: ") == told


@pytest.mark.parametrize(("signs", "whole"), [(25, True), (40, True), (41, False), (70, False)])
def test_a_key_that_stands_twice_is_told_with_forty_signs(signs: int, whole: bool) -> None:
    key = "k" * signs
    line = f'{{"text": "one", "{key}": 1, "{key}": 2}}'
    _, problems = read_bytes(line.encode(), "a.jsonl")
    (told,) = (problem.message for problem in problems if problem.slug == "json-key-twice")
    assert (key in told) is whole


@pytest.mark.parametrize(("blank", "more"), [(8, ""), (9, " and 1 more"), (12, " and 4 more")])
def test_eight_pages_without_text_are_named(blank: int, more: str) -> None:
    _, problems = read_bytes(pdf(["Page one", *[""] * blank]), "a.pdf")
    (told,) = (problem.message for problem in problems)
    assert told.endswith(f"2, 3, 4, 5, 6, 7, 8, 9{more}.")
