"""Front matter at the head of a text: metadata, and no line of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import CITABLE, Document, Source
from briefgen.preparing import prepare
from briefgen.read import read_bytes
from briefgen.read.front_matter import front_matter

YAML = """---
title: "Harbour\\u2019s quay
  opens"
date: 2024-03-05T10:00:00Z
source_url: https://example.org/quay
author:
  - Anna Olde
  - Jan Berg
lang: en
---
"""
BODY = "\nThe quay opened on Monday, and the union of the dockers was there to see it open.\n"


def read(text: str) -> Document:
    drafts, _ = read_bytes(text.encode(), "a.md")
    made = drafts[0]
    return prepare(
        Source(
            "S1", "a.md", "0" * 64, made.text, stated=made.stated, front=made.front, stated_at=made.stated_at
        )
    )[0]


def test_yaml_states_title_date_author_and_url() -> None:
    stated = front_matter(YAML + BODY, "a.md").stated
    assert stated["title"] == "Harbour’s quay opens"
    assert stated["published"] == "2024-03-05"
    assert stated["url"] == "https://example.org/quay"
    assert stated["author"] == "Anna Olde, Jan Berg"


def test_toml_states_the_same() -> None:
    found = front_matter('+++\ntitle = "The quay opens"\ndate = 2024-03-05\n+++\n' + BODY, "a.md")
    assert found.stated == {"title": "The quay opens", "published": "2024-03-05"}


def test_its_lines_are_no_content_and_line_numbers_hold() -> None:
    made = read(YAML + BODY)
    citable = [block for block in made.blocks if block.label in CITABLE]
    assert [made.source.place(block.span.start) for block in citable] == ["line 12"]
    assert made.meta.published.value == "2024-03-05"


def test_a_title_that_stands_there_word_for_word_is_the_headline() -> None:
    made = read('---\ntitle: "The quay opens"\n---\n' + BODY)
    assert made.meta.title is not None
    assert made.meta.title.span is not None
    assert made.text(made.meta.title.span) == "The quay opens"


def test_a_title_with_escapes_is_the_files_word() -> None:
    made = read(YAML + BODY)
    assert made.meta.title is not None
    assert made.meta.title.value == "Harbour’s quay opens"
    assert made.meta.title.span is not None
    assert made.text(made.meta.title.span) == "Harbour\\u2019s quay\n  opens"


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule above and below a line of words\n---\nThe text.",
        "The text.\n---\ntitle: no\n---\n",
        "---\ntitle: never closed\n\nThe text.",
        "",
    ],
)
def test_what_is_none_is_text(text: str) -> None:
    assert front_matter(text, "a.md").end == 0


@pytest.mark.parametrize("inside", ["title: [never closed", "title: 'x\n b: c", "title: {x\n\t- y: ["])
def test_broken_yaml_is_told_with_its_place_and_left_out(inside: str) -> None:
    found = front_matter(f"---\n{inside}\n---\n{BODY}", "a.md")
    assert [problem.slug for problem in found.problems] == ["front-matter-broken"]
    assert found.problems[0].where == "a.md"
    assert found.end > 0
    assert not found.stated


def test_aliases_that_grow_cost_nothing() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))
    found = front_matter(f"---\na0: &a0 [x]\n{levels}\ntitle: The quay\n---\n{BODY}", "a.md")
    assert found.stated["title"] == "The quay"


PIECES = st.sampled_from(
    ["---", "+++", "\n", ": ", "title", "date", "&a", "*a", "[", "]", "'", '"', "- ", "\t", "x", "|\n"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read(text: str) -> None:
    found = front_matter("---\n" + text, "a.md")
    assert 0 <= found.end <= len(text) + 4


def test_the_reader_hands_on_what_is_stated() -> None:
    drafts, _ = read_bytes(YAML.encode() + BODY.encode(), "a.md")
    assert drafts[0].front == len(YAML)
