from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tasks import partners
from briefgen.annotate import relations
from briefgen.english import gazetteer
from briefgen.model import Block, Document, Label, Relation, Source
from tests.casefile import Case, cases
from tests.layers import layered


def annotated(text: str, label: Label = "body") -> Document:
    source = Source("S1", "case.txt", "", text)
    blocks = (Block(source.span(0, len(text)), label, "case"),) if text.strip() else ()
    return layered(Document(source, blocks), "relations")


def line(relation: Relation) -> str:
    def printed(key: str) -> str:
        return "NATO" if key == "nato" else gazetteer.canonical(key)

    actor = printed(relation.actor.key) if relation.actor else "-"
    return f"{relation.kind} | {actor} | {', '.join(printed(p.key) for p in relation.partners)}"


@cases("relations")
def test_relations_of_the_case_are_found(case: Case) -> str:
    return "\n".join(map(line, annotated(case.input).relations))


def test_the_cue_is_the_relation_words_of_the_source() -> None:
    document = annotated("Canada signed a wide-ranging “strategic partnership” with ASEAN last autumn.")
    assert document.text(document.relations[0].cue) == "strategic partnership” with ASEAN"


@pytest.mark.parametrize(
    "text",
    [
        "Canada signed [a wide-ranging “strategic partnership” with ASEAN].",
        "Canada has [formal and lasting partnerships with Ghana].",
        "We value [our close partnership with Ghana].",
        "Canada values its [partnership with Ghana].",
        "Canada announced [renewed partnerships with Ghana].",
        "Canada signed [partnerships with Ghana].",
        "The minister spoke of [a partnership with Ghana].",
    ],
)
def test_a_relation_is_printed_with_what_qualifies_it(text: str) -> None:
    document = annotated(text.replace("[", "").replace("]", ""))
    assert document.text(document.relations[0].phrase) == text[text.index("[") + 1 : text.index("]")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 4 May 2021 Canada signed a partnership with Ghana.", "2021-05-04"),
        ("Canada signed a partnership with Ghana on 4 May 2021.", "2021-05-04"),
        ("Canada signed a partnership with Ghana in Accra in 2021.", "2021"),
        ("Canada has had a partnership with Ghana since 2021.", "2021"),
        ("Canada signed a 2021 partnership with Ghana.", "2021"),
        ("Canada signed a partnership with Ghana before 4 May 2021.", None),
        ("On 4 May 2021 the port closed, and Canada signed a partnership with Ghana.", None),
        ("On 4 May 2021 the port closed and Canada signed a partnership with Ghana.", None),
        ("Canada signed a partnership with Ghana, which met Mali on 4 May 2021.", None),
        ("Canada signed a partnership with Ghana.", None),
    ],
)
def test_a_relation_has_the_date_of_its_own_clause(text: str, value: str | None) -> None:
    dated = annotated(text).relations[0].dated
    assert (dated.value if dated else None) == value


def test_a_headline_states_no_relation() -> None:
    assert annotated("EU has partnerships with Japan", label="headline").relations == ()


def test_a_document_without_sentences_has_no_relations() -> None:
    assert relations.annotate(Document(Source("S1", "x", "", "")))[0].relations == ()


def test_partners_of_an_actor_leave_out_the_actor_itself() -> None:
    relation = annotated("The pact between Norway, Sweden and Finland holds.").relations[0]
    assert [name.key for name in partners.partners_of(relation, "SE")] == ["NO", "FI"]


def test_a_relation_of_others_has_no_partners_for_the_actor() -> None:
    relation = annotated("Norway has an agreement with Sweden.").relations[0]
    assert partners.partners_of(relation, "FR") == []


WORDS = st.lists(
    st.sampled_from(
        [
            "Japan",
            "the EU",
            "China",
            "and",
            ",",
            "with",
            "talks",
            "partner",
            "’s",
            "agreement",
            "between",
            "Chinese",
            "of",
            "President",
            "signed",
            "a",
            "<s1>",
            "<",
            "+",
            "[",
            "”",
            ".",
            "İ",
            "\u202f",
            "-",
            "joint",
            "by",
            "ß",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_any_words_give_relations_inside_their_sentence(text: str) -> None:
    for relation in annotated(text).relations:
        assert relation.sentence.contains(relation.cue)
        assert relation.partners
        assert all(relation.sentence.contains(name.span) for name in relation.partners)


def test_one_very_long_sentence_is_read() -> None:
    text = "Japan, India and " * 3_000 + "Norway have an agreement with Sweden."
    assert annotated(text).relations


def test_partners_of_the_real_articles_are_read(real_seeds: Path) -> None:
    text = next(real_seeds.glob("000*")).read_text(encoding="utf-8")
    body = "\n".join(row for row in text.splitlines() if len(row) > 120)
    found = {p.key for r in annotated(body).relations for p in partners.partners_of(r, "eu")}
    assert {"AU", "JP", "KR", "asean", "CN"} <= found
    assert not {"SO", "SG", "RU", "UA"} & found
