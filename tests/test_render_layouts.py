"""Every format prints every layout and every field of the memo, and its check finds nothing missing."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from briefgen.paper import house
from briefgen.paper.memo import Field, House, Item, Layout, Memo, Notes, Section, Text, When
from briefgen.paper.printed import folded
from briefgen.paper.reopened import Reopened
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.memo_fixture import calm_memo, cited, line, place, words

STYLE = house.load()
SPAN = line("S1", 3)
SHOWN: dict[Field, str] = {
    "label": "S1", "text": "Whether Sudermark", "speaker": "Mara Lindqvist, chair", "role": "chair of",
    "when": "the year 2019", "where": "Port Azure, the Lighthouse Forum", "name": "Kingdom of Norland",
    "relation": "harbour partnership", "raised_by": "Azure Council", "versions": "second version",
    "caveat": "A caveat.", "used": "yes", "cites": "Statement",
}  # fmt: skip
"""Field: words that a column of it prints."""
IN_DATA = {"caveat", "label", "used", "cites", "when", "name"}
"""Fields that JSON holds elsewhere than in an item's words, or in several keys."""


def said(text: str) -> Text:
    return (House(text),)


ITEM = Item(
    text=(cited("S1", "Whether Sudermark will pay its share"),),
    cites=(SPAN,),
    speaker=(cited("S1", "Mara Lindqvist"),),
    role=(cited("S1", "chair of the Coastal League"),),
    kind="direct",
    when=When("2019", "stated", said("the year 2019")),
    place=(cited("S1", "Port Azure"),),
    occasion=(cited("S1", "the Lighthouse Forum"),),
    name="Norland",
    aliases=("Kingdom of Norland",),
    relation=(cited("S1", "broad “harbour partnership”"),),
    raised_by=said("Azure Council"),
    versions=(said("first version"), said("second version")),
    label="S1",
)


def reopened(name: str, section: Section, style: house.HouseStyle = STYLE) -> tuple[Memo, Reopened]:
    whole = calm_memo()
    entries = tuple(replace(s, caveats=(said("A caveat."),)) for s in whole.sources)
    memo = replace(whole, sections=(section,), sources=entries, places=(place(SPAN),))
    renderer = RENDERERS[name]
    return memo, renderer.reopen(renderer.render(memo, words, style))


def columns(field: Field) -> tuple[tuple[Field, str], ...]:
    both: tuple[tuple[Field, str], ...] = ((field, "First"), (field, "Second"))
    return both if field == "versions" else ((field, "Statement"),)


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("field", get_args(Field))
def test_each_field_has_its_column_in_each_format(name: str, field: Field) -> None:
    section = Section("background", "Background", "table", (ITEM,), columns(field))
    memo, found = reopened(name, section)
    assert not verify(memo, found, words, STYLE)
    if not (name == "json" and field in IN_DATA):
        wanted = SHOWN[field].split(", ") if name == "json" else [SHOWN[field]]
        assert all(any(w in folded(b.text) for b in found.blocks) for w in wanted)


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("layout", get_args(Layout))
@pytest.mark.parametrize("items", [(ITEM,), ()])
def test_each_layout_has_its_lines_or_says_that_there_are_none(
    name: str, layout: Layout, items: tuple[Item, ...]
) -> None:
    section = Section(
        "background",
        "Background",
        layout,
        items,
        columns("text"),
        note=said("A note."),
        more=said("One more."),
        gap="A gap.",
    )
    memo, found = reopened(name, section)
    assert not verify(memo, found, words, STYLE)
    texts = [b.text for b in found.blocks]
    assert any("A note." in text for text in texts)
    assert any("One more." in text for text in texts)
    assert any("Whether Sudermark" in text for text in texts) == bool(items)
    assert name == "json" or ("A gap." in texts) == (not items)


PARTY = Item(
    said("they refuse to pay"), (SPAN,), speaker=said("Sudermark"), lead=(House("Sudermark"), House(": "))
)
ISSUE = replace(
    ITEM,
    band=(House("Money"), House(", 2025")),
    lead=(cited("S1", "Lindqvist"), House(", last week: ")),
    positions=(PARTY, replace(PARTY, text=said("they asked for time"), lead=())),
    last_word=When("2025-03", "stated", said("March 2025")),
    closing=said("Last word: March."),
)


@pytest.mark.parametrize("name", ["docx", "md"])
@pytest.mark.parametrize("layout", get_args(Layout))
@pytest.mark.parametrize("form", get_args(Notes))
def test_a_row_has_its_lead_positions_and_last_word_and_a_band_stands_once(
    name: str, layout: Layout, form: Notes
) -> None:
    items = (ISSUE, replace(ISSUE, label="S2"))
    section = Section("background", "Background", layout, items, (("label", "#"), ("text", "Statement")))
    memo, found = reopened(name, section, replace(STYLE, notes=form))
    assert not verify(memo, found, words, replace(STYLE, notes=form))
    texts = [folded(b.text) for b in found.blocks]
    assert texts.count("Money, 2025") == (layout == "table")
    place = "" if layout == "bullets" and form != "bracket" else " [S1 3]"
    row = (
        f"Lindqvist, last week: Whether Sudermark will pay its share{place}"
        f" · Sudermark: they refuse to pay{place} · they asked for time{place} Last word: March."
    )
    assert sum(row in text for text in texts) == 2
    assert len(found.notes) == (0 if place else 6)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_layout_and_field_of_the_default_house_is_one_of_the_memo(name: str) -> None:
    for section in STYLE.sections:
        drawn = Section(section.id, section.title, section.layout, (ITEM,), section.columns)
        memo, found = reopened(name, drawn)
        assert not verify(memo, found, words, STYLE)
