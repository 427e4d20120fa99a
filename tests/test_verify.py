"""Verification refuses a file that departs from its memo or its sources in any way."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.paper import house
from briefgen.paper.memo import House, ReadBlock, Reopened
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.memo_fixture import memo, words

STYLE = house.load()
MEMO = memo("LIMITED")
FILES = {name: renderer.render(MEMO, words, STYLE) for name, renderer in RENDERERS.items()}
PAGES = ("docx", "md")


def reopened(name: str) -> Reopened:
    return RENDERERS[name].reopen(FILES[name])


def slugs(found: Reopened) -> set[str]:
    return {p.slug for p in verify(MEMO, found, words, STYLE)}


def changed(found: Reopened, old: str, new: str) -> Reopened:
    """The file with words replaced in its blocks."""
    assert any(old in b.text for b in found.blocks)
    return replace(found, blocks=tuple(replace(b, text=b.text.replace(old, new)) for b in found.blocks))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_faithful_file_has_no_finding(name: str) -> None:
    assert not verify(MEMO, reopened(name), words, STYLE)


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("next storm", "next big storm"),
        ("[now]", "now"),
        (". . .", "..."),
        ("“harbour partnership”", '"harbour partnership"'),
        ("[U+0007]", ""),
        ("عاصفة", "عاصفه"),
    ],
)
def test_one_changed_character_of_a_source_is_found(name: str, old: str, new: str) -> None:
    assert "words-lost" in slugs(changed(reopened(name), old, new))


@pytest.mark.parametrize("name", RENDERERS)
def test_thin_and_plain_spaces_count_as_the_same(name: str) -> None:
    assert not slugs(changed(reopened(name), ". . .", ".\u2009.\u00a0."))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_sentence_from_nowhere_is_found(name: str) -> None:
    found = reopened(name)
    added = (*found.blocks[:9], ReadBlock("line", "This is a success for the League."), *found.blocks[9:])
    assert slugs(replace(found, blocks=added)) == {"words-foreign"}


@pytest.mark.parametrize("name", RENDERERS)
def test_a_lost_block_is_found(name: str) -> None:
    found = reopened(name)
    last = next(n for n, b in enumerate(found.blocks) if "Sudermark" in b.text)
    assert "words-lost" in slugs(replace(found, blocks=found.blocks[:last] + found.blocks[last + 1 :]))


@pytest.mark.parametrize("name", RENDERERS)
def test_sections_that_changed_places_are_found(name: str) -> None:
    found = reopened(name)
    heads = [n for n, b in enumerate(found.blocks) if b.kind == "heading"]
    first, second, third = heads[:3]
    moved = (
        found.blocks[:first] + found.blocks[second:third] + found.blocks[first:second] + found.blocks[third:]
    )
    assert "section-lost" in slugs(replace(found, blocks=moved))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_lost_note_mark_is_found(name: str) -> None:
    found = reopened(name)
    bare = tuple(replace(b, notes=()) for b in found.blocks)
    assert slugs(replace(found, blocks=bare)) == {"note-lost"}


@pytest.mark.parametrize("name", RENDERERS)
def test_notes_that_changed_places_are_found(name: str) -> None:
    found = reopened(name)
    assert slugs(replace(found, notes=found.notes[::-1])) == {"note-lost"}


def test_a_note_that_does_not_name_its_line_is_found() -> None:
    notes = tuple(replace(n, text=n.text.replace(n.place, "somewhere")) for n in MEMO.footnotes)
    vague = replace(MEMO, footnotes=notes)
    renderer = RENDERERS["md"]
    found = renderer.reopen(renderer.render(vague, words, STYLE))
    assert {p.slug for p in verify(vague, found, words, STYLE)} == {"note-lost"}


@pytest.mark.parametrize("name", PAGES)
def test_a_citation_without_a_note_is_found(name: str) -> None:
    bare = replace(MEMO, footnotes=MEMO.footnotes[1:])
    found = RENDERERS[name].reopen(RENDERERS[name].render(bare, words, STYLE))
    assert {p.slug for p in verify(bare, found, words, STYLE)} == {"note-lost"}


@pytest.mark.parametrize("name", PAGES)
def test_braces_in_the_houses_own_words_are_no_fault(name: str) -> None:
    fields = (replace(MEMO.header[0], value=(House("[[to be filled in]] {{ to }}"),)), *MEMO.header[1:])
    odd = replace(MEMO, header=fields)
    found = RENDERERS[name].reopen(RENDERERS[name].render(odd, words, STYLE))
    assert not verify(odd, found, words, STYLE)


def test_an_unfilled_placeholder_in_a_page_header_is_found() -> None:
    found = replace(reopened("docx"), margins=("[[titel]]", "LIMITED"))
    assert slugs(found) == {"template-leftover"}


@pytest.mark.parametrize("name", PAGES)
def test_a_lost_marking_is_found(name: str) -> None:
    found = reopened(name)
    blocks = tuple(b for b in found.blocks if b.text != "LIMITED")
    assert slugs(replace(found, blocks=blocks, margins=())) == {"marking-lost"}


def test_an_altered_citation_in_json_is_found() -> None:
    whole = json.loads(FILES["json"])
    whole["sections"][0]["items"][0]["cites"][0]["line"] += 1
    found = RENDERERS["json"].reopen(json.dumps(whole).encode())
    assert slugs(found) == {"note-lost"}


def with_template(tmp_path: Path, change: Callable[[str], str]) -> tuple[house.HouseStyle, Reopened]:
    """The memo through a Markdown template of one's own."""
    path = tmp_path / "memo.md.j2"
    path.write_text(change(STYLE.markdown.read_text(encoding="utf-8")), encoding="utf-8")
    style = replace(STYLE, markdown=path)
    renderer = RENDERERS["md"]
    return style, renderer.reopen(renderer.render(MEMO, words, style))


def test_the_words_of_an_own_template_are_the_houses(tmp_path: Path) -> None:
    style, found = with_template(tmp_path, lambda text: f"**Ministry of Ports**, Unit 4\n\n{text}")
    assert not verify(MEMO, found, words, style)


def test_a_template_that_drops_a_section_is_found(tmp_path: Path) -> None:
    drop = "{% for part in page.parts[1:] %}"
    style, found = with_template(tmp_path, lambda text: text.replace("{% for part in page.parts %}", drop))
    assert {"section-lost", "words-lost"} <= {p.slug for p in verify(MEMO, found, words, style)}


def test_a_template_that_rewrites_words_is_found(tmp_path: Path) -> None:
    style, found = with_template(
        tmp_path, lambda text: text.replace("- {{ line }}", "- {{ line.text | upper }}")
    )
    assert "words-lost" in {p.slug for p in verify(MEMO, found, words, style)}


@pytest.mark.parametrize(("signs", "whole"), [(40, True), (60, True), (61, False), (100, False)])
def test_words_from_nowhere_are_told_with_sixty_signs(signs: int, whole: bool) -> None:
    found = reopened("md")
    line = "x" * signs
    added = replace(found, blocks=(*found.blocks[:9], ReadBlock("line", line), *found.blocks[9:]))
    (told,) = (p.message for p in verify(MEMO, added, words, STYLE))
    assert (line in told) is whole
