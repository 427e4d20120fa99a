"""The draft of a mail: what a program of mail shows is the memo, and what it carries are its files."""

from __future__ import annotations

import base64
import email
import os
import re
import subprocess
import sys
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefgen.paper.carried import MailAddress, Material, attached_as
from briefgen.paper.memo import House, Item
from briefgen.paper.printed import folded
from briefgen.render import CARRIERS
from briefgen.render.mail_reader import SEAL
from briefgen.verify.carried import verify_carried
from tests.carried import ANNA, STYLE, material, with_basis
from tests.memo_fixture import calm_memo, line, memo

MAIL = CARRIERS["eml"]
HOSTILE = (
    "Re: {{ memo.title }} <b>d</b> & [x](http://g) TODO",
    "Bcc: all@example.org\r\nX-Unsent: 0\nline\x00\x07\u2028two",
    "عاصفة في الميناء ﷺ 東京 🚢👩‍✈️ é e\u0301 \u200bzero",
    "Ümläute " * 60,
    "Donaudampfschifffahrtsgesellschaft" * 12,
    "=?utf-8?B?SGFjaw==?= encoded already",
    '“quoted” \\ " , ; : <a@b.example> (comment)',
    "  blanks   inside \u2003 and behind  ",
    "🚢" * 120,
    "lone \ud800 and \u202eoverride\u202c",
)


def opened(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def checked(given: Material) -> bytes:
    """A mail that passes its own check."""
    data = MAIL.make(given)
    assert verify_carried(given, MAIL.reopen(data)) == ()
    return data


def test_a_draft_has_no_more_headers_than_it_needs() -> None:
    message = opened(checked(material(to=(ANNA,), cc=(MailAddress("", "c@example.org"),))))
    assert dict(message.items()) | {"Content-Type": ""} == {
        "Subject": "Harbour security: positions, partners, open issues, 10 March 2025",
        "To": "Anna Olde <anna@example.org>",
        "Cc": "c@example.org",
        "X-Unsent": "1",
        "X-Mailer": "briefgen 0.1.0",
        "MIME-Version": "1.0",
        "Content-Type": "",
    }


def test_a_draft_to_nobody_leaves_that_to_the_officer() -> None:
    assert not {"To", "Cc", "From", "Date", "Message-ID"} & set(opened(checked(material())).keys())


def test_the_subject_begins_with_the_marking_and_ends_with_the_date() -> None:
    whole = with_basis(calm_memo("LIMITED"))
    subject = opened(checked(material(whole)))["Subject"]
    assert subject == "LIMITED: Harbour security: positions, partners, open issues, 10 March 2025"
    undated = opened(checked(material(replace(whole, as_of=None))))["Subject"]
    assert undated == "LIMITED: Harbour security: positions, partners, open issues"


def test_a_long_title_is_cut_in_the_subject_and_whole_in_the_body() -> None:
    title = "On the many harbours of the coast and what was said of them " * 10
    message = opened(checked(material(with_basis(replace(calm_memo("LIMITED"), title=title)))))
    subject = str(message["Subject"])
    assert len(subject) <= 150
    assert subject.startswith("LIMITED: On the many harbours")
    assert subject.endswith("…, 10 March 2025")
    assert folded(title) in folded(body(message, "plain"))


def test_a_marking_is_never_cut() -> None:
    marking = "FOR THE EYES OF THE COUNCIL AND OF NOBODY ELSE " * 8
    subject = str(opened(checked(material(with_basis(calm_memo(marking)))))["Subject"])
    assert subject.startswith(folded(marking) + ": Harbour security")


BODY = """\
LIMITED

Harbour security: positions, partners, open issues

1 agreed on Monday to open three joint patrol routes … [S1 3]

2 Mara Lindqvist, 3 March 2025: “We will not wait for the next storm” [S1 4]

Basis: 2 documents read: S1 Azure Post

Full memo attached: harbour-security.docx.
"""


def test_the_body_gives_the_lines_in_brief_each_with_its_places() -> None:
    assert body(opened(checked(material(with_basis(calm_memo("LIMITED"))))), "plain") == BODY


def test_a_line_gives_the_places_of_all_sources_that_it_cites() -> None:
    whole = calm_memo()
    words = (House("Both: "),)
    both = Item(words, (line("S1", 5), line("S1", 3), line("S2", 3)), ("B2",), label="1")
    sections = (replace(whole.sections[0], items=(both,)), *whole.sections[1:])
    message = opened(checked(material(with_basis(replace(whole, sections=sections)))))
    assert "1 Both: [S1 5, 3; S2 3]" in body(message, "plain")


def test_a_source_that_the_basis_does_not_name_is_named() -> None:
    whole = with_basis(calm_memo())
    both = Item((House("Both: "),), (line("S1", 5), line("S2", 3)), label="1")
    sections = (replace(whole.sections[0], items=(both,)), *whole.sections[1:])
    told = body(opened(checked(material(replace(whole, sections=sections)))), "plain")
    assert "Also cited above: S2 harbour/001.txt, undated." in told
    silent = replace(whole, sections=sections, header=whole.header[:-1])
    day = "3 March 2025 (resolved from “on Monday”)"
    told = body(opened(checked(material(silent))), "plain")
    assert f"Also cited above: S1 Azure Post, {day}; S2 harbour/001.txt, undated." in told


def test_both_bodies_say_the_same_and_the_second_loads_nothing() -> None:
    message = opened(checked(material(with_basis(calm_memo("LIMITED")))))
    page = body(message, "html")
    words = re.sub(r"<[^>]+>", "", page.partition("<body")[2].partition(">")[2])
    assert words.split() == [word for word in body(message, "plain").split() if word]
    assert '<html lang="en-GB">' in page
    assert not re.search(r"<(?:img|link|script|style)\b|https?:|url\(|color:|background", page)


def test_the_parts_are_those_that_programs_of_mail_expect() -> None:
    message = opened(checked(material(None, "md", "json")))
    assert [(part.get_content_type(), part.get_filename()) for part in message.walk()] == [
        ("multipart/mixed", None),
        ("multipart/alternative", None),
        ("text/plain", None),
        ("text/html", None),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "harbour-security.docx",
        ),
        ("text/markdown", "harbour-security.md"),
        ("application/json", "harbour-security.json"),
    ]


