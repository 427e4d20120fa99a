"""Which statements get a row when there is not room for all."""

from __future__ import annotations

import pytest

from briefgen.compose.order import chosen
from tests import made

HEAD = "topic: fisheries\n\n# Voices on the fisheries ban\npublished: 2025-03-04\npublisher: Example Wire\n\n"


def best(body: str, limit: int = 1) -> list[str]:
    """The sentences of the statements that are taken first."""
    brief = made.brief_of(HEAD + body)
    return [brief.corpus.text(one.sentence) for one in chosen(brief, brief.statements, limit)]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "“The fisheries ban by the council was a gift to the big fleets,” said Anna Berg of the boatmen.",
            "Owen Crane of the millers said that the fisheries ban by the council was a gift to big fleets.",
        ),
        (
            "“The fisheries ban by the council will not stop a single one of us,” said Anna Berg on Monday.",
            "“The fisheries ban by the council was the talk of the whole town,” said Owen Crane on Monday.",
        ),
        (
            "“The council must end the fisheries ban before the herring season,” said Anna Berg on Monday.",
            "“The council spoke of the fisheries ban before the herring season,” said Owen Crane on Monday.",
        ),
        (
            "“The fisheries ban by the council was the talk of the whole long summer,” said Anna Berg then.",
            "“A ban on fisheries,” Owen Crane said.",
        ),
    ],
    ids=["verbatim before reported", "a denial", "a demand", "a stump comes last"],
)
def test_the_more_telling_of_two_statements_comes_first(better: str, worse: str) -> None:
    assert best(f"{worse}\n{better}") == [better]
    assert best(f"{better}\n{worse}") == [better]


def test_what_two_speakers_say_alike_is_two_statements() -> None:
    lines = [
        f"“We will not accept the fisheries ban of the council,” said {n}." for n in ("Anna Lee", "Owen Pell")
    ]
    assert sorted(best("\n".join(lines), 9)) == sorted(lines)


def test_what_one_speaker_says_twice_is_one_statement() -> None:
    said = "“We will not accept the fisheries ban of the council,” said Anna Lee"
    assert len(best(f"{said} on Monday.\n{said} on Tuesday.", 9)) == 1


def test_a_document_does_not_crowd_out_another() -> None:
    much = "\n".join(
        f"“The fisheries ban will not stand before court {n},” said {name} of the boatmen."
        for n, name in enumerate(("Anna Lee", "Owen Pell", "Mara Crane", "Karl Dunn", "Nora Vik"))
    )
    brief = made.brief_of(
        f"{HEAD}{much}\n\n# Harbour and the fisheries ban\npublished: 2025-03-05\npublisher: Harbour Post\n\n"
        "“The fisheries ban must stay for the bay and its birds,” said Ida Holm of the wardens."
    )
    taken = chosen(brief, brief.statements, 4)
    assert {one.document.source.id for one in taken} == {"S1", "S2"}


def test_a_full_memo_holds_every_statement_that_is_not_told_twice() -> None:
    told = (("a boat", "Anna Lee"), ("a pier", "Owen Pell"), ("a boat", "Anna Lee"), ("a winter", "Ida Holm"))
    lines = [f"“The fisheries ban will cost {what},” said {name}." for what, name in told]
    assert len(best("\n".join(lines), 99)) == 3


def test_a_phrase_that_comes_again_is_no_statement_told_twice() -> None:
    lines = [
        "Anna Lee called the fisheries ban “a gift to the big fleets” of the north.",
        "“It is a gift to the big fleets, and our harbours and our schools will pay,” said Anna Lee.",
    ]
    assert sorted(best("\n".join(lines), 9)) == sorted(lines)
