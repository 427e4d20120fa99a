"""Plain text: the characters of the file, whatever its encoding."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes

ENGLISH = "“We have agreed,” the EU’s envoy said – in Besançon. The rest of the text is plain English.\n"


def text_of(data: bytes, name: str = "a.txt") -> str:
    drafts, _ = read_bytes(data, name)
    return drafts[0].text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    words = f"one{end}two{end}{end}three"
    assert text_of(words.encode()) == words


def test_nothing_is_normalised() -> None:
    words = "thin\u2009space, no-break\u00a0space, decomposed e\u0301, zero\u200bwidth, trailing  \n\n"
    assert text_of(words.encode()) == words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_honoured_and_left_out(encoding: str) -> None:
    drafts, problems = read_bytes(ENGLISH.encode(encoding), "a.txt")
    assert (drafts[0].text, drafts[0].encoding, problems) == (ENGLISH, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_byte_text_without_its_mark_is_read_with_a_word_of_warning(encoding: str) -> None:
    drafts, problems = read_bytes(b"The ministers met.\n".decode().encode(encoding), "a.txt")
    assert drafts[0].text == "The ministers met.\n"
    assert [p.slug for p in problems] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("The minister’s plan.", "cp1252"),
        ("José Peña spoke in Zürich; it cost £5 and €3.", "cp1252"),
        ("Министр иностранных дел заявил, что сотрудничество будет продолжено.", "cp1251"),
        ("外務大臣は火曜日に東京で会談し、安全保障協力を強化することで合意した。", "cp932"),
        ("外交部长星期二在东京举行会谈，同意加强安全合作。", "gb18030"),
        ("Ο υπουργός Εξωτερικών δήλωσε ότι η συνεργασία θα συνεχιστεί.", "cp1253"),
    ],
)
def test_another_encoding_is_guessed_and_the_guess_is_named(words: str, encoding: str) -> None:
    drafts, problems = read_bytes(words.encode(encoding), "a.txt")
    assert (drafts[0].text, drafts[0].encoding) == (words, encoding)
    assert [p.slug for p in problems] == ["encoding-guessed"]
    assert encoding in problems[0].message


def test_the_guess_looks_at_the_odd_letters_however_late_they_come() -> None:
    words = "Plain words. " * 20_000 + "The minister’s café."
    assert text_of(words.encode("cp1252")) == words


@pytest.mark.parametrize(
    "data", [b"ab\0cd", b"\0", bytes(range(1, 256)) * 9, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9]
)
def test_binary_data_under_a_text_suffix_is_refused(data: bytes) -> None:
    drafts, problems = read_bytes(data, "a.txt")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-binary"])


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    drafts, problems = read_bytes(data, "a.md")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-empty"])


def test_a_form_feed_does_not_make_a_file_binary() -> None:
    assert text_of(b"page one\n\x0cpage two\n") == "page one\n\x0cpage two\n"


def test_markdown_is_read_as_it_stands() -> None:
    assert text_of(b"# Title\n\n*Words*\n", "a.markdown") == "# Title\n\n*Words*\n"


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        (b"The ministry\x92s \x93plan\x94 costs \x803m.", "The ministry’s “plan” costs €3m."),
        (b"\xc9milie Roy", "Émilie Roy"),
        (b"caf\xe9", "café"),
        (b"caf\xe9 \xe2\x80\x93 na\xefve", "café – naïve"),
    ],
)
def test_a_line_of_an_old_file_in_a_unicode_text_is_read_as_what_it_is(odd: bytes, words: str) -> None:
    before = "The café – worth €3m – is near the harbour, and the ferry sails at noon.\n"
    drafts, problems = read_bytes(before.encode() + odd + b"\n", "a.txt")
    assert (drafts[0].text, drafts[0].encoding) == (before + words + "\n", "utf-8")
    assert [p.slug for p in problems] == ["encoding-mixed"]
    assert "line 2" in problems[0].message


def test_a_unicode_text_cut_inside_a_letter_loses_that_letter_only() -> None:
    drafts, _ = read_bytes("The café near the quay is closed, said the naïve".encode() + b" caf\xc3", "a.txt")
    assert drafts[0].text == "The café near the quay is closed, said the naïve caf\ufffd"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("It wasn\u0092t \u0093ready\u0094 \u0096 yet.", "It wasn’t “ready” – yet."),
        ("\u0091Yes\u0092, for \u008010", "‘Yes’, for €10"),
    ],
)
def test_marks_numbered_as_in_an_old_file_are_read_as_marks(printed: str, words: str) -> None:
    drafts, problems = read_bytes(printed.encode(), "a.txt")
    assert drafts[0].text == words
    assert [p.slug for p in problems] == ["encoding-mixed"]


@pytest.mark.parametrize("words", ["It isnâ\u0080\u0099t ready.", "one\u0085two", "Itâ€™s ready."])
def test_letters_decoded_twice_and_line_signs_stay(words: str) -> None:
    drafts, problems = read_bytes(words.encode(), "a.txt")
    assert drafts[0].text == words
    assert [p.slug for p in problems] == (["encoding-twice"] if "â" in words else [])
