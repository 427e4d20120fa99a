"""Mails: body, header, attachments."""

from __future__ import annotations

from briefgen.read import read_bytes
from tests.material import docx, html, mail, paragraph, pdf, word_xml, zipped


def test_body_sender_date_and_subject_are_read() -> None:
    drafts, problems = read_bytes(mail("The visit – takes place.\nIn May.\n"), "m.eml")
    assert drafts[0].text == "The visit – takes place.\nIn May.\n"
    assert dict(drafts[0].stated) == {
        "title": "Visite du ministre – café",
        "author": "Jane Roe",
        "published": "2025-07-21",
    }
    assert drafts[0].clean
    assert not problems


def test_plain_text_is_preferred_to_html() -> None:
    drafts, _ = read_bytes(mail("Plain.\n", markup="<p>Marked up.</p>"), "m.eml")
    assert [d.text for d in drafts] == ["Plain.\n"]


def test_a_body_in_html_alone_is_read_as_text() -> None:
    data = (
        b"From: a@b.example\nContent-Type: text/html\n\n<style>p{}</style><p>One <b>two</b></p><p>Three</p>"
    )
    drafts, _ = read_bytes(data, "m.eml")
    assert drafts[0].text == "One two\nThree"


def test_a_blank_plain_part_gives_way_to_html() -> None:
    drafts, _ = read_bytes(mail(" \n", markup="<p>Marked up.</p>"), "m.eml")
    assert [d.text for d in drafts] == ["Marked up."]


def test_text_cut_around_a_picture_is_one_body() -> None:
    part = b"--x\nContent-Type: text/plain\n\n%s\n"
    picture = b"--x\nContent-Type: image/png; name=p.png\n\nx\n"
    data = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
    drafts, problems = read_bytes(data + part % b"One." + picture + part % b"Two." + b"--x--\n", "m.eml")
    assert [d.text for d in drafts] == ["One.\nTwo."]
    assert [p.slug for p in problems] == ["files-skipped"]


def test_a_mail_that_lost_its_boundary_is_read_as_it_stands() -> None:
    drafts, _ = read_bytes(b"From: a@b.example\nContent-Type: multipart/mixed\n\nThe words.\n", "m.eml")
    assert drafts[0].text == "The words.\n"


def test_attachments_are_sources_of_their_own() -> None:
    files = {
        "note.pdf": pdf(["A note"]),
        "paper.docx": docx(word_xml(paragraph("A paper"))),
        "page.html": html(),
    }
    drafts, problems = read_bytes(mail("See below.\n", files), "m.eml")
    assert [d.suffix for d in drafts] == ["", "/note.pdf", "/paper.docx", "/page.html"]
    assert drafts[1].text == "A note"
    assert not problems


def test_a_broken_attachment_does_not_cost_the_mail() -> None:
    drafts, problems = read_bytes(mail("See below.\n", {"note.pdf": b"%PDF-1.4 cut"}), "m.eml")
    assert [d.text for d in drafts] == ["See below.\n"]
    assert [(p.where, p.slug) for p in problems] == [("m.eml/note.pdf", "file-damaged")]


def test_a_forwarded_mail_is_a_source_of_its_own() -> None:
    inner = mail("The words of another.\n")
    data = b'From: a@b.example\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n\nSee below.\n'
    data += b"--x\nContent-Type: message/rfc822\n\n" + inner + b"\n--x--\n"
    drafts, _ = read_bytes(data, "m.eml")
    assert [(d.suffix, d.text.strip()) for d in drafts] == [
        ("", "See below."),
        ("/forwarded.eml", "The words of another."),
    ]


def test_a_zip_in_a_mail_is_not_opened() -> None:
    drafts, problems = read_bytes(mail("See.\n", {"all.zip": zipped({"a.txt": b"a"})}), "m.eml")
    assert len(drafts) == 1
    assert [(p.where, p.slug) for p in problems] == [("m.eml/all.zip", "container-nested")]


def test_an_attachment_can_not_name_a_folder() -> None:
    drafts, _ = read_bytes(mail("See.\n", {"../../etc/evil.txt": b"words"}), "m.eml")
    assert [d.suffix for d in drafts] == ["", "/evil.txt"]


def test_a_wrong_charset_is_guessed_around() -> None:
    data = "From: a@b.example\nContent-Type: text/plain; charset=x-unknown\n\nThe minister’s café\n".encode(
        "cp1252"
    )
    drafts, problems = read_bytes(data, "m.eml")
    assert drafts[0].text == "The minister’s café\n"
    assert [p.slug for p in problems] == ["encoding-guessed"]


def test_a_file_without_header_lines_is_no_mail() -> None:
    _, problems = read_bytes(b"\njust words\n", "m.eml")
    assert [p.slug for p in problems] == ["file-damaged"]


def test_a_mail_without_words_is_empty() -> None:
    _, problems = read_bytes(b"From: a@b.example\n\n \n", "m.eml")
    assert [p.slug for p in problems] == ["file-empty"]


def test_parts_beyond_the_last_that_is_read_are_counted() -> None:
    parts = "".join(f"--b\nContent-Type: text/plain\n\nPart {number}.\n" for number in range(503))
    data = f"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n".encode()
    drafts, problems = read_bytes(data, "m.eml")
    assert "Part 499." in drafts[0].text
    assert [(p.slug, p.message) for p in problems] == [
        ("files-skipped", "3 parts were not read: a mail is read up to its 500th part.")
    ]
