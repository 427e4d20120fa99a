from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.annotate import names
from briefgen.english import gazetteer
from briefgen.model import Block, Document, Label, Name, Source
from tests.casefile import Case, cases
from tests.layers import layered


def document(text: str, label: Label = "body") -> Document:
    source = Source("S1", "case.txt", "", text)
    stretches = (m.span() for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    return Document(source, tuple(Block(source.span(a, b), label, "case") for a, b in stretches))


def annotated(text: str, label: Label = "body") -> Document:
    return layered(document(text, label), "names")


def line(found: Document, name: Name) -> str:
    cells = [found.text(name.span), name.kind, name.key, *(["adjective"] if name.adjective else [])]
    return " | ".join(cells)


@cases("names")
def test_names_of_the_case_are_found(case: Case) -> str:
    found = annotated(case.input)
    return "\n".join(line(found, name) for name in found.names)


def test_site_furniture_gives_no_names() -> None:
    assert annotated("Afghanistan Brunei Pacific", label="furniture").names == ()


def test_a_document_without_blocks_has_no_names() -> None:
    assert names.annotate(Document(Source("S1", "x", "", "Japan")))[0].names == ()


def test_names_stand_in_reading_order_and_do_not_overlap() -> None:
    found = annotated(
        "Japan's Prime Minister Keir Tanaka told the EU-China summit that Tanaka backs NATO."
    ).names
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


def test_a_region_holds_its_states_organisations_and_places() -> None:
    members = gazetteer.region_members("asia")
    assert {"JP", "IN", "VN", "asean", "south-china-sea"} <= set(members)
    assert not {"FR", "US", "nato", "IR"} & set(members)


def test_south_east_asia_lies_in_asia_and_in_the_indo_pacific() -> None:
    for region in ("asia", "indo-pacific"):
        assert "south-east-asia" in gazetteer.sub_regions(region)
        assert "VN" in gazetteer.region_members(region)


def test_the_union_has_27_member_states() -> None:
    assert len([m for m in gazetteer.region_members("eu") if len(m) == 2 and m.isupper()]) == 27


@pytest.mark.parametrize(
    ("surface", "key"),
    [("the EU", "eu"), ("asia", "asia"), ("Japan’s", "JP"), ("SOUTH KOREA", "KR"), ("viet nam", "VN")],
)
def test_a_surface_form_is_looked_up_in_any_case(surface: str, key: str) -> None:
    entry = gazetteer.lookup(surface)
    assert entry is not None
    assert entry.key == key


@pytest.mark.parametrize("surface", ["us", "who", "", "   ", "nothing of the kind", "’s"])
def test_common_words_are_no_listed_names(surface: str) -> None:
    assert gazetteer.lookup(surface) is None


def test_aliases_of_a_state_hold_its_adjectives_and_its_capital() -> None:
    assert {"South Korea", "Republic of Korea", "South Korean", "Seoul"} <= set(gazetteer.aliases("KR"))


def test_an_unknown_key_has_no_aliases_and_no_members() -> None:
    assert gazetteer.aliases("nowhere") == ()
    assert gazetteer.region_members("nowhere") == ()


ODD = st.text(st.sampled_from("aZ .,’'“”-\n\u202f\u0000\U0001f600שלEU İßﬁ&"), max_size=80)
WORDS = st.lists(
    st.sampled_from(
        [
            "Japan",
            "US",
            "the",
            "bloc",
            "EU",
            "of",
            "von",
            "Smith",
            "Mr.",
            "-",
            "’s",
            "Georgia",
            "Xi",
            ".",
            "İ",
        ]
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(ODD | WORDS)
def test_any_text_gives_names_inside_its_blocks(text: str) -> None:
    start = document(text)
    found = annotated(text).names
    assert all(any(block.span.contains(name.span) for block in start.blocks) for name in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


def test_one_very_long_line_gives_names() -> None:
    assert len(annotated("Japan and India signed. " * 20_000).names) == 40_000


def test_speakers_and_partners_of_the_real_articles_are_named(real_seeds: Path) -> None:
    text = next(real_seeds.glob("000*")).read_text(encoding="utf-8")
    keys = {name.key for name in annotated(text).names}
    assert {
        "Kaja Kallas",
        "Elbridge Colby",
        "Pete Hegseth",
        "Emmanuel Macron",
        "JP",
        "KR",
        "AU",
        "asean",
    } <= keys


@pytest.mark.parametrize(("count", "kind"), [(5, "person"), (6, "unconfirmed")])
def test_a_person_has_at_most_five_names(count: int, kind: str) -> None:
    name = " ".join(["Anna", "Maria", "Rosa", "Clara", "Lea", "Lindqvist"][-count:])
    found = annotated(f"{name} said it.")
    assert [(n.kind, found.text(n.span)) for n in found.names] == [(kind, name)]
