"""Exports of archives: one text, several articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.model import Omission, Source
from briefgen.read import read_bytes, read_folder
from briefgen.read.draft import Draft
from briefgen.read.export import article_drafts
from tests.casefile import Case, cases
from tests.material import docx_by_library, rtf

_PIECES = [
    "", "Minutes of the board", "8 June 2024", "_______", "====", "From: Jun Park", "Subject: Quays",
    "Title: Quays", "Date: 8 June 2024", "Source: Harbour Post", "Full text:", "Document 1 of 2",
    "Document 2 of 2", "End of Document", "Article 1", "HD\tQuays", "1. Quays", "40 words",
    "The quay pact between Norwick and Kelby is near, Minister Ida Vale said on Thursday in the harbour.",
]  # fmt: skip

ONE = """Harbour Wire

March 4, 2013 Monday

Quay pact near, Norway says

LENGTH: 62 words

Norway will sign the quay pact on Friday, Minister Ida Vale said on Monday.

LANGUAGE: ENGLISH

Copyright 2013 Harbour Wire
All Rights Reserved
"""
TWO = ONE.replace("Norway", "Kenya").replace("Ida Vale", "Tom Reed").replace("2013", "2016")
REPORT = """The office looked at what the papers of both towns had written of the quay pact since the
first talks, and found that most of them had told of one side alone.
"""
FIELDS = """Title: Quay pact near
Source: Harbour Post
Date: 8 June 2024

The quay pact between Norwick and Kelby is near, Minister Ida Vale said on Thursday. The council votes
on Monday, and talks go on in the harbour.
"""
COVER = """Terms: (quays AND "Ida Vale") AND date(after 2012)
1. Quay pact near, Norway says
2. Quay pact near, Kenya says
Copyright 2016 Harbour Archive. The texts may not be copied or sent to others without leave.

