"""What the memo says: words of the sources only, each in its section, with speaker, date and place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.annotate import ANNOTATORS
from briefgen.compose.clause import clause
from briefgen.model import Block, Document, DocumentDate, Metadata, Source, Span
from briefgen.paper.memo import Cited, House, Memo, Text
from briefgen.pipeline import Request, load, run
from tests.casefile import Case, cases
from tests.layers import layered
from tests.made import runs

ROOT = Path(__file__).resolve().parent.parent


def document(text: str, name: str = "S1") -> Document:
    """A dated document whose lines are body paragraphs, with all layers."""
    source = Source(name, "case.txt", "0" * 64, text)
    blocks = tuple(
        Block(Span(name, found.start(), found.end()), "body", "case")
        for found in re.finditer(r"[^\n]+", text)
    )
    made = Document(source, blocks, Metadata(published=DocumentDate("2024-03-12", "stated")))
    for annotate in ANNOTATORS.values():
        made, _ = annotate(made)
    return made


def printed(text: Text, made: Document) -> str:
    return "".join(run.text if isinstance(run, House) else made.text(run.span) for run in text)


@cases("clause")
def test_cases_of_clauses(case: Case) -> str:
    start, end = case.input.index("[["), case.input.index("]]") - 2
    words = case.input.replace("[[", "").replace("]]", "")
    whole = Span("S1", 0, len(words))
    bare = Document(Source("S1", "case.txt", "0" * 64, words), (Block(whole, "body", "case"),))
    made = layered(bare, "quotations")
    return printed(clause(made, whole, Span("S1", start, end)), made)


@cases("occasions")
def test_cases_of_occasions(case: Case) -> str:
    made = document(case.input)
    which = "last: " if case.expected.startswith("last: ") else ""
    quote = made.quotes[-1] if which else made.quotes[0]
    parts = (
        quote.dated.value if quote.dated else "-",
        made.text(quote.place) if quote.place else "-",
        made.text(quote.occasion) if quote.occasion else "-",
    )
    return which + " | ".join(parts)


@pytest.fixture(scope="module")
def memo(tmp_path_factory: pytest.TempPathFactory) -> Memo:
    """The memo on asia-security from the shipped documents."""
    out = tmp_path_factory.mktemp("memo")
    written, _ = run(Request(("asia-security",), ROOT / "seeds", out, ("json",)))
    assert written[0].memo
    return written[0].memo


def section(memo: Memo, name: str) -> tuple[str, ...]:
    """Each item of a section as one line of its printed words."""
    corpus, _ = load(ROOT / "seeds")
    found = next(s for s in memo.sections if s.id == name)
    return tuple(
        " ".join(run.text if isinstance(run, House) else corpus.text(run.span) for run in runs(item))
        for item in found.items
    )


def test_every_item_that_prints_a_source_cites_it(memo: Memo) -> None:
    for part in memo.sections:
        if part.id == "sources":
            continue
        for item in part.items:
            cited = [run.span for run in runs(item) if isinstance(run, Cited)]
            assert item.cites, (part.id, item)
            assert cited, (part.id, item)


def test_every_cited_span_has_one_footnote(memo: Memo) -> None:
    spans = [note.span for note in memo.footnotes]
    assert len(spans) == len(set(spans))
    assert {span for s in memo.sections for item in s.items for span in item.cites} == set(spans)


def test_a_rewrite_is_never_quoted_and_counts_once(memo: Memo) -> None:
    rewrite = next(s for s in memo.sources if "rewrite" in s.file)
    assert not rewrite.used
    for part in memo.sections:
        if part.id in ("discrepancies", "sources"):
            continue
        assert not [span for item in part.items for span in item.cites if span.source == rewrite.id]


def test_events_still_ahead_are_announced(memo: Memo) -> None:
    lines = [line for line in section(memo, "chronology") if "22 July 2025" in line or "24 July 2025" in line]
    assert lines
    assert all("Announced" in line for line in lines)


def test_tags_of_the_site_are_no_partners(memo: Memo) -> None:
    partners = next(s for s in memo.sections if s.id == "partners")
    names = {item.name for item in partners.items}
    assert {"Japan", "South Korea", "Australia", "China"} <= names
    assert not names & {"Bhutan", "Cambodia", "Maldives", "Mongolia", "Timor-Leste", "Somalia"}


def test_an_undated_source_gets_no_day(memo: Memo) -> None:
    wire = next(s for s in memo.sources if "wire" in s.file)
    assert wire.published.value is None
    assert wire.published.status == "undated"
