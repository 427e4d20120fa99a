"""Where sentences are cut: pieces that are whole in sense, and the words that name an open matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.english.cutting import Room, count, cut
from briefgen.english.matter import matter
from tests.casefile import Case, cases


def marked(text: str) -> tuple[str, int, int]:
    """A sentence without its brackets, and where the words stood in them."""
    start, end = text.index("[["), text.index("]]") - 2
    return text.replace("[[", "").replace("]]", ""), start, end


def shown(words: str, bounds: tuple[int, int]) -> str:
    left, right = bounds
    return "… " * (left > 0) + words[left:right].strip() + " …" * (right < len(words))


def unquoted(offset: int) -> bool:
    del offset
    return False


@cases("cutting")
def test_cutting(case: Case) -> str:
    words, start, end = marked(case.input)
    return shown(words, cut(words, start, end, Room(15, unquoted)))


@cases("matter")
def test_matter(case: Case) -> str:
    kind, text = case.input.split(" ", 1)
    words, start, end = marked(text)
    return shown(words, matter(words, (start, end), kind, Room(16, unquoted, attributed=True)))


def test_what_is_said_begins_behind_said_where_the_speaker_stands_beside_it() -> None:
    words = "Lee, who will go to Bergen on Thursday, said concerns about the patrols remained a hurdle."
    at = words.index("concerns")
    room = Room(12, unquoted, attributed=True)
    assert words[slice(*cut(words, at, at + 1, room))].startswith("concerns about the patrols")


@pytest.mark.parametrize("verb", ["denied", "never said", "did not say"])
def test_what_is_denied_is_never_cut_from_its_denial(verb: str) -> None:
    words = (
        f"The government {verb} that it had sold the weapons to the rebels, and others asked for a debate."
    )
    at = words.index("sold")
    assert verb in words[slice(*cut(words, at, at + 4, Room(9, unquoted, attributed=True)))]


PIECES = ("Norway signed", "who came", "if it rains", "but not", "the ministry said", "on Monday", "a pact")


@given(
    st.lists(st.sampled_from([*PIECES, ",", ";", "—", "and", "“", "”"]), min_size=1, max_size=14), st.data()
)
def test_a_piece_holds_what_it_must_and_cuts_no_quotation(parts: list[str], data: st.DataObject) -> None:
    words = " ".join(parts)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))

    def quoted(offset: int) -> bool:
        return words[:offset].count("“") > words[:offset].count("”")

    left, right = cut(words, start, end, Room(6, quoted))
    assert 0 <= left <= start
    assert end <= right <= len(words)
    assert left == 0 or not quoted(left)
    assert right == len(words) or not quoted(right)
    assert count(words[left:right]) <= count(words)
