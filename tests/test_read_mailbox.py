"""Mailboxes, mails as Apple stores them, and pages saved as one mail."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes

FIRST = """From ola@x.example Wed Mar 11 16:30:00 2026
From: Ola Vik <ola@x.example>
Date: Wed, 11 Mar 2026 16:30:00 +0100
Subject: dues

The board decided to raise
the dues.

"""
SECOND = """From mara@x.example Thu Mar 12 10:00:00 2026
From: Mara Feld <mara@x.example>
Date: Thu, 12 Mar 2026 10:00:00 +0100
Subject: Re: dues

Agreed.
>From here it goes on.

On 11/03/2026 16:30, Ola Vik wrote:
> The board decided to raise
> the dues.

"""


@pytest.mark.parametrize("name", ["all.mbox", "Inbox", "all.txt"])
def test_each_mail_of_a_mailbox_is_a_source(name: str) -> None:
    drafts, problems = read_bytes((FIRST + SECOND).encode(), name)
    assert [(d.suffix, d.stated["author"], d.stated["published"]) for d in drafts] == [
        ("#1", "Ola Vik", "2026-03-11"),
        ("#2", "Mara Feld", "2026-03-12"),
    ]
    assert drafts[1].text == "Agreed.\nFrom here it goes on.\n"
    told = [p.message for p in problems if p.slug == "file-duplicate"]
    assert told == ["1 answered mail was read once, as the mail of its own that the mailbox also holds."]


def test_an_answered_mail_that_is_not_in_the_mailbox_is_read() -> None:
    drafts, problems = read_bytes(SECOND.encode(), "a.mbox")
    assert [d.suffix for d in drafts] == ["#1", "#1.2"]
    assert not problems


def test_from_at_the_head_of_a_line_begins_no_mail() -> None:
    inside = FIRST.replace("the dues.\n", "the dues.\n\nFrom the port we hear nothing in 2026\nand wait.\n")
    drafts, _ = read_bytes(inside.encode(), "a.mbox")
    assert len(drafts) == 1


def test_what_is_no_mailbox_says_so() -> None:
    _, problems = read_bytes(b"The board decided.\n", "a.mbox")
    assert [p.slug for p in problems] == ["file-damaged"]


def test_attachments_of_a_mailbox_have_the_number_of_their_mail() -> None:
    mail = FIRST.partition("\n")[0] + (
        "\nFrom: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        "See.\n--b\nContent-Type: text/plain; name=note.txt\n\nA note.\n--b--\n"
    )
    drafts, _ = read_bytes(mail.encode(), "a.mbox")
    assert [d.suffix for d in drafts] == ["#1", "#1/note.txt"]


def test_a_mail_as_apple_stores_it() -> None:
    mail = FIRST.partition("\n")[2]
    drafts, _ = read_bytes(f'{len(mail)}      \n{mail}<?xml version="1.0"?><plist/>'.encode(), "1.emlx")
    assert drafts[0].text == "The board decided to raise\nthe dues.\n"


PAGE = """<!DOCTYPE html><html><head><title>Dues rise</title>
<meta property=3D"article:published_time" content=3D"2026-03-10T10:00:00Z"></head><body><article>
<h1>Dues rise</h1>
<p>The port=E2=80=99s board will raise its dues in May, Minister Berg said on Monday in Vik after the =
talks.</p>
<p>Unions called the step a mistake and said they would fight it in court, as they did two years ago.</p>
</article></body></html>"""
MHT = """From: <Saved by Blink>
Snapshot-Content-Location: https://paper.example/dues
Subject: Dues rise
Date: Sun, 15 Mar 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://paper.example/dues

{}
--b--
"""


@pytest.mark.parametrize("name", ["dues.mht", "dues.mhtml", "dues"])
def test_the_page_in_a_saved_page_has_its_address_and_its_own_day(name: str) -> None:
    drafts, problems = read_bytes(MHT.format(PAGE).encode(), name)
    assert "The port’s board will raise its dues" in drafts[0].text
    assert drafts[0].stated["url"] == "https://paper.example/dues"
    assert drafts[0].stated["published"] == "2026-03-10"
    assert not problems


def test_the_day_of_saving_is_not_the_day_of_the_page() -> None:
    page = PAGE.replace("article:published_time", "x")
    drafts, _ = read_bytes(MHT.format(page).encode(), "a.mht")
    assert "published" not in drafts[0].stated


def test_a_saved_page_without_a_page_says_so() -> None:
    _, problems = read_bytes(b"From: x\nContent-Type: image/png\n\nx", "a.mht")
    assert [p.slug for p in problems] == ["file-damaged"]


@pytest.mark.parametrize(("mails", "told"), [(3, 3), (4, 1)])
def test_many_mails_without_a_date_are_told_in_one_line(mails: int, told: int) -> None:
    one = "From a@x.example Wed Mar 11 16:30:00 2026\nFrom: a@x.example\n\nWords {}.\n\n"
    _, problems = read_bytes("".join(one.format(n) for n in range(mails)).encode(), "a.mbox")
    assert [p.slug for p in problems] == ["mail-day"] * told


def nested(kind: str, depth: int) -> str:
    parts = (f"Content-Type: {kind}; boundary=b{n}\n\n--b{n}\n" * (kind[:4] == "mult") for n in range(depth))
    inner = "".join(parts) or f"Content-Type: {kind}\n\n" * depth
    return f"From: a@x.example\nDate: Thu, 12 Mar 2026 10:00:00 +0100\n{inner}From: b@x.example\n\nDeep.\n\n"


@pytest.mark.parametrize("kind", ["multipart/mixed", "message/rfc822"])
def test_a_mail_of_thousands_of_nested_parts_costs_itself(kind: str) -> None:
    deep = FIRST.partition("\n")[0] + "\n" + nested(kind, 2000)
    drafts, problems = read_bytes((FIRST + deep + SECOND.partition("\nOn 11")[0]).encode(), "a.mbox")
    assert [d.suffix for d in drafts] == ["#1", "#3"]
    assert [(p.where, p.slug) for p in problems] == [("a.mbox#2", "file-damaged")]


def test_a_forwarded_mail_of_many_mails_inside_each_other_costs_itself() -> None:
    mail = "From: a@x.example\nDate: Thu, 12 Mar 2026 10:00:00 +0100\n"
    mail += "Content-Type: multipart/mixed; boundary=b\n\n"
    mail += f"--b\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{nested('message/rfc822', 300)}--b--\n"
    drafts, problems = read_bytes(mail.encode(), "m.eml")
    assert [d.text for d in drafts] == ["See below.\n"]
    assert [(p.where, p.slug) for p in problems] == [("m.eml/forwarded.eml", "file-damaged")]


def test_a_mail_over_which_the_library_stumbles_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from email.message import EmailMessage

    def stumble(part: EmailMessage) -> str:
        return {}[part["Subject"]] if "Re:" in part["Subject"] else "text"

    monkeypatch.setattr(EmailMessage, "get_content_maintype", stumble)
    drafts, problems = read_bytes((SECOND + FIRST).encode(), "a.mbox")
    assert [d.suffix for d in drafts] == ["#2"]
    assert [(p.where, p.slug) for p in problems] == [("a.mbox#1", "file-damaged")]
