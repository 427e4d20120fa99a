"""Speakers of statements: cases of language, and what a speaker's record says."""

from __future__ import annotations

from dataclasses import replace

from briefgen.annotate import speakers
from briefgen.model import Block, Document, Name, Quote, Source, Span
from tests.casefile import Case, cases
from tests.layers import layered


def article(text: str) -> Document:
    source = Source("S1", "a.txt", "", text)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span("S1", at, at + len(line)), "body", "test"))
        at += len(line) + 1
    return layered(Document(source, tuple(blocks)), "quotes")


def annotated(text: str) -> Document:
    return speakers.annotate(article(text))[0]


def line(document: Document, quote: Quote) -> str:
    words = " ".join(document.text(quote.parts[0]).split()[:2])
    speaker = quote.speaker
    if speaker is None:
        return f"{words} => not determined"
    found = [f"{words} => {document.text(speaker.name)}, {speaker.kind if speaker.key else 'unnamed'}"]
    for title, span in (("role", speaker.role), ("for", speaker.behalf), ("relays", quote.relayed)):
        if span is not None:
            found.append(f"{title}: {document.text(span)}")
    return "; ".join(found)


@cases("speakers", "speakers_offices", "speakers_never")
def test_speakers_are_told(case: Case) -> str:
    found = annotated(case.input)
    return "\n".join([line(found, q) for q in found.quotes] or ["none"])


def test_the_mention_is_the_word_that_licenses_the_speaker() -> None:
    found = annotated("Maria Lopez left on Monday.\n“The talks were long and hard,” she said.")
    quote = found.quotes[0]
    assert quote.mention is not None
    assert found.text(quote.mention) == "she"
    assert quote.speaker is not None
    assert found.text(quote.speaker.name) == "Maria Lopez"


def test_the_key_is_the_fullest_name() -> None:
    found = annotated("Maria  Lopez left on Monday.\n“The talks were long and hard,” Lopez said.")
    speaker = found.quotes[0].speaker
    assert speaker is not None
    assert speaker.key == "Maria Lopez"


def test_an_unnamed_speaker_has_no_key() -> None:
    speaker = annotated("“The talks were long and hard,” a senior official said.").quotes[0].speaker
    assert speaker is not None
    assert speaker.key is None


def test_a_document_without_quotes_stays_as_it_is() -> None:
    document = article("It rained all day.")
    assert speakers.annotate(document) == (document, ())


def test_names_found_before_say_what_an_unknown_name_is() -> None:
    document = article("Larkspur said the line was closed.")
    name = Name(Span("S1", 0, 8), "organisation", "larkspur", "Larkspur")
    found = speakers.annotate(replace(document, names=(name,)))[0].quotes[0].speaker
    assert found is not None
    assert found.kind == "organisation"


def test_parts_and_frames_are_left_as_they_were() -> None:
    document = article("“We are ready to sign,” Anna Lee said. “We only wait for the text.”")
    found = speakers.annotate(document)[0]
    kept = [(q.kind, q.parts, q.frame, q.cue) for q in document.quotes]
    assert [(q.kind, q.parts, q.frame, q.cue) for q in found.quotes] == kept
