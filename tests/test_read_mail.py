"""Mails: body, header, attachments."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes
from briefgen.read.mail_heads import sender_name
from tests.material import docx, html, mail, paragraph, pdf, word_xml, zipped


def test_body_sender_date_and_subject_are_read() -> None:
    drafts, problems = read_bytes(mail("The visit – takes place.\nIn May.\n"), "m.eml")
    assert drafts[0].text == "The visit – takes place.\nIn May.\n"
    assert dict(drafts[0].stated) == {
        "title": "Visite du ministre – café",
        "author": "Jane Roe",
        "publisher": "Jane Roe",
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
    assert drafts[0].text == "One two\nThree\n"


def test_a_blank_plain_part_gives_way_to_html() -> None:
    drafts, _ = read_bytes(mail(" \n", markup="<p>Marked up.</p>"), "m.eml")
    assert [d.text for d in drafts] == ["Marked up.\n"]


def test_text_cut_around_a_picture_is_one_body() -> None:
    part = b"--x\nContent-Type: text/plain\n\n%s\n"
    picture = b"--x\nContent-Type: image/png; name=p.png\n\nx\n"
    data = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
    drafts, problems = read_bytes(data + part % b"One." + picture + part % b"Two." + b"--x--\n", "m.eml")
    assert [d.text for d in drafts] == ["One.\nTwo.\n"]
    assert [p.slug for p in problems] == ["mail-day", "format-refused"]


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
    assert [p.slug for p in problems] == ["encoding-guessed", "mail-day"]


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
    assert [(p.slug, p.message) for p in problems if p.slug != "mail-day"] == [
        ("files-skipped", "3 parts were not read: a mail is read up to its 500th part.")
    ]


def parts(body: str) -> list[tuple[str, str, str, str]]:
    """Suffix, writer, day and first words of each source of a mail with this body."""
    drafts, _ = read_bytes(mail(body), "m.eml")
    return [
        (d.suffix, d.stated.get("author", ""), d.stated.get("published", ""), d.text.split("\n")[0])
        for d in drafts
    ]


def test_an_answered_mail_is_a_source_of_its_own_with_its_own_day() -> None:
    body = "It was said yesterday.\n\n-----Original Message-----\nFrom: Eva Roe <eva@x.example>\n"
    body += "Sent: Tuesday, 15 July 2025 16:30\nTo: Jane\nSubject: figures\n\nWhat was said?\n"
    assert parts(body) == [
        ("", "Jane Roe", "2025-07-21", "It was said yesterday."),
        ("#2", "Eva Roe", "2025-07-15", "What was said?"),
    ]


def test_marked_lines_are_those_of_the_answered_mail() -> None:
    body = "The deal is dead.\n\nOn Fri, 18 Jul 2025 at 18:26, Otto Brandt <otto@x.example> wrote:\n"
    body += "> The talks will go on in the harbour next week. Minister Anna\n> Olde said so.\n"
    assert parts(body) == [
        ("", "Jane Roe", "2025-07-21", "The deal is dead."),
        (
            "#2",
            "Otto Brandt",
            "2025-07-18",
            "The talks will go on in the harbour next week. Minister Anna Olde said so.",
        ),
    ]


def test_an_answer_below_the_marked_lines_is_the_answer() -> None:
    body = "On Fri, Jul 18, 2025 at 6:26 PM Otto Brandt <otto@x.example>\nwrote:\n> Where?\n\nIn Oslo.\n"
    assert [part[3] for part in parts(body)] == ["In Oslo.", "Where?"]


def test_a_mail_answered_by_the_answered_mail_is_a_third_source() -> None:
    body = "Yes.\n\nOn 18 July 2025, Otto Brandt wrote:\n> No.\n>\n"
    body += "> On 17 July 2025, Eva Roe wrote:\n> > Is it so?\n"
    assert [(part[0], part[1], part[3]) for part in parts(body)] == [
        ("", "Jane Roe", "Yes."),
        ("#2", "Otto Brandt", "No."),
        ("#3", "Eva Roe", "Is it so?"),
    ]


def test_a_mail_that_only_forwards_is_that_mail() -> None:
    body = "---------- Forwarded message ---------\nFrom: Eva Roe <eva@x.example>\n"
    body += "Date: 15 July 2025\n\nThe talks go on.\n"
    assert [(part[1], part[3]) for part in parts(body)] == [("Eva Roe", "The talks go on.")]


def test_somebody_who_wrote_something_is_no_answered_mail() -> None:
    for wrote in (
        "On 18 July 2025 the minister wrote:",
        "On 18 July, Anna Olde wrote:",
        "On Monday, A. Olde wrote:",
    ):
        assert len(parts(f"The council met.\n{wrote}\nWe are ready.\n")) == 1


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ('"Vale, Ida" <ida@example.org>', "Ida Vale"),
        ("Vale, Ida M. <ida@example.org>", "Ida M. Vale"),
        ("Ministry of Trade, Norwick <press@example.org>", "Ministry of Trade, Norwick"),
        ("Quay Weekly <news@example.org>", "Quay Weekly"),
    ],
)
def test_a_sender_has_his_given_name_first(sender: str, name: str) -> None:
    assert sender_name(sender) == name
