"""What is cut away from a sentence and could turn its sense: cases of language."""

from __future__ import annotations

from briefgen.english.turning import turned, with_denial
from tests.casefile import Case, cases


@cases("turning")
def test_what_could_turn_the_sense_is_found(case: Case) -> str:
    start = case.input.index("[")
    end = case.input.index("]") - 1
    words = case.input.replace("[", "").replace("]", "")
    found = turned(words, start, end)
    if found is None:
        return "nothing"
    return f"{words[found.start : found.end]} ({'denies' if found.denies else 'limits'})"


def test_a_piece_takes_the_denial_before_it_along() -> None:
    words = "The council has not publicly accused the port of theft."
    start = words.index("accused")
    assert with_denial(words, start) == 0


def test_a_piece_without_a_denial_begins_where_it_did() -> None:
    words = "The council has publicly accused the port of theft."
    start = words.index("accused")
    assert with_denial(words, start) == start


def test_a_denial_farther_off_denies_something_else() -> None:
    words = "The council, which has no boats of its own in the harbour, accused the port of theft."
    start = words.index("accused")
    assert with_denial(words, start) == start
