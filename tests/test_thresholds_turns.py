"""On either side of the thresholds by which turns, questions and asides are told."""

from __future__ import annotations

import pytest

from briefgen.english.asides import is_aside
from briefgen.english.label_heads import head
from briefgen.english.label_parts import is_office_or_state
from briefgen.english.questions import asks, puts
from briefgen.english.speaker_labels import labels


def words(first: str, count: int) -> str:
    """A sentence of some words that begins with others."""
    return f"{first} {' '.join(['quay'] * (count - first.count(' ') - 1))}"


@pytest.mark.parametrize(("count", "aside"), [(6, True), (10, True), (11, False), (20, False)])
def test_thanks_of_ten_words_are_no_statement(count: int, aside: bool) -> None:
    assert is_aside(words("Thank you", count)) is aside


@pytest.mark.parametrize(("count", "aside"), [(9, True), (16, True), (17, False), (30, False)])
def test_a_chair_announces_in_sixteen_words(count: int, aside: bool) -> None:
    assert is_aside(words("I now call", count)) is aside


@pytest.mark.parametrize(("count", "asked"), [(31, True), (60, True), (61, False), (110, False)])
def test_a_question_has_at_most_sixty_words(count: int, asked: bool) -> None:
    assert asks(words("Will", count) + "?") is asked


@pytest.mark.parametrize(("count", "put"), [(21, True), (40, True), (41, False), (75, False)])
def test_what_is_put_to_somebody_has_at_most_forty_words(count: int, put: bool) -> None:
    assert puts(words("Your colleague says that", count) + ".") is put


def kinds(*lines: str) -> list[str]:
    return [one.kind if one else "" for one in labels(lines)]


def talk(*voices: str) -> list[str]:
    """What the voices of a talk are, each of which speaks twice; the first one asks."""
    turns = [f"{voice}: {'Will it hold?' if voice == voices[0] else 'It will.'}" for voice in voices]
    return sorted(set(kinds(*turns, *turns, *turns)))


@pytest.mark.parametrize(("voices", "asks_too"), [(2, True), (4, True), (5, False)])
def test_of_five_voices_none_is_the_interviewer(voices: int, asks_too: bool) -> None:
    names = ("HARBOUR POST", "ANNA OLDE", "IDA VALE", "KARL LUND", "OTTO PENN")[:voices]
    assert ("question" in talk(*names)) is asks_too


@pytest.mark.parametrize(("asked", "known"), [(2, False), (3, True), (4, True)])
def test_who_asks_three_times_among_three_voices_is_the_interviewer(asked: int, known: bool) -> None:
    turns = ["HARBOUR POST: Will it hold?", "ANNA OLDE: It will.", "IDA VALE: It will not."]
    assert ("question" in kinds(*turns * asked)) is known


@pytest.mark.parametrize(
    ("name", "asks_too"),
    [("Old West Harbour Post Weekly", True), ("The Old West Harbour Post Weekly", False)],
)
def test_an_outlet_that_asks_has_five_words(name: str, asks_too: bool) -> None:
    turns = [
        "ANNA OLDE: It will.",
        f"{name}: Will it hold?",
        "ANNA OLDE: It will.",
        "Reuters: Will it?",
        "ANNA OLDE: Yes.",
    ]
    assert (kinds(*turns)[1] == "question") is asks_too


@pytest.mark.parametrize(("asked", "known"), [(1, False), (2, True), (3, True)])
def test_two_questions_in_bold_make_an_interview(asked: int, known: bool) -> None:
    assert ("question" in kinds(*["**Will the quay hold?**", "It will."] * asked)) is known


@pytest.mark.parametrize(("turns", "known"), [(1, False), (2, True), (3, True)])
def test_a_text_has_two_labels(turns: int, known: bool) -> None:
    assert (
        any(
            kinds(
                *["Q: Will the quay hold?", "MR. OLDE: It will, as we said.", "MS. VALE: It will not."][
                    :turns
                ]
            )
        )
        is known
    )


@pytest.mark.parametrize(("count", "known"), [(8, True), (9, True), (10, False), (12, False)])
def test_a_label_has_nine_words(count: int, known: bool) -> None:
    assert (head(f"{' '.join(['Olde'] * count)}: It will.") is not None) is known


@pytest.mark.parametrize(("signs", "known"), [(59, True), (118, True), (125, False), (250, False)])
def test_a_label_begins_its_last_word_within_120_signs(signs: int, known: bool) -> None:
    assert (head(f"Anna {'O' * (signs - 5)} Olde: It will.") is not None) is known


@pytest.mark.parametrize(("word", "party"), [("Lab", True), ("Libd", True), ("Libde", False)])
def test_the_short_name_of_a_party_has_four_signs(word: str, party: bool) -> None:
    assert is_office_or_state(word) is party
