"""What mails answer and forward, and what of a mail is not its writer's: whole mails, and mails in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest

from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.model import KEPT, Metadata, Source
from briefgen.read import read_bytes, read_folder
from briefgen.read.draft import Draft
from briefgen.read.mail_body import unflowed
from briefgen.read.mail_days import mail_day
from tests.casefile import Case, cases

HEAD = (
    "From: Mara Feld <mara@unit.example>\nTo: desk@unit.example\nDate: Thu, 12 Mar 2026 10:00:00 +0100\n"
    "Subject: Re: harbour dues\nMIME-Version: 1.0\nContent-Type: text/{}; charset=utf-8\n\n"
)


def source_of(draft: Draft) -> Source:
    return Source(
        "S1", "m.eml" + draft.suffix, "0" * 64, draft.text, stated=draft.stated, places=draft.places,
        clean=draft.clean, mail=draft.mail,
    )  # fmt: skip


def printed(draft: Draft) -> Iterator[str]:
    yield f"{draft.stated.get('author', '-')}, {draft.stated.get('published', '-')}"
    source = source_of(draft)
    for block in clean(source)[0]:
        words = " ".join(source.text[block.span.start : block.span.end].split())
        yield words if block.label in KEPT else f"out {block.rule}: {words}"


@cases("mail")
def test_a_mail_gives(case: Case) -> str:
    drafts, _ = read_bytes((HEAD.format("plain") + case.input).encode(), "m.eml")
    return "\n".join(line for draft in drafts for line in printed(draft))


@cases("mail")
def test_no_mark_is_left_in_any_text(case: Case) -> str:
    drafts, _ = read_bytes((HEAD.format("plain") + case.input).encode(), "m.eml")
    marked = [line for draft in drafts for line in draft.text.split("\n") if line.startswith(">")]
    assert marked == [line for line in case.expected.split("\n") if line.startswith(">")]
    return case.expected


QUOTED = "Ola Vik &lt;ola@port.example&gt;"
OWN, BELOW = "<p>The dues will rise.</p>", "<p>The board decided yesterday.</p>"
IN_HTML = {
    "Gmail": f"""{OWN}<div class="gmail_quote"><div class="gmail_attr">On Wed, Mar 11, 2026 at 4:30&#8239;PM
        {QUOTED} wrote:<br></div><blockquote class="gmail_quote">{BELOW}</blockquote></div>""",
    "Outlook": f"""{OWN}<div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> {QUOTED}<br><b>Sent:</b>
        Wednesday, March 11, 2026 4:30 PM<br><b>To:</b> Mara<br><b>Subject:</b> dues</p></div>{BELOW}""",
    "Outlook on the web, in German": f"""{OWN}<hr><div id="divRplyFwdMsg"><b>Von:</b> Ola Vik<br>
        <b>Gesendet:</b> Mittwoch, 11. März 2026 16:30<br><b>An:</b> Mara<br><b>Betreff:</b> x</div>
        {BELOW}""",
    "Thunderbird": f"""{OWN}<div class="moz-cite-prefix">On 11/03/2026 16:30, Ola Vik wrote:<br></div>
        <blockquote type="cite" cite="mid:x">{BELOW}</blockquote>""",
    "Notes, as a table": f"""{OWN}<table><tr><td>From:</td><td>Ola Vik</td></tr><tr><td>To:</td>
        <td>Mara</td></tr><tr><td>Date:</td><td>11.03.2026 16:30</td></tr><tr><td>Subject:</td><td>x</td></tr>
        </table>{BELOW}""",
}


@pytest.mark.parametrize("program", IN_HTML)
def test_a_mail_in_html_and_what_it_answers(program: str) -> None:
    drafts, _ = read_bytes((HEAD.format("html") + IN_HTML[program]).encode(), "m.eml")
    assert [(d.text.strip(), d.stated["author"], d.stated["published"]) for d in drafts] == [
        ("The dues will rise.", "Mara Feld", "2026-03-12"),
        ("The board decided yesterday.", "Ola Vik", "2026-03-11"),
    ]


def test_an_indented_paragraph_in_html_is_the_writers_own() -> None:
    body = "<p>We agree on this.</p><blockquote style='margin:40px'>The board decides.</blockquote>"
    drafts, _ = read_bytes((HEAD.format("html") + body).encode(), "m.eml")
    assert [d.text for d in drafts] == ["We agree on this.\nThe board decides.\n"]


def test_the_hidden_first_line_of_a_newsletter_is_not_read() -> None:
    body = "<div style='display:none;max-height:0'>Preview</div><p>The board decided.</p>"
    drafts, _ = read_bytes((HEAD.format("html") + body).encode(), "m.eml")
    assert drafts[0].text == "The board decided.\n"


@pytest.mark.parametrize(
    ("words", "until", "day"),
    [
        ("10/03/2026 16:30", "2026-03-12", "2026-03-10"),
        ("3/10/2026 4:30 PM", "2026-03-12", "2026-03-10"),
        ("02/03/2026 16:30", "2026-03-12", "2026-03-02"),
        ("2/3/2026 4:30 PM", "2026-03-12", "2026-02-03"),
        ("02/03/2026", "2026-03-12", "2026"),
        ("mar. 10 mars 2026 à 16:30", "", "2026-03-10"),
        ("ter., 10 de mar. de 2026 às 16:30", "", "2026-03-10"),
        ("last week", "", "last week"),
    ],
)
def test_the_day_of_an_answered_mail(words: str, until: str, day: str) -> None:
    assert mail_day(words, until) == day


def test_lines_that_flow_are_one() -> None:
    assert unflowed("One \ntwo.\n> Three \n> four.\n>> five\n-- \nMara") == (
        "One two.\n> Three four.\n> > five\n-- \nMara"
    )


@pytest.mark.parametrize(
    ("delsp", "text"),
    [
        ("; delsp=yes", "漁船が港に入る。\n"),
        ("; DelSp=no", "漁船が 港に入る。\n"),
        ("", "漁船が 港に入る。\n"),
    ],
)
def test_a_blank_that_only_lets_a_line_flow_is_no_part_of_the_words(delsp: str, text: str) -> None:
    head = HEAD.format("plain").replace("utf-8", f"utf-8; format=flowed{delsp}")
    drafts, _ = read_bytes((head + "漁船が \n港に入る。\n").encode(), "m.eml")
    assert drafts[0].text == text


def test_who_a_forwarded_mail_is_from_on_behalf_of_a_list() -> None:
    body = "See.\n\nFrom: Desk <d@x.example> on behalf of Ola Vik <o@x.example>\nSent: 11 March 2026 16:30\n"
    drafts, _ = read_bytes((HEAD.format("plain") + body + "To: Mara\nSubject: x\n\nNo.\n").encode(), "m.eml")
    assert drafts[1].stated["author"] == "Ola Vik"


def said(head: str, body: str = "The board decided.\n") -> tuple[dict[str, str], list[str]]:
    drafts, problems = read_bytes((head + "\n" + body).encode(), "m.eml")
    return dict(drafts[0].stated), [f"{p.slug}: {p.message}" for p in problems]


DATE = "Date: Thu, 12 Mar 2026 10:00:00 +0100\n"


@pytest.mark.parametrize(
    ("head", "author", "publisher"),
    [
        ("From: Ola Vik <o@x.example>\n", "Ola Vik", "Ola Vik"),
        ("From: o@x.example\n", "o@x.example", "o@x.example"),
        ('From: "Desk on behalf of Ola Vik" <d@x.example>\n', "Ola Vik", "Ola Vik"),
        ("From: Post im Auftrag von Ola Vik <d@x.example>\n", "Ola Vik", "Ola Vik"),
        ("From: Bureau de la part de Ola Vik <d@x.example>\n", "Ola Vik", "Ola Vik"),
        ("From: =?utf-8?Q?=C3=98la_Vik?= <o@x.example>\n", "Øla Vik", "Øla Vik"),
        ("From: Ola Vik <o@x.example>\nOrganization: Port of Vik\n", "Ola Vik", "Port of Vik"),
        ("From: Ola Vik <o@x.example>, Ida Vale <i@x.example>\n", "Ola Vik, Ida Vale", "Ola Vik, Ida Vale"),
        ("From: Harbour Weekly <n@x.example>\nList-Unsubscribe: <u>\n", "", "Harbour Weekly"),
        (
            "From: Ola Vik via forum <f@x.example>\nList-Id: Harbour Forum <f.x.example>\nList-Post: <x>\n",
            "Ola Vik",
            "Harbour Forum",
        ),
        ("Subject: dues\n", "", ""),
    ],
)
def test_who_writes_a_mail_and_who_publishes_it(head: str, author: str, publisher: str) -> None:
    stated, _ = said(head + DATE)
    assert (stated.get("author", ""), stated.get("publisher", "")) == (author, publisher)


@pytest.mark.parametrize(
    ("head", "day", "told"),
    [
        (DATE, "2026-03-12", []),
        ("Date: 12 Mar 26 23:30 EST\n", "2026-03-12", []),
        (
            "Received: from a by b; Thu, 12 Mar 2026 10:00:00 +0100\n"
            "Received: from c by a; Wed, 11 Mar 2026 23:59 +0100\n",
            "2026-03-11",
            ["mail-day: It has no line with its date; its day is that of its Received line."],
        ),
        (
            "Date: Mon, 30 Feb 2026 10:00:00 +0100\n",
            "",
            ["mail-day: Its date “Mon, 30 Feb 2026 10:00:00 +0100” is none; it counts as undated."],
        ),
        (
            "Date: Thu, 01 Jan 1970 00:00:00 +0000\nDelivery-Date: Thu, 12 Mar 2026 10:00:00 +0100\n",
            "2026-03-12",
            [
                "mail-day: Its date “Thu, 01 Jan 1970 00:00:00 +0000” is none; its day is that of its"
                " Delivery-Date line."
            ],
        ),
    ],
)  # fmt: skip
def test_the_day_of_a_mail(head: str, day: str, told: list[str]) -> None:
    stated, problems = said("From: Ola Vik <o@x.example>\n" + head)
    assert (stated.get("published", ""), problems) == (day, told)


def meta(body: str) -> Metadata:
    drafts, _ = read_bytes((HEAD.format("plain") + body).encode(), "m.eml")
    source = source_of(drafts[0])
    return describe(source, clean(source)[0])[0]


@pytest.mark.parametrize(
    ("body", "restricted"),
    [
        ("The dues will rise.\n\nPlease do not quote the figure outside the house.\n", True),
        ("Not for onward distribution. The dues will rise.\n", True),
        ("The dues will rise. Please don’t forward this.\n", True),
        ("EMBARGOED UNTIL 13 MARCH\n\nThe dues will rise.\n", True),
        ("The ministry did not quote a figure, and did not publish the table.\n", False),
    ],
)
def test_a_wish_not_to_be_quoted_is_a_caveat(body: str, restricted: bool) -> None:
    assert ("restricted" in [flag.kind for flag in meta(body).flags]) is restricted


def test_the_wish_is_told_with_its_place() -> None:
    (flag,) = meta("The dues will rise.\n\nPlease do not quote the figure.\n").flags
    assert flag.detail == "paragraph 2"


def test_a_mail_is_dated_by_its_own_header_whatever_it_answers() -> None:
    found = meta(
        "The dues rise.\n\nOn 11/03/2026 16:30, Ola Vik wrote:\n> Published 2 February 2020. Will they?\n"
    )
    assert (found.published.value, found.published.note) == ("2026-03-12", "container")


SAVED = (
    "From: Mara Feld\nSent: 12 March 2026 10:00\nTo: Ola Vik\nSubject: RE: harbour dues\n\n"
    "The dues will rise in May, the port told us.\n\nOn 11/03/2026 16:30, Ola Vik <o@x.example> wrote:\n"
    "> Will the dues\n> rise?\n"
)


def test_a_mail_saved_as_text_and_what_it_answers(tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text(SAVED)
    sources, problems = read_folder(tmp_path)
    assert [s.file for s in sources] == ["mail.txt", "mail.txt#2"]
    assert (sources[1].text, sources[1].stated["author"]) == ("Will the dues\nrise?\n", "Ola Vik")
    assert sources[1].place(14) == "line 10"
    assert not problems
    found, _ = describe(sources[0], clean(sources[0])[0])
    assert (found.published.value, found.title and found.title.value) == ("2026-03-12", "RE: harbour dues")


@pytest.mark.parametrize(
    "text",
    [
        "# Talks\n\nAnna Olde wrote:\n\n> We are ready.\n\nThe port agreed.\n",
        "From: the port\nThe dues will rise.\n> 50 ships call at Vik.\n",
    ],
)
def test_a_quotation_in_a_text_is_no_mail(text: str) -> None:
    drafts, _ = read_bytes(text.encode(), "a.md")
    assert [(d.text, d.mail) for d in drafts] == [(text, False)]


def test_a_conversation_without_end_is_read(tmp_path: Path) -> None:
    lines = ("{0} On {1} March 2026, Ola Vik wrote:\n{0}> Words {2}.\n",) * 200
    deep = "".join(line.format(">" * n, n % 28 + 1, n) for n, line in enumerate(lines))
    drafts, _ = read_bytes((HEAD.format("plain") + "Yes.\n\n" + deep).encode(), "m.eml")
    assert "Words 199." in drafts[-1].text
    assert not any(line.startswith(">") for draft in drafts for line in draft.text.split("\n"))


def test_a_thread_saved_as_text_is_parted_at_its_heads() -> None:
    head = (
        "From: {}\nSent: {} June 2024\nTo: Desk\nSubject: Quays\n\nThe pact on the quays of {} is near.\n\n"
    )
    thread = head.format("Jun Park", 8, "Norwick") + head.format("Ada Lund", 7, "Kelby")
    drafts, _ = read_bytes(thread.encode(), "a.txt")
    assert [(d.suffix, "Norwick" in d.text, "Kelby" in d.text) for d in drafts] == [
        ("", True, False),
        ("#2", False, True),
    ]
    assert (drafts[1].stated["author"], drafts[1].stated["published"]) == ("Ada Lund", "2024-06-07")


@pytest.mark.parametrize(
    "body",
    [
        "\n" * 40_000,
        "To: a;\n" * 8_000,
        "To: a;\n" + "b@x.example;\n" * 300_000,
        "---\n" * 30_000,
        "Thanks\n" * 30_000,
        "Unsubscribe\n" * 9_000 + ("word " * 20 + ".\n") * 10_000,
    ],
)
def test_many_lines_of_a_mail_take_no_more_time_each(body: str) -> None:
    start = process_time()
    drafts, _ = read_bytes((HEAD.format("plain") + "One.\n" + body + "Two.\n").encode(), "m.eml")
    assert [block for draft in drafts for block in clean(source_of(draft))[0]]
    assert process_time() - start < 5


def test_lines_that_flow_without_end_are_put_together_once() -> None:
    start = process_time()
    assert unflowed("words \n" * 1_000_000) == "words " * 1_000_000
    assert process_time() - start < 5


@pytest.mark.parametrize(
    "text",
    [
        "The visit\n\nFrom: Oslo\nTo: Bergen\nDate: 8 June 2024\n\nThe minister goes by train.\n",
        "From: 10:00\nTo: 12:00\nDate: 8 June 2024\nSubject: dues\n\nThe board met.\n",
        "The talks\n\nHe wrote on 5 May 2024 10:00:\n> We are ready.\n> We wait.\n",
        "The year\n\n> 5% growth\n\nThe port says so.\n",
    ],
)
def test_own_words_of_a_text_are_no_mail(text: str) -> None:
    drafts, _ = read_bytes(text.encode(), "a.txt")
    assert [(d.text, d.mail) for d in drafts] == [(text, False)]


@pytest.mark.parametrize(
    "own",
    [
        "--------------------\nFrom: Oslo\nTo: Bergen\n",
        "From: Oslo\nTo: Bergen\nDate: 8 June 2024\n",
        "From: Oslo\nTo: Bergen\nSubject: rails\n",
        "From: 10:00\nTo: 12:00\nDate: 8 June 2024 10:00\nSubject: dues\n",
    ],
)
def test_a_plan_in_the_words_of_a_mail_is_no_head(own: str) -> None:
    body = f"The plan stands.\n\n{own}\nThe minister goes by train.\n"
    drafts, _ = read_bytes((HEAD.format("plain") + body).encode(), "m.eml")
    assert [draft.text for draft in drafts] == [body]


def digest(count: int) -> str:
    """Mails in a row, each with its head, of persons and days by their numbers."""
    head = "From: Person {0} <p{0}@x.example>\nSent: {1} March 2025 10:00\nTo: Desk\nSubject: No {0}\n\n"
    return "".join(f"{head.format(n, n % 28 + 1)}Words {n}: 5 > 3.\n\n" for n in range(1, count + 1))


def test_each_mail_of_a_digest_is_a_source() -> None:
    drafts, _ = read_bytes((HEAD.format("plain") + "See.\n\n" + digest(65)).encode(), "m.eml")
    assert [(d.stated["author"], d.text) for d in drafts[1:]] == [
        (f"Person {n}", f"Words {n}: 5 > 3.\n") for n in range(1, 66)
    ]
    assert not any(draft.omitted for draft in drafts)


@pytest.mark.parametrize("name", ["m.eml", "m.txt"])
def test_mails_behind_the_last_that_is_read_are_told(name: str) -> None:
    head = HEAD.format("plain") if name == "m.eml" else HEAD.partition("MIME")[0] + "\n"
    drafts, _ = read_bytes((head + "See.\n\n" + digest(1002)).encode(), name)
    assert len(drafts) == 1000
    assert [tuple(one) for draft in drafts for one in draft.omitted] == [
        ("left-out", "3 answered mails behind the first 1,000")
    ]


def nested(depth: int) -> str:
    """Mails inside each other, each with more marks; the words have a mark of their own."""
    lines = "{0} On {1} March 2025 at 10:00, Person {2} wrote:\n{0}> Words {2}: 5 > 3.\n"
    return "".join(lines.format(">" * n, n % 28 + 1, n) for n in range(depth))


def test_each_mail_inside_another_has_its_writer() -> None:
    drafts, _ = read_bytes((HEAD.format("plain") + "Yes.\n\n" + nested(40)).encode(), "m.eml")
    assert [(d.stated["author"], d.text) for d in drafts[1:]] == [
        (f"Person {n}", f"Words {n}: 5 > 3.\n") for n in range(40)
    ]


def test_what_lies_deeper_is_nobodys_and_keeps_its_words() -> None:
    drafts, _ = read_bytes((HEAD.format("plain") + "Yes.\n\n" + nested(65)).encode(), "m.eml")
    assert "author" not in drafts[-1].stated
    assert "Words 64: 5 > 3.\n" in drafts[-1].text
