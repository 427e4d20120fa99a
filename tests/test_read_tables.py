"""Tables of word processors: each row can be understood alone."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from tests.casefile import Case, cases
from tests.material import paragraph
from tests.test_read_office import odt, placed, rtf, word

SAID = "Mayor Tom Reed said the town would wait for the fee. He named no day at all."


def table(rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            [["Country", "Position"], ["Norwick", "signed in May"], ["Kelby", "refuses"]],
            ["Country: Norwick; Position: signed in May", "Country: Kelby; Position: refuses"],
        ),
        ([["Town", "2024", "2025"], ["Sund", "3", "4"]], ["Town: Sund; 2024: 3; 2025: 4"]),
        ([["", "Ferries"], ["Sund", "3"]], ["Sund; Ferries: 3"]),
        ([["Date", "3 March 2026"], ["Author", "Ida Vale"]], ["Date: 3 March 2026", "Author: Ida Vale"]),
        (
            [["Norway", "Oslo", "Signed"], ["Kenya", "Nairobi", "Refused"]],
            ["Norway; Oslo; Signed", "Kenya; Nairobi; Refused"],
        ),
        (
            [["Party", "Position"], ["Norway", "Signed"], ["Kenya", "Refused"]],
            ["Party: Norway; Position: Signed", "Party: Kenya; Position: Refused"],
        ),
        ([["Norwick", "signed"], ["Kelby", "signed"]], ["Norwick: signed", "Kelby: signed"]),
        (
            [["Town", "Who", "Words"],
             ["Sund", "Mayor", SAID]],
            ["Town: Sund; Who: Mayor",
             SAID],
        ),
    ],
)  # fmt: skip
def test_a_row_of_a_table_is_understood_alone(rows: list[list[str]], lines: list[str]) -> None:
    assert word(table(rows)).text.split("\n") == lines


@cases("read_tables")
def test_a_table_is_read_as(case: Case) -> str:
    return word(table([line.split(" | ") for line in case.input.strip().split("\n")])).text


def test_heads_too_long_for_each_row_are_a_row_and_no_word_of_them_is_cut() -> None:
    long = "Ferries of both towns that crossed the northern strait in the whole of the year"
    rows = [["Town", long], ["Sund", "3"], ["Kelby", "4"]]
    head = table(rows).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    assert word(head).text.split("\n") == [f"Town: {long}", "Sund: 3", "Kelby: 4"]


def test_no_column_is_lost() -> None:
    columns = [f"c{number}" for number in range(100)]
    assert word(table([columns, columns])).text.split("\n") == ["; ".join(columns)] * 2


def test_tables_in_each_other_are_read_in_a_time_by_their_size() -> None:
    words = "quay " * 100_000
    nested = f"<w:tbl><w:tr><w:tc>{paragraph('deep')}{{}}</w:tc></w:tr></w:tbl>"
    head, tail = nested.split("{}")
    start = time.process_time()
    draft = word(head * 800 + paragraph(words) + tail * 800 + paragraph("After."))
    assert time.process_time() - start < 2
    assert draft.text.count("quay") == 100_000
    assert draft.text.count("deep") == 800
    assert placed(draft)[-1] == ("paragraph 1", "After.")


def test_below_the_deepest_table_cells_are_paragraphs_and_tables_end_where_they_end() -> None:
    head, tail = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    deep = table([["Town", "2024"], ["Sund", "3"]])
    draft = word(head * 20 + deep + tail * 20 + paragraph("After.") + deep)
    assert placed(draft) == [
        *(("table 1, row 1", words) for words in ("Town", "2024", "Sund", "3")),
        ("paragraph 1", "After."),
        ("table 2, row 2", "Town: Sund; 2024: 3"),
    ]


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words) if words else '<w:p/>'}</w:tc>"


def test_heads_that_the_file_marks_are_believed_and_merged_cells_repeated() -> None:
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    rows = (
        head + cell("area") + cell("ferries", '<w:gridSpan w:val="2"/>'),
        head + cell("") + cell("old") + cell("new"),
        cell("North", '<w:vMerge w:val="restart"/>') + cell("3") + cell("4"),
        cell("", "<w:vMerge/>") + cell("5") + cell("6"),
    )
    draft = word("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    assert placed(draft) == [
        ("table 1, row 3", "area: North; ferries old: 3; ferries new: 4"),
        ("table 1, row 4", "area: North; ferries old: 5; ferries new: 6"),
    ]


def test_rows_of_rich_text_and_of_opendocument_are_printed_alike() -> None:
    rows = (("Country", "Position"), ("Norwick", "signed in May"), ("Kelby", "refuses"))
    start = "\\trowd\\cellx3000\\cellx6000\\pard\\intbl "
    rich = "".join(start + "".join(f"{words}\\cell " for words in row) + "\\row " for row in rows)
    cells = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    flat = "".join(f"<table:table-row>{''.join(map(cells.format, row))}</table:table-row>" for row in rows)
    lines = ["Country: Norwick; Position: signed in May", "Country: Kelby; Position: refuses", "After."]
    assert rtf(f"{rich}\\pard After.\\par").text.split("\n") == lines
    assert odt(f"<table:table>{flat}</table:table><text:p>After.</text:p>").text.split("\n") == lines
