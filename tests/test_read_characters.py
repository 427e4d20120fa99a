"""Escapes of HTML in plain text, letters encoded twice, faults in UTF-8, signs that end lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.clean import clean
from briefgen.model import Source
from briefgen.read import read_bytes, read_folder
from briefgen.read.characters import without_entities

TEXT = "The port’s board – in Vik’s café – will raise its dues.\n\nUnions called the step “a mistake”.\n"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("it&rsquo;s &#8220;done&#8221; &amp; dusted", "it’s “done” & dusted"),
        ("the port&#x2019;s&nbsp;board", "the port’s\u00a0board"),
        ("&amp;rsquo; was escaped twice", "’ was escaped twice"),
        ("the port&#146;s board", "the port’s board"),
        ("AT&T; R&D &notone; &#10; x&y", "AT&T; R&D &notone; &#10; x&y"),
    ],
)
def test_an_escape_is_the_sign_it_stands_for(printed: str, words: str) -> None:
    assert without_entities(printed) == words


def test_escapes_in_a_text_are_told_and_its_lines_stay() -> None:
    drafts, problems = read_bytes(b"Dues rise\n\nThe port&rsquo;s &amp; the unions&rsquo; day.\n", "a.txt")
    assert drafts[0].text == "Dues rise\n\nThe port’s & the unions’ day.\n"
    assert [(p.slug, p.message) for p in problems] == [
        ("entities-read", "3 escapes of HTML are read as the signs meant, first in line 3.")
    ]


def test_escapes_in_records_are_read() -> None:
    drafts, _ = read_bytes(
        b'{"title": "Dues &ndash; up", "text": "It&#8217;s said.", "source": "A &amp; B"}', "a.json"
    )
    assert drafts[0].text == "Dues – up\n\nIt’s said."
    assert drafts[0].stated["publisher"] == "A & B"


@pytest.mark.parametrize("words", ["The portâ€™s board", "Ã‰mile at the cafÃ©", "Itâ\x80\x99s ready"])
def test_letters_encoded_twice_are_told_with_their_line(words: str) -> None:
    drafts, problems = read_bytes(f"Dues rise\n\n{words}.\n".encode(), "a.txt")
    assert words in drafts[0].text
    assert [(p.slug, p.where) for p in problems] == [("encoding-twice", "a.txt, line 3")]


@pytest.mark.parametrize("words", ["Ângela and Âmbar", "À Paris, château", "Ã alone"])
def test_letters_that_are_meant_are_not_told(words: str) -> None:
    _, problems = read_bytes(f"{words}\n".encode(), "a.txt")
    assert not problems


FAULTS = {
    "a byte no letter has": (b"Unions", b"Uni\xffons"),
    "a byte no code page has": (b"Unions", b"Uni\x81ons"),
    "a form too long": (b"Unions", b"Uni\xc0\xafons"),
    "half of a pair": (b"Unions", b"Uni\xed\xa0\x80ons"),
    "a mark without its first byte": ("–".encode(), b"\x80\x93"),
    "a mark without its last byte": ("“".encode(), b"\xe2\x80"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_utf8_with_a_fault_is_utf8(kind: str) -> None:
    right, wrong = FAULTS[kind]
    drafts, problems = read_bytes(TEXT.encode().replace(right, wrong, 1), "a.txt")
    assert "port’s" in drafts[0].text
    assert "café" in drafts[0].text
    assert drafts[0].text.count("\ufffd") == 1
    assert [p.slug for p in problems] == ["encoding-mixed"]
    assert "1 letter is lost" in problems[0].message


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r"])
def test_rarer_signs_end_a_line(sign: str) -> None:
    text = f"Dues rise in May{sign}The port board said no to it.{sign}Minister Berg said yes to all of it."
    source = Source("S1", "a.txt", "0" * 64, text)
    assert len(clean(source)[0]) == 3


def test_signs_without_width_do_not_part_the_words_of_a_record() -> None:
    drafts, _ = read_bytes(
        '{"title": "T", "text": "The co\u00adope\u200bration.\\n\\n\ufeffIt goes on."}'.encode(), "a.json"
    )
    assert drafts[0].text == "T\n\nThe cooperation.\n\nIt goes on."
    assert drafts[0].places == ((0, "title"), (3, "paragraph 1"), (21, "paragraph 2"))


def test_places_are_those_of_the_file_though_escapes_are_read(tmp_path: Path) -> None:
    printed = "Pier opens\n\nIt&rsquo;s done &amp; paid, the council said &#8211; at last.\n"
    (tmp_path / "a.txt").write_text(printed, encoding="utf-8")
    (source,), _ = read_folder(tmp_path)
    for word in ("Pier", "It", "done", "paid", "council", "at last."):
        start = source.text.index(word)
        assert printed[source.in_file(start) : source.in_file(start + len(word))] == word
    assert source.in_file(len(source.text)) == len(printed)
