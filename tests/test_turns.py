"""What kind of text a document is, whose turns it has, and whose words its statements are."""

from __future__ import annotations

from pathlib import Path

from briefgen.english.speaker_labels import labels
from briefgen.loading import load
from briefgen.model import Document, Quote, Source
from briefgen.preparing import prepare
from tests.casefile import Case, cases


def read(text: str) -> Document:
    """A document as the program reads a plain text file, menus and all."""
    return prepare(Source("S1", "1.txt", "0" * 64, text))[0]


@cases("genres")
def test_what_kind_of_text_it_is(case: Case) -> str:
    genre = read(case.input).meta.genre
    return f"{genre.value}, by {genre.rule}" if genre.rule != "no-sign" else genre.value


@cases("turns")
def test_the_labels_of_turns(case: Case) -> str:
    lines = [line for line in case.input.splitlines() if line.strip()]
    found = zip(lines, labels(lines), strict=True)
    rows = [f"{one.kind}: {line[one.start : one.end]} | {line[one.words :]}" for line, one in found if one]
    return "\n".join(row.strip() for row in rows) or "none"


@cases("own_words")
def test_whose_words_they_are(case: Case) -> str:
    made = read(case.input)
    return "\n".join(said(made, quote) for quote in made.quotes) or "none"


def said(document: Document, quote: Quote) -> str:
    words = " ".join(document.text(quote.parts[0]).split()[:4])
    speaker = quote.joint or (quote.speaker.name if quote.speaker else None)
    name = " ".join(document.text(speaker).split()) if speaker else "not determined"
    role = quote.speaker.role if quote.speaker and not quote.joint else None
    behalf = quote.speaker.behalf if quote.speaker and not quote.joint else None
    told = f"; role: {document.text(role)}" if role else ""
    return f"{words} => {name}{told}" + (f"; for: {document.text(behalf)}" if behalf else "")


def test_a_question_is_no_line_of_a_memo_unless_it_quotes_somebody() -> None:
    made = read(
        "Press briefing on the harbour\n\n10 June 2024\n\n"
        "MINISTER OLDE: The harbour will open in May and the union knows it.\n\n"
        "QUESTION: Will the union get a second quay in the harbour this year?\n\n"
        "QUESTION: Anna Berg said, “this is a stab in the back of the harbour”. Is it?\n\n"
        "MINISTER OLDE: That is not what she told me on the day we met."
    )
    lines = [made.text(sentence.span) for sentence in made.citable()]
    assert not any("second quay" in line for line in lines)
    assert any("stab in the back" in line for line in lines)


def test_an_answer_knows_its_question() -> None:
    made = read(
        "Press briefing on the harbour\n\nQ: Will the union get a second quay in the harbour this year?\n\n"
        "MR. OLDE: We have promised nothing of that kind to anybody.\n\nQ: And the harbour itself?\n\n"
        "MR. OLDE: The harbour will open in May, as we have said before."
    )
    answers = [turn for turn in made.turns if turn.kind == "own"]
    asked = [made.text(turn.asked) for turn in answers if turn.asked]
    assert asked == ["Will the union get a second quay in the harbour this year?", "And the harbour itself?"]


def test_the_label_is_no_part_of_the_sentence() -> None:
    made = read(
        "Briefing\n\nMR. OLDE: The harbour will open in May and not before.\n\n"
        "MS. BERG: The union does not believe a word of this plan."
    )
    assert [made.text(s.span) for s in made.citable()][1:] == [
        "The harbour will open in May and not before.",
        "The union does not believe a word of this plan.",
    ]


def test_a_title_with_escapes_names_the_president(tmp_path: Path) -> None:
    title = "Remarks by President Berg at the \\_Harbour\\_ Summit"
    text = (
        f'---\ntitle: "{title}"\ndate: 2025-05-20\n---\n\n'
        "THE PRESIDENT: I want to thank the dockers of this town for their work.\n\n"
        "Q    Will the harbour open in May?\n\n"
        "THE PRESIDENT: It will open when the last crane is in its place.\n"
    )
    (tmp_path / "remarks.md").write_text(text, encoding="utf-8")
    made = load(tmp_path)[0].documents[0]
    assert made.meta.title
    assert made.meta.title.value == "Remarks by President Berg at the Harbour Summit"
    assert {said(made, quote).partition(" => ")[2] for quote in made.quotes} == {"Berg; role: President"}


def test_a_quotation_alone_behind_a_colon_has_its_subject_in_the_paragraph_before() -> None:
    made = read(
        "Press briefing on the harbour\n\n10 June 2024\n\n"
        "MINISTER OLDE: The harbour will open in May and the union knows it.\n\n"
        "QUESTION: Will the union get a second quay in the harbour this year?\n\n"
        "MINISTER OLDE: The mayor, the director and Karl Dahl met there on Monday, and Anna Berg said:\n\n"
        "“This is a stab in the back of the harbour and of all who work there.”\n\n"
        "QUESTION: Is it?\n\n"
        "MINISTER OLDE: That is not what she told me on the day we met."
    )
    assert not made.lost
    assert any("stab in the back" in made.text(quote.parts[0]) for quote in made.quotes)
