"""The scorer of quotes: each kind of mistake moves the figure it should, and no other."""

from __future__ import annotations

import pytest

from benchmarks.scorers import quotes
from benchmarks.scorers.corpus import Entry
from briefgen.model import Document, Quote, QuoteKind, Source, Speaker
from tests.measuring import Figures, at, moved

TALK = (
    "“We are all ready,” Anna Lee said. “It is late,” she said. The envoy said the text was long.\n"
    "The “green pact” of last year waits. The minister said it was “far too dear” for him. “Or so,” they say."
)
TALK_GOLD = """We are all ready => Anna Lee, person; direct; named
It is late => Anna Lee, person; direct; pronoun
the text was long => The envoy, unnamed; indirect; description
no: green pact
far too dear => The minister, unnamed; mixed; description
?: Or so"""
RIGHT: tuple[tuple[str, QuoteKind, str], ...] = (
    ("We are all ready,", "direct", "Anna Lee"),
    ("It is late,", "direct", "Anna Lee"),
    ("the text was long", "indirect", "The envoy"),
    ("far too dear", "mixed", "The minister"),
)


def quote(words: str, kind: QuoteKind, who: str) -> Quote:
    parts = tuple(at(TALK, part) for part in words.split(" || "))
    speaker = Speaker(who.casefold(), at(TALK, who), "person") if who else None
    return Quote(kind, parts, (at(TALK, TALK),), speaker=speaker)


def quote_figures(*found: tuple[str, QuoteKind, str], gold: str = TALK_GOLD) -> Figures:
    document = Document(Source("S1", "x", "", TALK), quotes=tuple(quote(*one) for one in found))
    return quotes.score([quotes.tally(Entry("wire", "talk", TALK, gold), document)])


def test_all_statements_right_are_full_marks() -> None:
    figures = dict(quote_figures(*RIGHT))
    assert {figures.pop(name) for name in ("false statements", "guessed")} == {0}
    assert set(figures.values()) == {100}
    assert "quote and speaker F1, wire" in figures


def test_nothing_found_is_nothing() -> None:
    assert set(quote_figures().values()) == {0}


@pytest.mark.parametrize(
    ("wrong", "with_what", "figures"),
    [
        (0, ("We are all ready,", "direct", "The envoy"), {"named": 0, "both": 75}),
        (1, ("It is late,", "direct", ""), {"pronouns": 0, "both": 75}),
        (3, ("far too dear", "mixed", "Anna Lee"), {"descriptions": 50, "both": 75}),
        (0, ("We are", "direct", "Anna Lee"), {"spans F1": 66.7, "named": 0, "both": 75}),
        (2, ("long", "indirect", "The envoy"), {"indirect precision": 0, "indirect recall": 0, "both": 75}),
    ],
)
def test_one_wrong_statement(
    wrong: int, with_what: tuple[str, QuoteKind, str], figures: dict[str, float]
) -> None:
    found = [*RIGHT[:wrong], with_what, *RIGHT[wrong + 1 :]]
    both = figures.pop("both")
    expected = figures | {"quote and speaker F1": both, "quote and speaker F1, wire": both}
    assert moved(quote_figures(*RIGHT), quote_figures(*found)) == expected


@pytest.mark.parametrize(
    ("extra", "figures"),
    [
        (("green pact", "mixed", "The minister"), {"false statements": -1, "spans F1": 85.7, "both": 88.9}),
        (("of last year waits", "indirect", "Anna Lee"), {"indirect precision": 50, "both": 88.9}),
        (("Or so,", "direct", ""), {}),
        (("it was “far too dear” for him", "indirect", "The minister"), {}),
    ],
)
def test_one_statement_too_many(extra: tuple[str, QuoteKind, str], figures: dict[str, float]) -> None:
    both = figures.pop("both", None)
    if both:
        figures |= {"quote and speaker F1": both, "quote and speaker F1, wire": both}
    assert moved(quote_figures(*RIGHT), quote_figures(*RIGHT, extra)) == figures


def test_a_speaker_whom_nobody_can_tell_is_guessed() -> None:
    gold = TALK_GOLD.replace("It is late => Anna Lee", "It is late => not determined")
    unsaid: tuple[str, QuoteKind, str] = ("It is late,", "direct", "")
    before = quote_figures(RIGHT[0], unsaid, *RIGHT[2:], gold=gold)
    after = quote_figures(*RIGHT, gold=gold)
    assert before["quote and speaker F1"] == 100
    assert moved(before, after).pop("guessed") == -1


def test_parts_with_only_marks_between_them_are_one_stretch() -> None:
    split: tuple[str, QuoteKind, str] = ("We are || all ready,", "direct", "Anna Lee")
    assert quote_figures(split, *RIGHT[1:]) == quote_figures(*RIGHT)