def test_the_files_are_carried_byte_for_byte_and_named() -> None:
    given = material(None, "md")
    message = opened(checked(given))
    held = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    assert held == {f"harbour-security.{suffix}": data for suffix, data in given.files.items()}
    assert "attached: harbour-security.docx, harbour-security.md." in body(message, "plain")


def test_an_evidence_page_is_a_file_of_the_mail_and_not_its_body() -> None:
    data = "<!DOCTYPE html><p>Wörter der Quellen</p>\n".encode()
    message = opened(checked(material().carrying("html", data).carrying("odd", b"\x00")))
    page, odd = list(message.iter_attachments())[1:]
    assert (page.get_content_type(), page.get_content_charset()) == ("text/html", "utf-8")
    assert page.get_payload(decode=True) == data
    assert "Wörter" not in body(message, "html")
    assert odd.get_content_type() == "application/octet-stream"


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("grain", "grain.docx"),
        ("réforme-du-sénat", "reforme-du-senat.docx"),
        ("東京-talks", "talks.docx"),
        ("海洋安全", "memo.docx"),
        ("a" * 200, "a" * 48 + ".docx"),
    ],
)
def test_files_in_a_mail_have_names_that_every_program_keeps(topic: str, name: str) -> None:
    assert attached_as(topic, "docx") == name
    message = opened(checked(material(with_basis(replace(calm_memo(), topic=topic)))))
    assert [part.get_filename() for part in message.iter_attachments()] == [name]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_titles_and_markings_become_right_headers(words: str) -> None:
    data = checked(material(with_basis(replace(calm_memo(words), title=words))))
    subject = opened(data)["Subject"]
    assert not subject.defects
    assert str(subject).startswith(folded(words) + ": ")
    assert opened(data).keys() == ["Subject", "X-Unsent", "X-Mailer", "MIME-Version", "Content-Type"]
    assert opened(data)["X-Unsent"] == "1"


