"""When one text was made from another, and which from which: an invented pair on either side of each line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.link import link
from briefgen.model import Corpus, DocumentDate, Fact, Metadata
from tests.link_documents import document
from tests.test_link import REWRITE, texts, told
from tests.test_thresholds_align import sentence, words
from tests.test_thresholds_link import FIRST, SECOND

ADDRESS = "\nOriginal: https://news.example.org/1"
MADE, FROM = "S1 rewrite of S2", "S2 rewrite of S1"
GAZETTE = Fact("Harbour Gazette", None)


def linked(first: str, second: str, *meta: Metadata) -> Corpus:
    one, other = meta or (Metadata(), Metadata())
    return link(
        (
            document("S1", first, one, Original="original-url"),
            document("S2", second, other, Original="original-url"),
        )
    )


def moved(text: str, count: int) -> str:
    """The text with its first sentences at the end, in the opposite order."""
    rows = text.split("\n")
    return "\n".join((*rows[count:], *reversed(rows[:count])))


def taken(text: str, source: str, count: int) -> str:
    """The text with its last sentences in the words of another, which has as many."""
    return "\n".join((*text.split("\n")[:-count], *source.split("\n")[-count:])) if count else text


# ---------------------------------------------------------------- which was made from which


def test_an_address_of_an_original_says_more_than_a_retelling() -> None:
    assert told(linked(REWRITE[0] + ADDRESS, REWRITE[1])) == MADE


def test_two_signs_of_a_retelling_say_more_than_an_address() -> None:
    published = Metadata(publisher=GAZETTE)
    first = REWRITE[0].replace("the Harbour Gazette", "us")
    assert told(linked(first + ADDRESS, REWRITE[1], published, Metadata())) == FROM


def dated(day: str) -> Metadata:
    return Metadata(published=DocumentDate(f"2021-05-{day}", "stated"))


def shorter(text: str) -> str:
    return "\n".join(text.split("\n")[:6])


def test_the_later_text_is_the_derived_one_though_the_other_is_shorter() -> None:
    assert told(linked(SECOND, shorter(FIRST), dated("09"), dated("02"))) == MADE


@pytest.mark.parametrize(("sentences", "said"), [(9, False), (8, False), (6, True), (5, True)])
def test_a_text_is_shorter_when_the_other_has_a_quarter_more(sentences: int, said: bool) -> None:
    second = "\n".join(FIRST.split("\n")[:sentences])
    assert ("is shorter than S1.txt" in linked(FIRST, second).kinship("S2").reasons) is said


# ---------------------------------------------------------------- whether it was


@pytest.mark.parametrize(("count", "found"), [(2, FROM), (3, FROM), (5, "independent"), (6, "independent")])
def test_what_is_told_in_another_order_was_not_made_from_it(count: int, found: str) -> None:
    assert told(linked(FIRST, moved(SECOND, count))) == found


@pytest.mark.parametrize(("count", "found"), [(4, FROM), (6, "independent")])
def test_a_text_that_says_whom_it_retells_may_tell_more_in_another_order(count: int, found: str) -> None:
    assert told(linked(REWRITE[0], moved(REWRITE[1], count))) == found


@pytest.mark.parametrize(("same", "found"), [(0, "independent"), (3, FROM)])
def test_a_fifth_in_equal_words_counts_as_a_sign(same: int, found: str) -> None:
    assert told(linked(FIRST, moved(taken(SECOND, FIRST, same), 5))) == found


def test_a_seventh_in_equal_words_is_no_sign() -> None:
    assert told(linked(FIRST, moved(taken(SECOND, FIRST, 1), 4))) == "independent"


@pytest.mark.parametrize(("same", "found"), [(3, "independent"), (4, "independent"), (6, "S2 reprint of S1")])
def test_half_in_equal_words_is_a_copy_in_any_order(same: int, found: str) -> None:
    assert told(linked(FIRST, moved(taken(SECOND, FIRST, same), 9))) == found


def joined(text: str, sentences: int) -> str:
    """The text in so many long sentences."""
    rows = [row.rstrip(".") for row in text.split("\n")]
    size = len(rows) // sentences
    return "\n".join(", while ".join(rows[size * n : size * (n + 1)]) + "." for n in range(sentences))


@pytest.mark.parametrize(("sentences", "found"), [(3, "independent"), (4, FROM)])
def test_three_sentences_are_too_few_however_long(sentences: int, found: str) -> None:
    assert told(linked(joined(FIRST, sentences), joined(SECOND, sentences))) == found


@pytest.mark.parametrize(("other", "kind"), [("Peter", "reprint"), ("Ivo", "duplicate")])
def test_a_copy_with_other_words_is_no_duplicate(other: str, kind: str) -> None:
    text = "\n".join(sentence(words(16, 16 * n)) for n in range(5))
    changed = text.replace(words(1, 40)[0], other) if other == "Peter" else text
    assert told(linked(text, changed)) == f"S2 {kind} of S1"


@pytest.mark.parametrize(("place", "share"), [(10, "84%"), (0, "97%")])
def test_a_changed_word_spoils_the_five_runs_that_it_stands_in(place: int, share: str) -> None:
    text = words(36)
    changed = [*text[:place], "then", *text[place + 1 :]]
    second = linked(sentence(text), sentence(changed)).kinship("S2")
    assert share in second.reasons[0]


def report(own: int, start: int, quoted: int = 80) -> str:
    """One long quotation, and words of the reporter's own below it."""
    said = " ".join(words(quoted))
    return f"“{said}.”\n{sentence(words(own, start))}"


