"""The date annotator: which blocks it reads, and how it says that a date is known."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.annotate.dates import annotate
from briefgen.model import Block, DateMention, Document, DocumentDate, Flag, Label, Metadata, Source, Span
from briefgen.preparing import prepare
from tests.casefile import Case, cases

ROOT = Path(__file__).resolve().parent.parent


def document(parts: Sequence[tuple[Label, str]], published: DocumentDate | None = None) -> Document:
    """A document whose first block is the dateline, so that anchors have words to point to."""
    text = "\n\n".join(words for _, words in parts)
    source = Source("S1", "a.txt", "0", text)
    blocks, at = [], 0
    for label, words in parts:
        blocks.append(Block(source.span(at, at + len(words)), label, "test"))
        at += len(words) + 2
    if published is not None and published.value:
        published = replace(published, evidence=blocks[0].span)
    return Document(source, tuple(blocks), Metadata(published=published or DocumentDate(None, "undated")))


def dates(doc: Document) -> tuple[DateMention, ...]:
    found, problems = annotate(doc)
    assert problems == ()
    return found.dates


def on(value: str) -> DocumentDate:
    return DocumentDate(value, "stated")


def line(doc: Document, one: DateMention) -> str:
    cells = [doc.text(one.span), one.value, one.status, doc.text(one.anchor) if one.anchor else "-"]
    cells += [
        str(one.earliest or "-"),
        str(one.latest or "-"),
        *([" or ".join(one.alternatives)] * bool(one.alternatives)),
    ]
    return " | ".join(cells)


@cases("dates")
def test_dates_say_how_they_are_known(case: Case) -> str:
    stamp, _, text = case.input.partition("\n")
    published = None if stamp == "no stamp" else on(stamp)
    parts: list[tuple[Label, str]] = [("dateline", stamp), *(("body", p) for p in re.split(r"\n\n", text))]
    doc = document(parts, published)
    return "\n".join(line(doc, one) for one in dates(doc))


def test_headline_teaser_and_body_are_read_and_captions_and_furniture_are_not() -> None:
    labels: tuple[Label, ...] = ("headline", "teaser", "body", "caption", "furniture", "dateline")
    doc = document([(label, "It ended on 3 March 2024.") for label in labels], on("2025-07-21"))
    assert len(dates(doc)) == 3


def test_an_expression_does_not_run_across_blocks() -> None:
    doc = document([("body", "It ended in May"), ("body", "2024 was better.")], on("2025-07-21"))
    assert [one.value for one in dates(doc)] == ["2025-05", "2024"]


def test_a_date_counted_from_an_inferred_document_date_is_inferred() -> None:
    doc = document([("body", "It ended on Friday.")], DocumentDate("2025-07-21", "inferred"))
    assert [one.status for one in dates(doc)] == ["inferred"]


def test_a_document_dated_to_the_month_resolves_the_year_and_no_day() -> None:
    doc = document([("body", "It ended on Friday, and began last year.")], on("2025-07"))
    assert [one.value for one in dates(doc)] == ["XXXX-WXX-5", "2024"]


def test_bounds_of_an_undated_document_bound_its_weekdays() -> None:
    published = DocumentDate(None, "undated", earliest=date(2025, 3, 19), latest=date(2025, 12, 31))
    doc = document([("body", "They will meet on Thursday, this year.")], published)
    thursday, year = dates(doc)
    assert (thursday.value, thursday.earliest) == ("XXXX-WXX-4", date(2025, 3, 19))
    assert year.value == "2025"


def test_the_order_of_the_stamp_settles_the_dates_of_the_body() -> None:
    doc = document([("dateline", "05/06/2018"), ("body", "They met on 03/04/2018.")], on("2018-06-05"))
    assert [one.value for one in dates(doc)] == ["2018-04-03"]


def test_an_empty_document_has_no_dates() -> None:
    assert dates(Document(Source("S1", "a.txt", "0", ""))) == ()


def test_the_five_articles_are_dated_without_inventing(real_seeds: Path, measures: Path) -> None:
    gold = json.loads((measures / "gold" / "seed_dates.json").read_text(encoding="utf-8"))
    right = wanted = 0
    for spec in gold["documents"]:
        text = (real_seeds / spec["file"]).read_text(encoding="utf-8")
        value = spec["document_date"]["value"]
        source = Source("S1", spec["file"], "0", text)
        block = Block(source.span(0, len(text)), "body", "test")
        meta = Metadata(published=DocumentDate(value, "stated" if value else "undated"))
        found = {one.span.start: one for one in dates(Document(source, (block,), meta))}
        for expression in spec["expressions"]:
            if expression.get("optional"):
                continue
            one = next(
                (found[at] for at in range(expression["start"] - 6, expression["end"]) if at in found), None
            )
            accepted = {expression["value"], *expression.get("accept", ())}
            wanted += 1
            right += one is not None and one.value in accepted
            if one is not None and not value and one.status == "resolved":
                assert one.value in accepted
    assert right / wanted >= 0.95


def test_dateparser_is_not_loaded_before_a_numeric_date_asks_for_it() -> None:
    code = (
        "import sys; from briefgen.timex import printed_dates; loaded = lambda: 'dateparser' in sys.modules;"
        "printed_dates('6 December 2025, 2025/07/21, 28.05.2018'); assert not loaded();"
        "printed_dates('05/06/2018'); assert loaded()"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def changed(updated: str, text: str) -> tuple[str, ...]:
    source = Source("S1", "a.txt", "", text)
    blocks = (Block(Span("S1", 0, len(text)), "body", "test"),)
    meta = Metadata(published=DocumentDate("2024-09-07", "stated"), flags=(Flag("updated", None, updated),))
    made, _ = annotate(Document(source, blocks, meta))
    return tuple(one.value for one in made.dates)


@pytest.mark.parametrize("updated", ["2024-09-08", "XXXX-09-08", "2024-09-08T10:00"])
def test_a_day_between_publication_and_change_is_told_at_the_change(updated: str) -> None:
    assert changed(updated, "The council said on Sunday that it would wait.") == ("2024-09-08",)


def test_a_day_before_the_publication_is_told_at_the_publication() -> None:
    assert changed("2024-09-08", "The council said on Friday that it would wait.") == ("2024-09-06",)


def test_what_lies_ahead_is_counted_from_the_publication() -> None:
    assert changed("2024-09-08", "The council will meet on Sunday.") == ("2024-09-08",)


@pytest.mark.parametrize("updated", ["2024-09-01", "soon", "XXXX-13-40"])
def test_a_change_that_is_no_day_after_the_publication_changes_nothing(updated: str) -> None:
    assert changed(updated, "The council said on Sunday that it would wait.") == ("2024-09-01",)


def test_an_answer_without_a_verb_lies_where_its_question_does() -> None:
    text = (
        "Interview with Anna Olde, minister of fisheries\n\n9 September 2025\n\n"
        "Q: Will the ferry sail again?\n\nA: Yes, in May.\n\n"
        "Q: And when was the last test?\n\nA: In October.\n"
    )
    made = prepare(Source("S1", "1.txt", "0" * 64, text))[0]
    assert [one.value for one in made.dates] == ["2026-05", "2024-10"]
