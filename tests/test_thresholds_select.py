"""Where selection draws a line: an invented folder on either side of each."""

from __future__ import annotations

import pytest

from tests.test_select import chosen, corpus, find

FILLER = "Bakers in the old town went on strike over flour number {n}."


def picked(text: str, name: str = "asia-security") -> list[str]:
    folder = corpus(text)
    return chosen(find(name, folder), folder)


def article(title: str, *lines: str, filler: int = 0) -> str:
    return "\n".join((title, *lines, *(FILLER.format(n=n) for n in range(filler))))


ON_BOTH = "The EU will work with Japan on security."


def test_a_sentence_whose_other_matter_stands_only_elsewhere_is_out() -> None:
    own = "Japan sent a minister to the table."
    lines = [FILLER.format(n=n) for n in range(4)]
    assert own not in picked(article("Talks", *lines, own, *lines, "The EU spoke of security."))


def test_a_sentence_whose_other_matter_stands_in_the_next_is_in() -> None:
    own = "Japan sent a minister to the table."
    assert own in picked(article("Talks on security", own, "The EU spoke of security."))


STATES = ("Japan", "Vietnam", "Malaysia", "Thailand", "Cambodia")


def score(*lines: str, title: str = "Talks") -> dict[str, float]:
    """The score of each selected line of one document."""
    folder = corpus(article(title, *lines))
    return {folder.text(e.span): e.score for e in find("asia-security", folder).evidence}


@pytest.mark.parametrize(("states", "rises"), [(2, True), (3, True), (4, False)])
def test_a_sentence_gains_by_each_word_of_the_topic_up_to_four(states: int, rises: bool) -> None:
    few, many = (f"{', '.join(STATES[:n])} and security." for n in (states - 1, states))
    assert (score(few)[few] < score(many)[many]) is rises


def test_the_other_sentence_of_a_statement_is_worth_a_little_less() -> None:
    first, second = "“Japan and the EU share security,” Anna Lee said.", "“We start in the spring.”"
    found = score(f"{first} {second}")
    assert 0.75 < found[second] / found[first] < 1


@pytest.mark.parametrize(("typed", "near"), [("harbuor", True), ("hrbur", True), ("garden", False)])
def test_a_word_that_looks_like_one_of_the_sources_is_named(typed: str, near: bool) -> None:
    found = find(typed, corpus(article("Talks", "The harbour was closed.")))
    assert any("harbour" in line for line in found.nearest) is near


def test_at_most_five_documents_are_named_as_near() -> None:
    folder = corpus(*(article(f"Talks {n}", f"Japan sent minister number {n}.") for n in range(7)))
    assert len(find("asia-security", folder).nearest) == 5
