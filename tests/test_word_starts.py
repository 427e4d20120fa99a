"""Searching many expressions at the starts of words gives what each of them gives by itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import lexicon
from briefgen.english.word_starts import AtWords, openings

_PATTERNS = [
    *(row.pattern for row in lexicon.issues.cues()),
    *(row.pattern for row in lexicon.issues.guards()),
]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\b(?:will|can)\b", "wil can"),
        (r"\bwill\b|\bcan\b", "wil can"),
        (r"\b(?:(?:may|must) not|(?<!of )appeal)", "may mus app"),
        (r"\b(?:[|(]x|may)", None),
        (r"\bs?he\b", None),
        (r"\bthe[sy]?|\bado+|\bno{2}", "the ad n"),
        (r"\b(?:not )?yet", None),
        (r"\bwill|can", None),
        (r"\b\w+n't", None),
        (r"will", None),
    ],
)
def test_the_letters_that_may_begin_a_match(pattern: str, letters: str | None) -> None:
    assert openings(pattern) == (None if letters is None else frozenset(letters.split()))


_WORDS = "may not will call for reject the into pressure talks stalled unclear whether or it's n't - . said"


@given(st.lists(st.sampled_from(_WORDS.split())).map(" ".join))
def test_each_expression_gives_what_it_gives_by_itself(text: str) -> None:
    alone = [(i, match.span()) for i, one in enumerate(_PATTERNS) for match in one.finditer(text)]
    assert [(i, match.span()) for i, match in AtWords(_PATTERNS).found(text)] == alone


def test_matches_of_one_expression_do_not_overlap() -> None:
    found = AtWords([re.compile(r"\bcall(?: \w+)*"), re.compile(r"\bcan")]).found("call a call can call")
    assert [(i, match.span()) for i, match in found] == [(0, (0, 20)), (1, (12, 15))]