"""


def texts(data: str) -> list[str]:
    drafts, problems = read_bytes(data.encode(), "a.txt")
    assert not problems
    return [draft.text.strip() for draft in drafts]


@pytest.mark.parametrize("cover", ["", COVER])
@pytest.mark.parametrize("first", [1, 3])
def test_a_part_of_an_export_is_parted_and_its_cover_left_out(first: int, cover: str) -> None:
    data = f"{cover}{first} of 9 DOCUMENTS\n\n{ONE}\n{first + 1} of 9 DOCUMENTS\n\n{TWO}"
    assert texts(data) == [ONE.strip(), TWO.strip()]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "mark", ["                 {} of 2 DOCUMENTS\n\n", "Document {} of 2\n", "\n{} of 2 documents\n"]
)
def test_numbered_articles_are_documents_of_their_own(mark: str, end: str) -> None:
    data = (mark.format(1) + ONE + "\n\n" + mark.format(2) + TWO).replace("\n", end)
    assert texts(data) == [ONE.replace("\n", end).strip(), TWO.replace("\n", end).strip()]


@pytest.mark.parametrize("mark", ["End of Document\n", "Document HRBP000020240608ek68000jh\n"])
def test_closed_articles_are_documents_of_their_own(mark: str) -> None:
    found = texts(f"{ONE}\n{mark}\n{TWO}\n{mark}")
    assert [text.split("\n")[4] for text in found] == [
        "Quay pact near, Norway says",
        "Quay pact near, Kenya says",
    ]


def test_the_lines_of_an_article_are_those_of_the_file_for_the_reader_and_for_the_sidecar(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(f"1 of 2 DOCUMENTS\n\n{ONE}\n2 of 2 DOCUMENTS\n\n{TWO}")
    lines = (tmp_path / "a.txt").read_text().split("\n")
    number = len(lines) - lines[::-1].index("LANGUAGE: ENGLISH")
    (tmp_path / "a.txt.meta.toml").write_text(f"keep_lines = [{number}]\n")
    sources, _ = read_folder(tmp_path)
    assert [source.file for source in sources] == ["a.txt#1", "a.txt#2"]
    second = sources[1]
    at = second.text.index("Kenya will sign")
    assert lines[int(second.place(at).removeprefix("line ")) - 1].startswith("Kenya will sign")
    kept = [block for block in clean(second)[0] if block.rule == "sidecar-keep"]
    assert [second.place(block.span.start) for block in kept] == [f"line {number}"]
    assert all(block.rule != "sidecar-keep" for block in clean(sources[0])[0])


def test_each_article_has_its_headline_its_publisher_and_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"1 of 2 DOCUMENTS\n\n{ONE}\n2 of 2 DOCUMENTS\n\n{TWO}")
    sources, _ = read_folder(tmp_path)
    for source in sources:
        blocks, problems = clean(source)
        assert not problems
        assert [b.label for b in blocks][:4] == ["publisher", "dateline", "headline", "furniture"]
        assert sum(b.label == "body" for b in blocks) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"1 of 1 DOCUMENTS\n{ONE}",
        f"{ONE}\nEnd of Document\n",
        "Chapter 1 of 2 documents\nThe quay.\nChapter 2 of 2 documents\nThe ferry.\n",
        f"2 of 2 DOCUMENTS\n{ONE}\n1 of 2 DOCUMENTS\n{TWO}",
        f"1 of 2 DOCUMENTS\n{ONE}\n2 of 3 DOCUMENTS\n{TWO}",
        f"1 of 2 DOCUMENTS\n{ONE}\n5 of 2 DOCUMENTS\n{TWO}",
        f"{REPORT * 10}\nDocument 3 of 20\n{ONE}\nDocument 7 of 20\n{TWO}",
        f"1 of 9 DOCUMENTS\n{ONE}\n3 of 9 DOCUMENTS\n{TWO}",
        f"{REPORT}\n1 of 2 DOCUMENTS\n{ONE}\n2 of 2 DOCUMENTS\n{TWO}",
        f"{REPORT}\n\n{FIELDS}\n{FIELDS}",
        f"{REPORT}\n\nRecord 1\n{FIELDS}\nRecord 2\n{FIELDS}",
        "The minister spoke.\n" * 300 + f"1 of 2 DOCUMENTS\n{ONE}\n2 of 2 DOCUMENTS\n{TWO}",
    ],
)
def test_no_other_text_is_parted(text: str) -> None:
    drafts, _ = read_bytes(text.encode(), "a.txt")
    assert [draft.text for draft in drafts] == [text]


def told(draft: Draft) -> str:
    source = Source(
        "S1", "a", "0" * 64, draft.text, stated=draft.stated, places=draft.places, clean=draft.clean,
        stated_at=draft.stated_at, front=draft.front,
    )  # fmt: skip
    blocks, _ = clean(source)
    meta, _ = describe(source, blocks)
    body = [block for block in blocks if block.label == "body"]
    named = (fact.value if fact else "-" for fact in (meta.title, meta.publisher))
    return " | ".join((*named, str(meta.published.value), source.place(body[0].span.start), str(len(body))))


@cases("read_export")
def test_an_export_gives(case: Case) -> str:
    drafts, problems = read_bytes(case.input.encode(), "a.txt")
    assert not problems
    if len(drafts) == 1 and not drafts[0].front:
        assert drafts[0].text == case.input
        return "one"
    return "\n".join(map(told, drafts))


@pytest.mark.parametrize("suffix", [".docx", ".rtf"])
def test_an_export_is_parted_in_files_of_word_processors_too(suffix: str) -> None:
    lines = [
        line for number, part in enumerate((ONE, TWO), 1)
        for line in (f"{number} of 2 DOCUMENTS", *part.split("\n")) if line
    ]  # fmt: skip
    data = docx_by_library(lines) if suffix == ".docx" else rtf(*lines)
    drafts, _ = read_bytes(data, f"a{suffix}")
    assert [draft.suffix for draft in drafts] == ["#1", "#2"]
    assert told(drafts[0]) == "Quay pact near, Norway says | Harbour Wire | 2013-03-04 | paragraph 6 | 1"
    assert told(drafts[1]).startswith("Quay pact near, Kenya says | Harbour Wire | 2016-03-04 | paragraph 1")


def test_a_page_with_an_export_keeps_the_lines_that_part_it() -> None:
    lines = [*ONE.split("\n"), "End of Document", *TWO.split("\n"), "End of Document"]
    page = "<html><body>" + "".join(f"<p>{line}</p>\n" for line in lines) + "</body></html>"
    drafts, _ = read_bytes(page.encode(), "a.html")
    assert [told(draft).split(" | ")[2] for draft in drafts] == ["2013-03-04", "2016-03-04"]


@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_the_parts_of_a_text_are_stretches_of_it_in_order(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    at = 0
    for draft in article_drafts(Draft(text)):
        found = text.find(draft.text, at)
        assert found >= 0
        assert 0 <= draft.front <= len(draft.text)
        at = found + len(draft.text)


@given(st.lists(st.sampled_from([piece for piece in _PIECES if "Source" not in piece]), max_size=14))
def test_without_marks_of_an_archive_no_text_is_parted(pieces: list[str]) -> None:
    text = "\n".join(piece for piece in pieces if "OCUMENT" not in piece.upper())
    assert len(article_drafts(Draft(text))) == 1


def test_a_list_of_the_articles_with_their_first_sentences_is_a_cover_and_told() -> None:
    listed = "Norway will sign the quay pact on Friday, Minister Ida Vale said on Monday in the harbour."
    cover = f"1. Quay pact near, Norway says\n{listed}\n2. Quay pact near, Kenya says\n\n"
    text = f"{cover}1 of 2 DOCUMENTS\n\n{ONE}\n2 of 2 DOCUMENTS\n\n{TWO}"
    first, second = article_drafts(Draft(text))
    assert (first.text.strip(), second.text.strip()) == (ONE.strip(), TWO.strip())
    (omission,) = first.omitted
    assert omission.kind == "left-out"


def test_prose_above_cuttings_is_told() -> None:
    cutting = (
        "Quay pact near\nHarbour Post, {} June 2024\n\n" + "The council votes on the pact. " * 12 + "\n\n"
    )
    text = REPORT + "\n" + "".join(cutting.format(day) for day in (8, 9, 10))
    first, *rest = article_drafts(Draft(text))
    assert len(rest) == 2
    assert first.omitted == (Omission("left-out", f"{len(REPORT.split())} words above the first article"),)


def test_what_a_page_states_of_its_one_article_is_kept_beside_what_the_fields_state() -> None:
    stated = {"url": "https://post.example/1", "section": "World", "language": "en", "title": "The Post"}
    at = {"section": (0, 5), "title": (7, 12)}
    (draft,) = article_drafts(Draft(FIELDS, stated=stated, stated_at=at))
    assert {key: draft.stated[key] for key in stated} == {**stated, "title": "Quay pact near"}
    assert draft.stated_at["section"] == (0, 5)
    assert FIELDS[slice(*draft.stated_at["title"])] == "Quay pact near"