def test_hostile_words_of_sources_are_words_in_both_bodies() -> None:
    whole = with_basis(memo("LIMITED – עברית"))
    hostile = whole.sections[1].items
    sections = (replace(whole.sections[0], items=hostile), *whole.sections[1:])
    message = opened(checked(material(replace(whole, sections=sections))))
    for words in ("{{ memo.title }} {% raw %} [[marking]]", "<b>d</b>", "bell[U+0007]", "東京 🚢👩‍✈️"):
        assert words in body(message, "plain")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_of_people_stay_with_their_address(words: str) -> None:
    people = (MailAddress(words, "a@example.org"), MailAddress("", "b@example.org"))
    message = opened(checked(material(to=people)))
    assert [one.addr_spec for one in message["To"].addresses] == ["a@example.org", "b@example.org"]
    # Python keeps the blanks between the pieces of an encoded name, where programs of mail do not.
    name = message["To"].addresses[0].display_name
    assert name.replace(" ", "") == folded(words).replace(" ", "")
    assert message.keys().count("To") == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_every_line_is_short_ascii_and_ends_as_in_mails(words: str) -> None:
    people = (MailAddress(words, "a@example.org"),)
    data = checked(material(with_basis(replace(calm_memo(words), title=words)), "json", to=people))
    assert data.isascii()
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    lines = [row for row in data.split(b"\r\n") if not row.startswith(b"Content-Type: ")]
    assert max(map(len, lines)) <= 78


def test_lines_of_files_are_as_long_as_mails_have_them() -> None:
    rows = checked(material()).decode().split("\r\n")
    assert max(len(row) for row in rows if re.fullmatch(r"[A-Za-z0-9+/]{30,}", row)) == 76


def test_a_subject_goes_on_where_a_line_is_full() -> None:
    title = "On harbours of the coast and of the isles and of the rivers and of the lakes " * 2
    data = checked(material(with_basis(replace(calm_memo(), title=title, as_of=None))))
    first, second = data.decode().split("\r\n")[:2]
    word = second.split()[0]
    assert len(first) <= 76 < len(f"{first} {word}")
    assert second.startswith(" ")


@pytest.mark.parametrize(("length", "plain"), [(56, True), (57, False)])
def test_a_name_stands_as_it_is_where_a_line_has_room(length: int, plain: bool) -> None:
    name = ("Anna Olde of the Coastal League and of its many harbours and ships")[:length].ljust(length, "x")
    data = checked(material(to=(MailAddress(name, "anna@example.org"),)))
    assert (name.encode() in data) is plain


@pytest.mark.parametrize("marking", ["", "LIMITED"])
def test_a_subject_uses_the_room_that_there_is(marking: str) -> None:
    title = "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 5
    subject = str(opened(checked(material(with_basis(replace(calm_memo(marking), title=title)))))["Subject"])
    assert 148 <= len(subject) <= 150


def test_a_title_keeps_forty_characters_beside_the_longest_marking() -> None:
    title = "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 5
    subject = str(
        opened(checked(material(with_basis(replace(calm_memo("X" * 200), title=title)))))["Subject"]
    )
    kept = subject.removeprefix("X" * 200 + ": ").removesuffix(", 10 March 2025")
    assert 38 <= len(kept) <= 41


