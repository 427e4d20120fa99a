"""Dumps of more services and programs, and tables as people save them."""

from __future__ import annotations

import json

import pytest

from briefgen.read import read_bytes

A = "The port board decided to raise the dues, Minister Berg said."
DAY = "2026-03-10"
SHAPES: dict[str, object] = {
    "nested envelopes": {"articles": {"results": [{"title": "Dues", "body": A, "dateTime": DAY}]}},
    "posts": {"posts": [{"title": "Dues", "text": A, "published": DAY, "thread": {"site": "p.example"}}]},
    "body in paragraphs": {"data": [{"attributes": {"headline": {"main": {"text": "Dues"}}, "date": DAY,
                                                    "body": [[{"content": [{"text": A}]}]]}}]},
    "a document inside": {"value": [{"Title": "Dues", "Date": DAY, "Document": {"Content": f"<p>{A}</p>"}}]},
    "search hits": {"hits": {"hits": [{"_source": {"title": "Dues", "content": A, "date": DAY}}]}},
    "fields in lists": {"response": {"docs": [{"title": ["Dues"], "content": [A], "date": [DAY]}]}},
    "a JSON feed": {"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": [
        {"title": "Dues", "content_html": f"<p>{A}</p>", "date_published": DAY}]},
    "what was done with it": {"orderedItems": [{"type": "Create", "published": DAY, "object": {
        "name": "Dues", "content": f"<p>{A}</p>"}}]},
    "headings and cells apart": {"columns": ["title", "text", "date"], "data": [["Dues", A, DAY]]},
    "by columns": {"title": {"0": "Dues"}, "text": {"0": A}, "date": {"0": DAY}},
    "by rows": {"0": {"title": "Dues", "text": A, "date": DAY}},
    "rendered": [{"title": {"rendered": "Dues"}, "content": {"rendered": f"<p>{A}</p>"}, "date": DAY}],
    "pages of content": {"content": [{"headline": "Dues", "body": A, "published": DAY}], "page": 0},
    "under an unknown key": {"ergebnisse": [{"titel": "Dues", "inhalt": A, "datum": DAY}]},
    "one article in paragraphs": {"title": "Dues", "date": DAY, "paragraphs": [{"text": A}]},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_an_article_is_found_in(shape: str) -> None:
    drafts, problems = read_bytes(json.dumps(SHAPES[shape]).encode(), "a.json")
    assert [(d.text, d.stated["published"]) for d in drafts] == [(f"Dues\n\n{A}", DAY)]
    assert not problems


def test_what_a_service_says_once_holds_for_all() -> None:
    dump = {"source": "The Paper", "articles": [{"title": "T", "text": A}, {"text": A, "source": "Other"}]}
    drafts, _ = read_bytes(json.dumps(dump).encode(), "a.json")
    assert [d.stated["publisher"] for d in drafts] == ["The Paper", "Other"]


def test_titles_without_texts_are_told() -> None:
    _, problems = read_bytes(b'{"articles": [{"title": "A"}, {"title": "B"}]}', "a.json")
    assert problems[0].message.startswith("2 records have a title and no text; text fields are full_text,")


@pytest.mark.parametrize("text", ['"One.", "text": null', '"One.", "text": ""', 'null, "text": "One."'])
def test_of_equal_keys_the_last_that_says_anything_is_read(text: str) -> None:
    drafts, problems = read_bytes(f'[{{"title": "T", "text": {text}}}]'.encode(), "a.json")
    assert drafts[0].text == "T\n\nOne."
    assert [p.slug for p in problems] == ["json-key-twice"]


TABLES = {
    "semicolons and a mark": ("a.csv", "\ufefftitle;date;text\r\nDues;2026-03-10;One, two.\r\n"),
    "the separator named": ("a.csv", "sep=;\nTitel;Datum;Text\nDues;2026-03-10;One, two.\n"),
    "tabs": ("a.csv", "title\tdate\ttext\nDues\t2026-03-10\tOne, two.\n"),
    "lines above": (
        "a.csv",
        'Found for dues\nOn 12 March,,\n\nHeadline,Date,Text\nDues,2026-03-10,"One, two."\n',
    ),
    "tabs and marks": ("a.tsv", 'title\tdate\ttext\nDues\t2026-03-10\t"One, two."\n'),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_with(kind: str) -> None:
    name, text = TABLES[kind]
    drafts, problems = read_bytes(text.encode(), name)
    assert [(d.text, d.stated["published"]) for d in drafts] == [("Dues\n\nOne, two.", "2026-03-10")]
    assert not problems


def test_marks_inside_cells_of_a_table_of_tabs_are_words() -> None:
    drafts, problems = read_bytes(
        b'title\ttext\nDues\t"Ready," he said.\\nMore.\nTwo\tHe said "no\n', "a.tsv"
    )
    assert [d.text for d in drafts] == ['Dues\n\n"Ready," he said.\nMore.', 'Two\n\nHe said "no']
    assert not problems


def test_doubled_columns_and_cells_beyond_the_headings_are_told() -> None:
    text = "title,text,text\nA,,The board met.\nB,First.,Second.\nC,One,two,three.\n"
    drafts, problems = read_bytes(text.encode(), "a.csv")
    assert [d.text.partition("\n\n")[2] for d in drafts] == ["The board met.", "First.", "One"]
    assert [(p.slug, p.message) for p in problems] == [
        ("csv-column-twice", "These columns stand twice, and the first with words is read: text."),
        ("csv-cells", "1 row has more cells than there are headings, which were not read: #3."),
    ]
