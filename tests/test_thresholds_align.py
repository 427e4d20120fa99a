"""Which sentences say the same, and which documents are compared: invented pairs on either side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

import pytest

from briefgen.english.words import plain
from briefgen.link import link
from briefgen.link.alignment import align
from briefgen.link.grams import Profile
from tests.link_documents import document
from tests.test_link import told

# ---------------------------------------------------------------- sentences

WANTED = "The council wants to buy two electric ferries for the northern islands."
OTHERS = (
    "The museum showed paintings of whales.",
    "Farmers sold honey in jars.",
    "A choir sang in the chapel.",
)


def profile(sentences: Sequence[str]) -> Profile:
    return Profile(
        tuple(sentences), tuple(tuple(map(plain, s.rstrip(".").replace(",", "").split())) for s in sentences)
    )


def aligned(first: Sequence[str], second: Sequence[str]) -> set[tuple[int, int]]:
    return {(m.left, m.right) for m in align(profile(first), profile(second))}


@pytest.mark.parametrize(
    ("sentence", "same"),
    [
        ("The council bought two ferries for the islands.", True),
        ("Two ferries were ordered by the council.", True),
        ("Electric buses are planned elsewhere.", False),
        ("The council votes on ships that run on power.", False),
    ],
)
def test_two_sentences_say_the_same_when_a_third_of_their_letters_agrees(sentence: str, same: bool) -> None:
    changed = [f"{other} Now" for other in OTHERS]
    assert ((0, 0) in aligned([WANTED, *OTHERS], [sentence, *changed])) is same


HALF = "The northern islands want electric ferries of the council"


@pytest.mark.parametrize(
    ("half", "joined"),
    [
        ("They sail to the northern islands.", True),
        ("They are wanted by fishermen of the northern coast.", False),
    ],
)
def test_half_of_a_sentence_lies_in_the_whole_with_nearly_half_of_its_letters(
    half: str, joined: bool
) -> None:
    second = ["The council wants to buy two electric ferries.", half, *OTHERS]
    assert ((0, 1) in aligned([WANTED, *OTHERS], second)) is joined


@pytest.mark.parametrize(("between", "joined"), [(6, False), (8, False), (12, True), (16, True)])
def test_half_of_a_sentence_belongs_to_what_is_likest_within_ten_sentences(
    between: int, joined: bool
) -> None:
    fillers = [f"{' '.join(words(4, start=50 * n))}." for n in range(between)]
    better = "They sail to the northern islands every second day in the summer."
    first = [WANTED, *fillers, better]
    second = [
        "The council wants to buy two electric ferries.",
        "They sail to the northern islands.",
        *fillers,
        f"{better} Now",
    ]
    assert ((0, 1) in aligned(first, second)) is joined


# ---------------------------------------------------------------- documents


def words(number: int, start: int = 0) -> list[str]:
    """Words that no language has, all different, five letters each."""
    made = ("".join(part) for part in product("bdfg", "aou", "klmn", "aou", "x"))
    return list(islice(made, start, start + number))


def sentence(parts: Sequence[str]) -> str:
    return " ".join(parts).capitalize() + "."


def kin(first: Sequence[str], second: Sequence[str]) -> bool:
    return told(link((document("S1", "\n".join(first)), document("S2", "\n".join(second))))) != "independent"


@pytest.mark.parametrize(("shared", "found"), [(1, False), (2, True), (3, True)])
def test_a_notice_is_a_copy_when_two_of_its_sentences_are(shared: int, found: bool) -> None:
    text = [sentence(words(8, 8 * n)) for n in range(3)]
    own = [sentence(words(8, 8 * n)) for n in range(5, 8)]
    assert kin(text, [*text[:shared], *own[shared:]]) is found


@pytest.mark.parametrize(("size", "found"), [(4, False), (5, True)])
def test_sentences_of_less_than_twenty_five_signs_make_no_notice_a_copy(size: int, found: bool) -> None:
    text = [sentence(words(size, size * n)) for n in range(3)]
    assert kin(text, [*text, sentence(words(2, 40))]) is found


@pytest.mark.parametrize(("news", "found"), [(4, True), (12, True), (40, False), (60, False)])
def test_a_text_in_a_digest_of_other_news_is_seen_when_it_fills_a_fifth_of_it(news: int, found: bool) -> None:
    text = [sentence(words(8, 8 * n)) for n in range(5)]
    others = [sentence(word.replace("x", "zz") for word in words(2, 2 * n)) for n in range(news)]
    assert kin(text, [*text, *others]) is found


@pytest.mark.parametrize(("equal", "found"), [(2, False), (3, True), (4, True)])
def test_copies_have_three_sentences_in_equal_words(equal: int, found: bool) -> None:
    text = [sentence(words(14, 14 * n)) for n in range(4)]
    changed = [row if n < equal else f"{row[:-1]} now." for n, row in enumerate(text)]
    own, other = (sentence(words(26, start)) for start in (60, 90))
    assert kin([*text, own], [*changed, other]) is found


@pytest.mark.parametrize(("size", "found"), [(4, False), (6, False), (8, True), (12, True)])
def test_sentences_of_less_than_forty_signs_make_no_copy(size: int, found: bool) -> None:
    text = [sentence(words(size, size * n)) for n in range(56 // size)]
    own, other = (sentence(words(26, start)) for start in (60, 90))
    assert kin([*text, own], [*text, other]) is found
