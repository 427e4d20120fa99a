"""Articles in JSON, JSON lines and tables: one record, one source."""

from __future__ import annotations

import json

import pytest

from briefgen.read import read_bytes
from briefgen.read.language import language_tag
from briefgen.read.stamp import iso_day
from tests.casefile import Case, cases
from tests.material import articles


@cases("read_records")
def test_a_record_gives(case: Case) -> str:
    drafts, _ = read_bytes(case.input.encode(), "a.json")
    lines = [drafts[0].text, "stated:", *(f"{key}: {value}" for key, value in drafts[0].stated.items())]
    return "\n".join(lines)


@cases("read_dates")
def test_a_date_as_stated_gives(case: Case) -> str:
    return iso_day(case.input)


@pytest.mark.parametrize(
    "envelope",
    [
        lambda found: found,
        lambda found: {"status": "ok", "articles": found},
        lambda found: {"response": {"docs": found}},
        lambda found: {"articles": {"results": found, "page": 1}},
        lambda found: {"hits": {"hits": [{"_id": "1", "_source": article} for article in found]}},
    ],
)
def test_the_list_of_articles_is_found_in_its_envelope(envelope: object) -> None:
    assert callable(envelope)
    drafts, problems = read_bytes(json.dumps(envelope(articles(2))).encode(), "a.json")
    assert [d.suffix for d in drafts] == ["#1", "#2"]
    assert not problems


def test_places_of_a_record_are_its_title_and_paragraphs() -> None:
    drafts, _ = read_bytes(b'{"title": "T", "text": "One.\\n\\nTwo."}', "a.json")
    assert drafts[0].text == "T\n\nOne.\n\nTwo."
    assert drafts[0].places == ((0, "title"), (3, "paragraph 1"), (9, "paragraph 2"))


def test_what_is_odd_about_records_is_told_once_a_kind() -> None:
    records = [{"title": "no text"}] * 7 + [{"content": "Cut … [+1234 chars]"}, {"description": "Teaser."}]
    _, problems = read_bytes(json.dumps(records).encode(), "a.json")
    assert [(p.slug, p.message) for p in problems] == [
        ("record-empty", "7 records have no text: #1, #2, #3, #4, #5 and 2 more."),
        ("record-teaser-only", "1 record has only a teaser, which was read: #9."),
        ("record-cut", "1 record has a text that the news service cut off: #8."),
    ]


def test_broken_json_is_named_with_its_place() -> None:
    _, problems = read_bytes(b'[{"text": "a"},\n {"text": }]', "a.json")
    assert problems[0].slug == "json-broken"
    assert "line 2, column 11" in problems[0].message


def test_json_that_would_fill_the_memory_is_refused() -> None:
    _, problems = read_bytes(b"[" + b"[]," * 1_000_000 + b"[]]", "a.json")
    assert [p.slug for p in problems] == ["file-too-large"]


def test_json_lines_under_the_name_of_json_are_read() -> None:
    drafts, problems = read_bytes(b'{"text": "one"}\n{"text": "two"}\n', "a.json")
    assert [d.suffix for d in drafts] == ["#1", "#2"]
    assert not problems


@pytest.mark.parametrize(
    ("words", "tag"),
    [("English", "en"), ("eng", "en"), ("EN", "en"), ("en_GB", "en-GB"), ("fr-FR", "fr-FR"), ("x", "x")],
)
def test_a_language_is_given_as_its_tag(words: str, tag: str) -> None:
    assert language_tag(words) == tag


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    drafts, problems = read_bytes(b'{"text": "one"}\n\n{"text": \n{"text": "four"}\n["five"]', "a.jsonl")
    assert [d.suffix for d in drafts] == ["#1", "#4"]
    assert [(p.where, p.slug) for p in problems] == [
        ("a.jsonl, line 3", "json-broken"),
        ("a.jsonl, line 5", "json-broken"),
    ]


def test_many_broken_lines_are_counted() -> None:
    _, problems = read_bytes(b'{"text": "one"}\n' + b"{\n" * 20, "a.jsonl")
    assert len(problems) == 6
    assert problems[-1].message == "15 more lines are not valid JSON."


