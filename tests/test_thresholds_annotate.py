"""Where the annotators draw a line: a few invented words on either side of each."""

from __future__ import annotations

import pytest

from briefgen.annotate import quotes
from tests.test_issues import annotated as with_issues
from tests.test_quotes import article
from tests.test_relations import annotated as with_relations
from tests.test_speakers import annotated, line

RAIN = "The rain fell on the empty quay all night.\n"
UNSAID = "“The talks were long and hard. We will go on in the spring.”"


def told(text: str, number: int = 0) -> str:
    """Speaker of a statement, with the role, as the cases write it."""
    found = annotated(text)
    return line(found, found.quotes[number]).partition(" => ")[2]


def cue(text: str) -> str:
    """The speech verb that governs the first quotation."""
    found = quotes.annotate(article(text))[0]
    quote = found.quotes[0]
    return found.text(quote.cue) if quote.cue else ""


# ---------------------------------------------------------------- speakers


@pytest.mark.parametrize(("blocks", "named"), [(0, True), (1, True), (2, False)])
def test_a_description_is_of_whoever_is_named_within_two_paragraphs(blocks: int, named: bool) -> None:
    text = f"The island’s envoy said the port was safe.\n{RAIN * blocks}“We are ready,” said Anna Lee."
    assert told(text).startswith("Anna Lee") is named


@pytest.mark.parametrize(("blocks", "found"), [(2, "Anna Lee, person"), (3, "not determined")])
def test_the_speaker_of_bare_quotation_stands_within_three_paragraphs(blocks: int, found: str) -> None:
    assert told(f"Anna Lee met the crew in Oslo.\n{RAIN * blocks}{UNSAID}") == found


@pytest.mark.parametrize(("blocks", "found"), [(3, "Peter Lee, person"), (4, "not determined")])
def test_a_pronoun_reaches_four_paragraphs_back(blocks: int, found: str) -> None:
    text = f"Peter Lee met the crew in Oslo.\n{RAIN * blocks}“The talks were long,” he said."
    assert told(text) == found


@pytest.mark.parametrize(("words", "relays"), [(7, True), (8, False)])
def test_whose_view_is_told_stands_at_the_head_of_what_is_said(words: int, relays: bool) -> None:
    text = f"Anna Lee said that {' '.join(['now'] * words)} Omar Stone believed the text was ready."
    assert ("relays: Omar Stone" in told(text)) is relays


@pytest.mark.parametrize(("words", "role"), [(6, True), (7, False)])
def test_the_noun_of_a_role_stands_near_the_comma(words: int, role: bool) -> None:
    assert ("role" in told(f"Anna Lee, the {'new ' * words}minister, said the text was ready.")) is role


@pytest.mark.parametrize(("words", "role"), [(14, True), (15, False)])
def test_a_role_behind_a_name_has_at_most_seventeen_words(words: int, role: bool) -> None:
    text = f"Anna Lee, minister for {'new ' * words}trade, said the text was ready."
    assert ("role" in told(text)) is role


# ---------------------------------------------------------------- quotations


@pytest.mark.parametrize(("words", "found"), [(2, "none"), (3, "found")])
def test_what_is_said_indirectly_has_three_words(words: int, found: str) -> None:
    said = annotated(f"Anna Lee said {'all ' * (words - 2)}prices rose.").quotes
    assert ("found" if said else "none") == found


@pytest.mark.parametrize(("words", "verb"), [(8, "said"), (10, "")])
def test_the_verb_behind_a_quotation_stands_near_it(words: int, verb: str) -> None:
    assert cue(f"“The talks were hard,” Anna Lee, {'old ' * words}friend, said.") == verb


@pytest.mark.parametrize(("words", "verb"), [(36, "said"), (38, "")])
def test_the_verb_before_a_quotation_stands_within_forty_words(words: int, verb: str) -> None:
    assert cue(f"Anna Lee said of {'old ' * words}Oslo “the talks were hard”.") == verb


@pytest.mark.parametrize(("words", "speaker"), [(7, "Anna Lee, person"), (8, "Omar Stone, person")])
def test_a_line_that_signs_a_quotation_has_at_most_twelve_words(words: int, speaker: str) -> None:
    text = f"Omar Stone met Peter Dahl.\n“The talks were long and hard.”\n– Anna Lee, {'old ' * words}Oslo"
    assert told(text) == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (30, "Anna Lee, person"),
        (36, "Anna Lee, person"),
        (40, "Peter Dahl, person"),
        (70, "Peter Dahl, person"),
    ],
)
def test_the_subject_of_a_verb_stands_within_45_words_of_it(words: int, speaker: str) -> None:
    text = f"Anna Lee, whom Peter Dahl met {'old ' * words}friend, said the text was ready."
    assert told(text) == speaker


@pytest.mark.parametrize(("words", "inherits"), [(4, True), (6, True), (7, False), (14, False)])
def test_charges_are_of_the_criticism_that_stands_close_before(words: int, inherits: bool) -> None:
    report = f"criticism of the {'old ' * words}port, which included charges of missing “vision”, was true."
    found = told(f"Peter Dahl said the National Harbour Strategy’s {report}")
    assert found.startswith("National Harbour Strategy") is inherits


@pytest.mark.parametrize(("words", "whole"), [(4, True), (5, True), (6, False)])
def test_five_words_in_a_row_may_stand_before_the_noun(words: int, whole: bool) -> None:
    assert told(f"The {'old ' * words}minister said the text was ready.").startswith("The old") is whole


@pytest.mark.parametrize(("words", "whole"), [(3, True), (4, True), (5, False)])
def test_a_description_has_at_most_nine_words(words: int, whole: bool) -> None:
    text = f"The old old old minister {'new ' * words}envoy said the text was ready."
    assert told(text).startswith("The old") is whole


# ---------------------------------------------------------------- issues


@pytest.mark.parametrize(("words", "holder"), [(12, "Norway"), (14, None)])
def test_who_raises_a_matter_stands_within_seventy_signs_of_the_cue(words: int, holder: str | None) -> None:
    found = with_issues(f"Norway, {'old ' * words}and proud, urged a new treaty with Denmark on fish.")
    assert [found.text(issue.holder) if issue.holder else None for issue in found.issues] == [holder]


@pytest.mark.parametrize(("words", "raised"), [(7, True), (9, True), (10, False), (15, False)])
def test_a_demand_in_less_than_ten_words_is_an_issue_by_itself(words: int, raised: bool) -> None:
    found = with_issues(f"Norway demands that the {'old ' * (words - 7)}strait be opened.")
    assert bool(found.issues) is raised


# ---------------------------------------------------------------- relations


@pytest.mark.parametrize(("words", "kind"), [(5, "seeks"), (7, "seeks"), (12, "has"), (20, "has")])
def test_a_wish_is_of_the_treaty_when_it_stands_within_sixty_signs(words: int, kind: str) -> None:
    found = with_relations(f"Norway wants, {'old ' * words}as ever, to sign a treaty with Denmark.")
    assert [relation.kind for relation in found.relations] == [kind]
