"""Sentence boundaries: cases of language, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.annotate import sentences
from briefgen.model import Block, Document, Label, Source, Span
from tests.casefile import Case, cases

PIECES = [*"aAbZ .!?…\"'“”‘’()[]\n\t\u00a0\u2009🙂م。0-", "U.S.", " Mr. ", " said "]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def document(text: str, label: Label = "body") -> Document:
    return Document(Source("S1", "a.txt", "", text), (Block(Span("S1", 0, len(text)), label, "test"),))


@cases("sentences")
def test_sentences_end_where_a_reader_ends_them(case: Case) -> str:
    found = sentences.split(case.input, 0, len(case.input))
    return "\n".join(" ".join(case.input[a:b].split("\n")) for a, b in found)


@given(TEXTS)
def test_every_character_but_white_space_lies_in_exactly_one_sentence(text: str) -> None:
    found = sentences.split(text, 0, len(text))
    covered = [i for a, b in found for i in range(a, b)]
    assert covered == sorted(set(covered))
    assert [i for i in range(len(text)) if not text[i].isspace()] == [
        i for i in covered if not text[i].isspace()
    ]


@given(TEXTS)
def test_sentences_are_never_empty_and_have_no_outer_white_space(text: str) -> None:
    for a, b in sentences.split(text, 0, len(text)):
        assert text[a:b].strip() == text[a:b] != ""


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Not this. But this. And this."
    assert [text[a:b] for a, b in sentences.split(text, 10, len(text))] == ["But this.", "And this."]


@pytest.mark.parametrize("label", ["caption", "furniture", "byline", "disclaimer"])
def test_captions_and_furniture_are_not_split(label: Label) -> None:
    assert sentences.annotate(document("One. Two.", label))[0].sentences == ()


@pytest.mark.parametrize("label", ["headline", "teaser", "body"])
def test_the_article_is_split(label: Label) -> None:
    found, problems = sentences.annotate(document("One. Two.", label))
    assert [found.text(s.span) for s in found.sentences] == ["One.", "Two."]
    assert problems == ()


def test_a_text_without_end_marks_is_one_sentence() -> None:
    assert len(sentences.split("a " * 50_000, 0, 100_000)) == 1
