"""What a reader is given to judge the passages of a memo by, and what must hold of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefgen.compose import compose
from briefgen.compose.brief import Brief
from briefgen.compose.evidence import evidence
from briefgen.compose.evidence.first import first
from briefgen.compose.evidence.surroundings import MOST, after, around, before
from briefgen.model import Flag, Span
from briefgen.paper.evidence import ONE_IN, CitedPassage, EvidenceView, Reason
from briefgen.paper.evidence_layout import evidence_page
from briefgen.paper.evidence_page import EvidencePage, ShownPassage
from briefgen.paper.memo import CitedPlace, Memo
from briefgen.paper.page import PrintedLine
from briefgen.render.html import form
from tests import made
from tests.casefile import Case, cases

SIGNS = {"cut": "~~", "voice": "_"}
FOLDER = """topic: fisheries

# Treaty in the news
published: 2025-03-05

The talks on the fisheries treaty began in the harbour town.
Anna Lee said on Monday that the fisheries treaty would be signed.
The fisheries treaty was written by Marie Olde, who left the talks on fisheries.
She said the fisheries treaty needed more work.
“The fisheries treaty is a beginning,” said Emil Frost, who speaks for the fisheries crews.
Norway signed a fisheries partnership with Kenya in 2019.
The fisheries treaty covers 40 harbours in Norway, the ministry said.

# A treaty on fish
published: 2025-03-06

