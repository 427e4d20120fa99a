"""How words of a source are shown: spaces folded, what can not be shown is marked, nothing else."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.paper.printed import folded, printed

ANY_TEXT = st.text(alphabet=st.characters(), max_size=200) | st.text(
    alphabet="ab \t\r\n\x00\x07\x1f\x85\u00a0\u2009\u2028\u202e\ufffe\ud800", max_size=60
)


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("a\u2009.\u2009.\u00a0b", "a . . b"),
        ("one\r\n   two", "one two"),
        ("one\u2028two\x85three", "one two three"),
        ("two  blanks", "two  blanks"),
        ("bell\x07", "bell[U+0007]"),
        ("non\ufffe", "non[U+FFFE]"),
        ("lone\ud800", "lone[U+D800]"),
        ("turned\u202eround", "turned[U+202E]round"),
        ("a\x1fb", "a[U+001F]b"),
    ],
)
def test_what_a_page_can_not_hold_is_folded_or_marked(given_text: str, shown: str) -> None:
    assert printed(given_text) == shown


@given(ANY_TEXT)
def test_printed_words_hold_nothing_that_xml_forbids(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e]", printed(text))


@given(ANY_TEXT)
def test_printing_twice_changes_nothing_more(text: str) -> None:
    assert printed(printed(text)) == printed(text)
    assert folded(folded(text)) == folded(text)


@given(ANY_TEXT)
def test_every_other_character_is_kept_in_its_place(text: str) -> None:
    plain = [c for c in text if unicodedata.category(c) not in {"Cc", "Cs", "Cn", "Cf", "Zs", "Zl", "Zp"}]
    rest = iter(re.sub(r"\[U\+[0-9A-F]{4}\]", "", printed(text)))
    assert all(c in rest for c in plain)