def test_the_public_checker_of_mails_finds_nothing(measures: Path, tmp_path: Path) -> None:
    given = material(with_basis(memo("LIMITED – עברית")), "md", "json", to=(ANNA,), cc=(ANNA,))
    for name, data in (("a.eml", checked(given)), ("b.eml", checked(given)), ("m.docx", given.files["docx"])):
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, measures / "eml_check.py", "a.eml", "b.eml", "--strict"]
    found = subprocess.run(
        [*command, "--expect-attachment", "m.docx"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert found.returncode == 0, found.stdout


def test_the_same_memo_gives_the_same_mail_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib; from tests.carried import ANNA, material; from briefgen.render import CARRIERS;"
        "print(hashlib.sha256(CARRIERS['eml'].make(material(None, 'json', to=(ANNA,)))).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).resolve().parent.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_a_draft_tells_whether_somebody_edited_it() -> None:
    data = checked(material())
    assert MAIL.sealed(data) is True
    assert MAIL.sealed(data.replace(b"\r\n", b"\n")) is True
    assert MAIL.sealed(data.replace(b"Harbour", b"Harbor", 1)) is False
    assert MAIL.sealed(data + b"x\r\n") is False
    assert MAIL.sealed(b"Subject: mine\r\n\r\nHello.\r\n") is None


def test_no_reader_of_mails_shows_the_seal() -> None:
    message = opened(checked(material()))
    assert "sha256" in str(message.epilogue)
    assert not any("sha256" in str(part.get_payload()) for part in message.walk() if not part.is_multipart())


def sealed_anew(data: bytes) -> bytes:
    """With the seal that it would have had, so that nothing is found by the seal alone."""
    return SEAL.put(SEAL.opened(data.replace(b"\r\n", b"\n"))).replace(b"\n", b"\r\n")


def spoilt(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return sealed_anew(data.replace(old, new, 1))


def with_page(data: bytes, old: str, new: str) -> bytes:
    """The mail with other words in its body in HTML."""
    page = body(opened(data), "html")
    assert old in page
    held = [base64.encodebytes(text.encode()) for text in (page, page.replace(old, new, 1))]
    before, after = (re.sub(rb"\s", b"", one) for one in held)
    rows = b"\r\n".join(before[at : at + 76] for at in range(0, len(before), 76))
    return spoilt(data, rows, b"\r\n".join(after[at : at + 76] for at in range(0, len(after), 76)))


SPOILT = {
    "a sender": (b"X-Unsent: 1", b"From: x@example.org\r\nX-Unsent: 1"),
    "another receiver": (b"anna@example.org", b"otto@example.org"),
    "one more receiver": (b"X-Unsent: 1", b"Bcc: x@example.org\r\nX-Unsent: 1"),
    "no draft": (b"X-Unsent: 1", b"X-Unsent: 0"),
    "another subject": (b"Subject: Harbour", b"Subject: Airport"),
    "a date cut off": (b"2025\r\n", b"\r\n"),
    "another name of a file": (b'filename="harbour-security.docx"', b'filename="harbour.docx"'),
    "a changed file": (b"UEsDB", b"UEsDC"),
    "one kind of body": (b"multipart/alternative", b"multipart/digest"),
    "another type of a file": (b"application/vnd.openxmlformats", b"application/vnd.ms-openxmlformats"),
    "a type of a file that has another name": (b' name="harbour-security.docx"', b' name="harbour.exe"'),
    "a file shown in the body": (b"Content-Disposition: attachment", b"Content-Disposition: inline"),
    "a header of a part": (
        b"Content-Disposition: att",
        b"Content-ID: <x@example.org>\r\nContent-Disposition: att",
    ),
    "a header of a body": (
        b"Content-Type: text/html",
        b"Content-Location: http://x\r\nContent-Type: text/html",
    ),
    "a header of MIME twice": (b"MIME-Version: 1.0", b"Content-Description: x\r\nMIME-Version: 1.0"),
    "other letters of a body": (b"text/html; charset=utf-8", b"text/html; charset=latin-1"),
    "words before the parts": (b'"\r\n\r\n--=_', b'"\r\n\r\nWe should agree.\r\n--=_'),
    "words behind the parts": (b"--\r\n\r\nbriefgen-content", b"--\r\nWe agree.\r\n\r\nbriefgen-content"),
    "words among figures of base64": (b"UEsDB", b"UEsD!B"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_check_finds_what_is_wrong_with_the_mail(fault: str) -> None:
    given = material(to=(ANNA,))
    wrong = verify_carried(given, MAIL.reopen(spoilt(checked(given), *SPOILT[fault])))
    assert "mail-broken" in {problem.slug for problem in wrong}


def test_the_check_finds_line_ends_and_seals_that_are_none_of_ours() -> None:
    given = material()
    data = checked(given)
    unsealed = data.rpartition(b"\r\nbriefgen-content")[0]
    bare = data.replace(b"X-Unsent: 1\r\n", b"X-Unsent: 1\n")
    for wrong in (bare, unsealed, data + b"x\r\n", data.replace(b"sha256:\r\n", b"sha256:\r\n0")):
        assert "mail-broken" in {problem.slug for problem in verify_carried(given, MAIL.reopen(wrong))}


SPOILT_PAGES = {
    "a hidden line": ('<li style="margin:0 0 8px 0">', '<li style="display:none">'),
    "a style more": ("font-size:90%", "font-size:90%;color:#fff"),
    "a style that loads": ("margin:0;padding:12px", "margin:0;background:image-set('http://x/a.png' 1x)"),
    "an attribute": ("<b>", '<b hidden="">'),
    "an attribute of the page": ("<head>", '<head profile="http://x">'),
    "another language": ('lang="en-GB"', 'lang="de-DE"'),
    "a comment": ("<ul", "<!-- We should agree. --><ul"),
    "a comment for some programs": ("<ul", "<![if !mso]><ul"),
    "a section of characters": ("<ul", "<![CDATA[We should agree.]]><ul"),
    "an instruction": ("<ul", "<?php x ?><ul"),
    "another title": ("<title>Harbour", "<title>Airport"),
    "words in the head": ('content="light dark"', 'content="hidden words"'),
    "one more entry in the head": ("<title>", '<meta name="description" content="words"><title>'),
    "an element": ("</ul>", "</ul><hr>"),
    "letters in letters": ("<b>", "<b><b>"),
    "ever smaller letters": ("[S1 3]", '<span style="font-size:85%">[S1 3]</span>'),
    "a line of another kind": ('<li style="margin:0 0 8px 0">', '<p style="margin:0 0 8px 0">'),
    "an end that is missing": ("</b>", ""),
    "an end with words": ("</ul>", "</ul hidden words>"),
    "a sign of markup": ("[S1 3]", "<[S1 3]"),
    "a page behind the page": ("</html>", "</html><html>"),
}


@pytest.mark.parametrize("fault", SPOILT_PAGES)
def test_the_check_finds_all_in_the_body_that_is_not_ours(fault: str) -> None:
    given = material(to=(ANNA,))
    wrong = verify_carried(given, MAIL.reopen(with_page(checked(given), *SPOILT_PAGES[fault])))
    assert "mail-broken" in {problem.slug for problem in wrong}


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_the_check_finds_each_line_that_is_lost_changed_moved_or_added(kind: str) -> None:
    given = material(with_basis(calm_memo("LIMITED")))
    read = MAIL.reopen(checked(given))
    lines: tuple[str, ...] = getattr(read, kind)
    spoilt = [lines[:n] + lines[n + 1 :] for n in range(len(lines))]
    spoilt += [(*lines[:n], f"{one}x", *lines[n + 1 :]) for n, one in enumerate(lines)]
    spoilt += [(*lines, "We should agree."), lines[::-1], ()]
    for wrong in spoilt:
        found = {problem.slug for problem in verify_carried(given, read._replace(**{kind: wrong}))}
        assert found & {"words-lost", "words-foreign"}, wrong


def test_a_house_that_puts_the_brief_in_a_table_has_its_mail_too() -> None:
    whole = with_basis(calm_memo())
    first = replace(whole.sections[0], layout="table", columns=(("label", "#"), ("text", "What")))
    message = opened(checked(material(replace(whole, sections=(first, *whole.sections[1:])))))
    assert "1 agreed on Monday to open three joint patrol routes … [S1 3]" in body(message, "plain")


def test_a_memo_without_lines_in_brief_has_its_mail_too() -> None:
    whole = with_basis(calm_memo())
    message = opened(checked(material(replace(whole, sections=whole.sections[1:]))))
    assert [row for row in body(message, "plain").split("\n") if row] == [
        "Harbour security: positions, partners, open issues",
        "Basis: 2 documents read: S1 Azure Post",
        "Full memo attached: harbour-security.docx.",
    ]


def test_the_words_of_the_mail_are_the_houses() -> None:
    phrases = {
        **STYLE.phrases,
        "mail-attached": "Anbei: {files}",
        "mail-subject-marked": "{subject} ({marking})",
    }
    style = replace(STYLE, phrases=phrases)
    message = opened(checked(material(with_basis(calm_memo("LIMITED")), style=style)))
    assert "Anbei: harbour-security.docx" in body(message, "html")
    assert str(message["Subject"]).endswith("10 March 2025 (LIMITED)")
