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


@pytest.mark.parametrize(("typed", "near"), [("harbuor", True), ("hrbur", True), ("harvest", False)])
def test_a_word_that_looks_like_one_of_the_sources_is_named(typed: str, near: bool) -> None:
    found = find(typed, corpus(article("Talks", "The harbour was closed.")))
    assert any("harbour" in line for line in found.nearest) is near


def test_at_most_five_documents_are_named_as_near() -> None:
    folder = corpus(*(article(f"Talks {n}", f"Japan sent minister number {n}.") for n in range(7)))
    assert len(find("asia-security", folder).nearest) == 5


@pytest.mark.parametrize(("letters", "passing"), [(6, True), (12, True), (22, False), (28, False)])
def test_a_venue_is_known_by_its_occasion_within_ninety_signs(letters: int, passing: bool) -> None:
    between = " ".join([f"of {'o' * letters}ld"] * 3)
    line = f"Envoys at the forum {between} in Singapore praised the army."
    assert (line not in picked(article("Talks", line))) is passing


@pytest.mark.parametrize(("others", "led"), [(1, False), (5, False), (6, True), (9, True)])
def test_a_text_of_eight_sentences_opens_with_two(others: int, led: bool) -> None:
    line = "Japan and the EU share security."
    weighed = score("Salt was mined.", line, *(FILLER.format(n=n) for n in range(others)), title=ON_BOTH)[
        line
    ]
    assert (weighed > 0.94) is led


@pytest.mark.parametrize("place", [1, 2])
def test_the_third_sentence_is_no_opening(place: int) -> None:
    lines = [FILLER.format(n=n) for n in range(10)]
    line = "Japan and the EU share security."
    lines.insert(place, line)
    assert (score(*lines, title=ON_BOTH)[line] > 0.94) is (place == 1)


@pytest.mark.parametrize(("filler", "out"), [(15, False), (20, False), (27, True), (45, True)])
def test_a_matter_of_a_document_fills_a_twelfth_of_its_sentences(filler: int, out: bool) -> None:
    around = [FILLER.format(n=n) for n in range(filler)]
    own = "The army of the islands sails."
    named = ("Japan sold salt.", own, "Japan bought rope.")
    lines = ("The army met.", "The navy met.", *around, *named)
    assert (own not in picked(article("Talks", *lines))) is out


def test_a_word_of_one_stem_is_named_as_near() -> None:
    (line,) = find("security", corpus(article("Talks", "A loan was secured."))).nearest
    assert "secured" in line


@pytest.mark.parametrize(("text", "found"), [("cyb erattack", True), ("cy berattack", False)])
def test_a_word_written_apart_has_three_letters_before_the_gap(text: str, found: bool) -> None:
    line = f"Japan fears a {text}."
    assert (line in picked(article("Talks", line))) is found


@pytest.mark.parametrize(("times", "tied"), [(1, False), (2, True)])
def test_a_word_of_two_sentences_on_the_topic_ties_another_to_them(times: int, tied: bool) -> None:
    word = ("salt", "salt") if times == 2 else ("salt", "rope")
    lines = [
        f"{who} spoke of the Nile dam and {w} too." for who, w in zip(("Both", "Many"), word, strict=True)
    ]
    line = "Much salt is sold."
    assert (line in picked(article("Nile dam talks", *lines, line), "nile dam")) is tied


STRIKE = (
    "The ferry strike of the deckhands entered its second week in the port.",
    "Deckhands on the quay want higher wages for night sailings of the ferry.",
)


def mixed(others: int, *more: str) -> tuple[str, ...]:
    """Two reports on a strike among those on other matters, and what is put beside them."""
    reports = (article(f"Ferry strike, day {n}", *STRIKE) for n in (8, 9))
    return (*more, *reports, *(article(f"Bread {n}", f"A baker sold {n} loaves.") for n in range(others)))


@pytest.mark.parametrize(("others", "kept"), [(5, True), (20, True), (30, False)])
def test_an_archive_leaves_out_what_is_said_in_passing(others: int, kept: bool) -> None:
    remark = "A ferry strike kept some cheese from the market."
    cheese = [f"A farmer sold {n} cheeses." for n in range(12)]
    folder = corpus(*mixed(others, article("Cheese", *cheese, remark)))
    assert (remark in chosen(find("ferry strike", folder), folder)) is kept


@pytest.mark.parametrize(("likeness", "gathered"), [(0.2, True), (0.6, False)])
def test_reports_that_are_alike_are_one_story(
    likeness: float, gathered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.select.free.SAME", likeness)
    reports = (
        article("Ferry strike enters second week", STRIKE[0], "Islanders wait for bread."),
        article("Ferry strike: owners refuse talks", STRIKE[1], "Mail comes by helicopter."),
    )
    folder = corpus(*reports, *(article(f"Bread {n}", filler=3) for n in range(5)))
    assert ("Mail comes by helicopter." in chosen(find("ferry strike", folder), folder)) is gathered


def test_what_stands_early_is_worth_more() -> None:
    told = [f"The ferry strike of the deckhands cost the port {n} crowns." for n in range(100, 145)]
    folder = corpus(*(article(f"Ferry strike {n}", *told[n::3]) for n in range(3)))
    one = folder.documents[0].source.id
    scores = [e.score for e in sorted(find("ferry strike", folder).evidence, key=lambda e: e.span)]
    own = scores[: len(told[0::3])]
    assert one == "S1"
    assert own == sorted(own, reverse=True)
    assert own[0] - own[-1] > 0.05
