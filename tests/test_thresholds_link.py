"""Where two documents stop being one source: an invented pair on either side of each line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefgen.link import link
from briefgen.model import DocumentDate, Metadata
from tests.link_documents import document
from tests.test_link import REWRITE, told

ELSEWHERE = (
    "Children in the north of the island planted four hundred pine trees.",
    "A bakery on the square won a prize for its rye bread.",
    "The winter was the driest since records began.",
    "Two teachers opened a library in an empty shop.",
    "Football fans waited for the cup final in heavy rain.",
    "A choir from Lisbon sang in the chapel on the hill.",
    "The museum showed paintings of whales and gulls.",
    "Farmers sold more honey than in any year before.",
)


def silent(text: str) -> str:
    """The text without the words that say whose interview it retells."""
    text = text.replace("told the Harbour Gazette in an interview", "said")
    return text.replace("published an interview with", "met")


FIRST, SECOND = (silent(text) for text in REWRITE)


def partly(text: str, others: int) -> str:
    """The text with its last sentences exchanged for other news."""
    rows = text.split("\n")
    return "\n".join((*rows[: len(rows) - others], *ELSEWHERE[:others]))


def with_names(text: str, changed: int) -> str:
    """The text with some of its names exchanged for others."""
    names = ("Ana Torres", "Norway", "Ivo Lang", "Thursday"), ("Mara Field", "Spain", "Paul Hart", "Sunday")
    for old, new in list(zip(*names, strict=True))[:changed]:
        text = text.replace(old, new)
    return text


def found(first: str, second: str, *meta: Metadata) -> str:
    dated = meta or (Metadata(), Metadata())
    return told(link((document("S1", first, dated[0]), document("S2", second, dated[1]))))


@pytest.mark.parametrize(("others", "kin"), [(0, True), (2, True), (4, False)])
def test_a_text_that_follows_another_in_most_sentences_was_made_from_it(others: int, kin: bool) -> None:
    assert (found(FIRST, partly(SECOND, others)) == "S2 rewrite of S1") is kin


@pytest.mark.parametrize(("others", "kin"), [(2, True), (3, True), (4, False)])
def test_a_text_that_says_whom_it_retells_may_follow_less(others: int, kin: bool) -> None:
    first, second = REWRITE
    assert (found(first, partly(second, others)) == "S2 rewrite of S1") is kin


@pytest.mark.parametrize(("changed", "kin"), [(2, True), (3, False)])
def test_two_texts_that_name_others_are_two_sources(changed: int, kin: bool) -> None:
    assert (found(FIRST, with_names(SECOND, changed)) == "S2 rewrite of S1") is kin


@pytest.mark.parametrize(("sentences", "kin"), [(2, False), (3, False), (4, True), (5, True)])
def test_texts_of_less_than_four_sentences_are_too_short_to_tell(sentences: int, kin: bool) -> None:
    first, second = ("\n".join(text.split("\n")[:sentences]) for text in (FIRST, SECOND))
    assert (found(first, second) == "S2 rewrite of S1") is kin


@pytest.mark.parametrize(("days", "kin"), [(30, True), (45, True), (46, False), (80, False)])
def test_what_is_like_a_text_of_two_months_ago_is_another_story(days: int, kin: bool) -> None:
    start = date(2021, 1, 1)
    first, second = (DocumentDate(str(start + timedelta(n)), "stated") for n in (0, days))
    told_of = found(FIRST, SECOND, Metadata(published=first), Metadata(published=second))
    assert (told_of == "S2 rewrite of S1") is kin


@pytest.mark.parametrize(("words", "kind"), [(5, "duplicate"), (8, "reprint"), (12, "reprint")])
def test_a_copy_of_another_length_is_a_reprint(words: int, kind: str) -> None:
    text = "\n".join((*ELSEWHERE, "Doctors asked for a second ambulance.", FIRST))
    assert found(text, text + " Now" * words) == f"S2 {kind} of S1"
