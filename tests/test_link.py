"""Same origin, what both say, and dates taken from an origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.link import link
from briefgen.model import (
    Block,
    Corpus,
    DateMention,
    Document,
    DocumentDate,
    Fact,
    Flag,
    Metadata,
    Source,
    Span,
)
from tests.casefile import Case, cases, read_cases
from tests.layers import layered
from tests.link_documents import document


def texts(title: str) -> tuple[str, str]:
    (case,) = (case for case in read_cases("link") if case.title == title)
    first, _, second = case.input.partition("\n===\n")
    return first, second


REWRITE = texts("A rewrite in other words is one source with its original")
REPRINT = texts("Nearly the same text is a reprint, whatever was cut")
UNRELATED = texts("Two reports of one event are two sources")


def told(corpus: Corpus) -> str:
    derived = [f"{k.source} {k.kind} of {k.origin}" for k in corpus.kinships if k.origin != k.source]
    return "\n".join(derived) or "independent"


@cases("link")
def test_documents_of_one_origin_are_found(case: Case) -> str:
    first, rule, second = case.input.partition("\n===\n")
    assert rule, "a case needs a line === between the two documents"
    return told(link((document("S1", first), document("S2", second))))


def test_every_document_has_one_kinship_in_reading_order() -> None:
    corpus = link((document("S1", REWRITE[0]), document("S2", UNRELATED[0]), document("S3", REWRITE[1])))
    assert [k.source for k in corpus.kinships] == ["S1", "S2", "S3"]
    assert [k.origin for k in corpus.kinships] == ["S1", "S2", "S1"]


def test_a_document_alone_is_an_original_without_reasons() -> None:
    (kinship,) = link((document("S1", UNRELATED[0]),)).kinships
    assert (kinship.origin, kinship.kind, kinship.reasons) == ("S1", "original", ())


def test_nothing_is_linked_in_an_empty_folder() -> None:
    assert link(()) == Corpus(())


def test_reasons_can_be_checked_by_a_reader() -> None:
    corpus = link((document("S1", REWRITE[0]), document("S2", REWRITE[1])))
    assert corpus.kinship("S2").reasons[:2] == (
        "9 of its 9 sentences follow S1.txt in order",
        "retells what S1.txt has at first hand",
    )


def test_an_address_of_an_original_tells_which_is_derived() -> None:
    first, second = (text.replace("published an interview with", "met") for text in REWRITE)
    first = (
        first.replace("told the Harbour Gazette in an interview", "said")
        + "\nOriginal: https://news.example.org/1"
    )
    corpus = link((document("S1", first, Original="original-url"), document("S2", second)))
    assert told(corpus) == "S1 rewrite of S2"
    assert "gives the address of an original (line 10)" in corpus.kinship("S1").reasons


def test_the_earlier_of_two_copies_is_the_original() -> None:
    late, early = (Metadata(published=DocumentDate(f"2021-05-{day}", "stated")) for day in ("09", "02"))
    same = REPRINT[0]
    assert told(link((document("S1", same, late), document("S2", same, early)))) == "S1 duplicate of S2"


def test_a_line_of_reprint_makes_an_equal_text_a_reprint() -> None:
    flagged = Metadata(flags=(Flag("reprint", Span("S1", 0, 5), "Example Wire"),))
    corpus = link((document("S1", REPRINT[0], flagged), document("S2", REPRINT[0])))
    assert told(corpus) == "S1 reprint of S2"
    assert "says that it appeared elsewhere first (line 1)" in corpus.kinship("S1").reasons


def test_naming_the_publisher_of_the_other_makes_derived() -> None:
    first, second = (text.replace("published an interview with", "met") for text in REWRITE)
    first = first.replace("told the Harbour Gazette in an interview", "said")
    published = Metadata(publisher=Fact("Harbour Gazette", None))
    corpus = link((document("S1", second), document("S2", first, published)))
    assert told(corpus) == "S1 rewrite of S2"


def test_three_copies_are_one_group_with_one_origin() -> None:
    corpus = link(tuple(document(f"S{n}", REPRINT[n == 2]) for n in (1, 2, 3)))
    assert told(corpus) == "S2 reprint of S1\nS3 duplicate of S1"


def test_copies_are_one_group_however_many_there_are() -> None:
    changed = (REPRINT[0].replace("The", f"The {word} ", 1) for word in (f"x{n:02}" for n in range(80)))
    corpus = link(tuple(document(f"S{n}", text) for n, text in enumerate(changed, 1)))
    assert {k.origin for k in corpus.kinships} == {"S1"}


def test_a_rewrite_is_found_beside_many_copies_of_its_original() -> None:
    copies = tuple(document(f"S{n}", REWRITE[0]) for n in range(1, 71))
    corpus = link((*copies, document("S71", REWRITE[1])))
    assert corpus.kinship("S71").origin == "S1"


def test_pairs_point_into_both_documents() -> None:
    corpus = link((document("S1", REWRITE[0]), document("S2", REWRITE[1])))
    assert len(corpus.pairs) == 9
    last = corpus.pairs[-1]
    assert corpus.text(last.original) == "The council votes on the plan on Thursday."
    assert corpus.text(last.derived) == "On Thursday the council votes on the plan."


def test_a_sentence_cut_in_two_keeps_both_halves() -> None:
    one, two = REWRITE
    whole = "A ferry would cost about nine million, of which the state is expected to pay half."
    cut = "One ferry would cost about nine million. The state is expected to pay half of that."
    other = "One ferry would cost about nine million, and the state is expected to pay half of that."
    assert whole in one
    assert other in two
    corpus = link((document("S1", one), document("S2", two.replace(other, cut))))
    halves = [corpus.text(p.derived) for p in corpus.pairs if corpus.text(p.original) == whole]
    assert halves == [
        "One ferry would cost about nine million.",
        "The state is expected to pay half of that.",
    ]


def test_both_sides_of_a_divergence_lie_in_their_sentences() -> None:
    changed = REWRITE[1].replace("eleven", "12").replace("in Norway", "in Sweden")
    corpus = link((document("S1", REWRITE[0]), document("S2", changed)))
    assert {d.kind for d in corpus.divergences} >= {"number", "omission", "addition"}
    for divergence in corpus.divergences:
        assert divergence.original is None or divergence.original_at.contains(divergence.original)
        assert divergence.derived is None or divergence.derived_at.contains(divergence.derived)


def test_independent_documents_have_neither_pairs_nor_divergences() -> None:
    corpus = link((document("S1", UNRELATED[0]), document("S2", UNRELATED[1])))
    assert (corpus.pairs, corpus.divergences) == ((), ())


def test_furniture_does_not_make_two_documents_alike() -> None:
    menu = "\n".join(f"Menu entry number {n} about weather, stocks and travel" for n in range(40))
    first, second = (
        document(n, f"{text}\n{menu}", Menu="furniture")
        for n, text in zip(("S1", "S2"), UNRELATED, strict=True)
    )
    assert told(link((first, second))) == "independent"


def test_documents_without_sentences_are_compared_by_paragraph() -> None:
    first, second = (replace(document(n, REPRINT[0]), sentences=()) for n in ("S1", "S2"))
    assert told(link((first, second))) == "S2 duplicate of S1"


def test_a_document_without_text_is_an_original() -> None:
    assert told(link((Document(Source("S1", "a.txt", "0", "")), document("S2", REPRINT[0])))) == "independent"


def with_mention(made: Document, value: str) -> Document:
    mention = DateMention(Span(made.source.id, 0, 3), "DATE", value, "day", None, None, "undated")
    return replace(made, dates=(mention,))


UNDATED = DocumentDate(None, "undated")


def linked_mention(value: str, origin: DocumentDate, own: DocumentDate = UNDATED) -> DateMention:
    first = document("S1", REWRITE[0], Metadata(published=origin))
    second = with_mention(document("S2", REWRITE[1], Metadata(published=own)), value)
    return link((first, second)).documents[1].dates[0]


STAMP = DocumentDate("2021-07-21", "stated", Span("S1", 4, 10))


def test_a_day_without_a_year_gets_it_from_the_origin() -> None:
    mention = linked_mention("XXXX-07-21", STAMP)
    assert (mention.value, mention.status, mention.anchor) == ("2021-07-21", "inferred", Span("S1", 4, 10))
    assert mention.earliest == mention.latest == date(2021, 7, 21)


@pytest.mark.parametrize(
    ("value", "origin", "own"),
    [
        ("XXXX-07-22", STAMP, UNDATED),
        ("XXXX-07", STAMP, UNDATED),
        ("XXXX-07-21", DocumentDate("2021-07", "stated", Span("S1", 4, 10)), UNDATED),
        ("XXXX-07-21", DocumentDate("2021-07-21", "stated"), UNDATED),
        ("XXXX-07-21", STAMP, DocumentDate("2022-07-30", "stated", Span("S2", 4, 10))),
    ],
    ids=["another day", "a month only", "origin without a day", "origin not printed", "dated itself"],
)
def test_no_year_is_inferred_without_full_agreement(
    value: str, origin: DocumentDate, own: DocumentDate
) -> None:
    assert linked_mention(value, origin, own).value == value


def test_only_derived_documents_get_inferred_dates() -> None:
    first = document("S1", UNRELATED[0], Metadata(published=STAMP))
    second = with_mention(document("S2", UNRELATED[1]), "XXXX-07-21")
    assert link((first, second)).documents == (first, second)


ANYTHING = st.text(st.characters(codec="utf-8") | st.sampled_from("“”\"'’‘().[] \n\u2009"), max_size=300)


@settings(max_examples=60, deadline=None)
@given(ANYTHING, ANYTHING)
def test_any_two_texts_can_be_linked(first: str, second: str) -> None:
    long = "\n".join(REWRITE)
    corpus = link(
        (document("S1", first + long), document("S2", second + "\n" + long), document("S3", second))
    )
    for one in corpus.divergences:
        for span in (one.original, one.derived, one.original_at, one.derived_at):
            assert span is None or corpus.text(span)
    assert [d.source.id for d in corpus.documents] == ["S1", "S2", "S3"]


def one_line(name: str, text: str) -> Document:
    source = Source(name, f"{name}.txt", "0", text)
    return layered(Document(source, (Block(source.span(0, len(text)), "body", "test"),)), "tokens")


@pytest.mark.parametrize("unit", ["word ", "\"a\" “b” 'c' (d) [e] 5% "], ids=["words", "marks"])
def test_lines_of_a_quarter_megabyte_are_linked(unit: str) -> None:
    terms = " ".join(f"term{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60))
    first, second = (f"{terms} {unit * (250_000 // len(unit))} {end}" for end in ("once", "twice more"))
    corpus = link((one_line("S1", first), one_line("S2", second), document("S3", REPRINT[0])))
    assert [k.origin for k in corpus.kinships] == ["S1", "S1", "S3"]


def test_what_is_like_a_text_of_another_season_is_the_next_of_a_series() -> None:
    first, second = (Metadata(published=DocumentDate(day, "stated")) for day in ("2021-01-10", "2021-07-10"))
    longer = REPRINT[0] + "\nThe council meets again in autumn."
    assert told(link((document("S1", REPRINT[0], first), document("S2", longer, second)))) == "independent"
    assert told(link((document("S1", REPRINT[0], first), document("S2", longer, first)))) != "independent"


def test_a_fact_that_only_the_derived_text_tells_is_reported() -> None:
    added = "Torres was paid by the shipyard, the newspaper Blick reported in 2020."
    corpus = link(
        (document("S1", REWRITE[0]), document("S2", f"{REWRITE[1]}\n{added}\nThat is all for now."))
    )
    whole = [corpus.text(d.derived) for d in corpus.divergences if d.derived == d.derived_at]
    assert whole == [added]
