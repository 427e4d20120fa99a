"""What the words beside a name or a date say of it, and which words are verbs."""

from __future__ import annotations

import pytest

from briefgen.english.neighbours import is_whereabouts, possessed
from briefgen.english.tokens import tokens_of
from briefgen.english.verbs import verbs
from briefgen.model import Source, Tokens


def tokens(text: str) -> Tokens:
    return tokens_of(Source("S1", "case.txt", "0" * 64, text), [(0, len(text))])


@pytest.mark.parametrize("before", ["in ", "In ", "near the ", "throughout\nthe ", "outside "])
def test_a_name_behind_a_preposition_of_place_is_a_place(before: str) -> None:
    assert is_whereabouts(tokens(f"{before}Varda"), len(before))


@pytest.mark.parametrize("before", ["", "the ", "with ", "in early ", "in, ", "Berlin "])
def test_a_name_behind_other_words_is_none(before: str) -> None:
    assert not is_whereabouts(tokens(f"{before}Varda"), len(before))


@pytest.mark.parametrize(
    ("date", "behind", "owned"),
    [
        ("Thursday", "’s summit", "summit"),
        ("Thursday’s", "\nsummit", "summit"),
        ("Thursday", "'s summit", "summit"),
        ("Thursday", " summit", None),
        ("Thursday", "’s", None),
        ("Thursday", " and Friday’s summit", None),
    ],
)
def test_a_date_owns_the_word_behind_its_ending(date: str, behind: str, owned: str | None) -> None:
    found = possessed(tokens(date + behind), 0, len(date))
    assert (found.text if found else None) == owned


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("norway signed it", "signed"),
        ("norway may lift it", "lift"),
        ("norway didn't lift it", "lift"),
        ("to lift it", "lift"),
        ("norway sought it", "sought"),
        ("the lift of it", ""),
    ],
)
def test_verbs_by_form_and_by_the_word_before(text: str, found: str) -> None:
    assert " ".join(verbs(text.split())) == found
