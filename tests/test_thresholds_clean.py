"""Where cleaning draws a line: an invented page or line on either side of each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.clean import clean, traits
from briefgen.clean.captions import is_caption
from briefgen.clean.rules import judge
from tests.test_clean import labelled, source, words

MENU = ("Skip to content", "Home", "Subscribe", "Log in", "Contact us", "Privacy Policy")
PROSE = (
    "Six governments agreed to patrol the strait together, officials said, after two years of talks on it.",
    "The ships will start in autumn, and the costs will be shared by the governments, officials said.",
    "A council of the six will meet in the spring to see what the patrols have changed, the ministers added.",
    "Each of the governments will send two ships, and the crews will be trained in the main harbour.",
)
FOOT = ("Terms of use", "Cookie Policy", "Site map", "Advertise with us", "Careers", "© 2024 Example Media.")


def page(*lines: str) -> str:
    """Lines between the menu and the foot of a page."""
    return "\n".join((*MENU, *lines, *FOOT)) + "\n"


def label(text: str, line: str) -> str:
    """The label of the first block that is this line."""
    blocks, _ = clean(source(text))
    return next(block.label for block in blocks if words(text, block) == line)


# ---------------------------------------------------------------- the stretch that is the article


@pytest.mark.parametrize(
    ("line", "expected"),
    [("The ships start in autumn", "body"), ("Harbour Master Of The Year Award", "furniture")],
)
def test_a_line_under_the_article_belongs_to_it_when_it_looks_a_little_like_one(
    line: str, expected: str
) -> None:
    assert label(page(*PROSE, line), line) == expected


@pytest.mark.parametrize(("sentences", "reported"), [(1, True), (2, False)])
def test_a_page_with_less_than_25_words_of_prose_holds_no_article(sentences: int, reported: bool) -> None:
    _, problems = clean(source(page(*PROSE[:sentences])))
    assert bool(problems) is reported


# ---------------------------------------------------------------- headlines


@pytest.mark.parametrize(("title", "found"), [("Six ships", False), ("Six ships patrol", True)])
def test_a_headline_over_a_bare_text_has_three_words(title: str, found: bool) -> None:
    assert (labelled(f"{title}\n\n" + "\n\n".join(PROSE))[0] == f"headline: {title}") is found


@pytest.mark.parametrize(
    ("title", "found"), [("Six governments patrol", False), ("Six governments patrol strait", True)]
)
def test_a_headline_on_a_page_has_four_words(title: str, found: bool) -> None:
    assert (label(page(title, *PROSE), title) == "headline") is found


@pytest.mark.parametrize(("more", "found"), [(16, True), (26, False)])
def test_a_headline_has_at_most_26_words(more: int, found: bool) -> None:
    title = "Six governments agreed to patrol the strait" + " together" * more
    assert (labelled(f"{title}\n\n" + "\n\n".join(PROSE))[0] == f"headline: {title}") is found


@pytest.mark.parametrize(("above", "found"), [(8, True), (14, False)])
def test_a_heading_among_the_first_ten_lines_is_the_headline(above: int, found: bool) -> None:
    lines = [f"Line {n} of the log book was left empty on that day." for n in range(above)]
    text = "\n\n".join((*lines, "# Fish and bread for all", *PROSE))
    assert ("headline: Fish and bread for all" in labelled(text)) is found


# ---------------------------------------------------------------- mails


def mail(fields: Sequence[str]) -> str:
    return "\n".join(fields) + "\n\n" + "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("fields", "is_mail"),
    [(("From: Jane Roe", "Subject: Ships"), False), (("From: Jane Roe", "To: Desk", "Subject: Ships"), True)],
)
def test_three_fields_make_the_head_of_a_mail(fields: tuple[str, ...], is_mail: bool) -> None:
    assert ("headline: Ships" in labelled(mail(fields))) is is_mail


@pytest.mark.parametrize(("before", "is_mail"), [(6, True), (12, False)])
def test_the_head_of_a_mail_stands_among_the_first_ten_lines(before: int, is_mail: bool) -> None:
    lines = [f"{n}/24" for n in range(before)]
    text = mail((*lines, "From: Jane Roe", "To: Desk", "Subject: Ships"))
    assert ("headline: Ships" in labelled(text)) is is_mail


# ---------------------------------------------------------------- single lines


@pytest.mark.parametrize(("count", "caption"), [(40, True), (66, True), (70, False), (100, False)])
def test_a_line_of_seventy_words_is_no_caption(count: int, caption: bool) -> None:
    assert is_caption("sailor " * count + "on deck (Photo: Example)") is caption


@pytest.mark.parametrize(("signs", "caption"), [(100, True), (145, True), (160, False), (290, False)])
def test_a_credit_has_at_most_150_signs(signs: int, caption: bool) -> None:
    assert is_caption("Sailors on deck (Photo:" + "x" * (signs - 8) + ")") is caption


@pytest.mark.parametrize(("count", "fact"), [(16, True), (17, False), (30, False)])
def test_a_line_that_names_the_writer_has_at_most_sixteen_words(count: int, fact: bool) -> None:
    verdict = judge("By " + " ".join(["Jane"] * (count - 1)))
    assert (verdict is not None and verdict.label == "byline") is fact


@pytest.mark.parametrize(("count", "prose"), [(5, False), (6, True)])
def test_a_sentence_has_six_words(count: int, prose: bool) -> None:
    assert traits.is_prose("old " * (count - 1) + "boats.") is prose


@pytest.mark.parametrize(("count", "prose"), [(20, False), (24, False), (25, True), (40, True)])
def test_twenty_five_words_are_prose_without_a_stop(count: int, prose: bool) -> None:
    assert traits.is_prose("old " * (count - 1) + "boats") is prose


@pytest.mark.parametrize(("text", "count"), [("東" * 30, 10), ("д" * 12, 1), ("д" * 21, 7)])
def test_where_no_spaces_stand_three_signs_count_as_a_word(text: str, count: int) -> None:
    assert traits.word_count(text) == count


@pytest.mark.parametrize(
    ("count", "step"),
    [
        *((1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (7, 3), (8, 4), (12, 4), (13, 5), (20, 5)),
        *((21, 6), (40, 6), (41, 7), (80, 7), (81, 8)),
    ],
)
def test_lines_are_told_apart_by_length_as_the_weights_were_fitted(count: int, step: int) -> None:
    assert f"words{step}" in traits.own("old " * (count - 1) + "boats")


@pytest.mark.parametrize(
    ("small", "step"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3), (7, 3), (8, 4), (10, 4)]
)
def test_lines_are_told_apart_by_small_letters_as_the_weights_were_fitted(small: int, step: int) -> None:
    assert f"lower{step}" in traits.own("old " * small + "Old " * (10 - small))


@pytest.mark.parametrize(("tabs", "name"), [(3, "cells1"), (4, "cells2")])
def test_four_tabs_make_a_row_of_a_table(tabs: int, name: str) -> None:
    assert name in traits.own("fish" + "\t12" * tabs)


# ---------------------------------------------------------------- wrapped text


def wrapped(width: int) -> str:
    """A text of two paragraphs, broken at a width as wires break it."""
    text = [w.title() if n % 2 else w.lower() for n, w in enumerate((" ".join(PROSE) * 3).split())]
    rows, row = [], ""
    for word in text:
        if len(row) + 1 + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return "\n".join((*rows, row)) + "\n"


@pytest.mark.parametrize(("width", "joined"), [(25, False), (50, True), (100, True), (180, False)])
def test_lines_broken_at_a_width_of_wires_are_one_paragraph(width: int, joined: bool) -> None:
    assert (len(clean(source(wrapped(width)))[0]) == 1) is joined


# ---------------------------------------------------------------- what hangs below and between


@pytest.mark.parametrize(("times", "kept"), [(2, True), (3, False)])
def test_a_line_printed_three_times_on_a_page_is_furniture(times: int, kept: bool) -> None:
    line = "The harbour news of the week in one place."
    lines = [part for n in range(3) for part in (PROSE[n], *([line] if n < times else []))]
    assert (label(page(*lines, PROSE[3]), line) == "body") is kept


@pytest.mark.parametrize(("titles", "kept"), [(2, True), (3, False)])
def test_three_titles_under_a_heading_of_other_stories_end_the_article(titles: int, kept: bool) -> None:
    others = (
        "Harbour master retires after years",
        "Rain keeps the fishermen at home",
        "New bridge opens to cars",
    )
    last = "The ministers left the harbour in the evening and said that they would come back."
    lines = (*PROSE, *PROSE, "More stories", *others[:titles], last)
    assert (label("\n".join(lines), last) == "body") is kept
