"""Where the facts of a document end: an invented text on either side of each line that is drawn."""

from __future__ import annotations

import pytest

from briefgen.english.languages import language
from tests.test_describe import read
from tests.test_thresholds_clean import FOOT, MENU, PROSE

PARAGRAPH = "Six governments agreed to patrol the strait together, officials said, after two years of talks."
ENGLISH = "the of and to in is that for"
GERMAN = "und der die das nicht ist ein mit"


def article(*paragraphs: str) -> str:
    return "\n\n".join(("Ministers agree on patrols", *paragraphs)) + "\n"


# ---------------------------------------------------------------- language


def mixed(**counts: int) -> str:
    """So many grammar words of each language among a hundred words, the others of none."""
    lists = {"english": ENGLISH.split(), "german": GERMAN.split()}
    found = [lists[name][n % 8] for name, count in counts.items() for n in range(count)]
    return " ".join(found + ["zxqv"] * (100 - len(found)))


@pytest.mark.parametrize(("count", "code"), [(12, "en"), (19, "en"), (20, "de"), (30, "de")])
def test_less_than_twenty_words_count_as_english(count: int, code: str) -> None:
    assert language(" ".join(((GERMAN + " ") * 4).split()[:count])) == code


@pytest.mark.parametrize(("share", "code"), [(8, "und"), (15, "de")])
def test_a_language_shows_in_a_tenth_of_the_words(share: int, code: str) -> None:
    assert language(mixed(german=share)) == code


@pytest.mark.parametrize(("share", "code"), [(3, "und"), (6, "en")])
def test_lists_are_english_with_few_grammar_words(share: int, code: str) -> None:
    assert language(mixed(english=share)) == code


@pytest.mark.parametrize(("german", "code"), [(20, "en"), (24, "en"), (30, "de"), (44, "de")])
def test_another_language_must_show_clearly_more_than_english(german: int, code: str) -> None:
    assert language(mixed(english=20, german=german)) == code


@pytest.mark.parametrize(("signs", "code"), [(20, "en"), (45, "ru")])
def test_another_script_is_a_third_of_the_letters(signs: int, code: str) -> None:
    assert language("д" * signs + " " + "the " * ((100 - signs) // 3)) == code


@pytest.mark.parametrize(("kana", "code"), [(4, "zh"), (7, "ja")])
def test_a_little_kana_makes_signs_japanese(kana: int, code: str) -> None:
    assert language("の" * kana + "東" * (100 - kana)) == code


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(("between", "bounded"), [(3, True), (4, False)])
def test_the_year_of_a_copyright_line_close_under_the_article_bounds_it(between: int, bounded: bool) -> None:
    meta, _ = read(article(PARAGRAPH, PARAGRAPH, *["By Jane Roe"] * between, "© 2019 Example Media"))
    assert (meta.published.latest is not None) is bounded


@pytest.mark.parametrize(("before", "found"), [(2, True), (3, False)])
def test_today_with_a_date_stands_in_the_first_three_paragraphs(before: int, found: bool) -> None:
    meta, _ = read(
        article(*[PARAGRAPH] * before, "The ships sailed today, 3 June 2025, from the old harbour.")
    )
    assert (meta.published.value == "2025-06-03") is found


@pytest.mark.parametrize(("before", "found"), [(3, True), (4, False)])
def test_a_day_without_a_year_stands_in_the_first_four_paragraphs(before: int, found: bool) -> None:
    meta, _ = read(
        article(*[PARAGRAPH] * before, "The ships sailed on 3 June from the old harbour of the capital.")
    )
    assert (meta.published.partial is not None) is found


@pytest.mark.parametrize(("days", "value"), [("12 March", "2024-03-04"), ("18 March", "2024")])
def test_a_day_named_close_by_tells_the_order_of_numbers(days: str, value: str | None) -> None:
    text = article(
        "04/03/2024", PARAGRAPH, f"The ships will sail again on {days} from the old harbour, he said."
    )
    assert read(text)[0].published.value == value


# ---------------------------------------------------------------- rights


@pytest.mark.parametrize(("count", "named"), [(6, True), (7, False)])
def test_who_holds_the_rights_is_named_in_six_words(count: int, named: bool) -> None:
    holder = "Example " * (count - 1) + "Media"
    meta, _ = read(article(PARAGRAPH, PARAGRAPH) + f"\n© 2019 {holder}\n")
    assert (meta.publisher is not None and meta.publisher.value == holder) is named


@pytest.mark.parametrize(("others", "value"), [(1, "2024"), (2, "2024-04-03")])
def test_two_other_dates_tell_the_order_of_numbers(others: int, value: str) -> None:
    other = "It was 5 May in town and people came out to see the ships."
    assert read(article("On 03/04/2024", PARAGRAPH, *[other] * others))[0].published.value == value


# ---------------------------------------------------------------- caveats


@pytest.mark.parametrize(("between", "cut"), [(2, True), (3, False)])
def test_an_invitation_to_read_on_close_under_the_article_is_of_it(between: int, cut: bool) -> None:
    lines = (*MENU, *PROSE, *["By Jane Roe"] * between, "Read the full story on our site", *FOOT)
    assert ("truncated" in {flag.kind for flag in read("\n".join(lines))[0].flags}) is cut


FLAG_DAY = "The ships will sail on Monday, {}, from the old harbour of the capital, officials said."


@pytest.mark.parametrize(
    ("day", "told"), [("9 July", True), ("16 July", True), ("20 July", False), ("9 August", False)]
)
def test_a_weekday_that_does_not_fit_is_told_within_45_days(day: str, told: bool) -> None:
    _, problems = read(article("3 June 2024", PARAGRAPH, FLAG_DAY.format(day)))
    assert bool(problems) is told


@pytest.mark.parametrize(("words", "dated"), [(3, True), (9, True), (12, False), (18, False)])
def test_the_dash_of_a_dateline_stands_within_seventy_signs(words: int, dated: bool) -> None:
    line = f"WARSAW, April 3, 2024 ({'New ' * words}Wire) – Six governments agreed to patrol the strait."
    assert (read(article(line, PARAGRAPH))[0].published.value == "2024-04-03") is dated


@pytest.mark.parametrize(
    ("desk", "updated"), [("us", True), ("the desk", True), ("the harbour desk in the old town", False)]
)
def test_a_date_is_of_a_change_when_the_label_stands_close_before_it(desk: str, updated: bool) -> None:
    meta, _ = read(article(f"Updated by {desk} 3 May 2024", PARAGRAPH, PARAGRAPH))
    assert ("updated" in {flag.kind for flag in meta.flags}) is updated


def test_a_date_that_can_be_read_one_way_only_outweighs_the_style_of_the_page() -> None:
    styled = "It was May 5 and June 7 in town, at 3 pm ET. The bridge of 25/11/1999 is old."
    assert read(article("On 03/04/2024", PARAGRAPH, styled))[0].published.value == "2024-04-03"


def test_a_date_that_can_be_read_one_way_only_weighs_as_much_as_two_days_close_by() -> None:
    named = "The ships sail on 5 March and again on March 6. The bridge of 25/11/1999 is old."
    assert read(article("On 03/04/2024", PARAGRAPH, named))[0].published.value == "2024"
