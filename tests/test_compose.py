"""What the memo says: words of the sources only, each in its section, with speaker, date and place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.annotate import ANNOTATORS
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import cited_spans
from briefgen.compose.clause import clause
from briefgen.loading import load
from briefgen.model import Block, Document, DocumentDate, Metadata, Source, Span
from briefgen.paper.memo import House, Memo, Text, held_by
from briefgen.pipeline import Request, run
from tests import made
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


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> tuple[Memo, ...]:
    """The memos on all shipped topics, from the shipped documents."""
    topics = tuple(sorted(path.stem for path in (ROOT / "templates" / "topics").glob("*.toml")))
    written, _ = run(Request(topics, ROOT / "seeds", tmp_path_factory.mktemp("memos"), ("json",)))
    return tuple(one.memo for one in written if one.memo)


SECTIONS_THAT_CITE = set(SECTIONS) - {"sources"}
"""The list of sources is what the others cite."""


def test_every_item_that_prints_a_source_cites_it(memos: tuple[Memo, ...]) -> None:
    seen = set()
    for part in (part for memo in memos for part in memo.sections if part.id in SECTIONS_THAT_CITE):
        for item in part.items:
            seen.add(part.id)
            sources = {span.source for span in cited_spans(tuple(runs(item)))}
            assert sources, (part.id, item)
            assert sources <= {span.source for span in held_by(item)}, (part.id, item)
    assert seen == SECTIONS_THAT_CITE


def test_the_words_of_an_item_stand_in_what_it_cites(memos: tuple[Memo, ...]) -> None:
    """Its own words; name, role and date may be taken from the place where the source gives them in full."""
    for part in (part for memo in memos for part in memo.sections if part.id in SECTIONS_THAT_CITE):
        for item in part.items:
            named = cited_spans((*item.speaker, *item.role))
            dated = cited_spans(item.when.text) if item.when else ()
            for span in cited_spans((*item.text, *item.relation, *(w for v in item.versions for w in v))):
                if span not in (*named, *dated):
                    assert any(cite.contains(span) for cite in item.cites), (part.id, item)


def test_only_items_print_words_of_a_source(memos: tuple[Memo, ...]) -> None:
    """Header and notes have no footnotes, so they can cite nothing."""
    for memo in memos:
        texts = [*(field.value for field in memo.header), *(part.note for part in memo.sections), memo.legend]
        assert not [span for words in texts for span in cited_spans(words)]


def test_every_cited_span_has_one_place(memo: Memo) -> None:
    spans = [place.span for place in memo.places]
    assert len(spans) == len(set(spans))
    assert {span for s in memo.sections for item in s.items for span in held_by(item)} == set(spans)


def test_every_reference_leads_to_a_row_that_tells_the_passage(memos: tuple[Memo, ...]) -> None:
    seen = 0
    for memo in memos:
        for item in (item for part in memo.sections for row in part.items for item in (row, *row.positions)):
            for label in item.refs:
                seen += 1
                assert any(cite.overlaps(span) for cite in item.cites for span in held_by(memo.rows[label]))
    assert seen > 20


def test_rows_are_numbered_in_the_order_of_the_page(memos: tuple[Memo, ...]) -> None:
    for memo in memos:
        labels = [item.label for part in memo.sections if part.id != "sources" for item in part.items]
        labels = [label for label in labels if label]
        assert len(labels) == len(set(labels))
        for letter in "KOBPC":
            numbers = [int(label[1:]) for label in labels if label[0] == letter]
            assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_a_passage_is_printed_in_full_once(memos: tuple[Memo, ...]) -> None:
    """In brief, matters and the chronology print clauses with a reference; all else is told once."""
    for memo in memos:
        told: set[Span] = set()
        for part in memo.sections:
            if part.id in ("background", "key-statements") or part.id == "further":
                whole = [i for i in part.items if i.section not in ("open-issues", "partners")]
                spans = [span for item in whole for span in cited_spans(item.text)]
                assert not told.intersection(spans)
                told.update(spans)


def test_a_rewrite_is_never_quoted_and_counts_once(memo: Memo) -> None:
    rewrite = next(s for s in memo.sources if "rewrite" in s.file)
    for part in memo.sections:
        if part.id in ("discrepancies", "sources"):
            continue
        assert not [span for item in part.items for span in held_by(item) if span.source == rewrite.source]


def test_events_still_ahead_are_announced(memo: Memo) -> None:
    lines = [line for line in section(memo, "chronology") if "22 July 2025" in line or "24 July 2025" in line]
    assert lines
    assert all("Announced" in line for line in lines)


def test_tags_of_the_site_are_no_partners(memo: Memo) -> None:
    rows = [item for s in memo.sections for item in s.items if "partners" in (s.id, item.section)]
    names = {name for item in rows for name in item.names or (item.name,)}
    assert {"Japan", "South Korea", "Australia", "China"} <= names
    assert not names & {"Bhutan", "Cambodia", "Maldives", "Mongolia", "Timor-Leste", "Somalia"}


UNDATED = """
topic: fisheries
actor: NO

# Norway and Ghana in the news
publisher: Example Wire

Norway signed a fisheries agreement with Ghana on Tuesday.
“The fisheries agreement is a good one,” Foreign Minister Anna Lee said on Monday.
Norway urged Ghana to end its fisheries subsidies by next week, and it is unclear whether it will.
Norway opened a fisheries school in Bergen yesterday.
The fisheries fleet of Norway was blessed on 4 May 2021.
"""
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)


def test_an_undated_source_gets_no_day(memo: Memo) -> None:
    wire = next(s for s in memo.sources if "wire" in s.file)
    assert wire.published.value is None
    assert wire.published.status == "undated"


def test_no_line_of_an_undated_source_gets_a_day_but_one_that_it_prints() -> None:
    given = made.brief_of(UNDATED)
    whole = compose(given)
    rows = {part.id: part.items for part in whole.sections}
    for name in ("in-brief", "key-statements", "partners", "open-issues", "chronology", "sources"):
        assert rows[name], name
    days = {}
    for item in (item for items in rows.values() for item in items if item.when):
        assert item.when
        printed_words = made.words(given, item.when.text)
        if item.when.value:
            days[item.when.value] = item.when.status
        else:
            assert item.when.status == "undated"
            assert not DAY.search(printed_words)
    assert days == {"2021-05-04": "stated"}
