"""PDF: what belongs to the page goes, what belongs to the text stays, in the order in which it is read."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from briefgen.clean import clean
from briefgen.model import CITABLE, Source
from briefgen.read import read_bytes
from briefgen.read.draft import Draft
from briefgen.read.pdf_joins import Joiner
from briefgen.read.properties import stated_properties
from tests.material import Print, column, pdf

LINES = (
    "The harbour council of the town met on Tuesday to hear the plans for",
    "a third basin, which has been a matter of dispute for many years now.",
    "Minister Ida Holm said that the government would not pay for any of it.",
)
SENTENCES = " ".join(LINES)


NAMES = ("Holm", "Olde", "Brandt", "Koster")
DAYS = ("Monday", "Tuesday", "Friday", "Sunday")


def body(page: int) -> list[str]:
    """The lines with other words on each page: what comes back at the same height belongs to the pages."""
    changes = (("Tuesday", DAYS[page]), ("dispute", f"{NAMES[page]}'s"), ("Holm", NAMES[page]))
    found = "\n".join(LINES)
    for old, new in changes:
        found = found.replace(old, new)
    return found.split("\n")


def read(pages: Sequence[str | Sequence[Print]], information: str = "", page: str = "") -> Draft:
    ((draft,), _) = read_bytes(pdf(pages, information, page), "a.pdf")
    return draft


def lines_of(pages: Sequence[str | Sequence[Print]]) -> list[str]:
    return read(pages).text.split("\n")


def test_lines_of_a_paragraph_are_one_line() -> None:
    assert lines_of([column(LINES)]) == [SENTENCES]


def test_a_gap_and_an_indent_begin_paragraphs() -> None:
    second = [
        one._replace(left=one.left + 15 * (number == 0)) for number, one in enumerate(column(LINES, top=145))
    ]
    third = column(LINES, top=220)
    assert lines_of([[*column(LINES), *second, *third]]) == [SENTENCES] * 3


HEADS = {
    "one head": (["Harbour Review 2024"] * 3, ["", "", ""]),
    "left and right": (["2 Harbour Review", "Ida Holm 3", "4 Harbour Review", "Ida Holm 5"], [""] * 4),
    "on two pages": (["Harbour Institute - Review"] * 2, ["1", "2"]),
    "dashes": ([""] * 3, ["- 1 -", "- 2 -", "- 3 -"]),
    "of all": ([""] * 3, ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]),
    "with a name": ([""] * 3, ["3 | Review", "Review | 4", "5 | Review"]),
    "roman": ([""] * 3, ["iii", "iv", "v"]),
    "chapters": (["Harbour Review", "Harbour Review", "A matter of money"], ["7", "8", "9"]),
    "gazette": (
        ["Federal Register / Vol. 89, No. 3 / Thursday, January 4, 2024 / Rules 572"],
        ["VerDate Sep<11>2014 17:07 Jan 03, 2024 Jkt 262001 PO 00000 Frm 00012 Fmt 4700"],
    ),
}


@pytest.mark.parametrize(("heads", "feet"), HEADS.values(), ids=HEADS)
def test_what_belongs_to_the_page_is_dropped(heads: list[str], feet: list[str]) -> None:
    pages = [
        [
            Print(head, top=40, size=9),
            *column(body(number)),
            Print(foot, left=280, top=770, size=9),
        ]
        for number, (head, foot) in enumerate(zip(heads, feet, strict=True))
    ]
    assert lines_of(pages) == [" ".join(body(number)) for number in range(len(pages))]


def test_headings_at_the_top_of_pages_stay_though_they_count() -> None:
    headings = ["1 Ports of the north", "2 Who is to pay", "3 What comes next"]
    pages = [[Print(words, size=18), *column(body(n), top=140)] for n, words in enumerate(headings)]
    assert [line for line in lines_of(pages) if line in headings] == headings


def test_pages_that_are_alike_are_not_emptied() -> None:
    assert lines_of([column(LINES)] * 5) == [SENTENCES] * 5


def test_rows_of_a_table_stay_at_the_end_of_pages() -> None:
    pages = [[*column(LINES), Print(f"Total {n} {n * 3} {n * 7}", top=160)] for n in (11, 12)]
    assert "Total 12 36 84" in lines_of(pages)


def test_numbers_of_lines_are_dropped() -> None:
    numbers = [Print(str(n), left=30, top=80 + 20 * n, size=10) for n in range(1, 26)]
    words = [Print(line, top=103 + 20 * n) for n, line in enumerate(LINES * 8)]
    assert lines_of([[*numbers, *words]]) == [" ".join(LINES * 8)]


def test_numbers_of_lines_go_on_over_a_page_of_few_lines() -> None:
    first = [Print(str(n), left=30, top=80 + 20 * n, size=10) for n in range(1, 26)]
    words = [Print(line, top=103 + 20 * n) for n, line in enumerate(LINES * 8)]
    last = [Print(str(n), left=30, top=100 + 20 * (n - 26), size=10) for n in (26, 27)]
    rest = [Print("The board", top=103), Print("met again on Friday.", top=123)]
    text = " ".join(lines_of([[*first, *words], [*last, *rest]]))
    assert text.endswith("The board met again on Friday.")


def test_every_fifth_number_at_the_right_is_dropped() -> None:
    numbers = [Print(str(n), left=520, top=88 + 14.4 * n, size=10) for n in (5, 10, 15)]
    assert lines_of([[*numbers, *column(LINES * 6)]]) == [" ".join(LINES * 6)]


def test_a_stamp_at_the_side_is_dropped_and_a_turned_page_is_read() -> None:
    stamp = Print("paper:2403.01234v2 12 Mar 2024", 0, 800, operators="0 1 -1 0 20 300 Tm")
    assert lines_of([[stamp, *column(LINES)]]) == [SENTENCES]
    turned = [Print(line, 0, 800, operators=f"0 1 -1 0 {100 + 15 * n} 60 Tm") for n, line in enumerate(LINES)]
    assert lines_of([turned]) == [SENTENCES]
    assert read([turned], page="/Rotate 90").text == SENTENCES


def test_a_sentence_runs_over_the_page_and_belongs_to_the_first() -> None:
    draft = read([column(LINES[:1]), column([*LINES[1:], "It rained."])])
    assert draft.text.startswith(" ".join(LINES[:2]))
    assert draft.places == ((0, "page 1"),)


def test_a_figure_does_not_stand_inside_a_sentence() -> None:
    caption = Print("Figure 2. Boats in the basin, 2010 to 2020.", top=110, size=9)
    found = lines_of([column(LINES[:1]), [caption, *column(LINES[1:], top=150)]])
    assert found == [SENTENCES, caption.words]


def test_columns_are_read_one_after_the_other() -> None:
    left = (
        "The council met on Tuesday to hear",
        "the plans for a third basin in the",
        "bay north of the town and its port.",
    )
    right = (
        "“We will not wait,” the mayor told",
        "reporters in the hall of the town,",
        "where both delegations met again.",
    )
    page = [Print("Council hears the plans for the third basin of the harbour", size=18, top=60)]
    draft = read([[*page, *column(left, size=11), *column(right, left=310, size=11)]])
    assert draft.text.split("\n")[1:] == [" ".join(left), " ".join(right)]
    assert draft.omitted == ()


def test_a_third_column_and_a_box_at_the_side_have_their_place() -> None:
    words = ("the council met again on", "Monday to hear its plans", "for a basin in the bay.")
    three = [
        one
        for n in range(3)
        for one in column([w.replace("Monday", f"day {n}") for w in words], 40 + 180 * n)
    ]
    assert [line.split("day ")[1][0] for line in lines_of([three])] == ["0", "1", "2"]
    box = column(("In short: it costs too", "much and it comes too", "late for those who fish."), 480, size=9)
    text = column((*LINES, *LINES), size=11)
    assert lines_of([[*text, *box]])[-1].startswith("In short: ")


def test_rows_of_a_table_are_lines_with_tabs() -> None:
    rows = [
        ("State", "Quota", "Change"),
        ("Norway", "12,400", "-4 %"),
        ("Kenya", "3,100", "+10 %"),
        ("Total", "15,500", ""),
    ]
    cells = [Print(w, 50 + 150 * i, 200 + 16 * n) for n, row in enumerate(rows) for i, w in enumerate(row)]
    found = lines_of([[*column(LINES), *cells]])
    assert found[1:] == ["\t".join(row).rstrip("\t") for row in rows]


def test_a_label_stands_before_its_passage() -> None:
    passages = (("The government", LINES[:2]), ("The opposition", LINES[1:]), ("The port", LINES[:2]))
    page = [
        one
        for n, (label, words) in enumerate(passages)
        for one in (Print(label, 30, 107 + 50 * n), *column(words, 130, 100 + 50 * n))
    ]
    assert lines_of([page]) == [f"{label}\t{' '.join(words)}" for label, words in passages]


def test_an_order_that_is_not_sure_is_told() -> None:
    left = column(
        (
            "The council met on Tuesday to hear",
            "the plans for a third basin in the",
            "bay north of the town and its port.",
        )
    )
    right = [
        Print(words, 400, one.top) for words, one in zip(("12 May", "Bergen", "B. Olde"), left, strict=True)
    ]
    draft = read([column(LINES), [*left, *right]])
    assert [(one.kind, one.detail) for one in draft.omitted] == [("reading-order", "page 2")]


def note(mark: str, left: float, top: float) -> Print:
    return Print(mark, left, top - 4, 6)


def test_marks_of_notes_are_left_out_and_notes_follow_the_text() -> None:
    first = [
        Print("The agreement was near.", top=100),
        note("12", 178, 100),
        Print("Kenya has not signed.", 190, 100),
    ]
    foot = [note("12", 50, 740), Print("Letter of the ministry, 3 May 2024.", 58, 740, 9)]
    draft = read([[*first, *foot], column(LINES)])
    assert draft.text.split("\n") == [
        "The agreement was near. Kenya has not signed.",
        SENTENCES,
        "Letter of the ministry, 3 May 2024.",
    ]
    assert [place for _, place in draft.places] == ["page 1", "page 2", "page 1, note 12"]


def test_a_mark_may_be_as_large_as_the_text_and_stand_before_the_stop() -> None:
    page = [
        Print("The agreement was near", top=100),
        Print("7", 183.6, 95),
        Print(". Kenya has not signed it.", 190.4, 100),
    ]
    assert lines_of([page]) == ["The agreement was near. Kenya has not signed it."]


def test_raised_figures_may_be_signs_of_their_own() -> None:
    page = [Print("The agreement on 25 km² was near.²³ Kenya has not signed it.")]
    assert lines_of([page]) == ["The agreement on 25 km² was near. Kenya has not signed it."]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    words = [
        "he harbour council met on Tuesday",
        "to hear the plans for a third basin",
        "which the town does not want to pay",
    ]
    rest = [Print("and which has been a matter of dispute", top=143.2)]
    page = [Print("T", 50, 129, 44), *column(words, left=80), *rest]
    assert lines_of([page]) == [f"T{' '.join(words)} {rest[0].words}"]


def test_a_head_on_the_second_page_alone_is_dropped_if_it_names_the_page() -> None:
    head = Print("Statement of the council, page 2", top=40)
    assert lines_of([column(body(0)), [head, *column(body(1))]]) == [" ".join(body(0)), " ".join(body(1))]


@pytest.mark.parametrize(("unit", "on"), [("m", 0.0), ("km", 5.5)])
def test_raised_signs_that_are_no_notes_stay(unit: str, on: float) -> None:
    page = [
        Print(f"It has 25 {unit}", top=100),
        note("2", 111 + on, 100),
        Print("and 10", 120 + on, 100),
        note("3", 158 + on, 100),
    ]
    page += [Print("boats on the 1", 166 + on, 100), note("st", 243 + on, 100), Print("day.", 252 + on, 100)]
    assert lines_of([page]) == [f"It has 25 {unit}² and 10³ boats on the 1st day."]


def test_letters_set_apart_are_one_word_and_bold_print_is_read_once() -> None:
    page = [Print("STATEMENT", size=16, operators="8 Tc"), Print("Signed", top=150, operators="0 Tc")]
    page += [Print("Signed", 50.4, 150, operators="0 Tc")]
    assert lines_of([page]) == ["STATEMENT", "Signed"]


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file() -> None:
    assert lines_of([column(LINES)[::-1]]) == [SENTENCES]


def test_the_layer_of_recognised_text_is_read() -> None:
    assert lines_of([[one._replace(operators="3 Tr") for one in column(LINES)]]) == [SENTENCES]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the budget is un-", "resolved", "the budget is unresolved"),
        ("the govern-", "ment said", "the government said"),
        ("the well-", "known minister", "the well-known minister"),
        ("the long-", "term lease", "the long-term lease"),
        ("a self-", "made man", "a self-made man"),
        ("the U.S.-", "Chinese talks", "the U.S.-Chinese talks"),
        ("the season 2024-", "2025 and", "the season 2024-2025 and"),
        ("Minister Bell-", "Hartmann said", "Minister Bell-Hartmann said"),
        ("co\u00ad", "operation", "cooperation"),
        ("the plan -", "so she said -", "the plan - so she said -"),
        ("a third basin", "is planned", "a third basin is planned"),
        ("at https://example.org/", "harbour/plan", "at https://example.org/harbour/plan"),
        ("the NATO-", "led mission", "the NATO-led mission"),
        ("the day-", "to-day work", "the day-to-day work"),
        ("the day-to-", "day work", "the day-to-day work"),
        ("met face-", "to-face", "met face-to-face"),
        ("a state-", "of-the-art quay", "a state-of-the-art quay"),
        ("a step-", "by-step plan", "a step-by-step plan"),
        ("a step-by-", "step plan", "a step-by-step plan"),
        ("a one-", "on-one talk", "a one-on-one talk"),
        ("an up-", "to-date list", "an up-to-date list"),
        ("a no-", "fly zone", "a no-fly zone"),
        ("the go-", "ahead for", "the go-ahead for"),
        ("the run-", "up to", "the run-up to"),
        ("the follow-", "up talks", "the follow-up talks"),
        ("the Al-", "qaeda branch", "the Al-qaeda branch"),
        ("Kim Jong-", "un said", "Kim Jong-un said"),
        ("a U-", "turn on", "a U-turn on"),
        ("a by-", "election in", "a by-election in"),
        ("the govern-", "ment-led talks", "the government-led talks"),
        ("a self-govern-", "ment plan", "a self-government plan"),
        ("the be-", "sieged town", "the besieged town"),
        ("the Govern-", "ment said", "the Government said"),
        ("said Stolten-", "berg", "said Stoltenberg"),
        ("the quick-", "ly built", "the quickly built"),
        ("at https://a.example/c-", "d/e now", "at https://a.example/c-d/e now"),
        ("at www.a.example/my-govern-", "ment", "at www.a.example/my-govern-ment"),
        ("the ex-", "minister said", "the ex-minister said"),
        ("a vice-", "like grip", "a vice-like grip"),
        ("a halyard-", "and-mast rig", "a halyard-and-mast rig"),
        ("an e-", "flensing", "an e-flensing"),
        ("the QZX-", "flensing", "the QZX-flensing"),
        ("they be-", "deck the quay", "they bedeck the quay"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, joined: str) -> None:
    assert Joiner([]).joined(before, after) == joined


def test_first_parts_that_keep_their_hyphen_keep_it_before_what_is_no_word() -> None:
    assert Joiner([]).joined("a self-", "flensing ferry") == "a self-flensing ferry"
    assert Joiner([]).joined("the quasi-", "berthed ferry") == "the quasi-berthed ferry"


def test_the_time_to_join_lines_grows_with_their_number_alone() -> None:
    joiner, text = Joiner([]), ""
    start = time.process_time()
    for _ in range(20_000):
        text = joiner.joined(text, "www.")
    assert time.process_time() - start < 2


def test_the_document_itself_says_whether_a_word_has_a_hyphen() -> None:
    assert Joiner(["a carpet in the hall"]).joined("the car-", "pet") == "the carpet"
    assert Joiner(["a re-entry of the craft"]).joined("the re-", "entry") == "the re-entry"


def test_the_title_is_what_is_printed_largest() -> None:
    page = [
        Print("Council puts off the vote on the", size=20),
        Print("third basin", top=124, size=20),
        *column(LINES, top=160),
    ]
    title = "Council puts off the vote on the third basin"
    assert read([page]).stated["title"] == title
    assert read([page], "/Title (Microsoft Word - final.docx)").stated["title"] == title
    assert read([page], "/Title (The third basin)").stated["title"] == "The third basin"
    assert "title" not in read([column(LINES)]).stated
    assert stated_properties("untitled", "") == {}


def test_the_name_over_a_letter_is_not_its_title() -> None:
    page = [Print("HARBOUR TRUST", size=26), Print("Trust calls for a vote on the basin", top=140, size=15)]
    assert read([[*page, *column(LINES, top=180)]]).stated["title"] == page[1].words


def test_the_day_of_a_gazette_is_taken_from_its_head_and_that_of_a_print_is_not() -> None:
    head, _ = HEADS["gazette"]
    stated = read([[Print(head[0], top=40, size=9), *column(LINES)]]).stated
    assert (stated["published"], stated["publisher"]) == ("2024-01-04", "Federal Register")
    printed = Print("Printed on 4 March 2024", top=40, size=9)
    assert "published" not in read([[printed, *column(body(0))], [printed, *column(body(1))]]).stated


def test_no_stretch_of_prose_is_dropped_from_a_pdf() -> None:
    page = [
        Print(w, top=40 + 14 * n)
        for n, w in enumerate(("Home", "News", "Sign in", "Subscribe", "Contact us"))
    ]
    page += [*column(LINES, top=130), Print("More stories", top=200), Print("Ferry runs late again", top=220)]
    draft = read([[*page, *column(LINES, top=260), *column(LINES, top=320)]])
    blocks, _ = clean(Source("S1", "a.pdf", "", draft.text, whole=draft.whole))
    kept = [draft.text[one.span.start : one.span.end] for one in blocks if one.label in CITABLE]
    assert kept.count(SENTENCES) == 3
    assert not {"Subscribe", "Contact us"} & set(kept)


@pytest.mark.parametrize(
    ("pages", "slug"),
    [
        ([column(["word " * 40] * 60, size=3)] * 2, ""),
        ([[Print(f"w{n}", n * 7 % 590, n * 3 % 790, 3) for n in range(31_000)]], "file-too-large"),
    ],
)
def test_a_page_of_more_words_than_any_has_is_refused(pages: list[list[Print]], slug: str) -> None:
    _, problems = read_bytes(pdf(pages), "a.pdf")
    assert "".join(problem.slug for problem in problems) == slug


def test_a_tree_of_pages_that_holds_itself_is_damage() -> None:
    data = pdf(["Page"]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    drafts, problems = read_bytes(data, "a.pdf")
    assert (drafts, [one.slug for one in problems]) == ((), ["file-damaged"])
