"""Where cleaning draws a line: an invented page or line on either side of each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.clean import clean, traits
from briefgen.clean.captions import is_caption
from briefgen.clean.line import line_traits
from briefgen.clean.rules import judge
from tests import pages
from tests.casefile import Case, cases
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


@cases("clean_pages")
def test_the_lines_of_a_page_get_their_labels(case: Case) -> str:
    return pages.labelled(case.input)


# ---------------------------------------------------------------- the stretch that is the article


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Ships for the strait", "body"), ("Harbour Master Of The Year Award", "furniture")],
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
    assert line_traits("old " * (count - 1) + "boats.").is_prose is prose


@pytest.mark.parametrize(("count", "prose"), [(20, False), (24, False), (25, True), (40, True)])
def test_twenty_five_words_are_prose_without_a_stop(count: int, prose: bool) -> None:
    assert line_traits("old " * (count - 1) + "boats").is_prose is prose


@pytest.mark.parametrize(("text", "count"), [("東" * 30, 10), ("д" * 12, 1), ("д" * 21, 7)])
def test_where_no_spaces_stand_three_signs_count_as_a_word(text: str, count: int) -> None:
    assert line_traits(text).words == count


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


def broken(text: Sequence[str], width: int) -> str:
    """Words broken into lines at a width, as wires break them."""
    rows, row = [], ""
    for word in text:
        if len(row) + 1 + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return "\n".join((*rows, row)) + "\n"


def wrapped(width: int) -> str:
    """A text in which every other word has a capital."""
    text = [w.title() if n % 2 else w.lower() for n, w in enumerate((" ".join(PROSE) * 3).split())]
    return broken(text, width)


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


@pytest.mark.parametrize(("count", "joined"), [(6, True), (7, False)])
def test_a_name_cut_off_its_byline_has_at_most_six_words(count: int, joined: bool) -> None:
    name = " ".join(["Jane"] * count)
    text = "\n".join(("Ministers agree on patrols", "By", name, *PROSE))
    assert (f"By {name}" in [" ".join(words(text, b).split()) for b in clean(source(text))[0]]) is joined


NEWS = "Fish Prices"
"""A line like the links of a page."""


@pytest.mark.parametrize(("count", "kept"), [(7, False), (8, True)])
def test_eight_lines_that_come_back_are_the_plan_of_the_article(count: int, kept: bool) -> None:
    again = [f"The harbour news of the day number {n} came." for n in range(count)]
    text = page(*[line for n in range(3) for line in (PROSE[n], *again)], PROSE[3])
    assert (label(text, again[0]) == "body") is kept


@pytest.mark.parametrize(("times", "kept"), [(5, False), (9, False), (11, True), (15, True)])
def test_a_line_of_thirty_words_that_comes_back_is_kept(times: int, kept: bool) -> None:
    line = f"The harbour {'news of the ' * times}week."
    text = page(*[part for n in range(3) for part in (PROSE[n], line)], PROSE[3])
    assert (label(text, line) == "body") is kept


@pytest.mark.parametrize(("title", "kept"), [("How navies of", True), ("How navies of region", False)])
def test_a_title_printed_twice_in_a_row_has_four_words(title: str, kept: bool) -> None:
    text = page(PROSE[0], PROSE[1], title, title, PROSE[2], PROSE[3])
    assert (label(text, title) == "body") is kept


@pytest.mark.parametrize(("between", "own"), [(9, True), (12, True), (16, False), (20, False)])
def test_a_date_close_above_the_article_is_its_own(between: int, own: bool) -> None:
    text = page("3 May 2024", *[NEWS] * between, *PROSE)
    assert (label(text, "3 May 2024") == "dateline") is own


@pytest.mark.parametrize(("between", "own"), [(6, True), (7, False)])
def test_a_date_close_below_the_article_is_its_own(between: int, own: bool) -> None:
    text = page(*PROSE, "Share this article", *[NEWS] * between, "3 May 2024")
    assert (label(text, "3 May 2024") == "dateline") is own


NOTE = "Jane Roe is a reporter for the Example Gazette in the north"


@pytest.mark.parametrize(("below", "dropped"), [(2, True), (3, False)])
def test_the_note_on_the_writer_is_among_the_last_three_paragraphs(below: int, dropped: bool) -> None:
    text = page(*PROSE, NOTE, *[f"{PROSE[n]} So." for n in range(below)])
    assert (label(text, NOTE) == "furniture") is dropped


def test_under_the_first_paragraph_the_same_words_are_no_note() -> None:
    assert label(page(PROSE[0], NOTE, *PROSE, *PROSE), NOTE) == "body"


# ---------------------------------------------------------------- bare texts and wrapped ones


@pytest.mark.parametrize(("menu", "bare"), [(4, True), (5, False)])
def test_five_lines_of_a_menu_show_that_a_page_stands_around_a_short_text(menu: int, bare: bool) -> None:
    assert (label("\n".join((*MENU[:menu], *PROSE, NEWS)), NEWS) == "body") is bare


@pytest.mark.parametrize(("menu", "bare"), [(2, True), (5, False), (6, False)])
def test_a_menu_of_an_eighth_of_the_lines_shows_a_page(menu: int, bare: bool) -> None:
    long = [f"{line} {word}." for word in ("So", "Then", "Yet") for line in PROSE]
    assert (label("\n".join((*MENU[:menu], *PROSE, *long, *long[-8:], NEWS)), NEWS) == "body") is bare


@pytest.mark.parametrize(("titles", "article"), [(12, True), (20, True), (25, False), (40, False)])
def test_a_text_without_furniture_is_an_article_when_a_third_is_prose(titles: int, article: bool) -> None:
    found = labelled("\n".join((PROSE[0], *[NEWS] * titles)))
    assert (f"body: {NEWS}" in found) is article


@pytest.mark.parametrize(("count", "table"), [(3, False), (4, False), (5, True), (8, True)])
def test_lines_of_five_words_are_a_table_and_shorter_ones_a_menu(count: int, table: bool) -> None:
    text = "\n".join(["Fish " * (count - 1) + "Prices"] * 12)
    assert (clean(source(text))[1] == ()) is table


@pytest.mark.parametrize(("titles", "kept"), [(2, True), (3, True), (4, False)])
def test_a_text_is_bare_when_the_article_is_most_of_it(titles: int, kept: bool) -> None:
    title = "Fish Prices Of The Western Ports Today And Yesterday Night Again In Town For You"
    assert (label("\n".join(("Contact us", *PROSE, *[title] * titles)), title) == "body") is kept


@pytest.mark.parametrize(("full", "joined"), [(3, False), (5, False), (6, True), (9, True)])
def test_a_text_is_wrapped_when_six_of_ten_lines_are_full(full: int, joined: bool) -> None:
    rows = ["we " + "abc " * 16 + "xy" if n % 10 < full else "we " + "abc " * 5 + "fin." for n in range(20)]
    assert (len(clean(source("\n".join(rows)))[0]) == 1) is joined


@pytest.mark.parametrize(("every", "joined"), [(4, True), (5, False)])
def test_a_text_is_wrapped_when_a_third_of_the_lines_go_on_in_small_letters(every: int, joined: bool) -> None:
    text = [w.title() if n % every else w.lower() for n, w in enumerate(" ".join(PROSE * 3).split())]
    assert (len(clean(source(broken(text, 70)))[0]) == 1) is joined


@pytest.mark.parametrize(("count", "rule"), [(7, "related-link"), (8, None)])
def test_a_sentence_of_eight_words_is_told_and_no_link(count: int, rule: str | None) -> None:
    found = judge("Read more about " + "old " * (count - 4) + "boats.")
    assert (found.rule if found else None) == rule