The fisheries treaty covers 60 harbours in Norway, the ministry said.
"""


@cases("memo_evidence")
def test_evidence(case: Case) -> str:
    given = made.brief_of(case.input)
    page = page_of(given)
    shown = [row for one in listed(page) for row in rows(one)]
    first = ", ".join(str(one.number) for one in page.first)
    return "\n".join([*shown, f"first: {first or 'none'}"])


def listed(page: EvidencePage) -> Iterator[ShownPassage]:
    """The passages of the page, each once."""
    yield from {one.number: one for one in page.passages}.values()


def rows(one: ShownPassage) -> Iterator[str]:
    yield f"{one.number} [{one.place}] {passage_of(one)}"
    yield from (f"  + {cut.name} {signed(cut.line)}" for cut in one.cuts)
    yield from (f"  {use.name}: {use.line.text}" for use in one.uses)
    if one.also:
        yield f"  also {', '.join(use.name for use in one.also)}"
    for claim in one.claims:
        yield f"  {claim.label}: {claim.said.text} – {claim.known.text}"
        yield from (f"    > {signed(line)}" for line in claim.quoted)
    yield from (f"  look: {reason.text}" for reason in one.reasons)


def passage_of(one: ShownPassage) -> str:
    """The passage without the sentences beside it."""
    inside = tuple(piece for piece in one.line.pieces if piece.tone in ("source", "cut", "voice"))
    return signed(PrintedLine(inside))


def signed(line: PrintedLine) -> str:
    return "".join(
        f"{SIGNS.get(piece.tone, '')}{piece.text}{SIGNS.get(piece.tone, '')}" for piece in line.pieces
    )


def made_of(given: Brief) -> tuple[Memo, EvidenceView]:
    memo = compose(given)
    return memo, evidence(given, memo)


def page_of(given: Brief) -> EvidencePage:
    memo, view = made_of(given)
    page = evidence_page(replace(memo, evidence=view), given.corpus.text, form(given.style))
    assert page is not None
    return page


@pytest.fixture(scope="module")
def given() -> Brief:
    return made.brief_of(FOLDER)


def test_every_cited_place_is_one_passage(given: Brief) -> None:
    memo, view = made_of(given)
    assert sorted(one.place.span for one in view.passages) == sorted(one.span for one in memo.places)


def test_the_numbers_of_passages_go_up_by_one(given: Brief) -> None:
    _, view = made_of(given)
    assert [one.number for one in view.passages] == list(range(1, len(view.passages) + 1))


def test_at_most_one_passage_in_six_is_to_be_looked_at_first(given: Brief) -> None:
    _, view = made_of(given)
    doubtful = [one for one in view.passages if one.reasons]
    assert len(doubtful) > len(view.passages) // ONE_IN
    assert len(view.first) == len(view.passages) // ONE_IN


def test_the_gravest_is_looked_at_first(given: Brief) -> None:
    _, view = made_of(given)
    worst = max(view.passages, key=lambda one: one.risk)
    assert view.first[0] == worst.number


def test_a_passage_stands_between_the_sentences_beside_it(given: Brief) -> None:
    _, view = made_of(given)
    corpus = given.corpus
    for one in view.passages:
        for beside in filter(None, (one.before, one.after)):
            assert not beside.overlaps(one.place.span)
            low, high = sorted((beside, one.place.span))
            assert not corpus.document(low).source.text[low.end : high.start].strip()


def test_the_sources_are_there_in_full(given: Brief) -> None:
    _, view = made_of(given)
    for source in view.sources:
        text = given.corpus.by_id[source.source].source.text
        shown = "".join(given.corpus.text(line.span) for line in source.lines)
        assert "".join(shown.split()) == "".join(text.split())


def test_of_a_confidential_source_only_the_cited_words_are_shown(given: Brief) -> None:
    documents = tuple(
        replace(one, meta=replace(one.meta, flags=(*one.meta.flags, Flag("confidential"))))
        for one in given.corpus.documents
    )
    secret = replace(given, corpus=replace(given.corpus, documents=documents))
    _, view = made_of(secret)
    assert all(source.withheld and not source.lines for source in view.sources)
    assert all(one.before is None and one.after is None for one in view.passages)
    around = [claim.around for one in view.passages for use in one.uses for claim in use.claims]
    assert not any(around)


def test_what_is_left_out_and_what_is_printed_make_up_the_passage(given: Brief) -> None:
    _, view = made_of(given)
    for one in view.passages:
        for use in one.uses:
            assert not any(gap.overlaps(shown) for gap in use.dropped for shown in use.printed)


LONG = " ".join(["The crews of the harbour town"] + ["and of the quay"] * 60) + "."


def test_of_a_long_sentence_only_what_is_near_stands_beside_a_passage() -> None:
    document = made.document(f"Fish in the news\n\n{LONG} The treaty was signed. {LONG}")
    place = next(s.span for s in document.sentences if document.text(s.span) == "The treaty was signed.")
    ahead, behind = before(document, place), after(document, place)
    assert ahead is not None
    assert behind is not None
    assert LONG.endswith(document.text(ahead))
    assert LONG.startswith(document.text(behind))
    for piece in (ahead, behind):
        assert MOST - len("harbour ") < piece.end - piece.start <= MOST
        assert not document.text(piece)[0].isspace()


def test_words_in_a_long_sentence_are_shown_with_what_is_near_them() -> None:
    document = made.document(f"Fish in the news\n\n{LONG[:-1]} said Anna Lee on the quay.")
    sentence = document.sentences[-1].span
    name = document.source.span(*(document.source.text.index("Anna") + at for at in (0, len("Anna Lee"))))
    shown = around(document, name)
    assert shown is not None
    assert shown.contains(name)
    assert shown != sentence
    assert shown.end - shown.start <= MOST


def test_one_speaker_does_not_fill_the_list_of_those_to_look_at_first() -> None:
    she = Reason("speaker", (), 0.3, "S1 Anna Lee")
    day = Reason("date", (), 0.2)
    passages = [doubtful(n, she) for n in range(1, 12)] + [doubtful(12, day)]
    assert first(passages) == (1, 12)


def test_without_doubts_nothing_is_looked_at_first() -> None:
    assert first([doubtful(n) for n in range(1, 20)]) == ()


def doubtful(number: int, *reasons: Reason) -> CitedPassage:
    place = CitedPlace(Span("S1", number, number + 1), "line 1", 1, number, number + 1)
    return CitedPassage(number, place, (), reasons=reasons)
