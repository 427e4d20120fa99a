"""Selection: which sentences bear on a topic, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import topic
from briefgen.annotate import ANNOTATORS
from briefgen.model import Block, Corpus, Document, Kinship, Name, Quote, Selection, Source, Span, Speaker
from briefgen.select import select
from briefgen.select.mentions import is_passing
from briefgen.topic import Group, Topic
from tests.casefile import Case, cases

TOPICS = Path(__file__).resolve().parent.parent / "templates" / "topics"


def document(number: int, text: str) -> Document:
    """A document whose first line is the headline and whose other lines are paragraphs."""
    source = Source(f"S{number}", f"{number}.txt", "", text)
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            span = source.span(at, at + len(line.rstrip("\n")))
            blocks.append(Block(span, "body" if blocks else "headline", "test"))
        at += len(line)
    plain = Document(source, tuple(blocks))
    for annotate in ANNOTATORS.values():
        plain, _ = annotate(plain)
    return plain


def corpus(*texts: str) -> Corpus:
    return Corpus(tuple(document(n, text) for n, text in enumerate(texts, 1)))


def chosen(found: Selection, folder: Corpus) -> list[str]:
    """The words of the evidence in reading order."""
    return [folder.text(e.span) for e in sorted(found.evidence, key=lambda e: e.span)]


def find(name: str, folder: Corpus) -> Selection:
    return select(topic.find(name, [TOPICS]), folder)


ASIA = "Asia ties\nThe EU will work with Japan on security.\nLunch was late."


@cases("select", "select_gathered")
def test_the_sentences_on_a_topic_are_selected(case: Case) -> str:
    head, *texts = case.input.split("\n# ")
    folder = corpus(*texts)
    found = find(head.removeprefix("topic:").strip(), folder)
    return "\n".join(chosen(found, folder)) or "nothing"


@cases("select_scores")
def test_a_sentence_has_the_weight_of_what_speaks_for_it(case: Case) -> str:
    head, *texts = case.input.split("\n# ")
    folder = corpus(*texts)
    found = sorted(find(head.removeprefix("topic:").strip(), folder).evidence, key=lambda e: e.span)
    return "\n".join(f"{e.score:.2f} {' '.join(folder.text(e.span).split()[:5])}" for e in found) or "nothing"


@cases("select_mentions")
def test_a_venue_or_a_comparison_is_a_passing_mention(case: Case) -> str:
    before, _, rest = case.input.partition("[")
    name = Name(Span("S1", 0, 1), "state", "XX", rest.partition("]")[0])
    passing = is_passing(before, name, member=rest.endswith("member"))
    return "passing" if passing else "named"


def test_every_sentence_is_either_evidence_or_rejected_with_a_reason() -> None:
    folder = corpus(ASIA, "Europe\nThe EU has a budget. Security costs money.")
    found = find("asia-security", folder)
    judged = sorted(e.span for e in (*found.evidence, *found.rejected))
    assert judged == [s.span for d in folder.documents for s in d.citable()]
    assert all(e.reasons and all(e.reasons) for e in (*found.evidence, *found.rejected))


def test_scores_lie_between_0_and_1_and_fall() -> None:
    folder = corpus(ASIA, "Asia\nAsian security, Asian defence and Asian armies. Japan is far.")
    scores = [e.score for e in find("asia-security", folder).evidence]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_reason_names_the_word_and_the_region_it_stands_for() -> None:
    reasons = find("asia-security", corpus(ASIA)).evidence[0].reasons
    assert 'names “Japan” (Asia)' in reasons  # fmt: skip


def test_an_answer_is_in_because_of_its_question_and_says_so() -> None:
    folder = corpus(
        "Press briefing\nQUESTION: Will the drought end?\nMR. OLDE: We have water for forty days.\n"
        "QUESTION: And the cup?\nMR. OLDE: The better team will win the cup."
    )
    found = find("drought", folder).evidence
    assert [(folder.text(e.span), e.reasons) for e in found] == [
        ("We have water for forty days.", ("the question it answers says “drought”",))
    ]


@pytest.mark.parametrize(
    ("paragraph", "says"),
    [
        ("The EU has an office.", "says nothing on the topic"),
        ("The EU pays for security.", "nothing here or near on Asia"),
        ("Speaking at a forum in Singapore, she praised the army.", "only a passing mention of “Singapore”"),
    ],
)
def test_a_sentence_that_is_out_has_the_reason(paragraph: str, says: str) -> None:
    assert says in find("asia-security", corpus(f"EU budget\n{paragraph}")).rejected[0].reasons[0]


def test_a_copy_gives_no_evidence_while_its_origin_is_there() -> None:
    folder = replace(corpus(ASIA, ASIA), kinships=(Kinship("S2", "S1", "rewrite"),))
    found = find("asia-security", folder)
    assert found.used == ("S1",)
    assert any("rewrite of 1.txt" in e.reasons[0] for e in found.rejected)


def test_a_copy_speaks_for_itself_when_its_origin_is_absent() -> None:
    folder = replace(corpus(ASIA), kinships=(Kinship("S1", "S9", "reprint"),))
    assert find("asia-security", folder).used == ("S1",)


def test_nothing_found_names_what_came_nearest() -> None:
    found = find("gaza", corpus("Aid\nShortages come back anywhere, not just in Yemen or Gaza."))
    assert not found.evidence
    assert not found.used
    assert found.nearest == ("1.txt names “Gaza” in passing (line 2)",)


def test_nothing_found_says_which_side_is_missing() -> None:
    (line,) = find("asia-security", corpus("Asia\nThe EU signed a deal with Japan.")).nearest
    assert line.endswith("but nothing on security")


def test_a_misspelt_word_is_answered_with_one_that_is_there() -> None:
    (line,) = find("multilateralsm", corpus("Order\nThe goal is multilateralism.")).nearest
    assert "“multilateralism” is there" in line


def test_an_empty_corpus_gives_an_empty_selection() -> None:
    assert find("asia-security", Corpus(())) == Selection((), ())


def test_furniture_is_never_selected() -> None:
    one = document(1, "Asia\nAsian security pact signed.")
    blocks = tuple(replace(b, label="furniture") for b in one.blocks)
    assert not find("asia-security", Corpus((replace(one, blocks=blocks),))).evidence


def test_words_that_stand_twice_in_a_document_count_once() -> None:
    text = "Asia\nThe EU helps Asian navies.\nIt rained.\nThe EU helps Asian navies."
    found = find("asia-security", corpus(text))
    assert len(found.evidence) == 1
    assert found.rejected[-1].reasons == ("the same words stand in line 2",)


def test_an_excluded_term_keeps_a_sentence_out() -> None:
    football = Topic("x", "X", (Group("Asia", regions=("asia",)),), exclude=("football",))
    folder = corpus("Asia\nAsian footballers play football.\nAsian leaders met.")
    assert chosen(select(football, folder), folder) == ["Asian leaders met."]


def test_the_other_sentence_of_a_statement_comes_with_it() -> None:
    text = "Asia\nThe EU works with Asia on security.\n“Things change. Japan wants security,” Anna Berg said."
    folder = corpus(text)
    start = text.index("Things")
    said = Quote("direct", (Span("S1", start, text.index(",”") + 1),), ())
    folder = Corpus((replace(folder.documents[0], quotes=(said,)),))
    assert "“Things change." in chosen(find("asia-security", folder), folder)


def test_a_topic_that_is_a_person_gathers_what_she_said() -> None:
    text = "Roads\nAnna Berg came to Oslo.\n“Roads matter,” she said.\nIt rained."
    start = text.index("“Roads")
    frame = Span("S1", start, text.index("\nIt"))
    speaker = Speaker("anna berg", Span("S1", text.index("Anna"), text.index(" came")), "person")
    said = Quote("direct", (Span("S1", start + 1, start + 13),), (frame,), speaker=speaker)
    folder = Corpus((replace(corpus(text).documents[0], quotes=(said,)),))
    assert chosen(find("anna berg", folder), folder) == text.splitlines()[1:3]


def test_words_of_indirect_speech_bring_no_other_sentence() -> None:
    text = "Asia\nJapan wants security, Anna Berg said. Things change."
    folder = corpus(text)
    said = Quote("indirect", (Span("S1", 5, len(text)),), ())
    folder = Corpus((replace(folder.documents[0], quotes=(said,)),))
    assert "Things change." not in chosen(find("asia-security", folder), folder)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4), st.sampled_from(["asia-security", "a b", "gaza"]))
def test_any_text_gives_an_answer(texts: list[str], name: str) -> None:
    folder = corpus(*texts)
    found = find(name, folder)
    assert {e.span.source for e in found.evidence} == set(found.used)


@pytest.mark.parametrize(
    "noise", ["(", "“", "in the ", "a-", "co-", "U.", "\u202e\u0000", "😀", "in Qatar and "]
)
def test_a_long_line_of_noise_is_read_in_one_pass(noise: str) -> None:
    folder = corpus("Asia\n" + noise * (200_000 // len(noise)))
    assert find("asia-security", folder).evidence == ()


@pytest.mark.parametrize("noise", ["“a” ", "in other ", "Egypt said no. ", "“Egypt” said Anna Berg. "])
def test_a_long_paragraph_under_a_headline_of_the_words_is_read(noise: str) -> None:
    folder = corpus("Nile dam\nThe Nile dam grows.\n" + noise * (6_000 // len(noise)))
    found = find("nile dam", folder)
    assert folder.text(found.evidence[0].span) == "The Nile dam grows."


def test_what_a_story_draws_in_has_a_lower_score_and_says_beside_what_it_stands() -> None:
    folder = corpus("Nile dam talks stall\nTalks on the Nile dam stalled.\n“We lose,” Anna Berg said.")
    first, second = find("nile dam", folder).evidence
    assert second.score < first.score
    assert second.reasons == (
        "a statement in an article about the topic, beside one that is in (line 2)",
    )  # fmt: skip


def test_a_region_of_free_words_that_no_source_names_is_not_near() -> None:
    found = find("arctic", corpus("Tariffs\nThe United States and Norway put tariffs on steel."))
    assert not found.evidence
    assert not found.nearest


def test_a_state_is_named_as_near_when_only_its_region_is_asked_for() -> None:
    found = find("africa", corpus("Rains\nSudan expects good rains."))
    assert not found.evidence
    assert found.nearest == ("1.txt names “Sudan” (Africa) but never the region itself (line 2)",)


def test_a_word_of_the_call_that_no_source_says_is_named_beside_what_was_found() -> None:
    folder = corpus(
        "Ferry strike of the deckhands\nThe ferry strike of the deckhands is in its second week.",
        "Ferry strike: owners refuse talks\nThe owners refused talks on the ferry strike with the deckhands.",
        "Port waits for end of ferry strike\nThe port hopes that the ferry strike of the deckhands ends.",
    )
    found = find("ferry strike deckhnds port", folder)
    assert found.evidence
    assert found.unsaid == ("no source says “deckhnds”, but “deckhands” is there",)
    assert find("ferry strike deckhands port", folder).unsaid == ()