def test_half_a_letter_from_an_escape_is_shown_as_a_mark() -> None:
    drafts, problems = read_bytes(b'{"text": "a \\ud800 b"}', "a.json")
    assert drafts[0].text == "a \ufffd b"
    assert [p.slug for p in problems] == ["characters-replaced"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_by_its_headings(separator: str) -> None:
    rows = [
        ["Title", "Published at", "Body"],
        ["One", "2025-07-21", '"Line ""one""\nline two"'],
        ["Two", "", "Row two"],
    ]
    data = "\r\n".join(separator.join(row) for row in rows).encode("utf-8-sig")
    drafts, problems = read_bytes(data, "a.csv")
    assert [d.text for d in drafts] == ['One\n\nLine "one"\nline two', "Two\n\nRow two"]
    assert drafts[0].stated["published"] == "2025-07-21"
    assert not problems


def test_a_field_as_long_as_a_book_is_read() -> None:
    import csv

    before = csv.field_size_limit()
    drafts, _ = read_bytes(b"title,text\nLong," + b"x" * 500_000, "a.csv")
    assert len(drafts[0].text) > 500_000
    assert csv.field_size_limit() == before


def test_rows_before_an_open_quotation_mark_are_kept() -> None:
    drafts, problems = read_bytes(b'title,text\nOne,Row one\nTwo,"Row two\nand on', "a.csv")
    assert [d.suffix for d in drafts] == ["#1"]
    assert [(p.where, p.slug) for p in problems] == [("a.csv, line 4", "csv-broken")]


def test_a_table_without_a_text_column_names_those_it_knows() -> None:
    _, problems = read_bytes(b"name,age\nJane,40\n", "a.csv")
    assert problems[0].slug == "records-unknown"
    assert "body" in problems[0].message


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_key_that_stands_twice_is_told(name: str) -> None:
    drafts, problems = read_bytes(b'{"title": "T", "text": "One fish.", "text": "Two fish."}', name)
    assert [draft.text for draft in drafts] == ["T\n\nTwo fish."]
    assert [problem.slug for problem in problems] == ["json-key-twice"]
    assert "twice in one record, and only the last value was read: text." in problems[0].message


@pytest.mark.parametrize("nothing", ["nan", "NaN", "None", "null", "n/a", "N/A", " inf "])
@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_a_value_that_says_nothing_is_none(nothing: str, suffix: str) -> None:
    keys = ["title", "author", "date", "publisher", "description"]
    record = {**dict.fromkeys(keys, nothing), "text": "Fish swim."}
    table = f"{','.join(record)}\n{','.join(record.values())}\n"
    data = json.dumps([record]) if suffix == ".json" else table
    drafts, _ = read_bytes(data.encode(), f"a{suffix}")
    assert [(d.text, dict(d.stated)) for d in drafts] == [("Fish swim.", {})]


def test_numbers_that_are_none_are_no_day_and_no_title() -> None:
    data = b'[{"title": NaN, "date": Infinity, "author": ["n/a", "Nan"], "text": "Fish swim."}]'
    drafts, _ = read_bytes(data, "a.json")
    assert (drafts[0].text, dict(drafts[0].stated)) == ("Fish swim.", {"author": "Nan"})


def test_a_record_whose_text_says_nothing_has_none() -> None:
    _, problems = read_bytes(b"title,text\nOne,nan\nTwo,Fish swim.\n", "a.csv")
    assert [p.message for p in problems] == ["1 record has no text: #1."]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_number_of_thousands_of_digits_costs_itself(name: str) -> None:
    records = [
        f'{{"id": {"9" * 10_000}, "author": {"9" * 10_000}, "text": "One."}}',
        '{"id": 7, "text": "Two."}',
    ]
    data = "[" + ",".join(records) + "]" if name == "a.json" else "\n".join(records)
    drafts, problems = read_bytes(data.encode(), name)
    assert [(d.suffix, d.text, dict(d.stated)) for d in drafts] == [("#1", "One.", {}), ("#2", "Two.", {})]
    assert not problems


@pytest.mark.parametrize(("count", "read"), [(50_000, True), (50_001, False)])
def test_fifty_thousand_records_are_read_and_no_more(count: int, read: bool) -> None:
    drafts, problems = read_bytes(b"text\n" + b"Fish.\n" * count, "a.csv")
    assert (len(drafts), [p.slug for p in problems]) == ((count, []) if read else (0, ["file-too-large"]))
