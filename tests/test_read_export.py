"""Exports of archives: one text, several articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.clean import clean
from briefgen.read import read_bytes, read_folder

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


def texts(data: str) -> list[str]:
    drafts, problems = read_bytes(data.encode(), "a.txt")
    assert not problems
    return [draft.text.strip() for draft in drafts]


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
        "The minister spoke.\n" * 300 + f"1 of 2 DOCUMENTS\n{ONE}\n2 of 2 DOCUMENTS\n{TWO}",
    ],
)
def test_no_other_text_is_parted(text: str) -> None:
    drafts, _ = read_bytes(text.encode(), "a.txt")
    assert [draft.text for draft in drafts] == [text]
