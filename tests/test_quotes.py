"""Quoted and reported statements: cases of language, joins, frames, unbalanced marks."""

from __future__ import annotations

from briefgen.annotate import quotations, quotes
from briefgen.model import Block, Document, Label, Source, Span
from tests.casefile import Case, cases
from tests.layers import layered


def article(text: str, wrapped: bool = False, label: Label = "body") -> Document:
    """One block a line; with `wrapped` the whole text is one block."""
    source = Source("S1", "a.txt", "", text)
    blocks, at = [], 0
    for line in [text] if wrapped else text.split("\n"):
        if line.strip():
            blocks.append(Block(Span("S1", at, at + len(line)), label, "test"))
        at += len(line) + 1
    return layered(Document(source, tuple(blocks)), "sentences")


def statements(text: str, wrapped: bool = False) -> list[str]:
    found, _ = quotes.annotate(article(text, wrapped))
    lines = [
        f"{q.kind}: {' || '.join(found.text(p).replace(chr(10), ' ') for p in q.parts)}" for q in found.quotes
    ]
    return lines or ["none"]


@cases("quotes", "quotes_indirect")
def test_statements_are_found_and_cut(case: Case) -> str:
    return "\n".join(statements(case.input, wrapped="wrapped" in case.title))


def test_a_quote_keeps_the_sentences_of_the_reporter() -> None:
    text = "It rained. “We are ready to sign,” Anna Lee said. “We only wait for the text.” Then she left."
    found, _ = quotes.annotate(article(text))
    assert [found.text(span) for span in found.quotes[0].frame] == [
        "“We are ready to sign,” Anna Lee said.",
        "“We only wait for the text.”",
    ]


def test_the_cue_is_the_speech_verb() -> None:
    found, _ = quotes.annotate(article("“We are ready to sign,” Anna Lee added."))
    cue = found.quotes[0].cue
    assert cue is not None
    assert found.text(cue) == "added"


def test_according_to_is_a_cue_of_two_words() -> None:
    found, _ = quotes.annotate(article("The talks will start in May, according to the ministry."))
    cue = found.quotes[0].cue
    assert cue is not None
    assert found.text(cue) == "according to"


def test_a_quotation_that_never_closes_is_reported_with_its_line() -> None:
    text = 'It rained.\nAnna Lee said, "We are ready to sign.\nThen she left.'
    found, _ = quotes.annotate(article(text))
    _, problems = quotations.annotate(found)
    assert [(p.slug, p.where) for p in problems] == [("quote-unbalanced", "a.txt, line 2")]
    assert found.text(found.quotes[0].parts[0]) == "We are ready to sign."


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_no_problem() -> None:
    text = "Anna Lee said: “We are ready to sign.\n“We only wait for the text.”"
    found, _ = quotes.annotate(article(text))
    assert quotations.annotate(found)[1] == ()
    assert len(found.quotes) == 1


def test_captions_are_not_searched() -> None:
    found, problems = quotes.annotate(article("“We are ready,” Anna Lee said.", label="caption"))
    assert (found.quotes, problems) == ((), ())


def test_speakers_are_left_to_the_next_stage() -> None:
    found, _ = quotes.annotate(article("“We are ready to sign,” Anna Lee said."))
    assert found.quotes[0].speaker is None
    assert found.quotes[0].mention is None


def test_quotes_stand_in_reading_order() -> None:
    text = "The talks will start, she said. “We are ready,” Anna Lee said. She said that it was late."
    found, _ = quotes.annotate(article(text))
    starts = [q.parts[0].start for q in found.quotes]
    assert starts == sorted(starts)
    assert [q.kind for q in found.quotes] == ["indirect", "direct", "indirect"]
