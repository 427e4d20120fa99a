"""Verification refuses a file that departs from its memo or its sources in any way."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.paper import house
from briefgen.paper.memo import House, Item, Memo, Reference
from briefgen.paper.printed import printed
from briefgen.paper.reopened import ReadBlock, Reopened
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.memo_fixture import memo, words

STYLE = house.load()
MEMO = memo("LIMITED")
NOTED = [name for name in RENDERERS if name != "html"]
"""Formats with notes; the evidence page has its places in the line."""
FILES = {name: renderer.render(MEMO, words, STYLE) for name, renderer in RENDERERS.items()}
PAGES = ("docx", "md")


def reopened(name: str) -> Reopened:
    return RENDERERS[name].reopen(FILES[name])


def slugs(found: Reopened) -> set[str]:
    return {p.slug for p in verify(MEMO, found, words, STYLE)}


def changed(found: Reopened, old: str, new: str) -> Reopened:
    """The file with words replaced in its blocks."""
    texts = [printed(b.text) for b in found.blocks]
    assert any(old in text for text in texts)
    blocks = (replace(b, text=text.replace(old, new)) for b, text in zip(found.blocks, texts, strict=True))
    return replace(found, blocks=tuple(blocks))


def with_line(found: Reopened, text: str) -> Reopened:
    """The file with a line more; links go on leading where they led."""
    at = 9
    blocks = [replace(b, links=tuple(n + (n >= at) for n in b.links)) for b in found.blocks]
    return replace(found, blocks=(*blocks[:at], ReadBlock("line", text), *blocks[at:]))


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
    assert slugs(with_line(reopened(name), "This is a success for the League.")) == {"words-foreign"}


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


@pytest.mark.parametrize("name", NOTED)
def test_a_lost_note_mark_is_found(name: str) -> None:
    found = reopened(name)
    bare = tuple(replace(b, notes=()) for b in found.blocks)
    assert slugs(replace(found, blocks=bare)) == {"note-lost"}


@pytest.mark.parametrize("name", NOTED)
def test_notes_that_changed_places_are_found(name: str) -> None:
    found = reopened(name)
    assert slugs(replace(found, notes=found.notes[::-1])) == {"note-lost"}


def told(name: str, changed_memo: Memo, style: house.HouseStyle = STYLE) -> set[str]:
    """What is found in a faithful file of a memo that is wrong itself."""
    renderer = RENDERERS[name]
    found = renderer.reopen(renderer.render(changed_memo, words, style))
    return {p.slug for p in verify(changed_memo, found, words, style)}


def with_items(section: str, change: Callable[[Item], Item]) -> Memo:
    """The memo with the items of one section changed."""
    sections = (
        replace(s, items=tuple(map(change, s.items))) if s.id == section else s for s in MEMO.sections
    )
    return replace(MEMO, sections=tuple(sections))


@pytest.mark.parametrize("name", PAGES)
def test_a_note_that_does_not_name_its_line_is_found(name: str) -> None:
    vague = replace(STYLE, phrases=dict(STYLE.phrases) | {"footnote": "{id}"})
    assert told(name, MEMO, vague) == {"note-lost"}


@pytest.mark.parametrize("name", RENDERERS)
def test_a_citation_without_a_place_is_found(name: str) -> None:
    assert told(name, replace(MEMO, places=MEMO.places[1:])) == {"note-lost"}


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize(
    ("section", "refs"),
    [
        ("in-brief", ("K2",)),
        ("in-brief", ("K9",)),
        ("in-brief", ("S1",)),
        ("partners", ("P1",)),
        ("open-issues", ("B1",)),
        ("open-issues", ("K2", "B1")),
    ],
)
def test_a_reference_to_a_row_that_does_not_tell_the_passage_is_found(
    name: str, section: str, refs: tuple[str, ...]
) -> None:
    assert "reference-wrong" in told(name, with_items(section, lambda item: replace(item, refs=refs)))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_wrong_reference_of_a_position_is_found(name: str) -> None:
    def change(item: Item) -> Item:
        return replace(item, positions=tuple(replace(p, refs=("B1",)) for p in item.positions))

    assert "reference-wrong" in told(name, with_items("open-issues", change))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_reference_to_a_label_that_two_rows_have_is_found(name: str) -> None:
    assert {"reference-wrong", "number-wrong"} <= told(
        name, with_items("key-statements", lambda item: replace(item, label="K1"))
    )


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("target", ["S9", "K9", "background"])
def test_words_that_point_at_nothing_are_found(name: str, target: str) -> None:
    pointing = with_items("background", lambda item: replace(item, lead=(Reference(target), House(" "))))
    assert told(name, pointing) == {"reference-wrong"}


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("key-statements", "K2", "K3"),
        ("further", "K3", "K4"),
        ("background", "B1", "B2"),
        ("partners", "P1", "P2"),
    ],
)
def test_a_wrong_number_of_a_row_is_found(name: str, section: str, old: str, new: str) -> None:
    renumbered = with_items(
        section, lambda item: replace(item, label=new if item.label == old else item.label)
    )
    assert "number-wrong" in told(name, renumbered)


@pytest.mark.parametrize("name", RENDERERS)
def test_a_cited_source_without_a_row_among_the_sources_is_found(name: str) -> None:
    sections = (replace(s, items=s.items[:1]) if s.id == "sources" else s for s in MEMO.sections)
    assert told(name, replace(MEMO, sections=tuple(sections))) == {"reference-wrong"}


@pytest.mark.parametrize("name", RENDERERS)
def test_two_sources_with_one_number_are_found(name: str) -> None:
    twice = tuple(replace(s, id="S1") for s in MEMO.sources)
    assert "reference-wrong" in told(name, replace(MEMO, sources=twice))


@pytest.mark.parametrize("name", PAGES)
def test_a_mark_that_stands_twice_is_found(name: str) -> None:
    found = reopened(name)
    first = next(n for n, b in enumerate(found.blocks) if b.notes)
    blocks = list(found.blocks)
    blocks[first] = replace(blocks[first], notes=blocks[first].notes * 2)
    assert slugs(replace(found, blocks=tuple(blocks))) == {"note-lost"}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" · Chief of the League: We do not wait for storms [S3 2]", ""),
        ("(K1) · ", "(K2) · "),
        ("[S3 2] Last", "[S3 1] Last"),
        ("[S1 4]", "[S2 4]"),
        ("[S1 4]", ""),
        ("Last word: 3 March 2025.", ""),
        ("the Lighthouse Forum, 3 March", "3 March"),
        ("BRIEFING MEMO – FOR INFORMATION", "BRIEFING MEMO"),
        ("Dates in italics", "Dates"),
        ("1 more in annex A.", "2 more in annex A."),
    ],
)
def test_a_change_in_positions_bands_and_house_lines_is_found(name: str, old: str, new: str) -> None:
    assert "words-lost" in slugs(changed(reopened(name), old, new))


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_does_not_print_of_an_item_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is the measure for what was read; what it lacks itself is missed from the memo's records."""
    for method in ("_tail", "_behind"):
        with monkeypatch.context() as patched:
            patched.setattr(f"briefgen.paper.layout._PageDrawing.{method}", lambda *_: ())
            assert {p.slug for p in verify(MEMO, reopened_now(name), words, STYLE)} >= {
                "words-lost" if method == "_tail" else "note-lost"
            }


def reopened_now(name: str) -> Reopened:
    return RENDERERS[name].reopen(RENDERERS[name].render(MEMO, words, STYLE))


@pytest.mark.parametrize("name", PAGES)
def test_braces_in_the_houses_own_words_are_no_fault(name: str) -> None:
    fields = (replace(MEMO.header[0], value=(House("[[to be filled in]] {{ to }}"),)), *MEMO.header[1:])
    odd = replace(MEMO, header=fields)
    found = RENDERERS[name].reopen(RENDERERS[name].render(odd, words, STYLE))
    assert not verify(odd, found, words, STYLE)


def test_an_unfilled_placeholder_in_a_page_header_is_found() -> None:
    found = replace(reopened("docx"), margins=("[[titel]]", "LIMITED"))
    assert slugs(found) == {"template-leftover", "words-foreign"}


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
    line = "x" * signs
    (message,) = (p.message for p in verify(MEMO, with_line(reopened("md"), line), words, STYLE))
    assert (line in message) is whole
