"""Same memo, same words: hostile words come back from every format, read by a program that is not ours."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.paper import house
from briefgen.paper.carried import Material
from briefgen.render import CARRIERS, RENDERERS
from briefgen.verify import verify
from tests.hostile_memo import IN_DATA_ONLY, planted, words
from tests.independent_readers import READERS

STYLE = house.load()
PLANTED = planted()
FORMATS = (*RENDERERS, "eml")
ON_PAGES_ONLY = {
    "marking", "kind", "header label", "header value", "placeholder", "legend", "band", "gap", "when",
    "caveat", "published", "column text", "in brief lead", "in brief party", "in brief closing",
    "background lead", "background party", "background closing", "row lead", "row closing",
}  # fmt: skip
"""Words that JSON gives in fields of its own, or that are for readers of pages alone."""
NOT_SHOWN: dict[str, set[str]] = {"json": ON_PAGES_ONLY}
"""Format: fields that it does not show; a page shows all but those that are data."""


def rendered(name: str) -> bytes:
    if name in RENDERERS:
        return RENDERERS[name].render(PLANTED.memo, words, STYLE)
    return CARRIERS[name].make(Material(PLANTED.memo, words, STYLE, {"docx": made("docx")}))


@cache
def made(name: str) -> bytes:
    return rendered(name)


@cache
def text_of(name: str) -> str:
    return READERS[name](made(name))


def test_every_format_has_a_reader_of_its_own() -> None:
    assert set(READERS) == set(FORMATS) == {*RENDERERS, *CARRIERS} - {"pdf"}


def is_shown(name: str, place: str) -> bool:
    """Whether a format prints a field."""
    if name == "eml":
        return place in {"title", "marking"} or place.startswith("in brief")
    return place not in NOT_SHOWN.get(name, IN_DATA_ONLY)


@pytest.mark.parametrize("strings", PLANTED.expected)
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_are_found_again_in_every_field(name: str, strings: str) -> None:
    wanted = {place: said for place, said in PLANTED.expected[strings].items() if is_shown(name, place)}
    assert wanted
    assert [place for place, said in wanted.items() if said not in text_of(name)] == []


@pytest.mark.parametrize("strings", PLANTED.beside)
@pytest.mark.parametrize("name", [name for name, one in RENDERERS.items() if one.evidence])
def test_hostile_words_are_found_again_in_the_evidence(name: str, strings: str) -> None:
    wanted = PLANTED.beside[strings]
    assert [place for place, said in wanted.items() if said not in text_of(name)] == []


@pytest.mark.parametrize("name", RENDERERS)
def test_the_check_of_the_finished_file_agrees(name: str) -> None:
    found = RENDERERS[name].reopen(made(name))
    assert verify(PLANTED.memo, found, words, STYLE) == ()


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_give_the_same_bytes_again(name: str) -> None:
    assert rendered(name) == made(name)
