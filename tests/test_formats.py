"""Same memo, same words: hostile words come back from every format, read by a program that is not ours."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.paper import house
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.hostile_memo import IN_DATA_ONLY, planted, words
from tests.independent_readers import READERS

STYLE = house.load()
PLANTED = planted()
FORMATS = tuple(RENDERERS)
ON_PAGES_ONLY = {
    "marking", "kind", "header label", "header value", "placeholder", "legend", "band", "gap", "when",
    "caveat", "published", "column text", "in brief lead", "in brief party", "in brief closing",
    "background lead", "background party", "background closing", "row lead", "row closing",
}  # fmt: skip
"""Words that JSON gives in fields of its own, or that are for readers of pages alone."""
NOT_SHOWN: dict[str, set[str]] = {"json": ON_PAGES_ONLY}
"""Format: fields that it does not show; a page shows all but those that are data."""


@cache
def made(name: str) -> bytes:
    return RENDERERS[name].render(PLANTED.memo, words, STYLE)


@cache
def text_of(name: str) -> str:
    return READERS[name](made(name))


def test_every_format_has_a_reader_of_its_own() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("strings", PLANTED.expected)
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_are_found_again_in_every_field(name: str, strings: str) -> None:
    hidden = NOT_SHOWN.get(name, IN_DATA_ONLY)
    wanted = {place: said for place, said in PLANTED.expected[strings].items() if place not in hidden}
    assert wanted
    assert [place for place, said in wanted.items() if said not in text_of(name)] == []


@pytest.mark.parametrize("strings", PLANTED.beside)
@pytest.mark.parametrize("name", [name for name, one in RENDERERS.items() if one.evidence])
def test_hostile_words_are_found_again_in_the_evidence(name: str, strings: str) -> None:
    wanted = PLANTED.beside[strings]
    assert [place for place, said in wanted.items() if said not in text_of(name)] == []


@pytest.mark.parametrize("name", FORMATS)
def test_the_check_of_the_finished_file_agrees(name: str) -> None:
    found = RENDERERS[name].reopen(made(name))
    assert verify(PLANTED.memo, found, words, STYLE) == ()


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_give_the_same_bytes_again(name: str) -> None:
    assert RENDERERS[name].render(PLANTED.memo, words, STYLE) == made(name)