@pytest.mark.parametrize(("own", "copied"), [(14, True), (20, True), (34, False), (44, False)])
def test_what_is_nearly_all_quoted_is_compared_with_its_quotations(own: int, copied: bool) -> None:
    first, second = report(own, 80), report(own, 80 + own // 2)
    assert (told(linked(first, second)) != "independent") is copied


@pytest.mark.parametrize(("changed", "found"), [(2, FROM), (3, FROM), (4, "independent")])
def test_a_text_that_says_whom_it_retells_has_half_of_its_names(changed: int, found: str) -> None:
    second = REWRITE[1]
    others = {"Ana Torres": "Mara Field", "Norway": "Spain", "Ivo Lang": "Paul Hart", "Thursday": "Sunday"}
    for old, new in list(others.items())[:changed]:
        second = second.replace(old, new).replace(old.rpartition(" ")[2], new.rpartition(" ")[2])
    assert told(linked(REWRITE[0], second)) == found


def market(figures: Sequence[int]) -> str:
    """A report in one form with a figure a sentence, and names enough."""
    names = " and ".join(word.title() for word in words(14, 100))
    rows = [f"{sentence(words(8, 8 * n))[:-1]} at {figure}." for n, figure in enumerate(figures)]
    return "\n".join((*rows, f"It was told by {names}."))


@pytest.mark.parametrize(
    ("figures", "changed", "same"),
    [(2, 2, True), (3, 3, False), (5, 0, True), (5, 2, True), (5, 3, False), (5, 5, False)],
)
def test_a_report_with_other_figures_is_the_next_of_a_series(figures: int, changed: int, same: bool) -> None:
    first = [11 + n for n in range(figures)]
    second = [figure + 50 * (n < changed) for n, figure in enumerate(first)]
    assert (told(linked(market(first), market(second))) != "independent") is same


TRANSLATED = texts("Quotations that came back from another language make a translation")


@pytest.mark.parametrize(("kept", "kind"), [(0, "translation"), (1, "translation"), (2, "rewrite")])
def test_a_translation_has_most_quotations_in_other_words(kept: int, kind: str) -> None:
    first, second = TRANSLATED
    rows = second.split("\n")
    quoted = [n for n, row in enumerate(rows) if '"' in row]
    for n in quoted[:kept]:
        rows[n] = first.split("\n")[n]
    assert told(linked(first, "\n".join(rows))) == f"S2 {kind} of S1"


@pytest.mark.parametrize(("quotations", "kind"), [(3, "rewrite"), (4, "translation")])
def test_a_translation_has_three_quotations_that_stand_for_each_other(quotations: int, kind: str) -> None:
    first, second = (text.split("\n") for text in TRANSLATED)
    quoted = [n for n, row in enumerate(second) if '"' in row][quotations:]
    kept = [n for n in range(len(second)) if n not in quoted]
    pair = ("\n".join(rows[n] for n in kept) for rows in (first, second))
    assert told(linked(*pair)) == f"S2 {kind} of S1"
