from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import lexicon
from briefgen.annotate import issues
from briefgen.annotate.issues.features import fold, weights
from briefgen.model import Block, Document, Issue, Label, Quote, Source, Speaker
from tests.casefile import Case, cases
from tests.layers import layered


def named(text: str, label: Label = "body") -> Document:
    source = Source("S1", "case.txt", "", text)
    blocks = (Block(source.span(0, len(text)), label, "case"),) if text.strip() else ()
    return layered(Document(source, blocks), "names")


def annotated(text: str, label: Label = "body") -> Document:
    document, problems = issues.annotate(named(text, label))
    assert problems == ()
    return document


def line(document: Document, issue: Issue) -> str:
    holder = document.text(issue.holder) if issue.holder else "-"
    return f"{issue.kind} | {document.text(issue.cue)} | {holder}"


@cases("issues")
def test_issues_of_the_case_are_found(case: Case) -> str:
    document = annotated(case.input)
    return "\n".join(line(document, issue) for issue in document.issues)


def test_a_headline_raises_no_issue() -> None:
    assert annotated("Norway urges Chile to reopen its ports to trade", label="headline").issues == ()


def test_a_document_without_sentences_has_no_issues() -> None:
    assert issues.annotate(Document(Source("S1", "x", "", "")))[0].issues == ()


def test_the_speaker_of_the_words_is_the_holder() -> None:
    text = "“The government must reopen the trade talks with Chile,” said the envoy of Norway."
    document = named(text)
    source = document.source
    who = source.span(text.index("the envoy"), text.index(" of Norway"))
    speaker = Speaker("envoy", who, "person")
    quote = Quote(
        "direct", (source.span(1, text.index(",”")),), (document.sentences[0].span,), speaker=speaker
    )
    with_quote = Document(
        source, document.blocks, sentences=document.sentences, names=document.names, quotes=(quote,)
    )
    found = issues.annotate(with_quote)[0].issues
    assert [issue.holder for issue in found] == [who]


def test_each_feature_of_the_cues_has_a_weight_and_a_rank() -> None:
    cues = {row.feature for row in lexicon.issues.cues()}
    guards = {row.feature for row in lexicon.issues.guards()} - {"furniture"}
    assert cues | guards <= set(weights()) | {"furniture"}
    assert cues == set(lexicon.issues.order.lines())


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aM y’İßﬁ\u202f\n\u0000\U0001f600.?if"), max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


WORDS = st.lists(
    st.sampled_from(
        [
            "if",
            "unless",
            "Norway",
            "must",
            "whether",
            "?",
            ".",
            "could",
            "urged",
            "the",
            "government",
            "May",
            "İ",
            "“",
            "”",
            "no doubt",
            "dispute",
            "He",
            "said",
            ",",
            "\u202f",
            "need",
            "for",
            "not",
            "yet",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_any_words_give_issues_inside_their_sentence(text: str) -> None:
    document = annotated(text)
    assert all(issue.sentence.contains(issue.cue) for issue in document.issues)
    assert len({issue.sentence for issue in document.issues}) == len(document.issues)


def test_one_very_long_sentence_is_read() -> None:
    assert len(annotated("if the government " * 20_000).issues) <= 1


def test_issues_of_the_real_articles_are_found(real_seeds: Path) -> None:
    text = next(real_seeds.glob("000*")).read_text(encoding="utf-8")
    body = "\n".join(row for row in text.splitlines() if len(row) > 120)
    document = annotated(body)
    kinds = {issue.kind for issue in document.issues}
    assert {"requested", "obstructed", "concern"} <= kinds
    assert 7 <= len(document.issues) <= 14
