"""The scorers of dates, cleaning, partners, issues: each mistake moves the figure it should, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import pytest

from benchmarks.scorers import clean, dates, issues, partners
from benchmarks.scorers.corpus import Entry, Headed, prepared
from briefgen.english import gazetteer
from briefgen.model import (
    Block,
    DateMention,
    Document,
    DocumentDate,
    Issue,
    Label,
    Metadata,
    Name,
    Relation,
    Source,
    Span,
)
from tests.measuring import Figures, at, moved

# Dates

NEWS = (
    "Talks end\n4 March 2025\n\nThey met on Monday and from 3 to 5 May 2024. It may rain. In June they rest."
)
NEWS_GOLD = """document => 2025-03-04
Monday => 2025-03-03 or 2025-W10-1
3 to 5 May 2024 => 2024-05-03/2024-05-05
no: may rain
June => XXXX-06"""
VALUES = (("Monday", "2025-03-03"), ("3 to 5 May 2024", "2024-05-03/2024-05-05"), ("June", "XXXX-06"))


def date_figures(*found: tuple[str, str], own: str | None = "2025-03-04", gold: str = NEWS_GOLD) -> Figures:
    mentions = tuple(
        DateMention(at(NEWS, words), "DATE", value, "day", None, None, "stated") for words, value in found
    )
    meta = Metadata(published=DocumentDate(own, "stated" if own else "undated"))
    document = Document(Source("S1", "x", "", NEWS), meta=meta, dates=mentions)
    return dates.score([dates.tally(Headed("news", "talks", NEWS, gold), document)])


def test_all_dates_right_are_full_marks() -> None:
    assert date_figures(*VALUES) == {"value F1": 100, "document dates right": 100, "invented": 0}


def test_a_range_may_be_two_expressions() -> None:
    two = (("3", "2024-05-03"), ("5 May 2024", "2024-05-05"))
    assert date_figures(VALUES[0], *two, VALUES[2]) == date_figures(*VALUES)


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        (VALUES[:2], {"value F1": 80}),
        ((*VALUES[:2], ("June", "2025-06")), {"value F1": 66.7, "invented": -1}),
        ((("Monday", "2025-03-10"), *VALUES[1:]), {"value F1": 66.7}),
        ((*VALUES, ("may", "2025-05")), {"value F1": 85.7, "invented": -1}),
        ((*VALUES, ("rest", "P1D")), {"value F1": 85.7}),
        ((*VALUES, ("4 March 2025", "2025-03-04")), {}),
    ],
)
def test_dates_missed_wrong_or_invented(
    found: tuple[tuple[str, str], ...], figures: dict[str, float]
) -> None:
    assert moved(date_figures(*VALUES), date_figures(*found)) == figures


def test_a_wrong_document_date_is_not_right() -> None:
    assert moved(date_figures(*VALUES), date_figures(*VALUES, own=None)) == {"document dates right": 0}


def test_a_date_for_an_undated_document_is_invented() -> None:
    undated = NEWS_GOLD.replace("document => 2025-03-04", "document => undated")
    before, after = date_figures(*VALUES, own=None, gold=undated), date_figures(*VALUES, gold=undated)
    assert moved(before, after) == {"document dates right": 0, "invented": -1}


# Cleaning

PAGE = clean.scrape(
    "page",
    "- Home News Sport\n= Ferries stay in port\n? By Anna Lee\n+ The ferries stay in port.\n\n"
    "+ It is windy.\n- Share",
)


OF: Mapping[str, Label] = {"f": "furniture", "h": "headline", "y": "byline", "b": "body"}


def clean_figures(labels: str) -> Figures:
    """Figures when the lines that are not empty have these labels, by their letter in `OF`."""
    places = [place for _, place in PAGE.lines()]
    blocks = (
        Block(Span("S1", *place), OF[letter], "x") for place, letter in zip(places, labels, strict=True)
    )
    return clean.score([clean.tally(PAGE, Document(Source("S1", "x", "", PAGE.text), tuple(blocks)))])


def test_the_article_and_nothing_else_is_full_marks() -> None:
    assert clean_figures("fhybbf") == {"token F1": 100, "hurt": 0, "headline lost": 0}


@pytest.mark.parametrize(
    ("labels", "figures"),
    [
        ("fhbbbf", {}),
        ("bhybbf", {"token F1": 88.9}),
        ("fhybff", {"token F1": 85.7, "hurt": -100}),
        ("fbybbf", {"headline lost": -1}),
        ("hfybbf", {"token F1": 69.6, "headline lost": -1}),
    ],
)
def test_lines_lost_and_kept(labels: str, figures: dict[str, float]) -> None:
    assert moved(clean_figures("fhybbf"), clean_figures(labels)) == figures


# Partners

PACTS = (
    "Norway signed a pact with Chile and Peru. Mali and Ghana have a treaty. It rains. Oslo may win Kenya."
)
PACTS_GOLD = "actor: Norway\nNorway signed … Peru => Chile, Peru\n?: Oslo may win Kenya"
FIRST, SECOND, LAST = (
    "Norway signed a pact with Chile and Peru.",
    "Mali and Ghana have a treaty.",
    "Oslo may win Kenya.",
)


def state(name: str) -> Name:
    entry = gazetteer.lookup(name)
    assert entry
    return Name(at(PACTS, name), "state", entry.key, name)


def partner_figures(*found: tuple[str, str, str]) -> Figures:
    """Figures of relations: sentence, actor, partners."""
    relations = tuple(
        Relation(
            at(PACTS, sentence),
            at(PACTS, "a"),
            at(PACTS, "a"),
            "has",
            state(actor) if actor else None,
            tuple(map(state, names.split())),
        )
        for sentence, actor, names in found
    )
    document = Document(Source("S1", "x", "", PACTS), relations=relations)
    return partners.score([partners.tally(Entry("trade", "pacts", PACTS, PACTS_GOLD), document)])


@pytest.mark.parametrize(
    ("found", "sentence", "name"),
    [
        ([(FIRST, "Norway", "Chile Peru")], 100, 100),
        ([(FIRST, "Chile", "Norway Peru")], 100, 100),
        ([(FIRST, "", "Chile"), (FIRST, "", "Peru")], 100, 100),
        ([(FIRST, "Norway", "Chile")], 100, 66.7),
        ([(FIRST, "Norway", "Chile Peru"), (SECOND, "Mali", "Ghana")], 100, 100),
        ([(FIRST, "Norway", "Chile Peru"), (SECOND, "", "Ghana")], 66.7, 80),
        ([(FIRST, "Norway", "Chile Peru"), (LAST, "", "Kenya")], 100, 100),
        ([], 0, 0),
    ],
)
def test_partners_found_missed_and_too_many(
    found: list[tuple[str, str, str]], sentence: float, name: float
) -> None:
    figures = {key: round(value, 1) for key, value in partner_figures(*found).items()}
    assert figures == {"sentence F1": sentence, "name F1": name}


# Issues

ROW = "Norway urged Chile to act. The price is open. The row was settled."
ROW_GOLD = "Norway urged … act => Norway\nThe price is open => nobody named"
URGED, PRICE, SETTLED = "Norway urged Chile to act.", "The price is open.", "The row was settled."


@pytest.mark.parametrize(
    ("found", "sentence", "raised"),
    [
        ([(URGED, "Norway"), (PRICE, "")], 100, 100),
        ([(URGED, "Chile"), (PRICE, "")], 100, 50),
        ([(URGED, "Norway"), (URGED, "Chile"), (PRICE, "")], 100, 100),
        ([(URGED, "Norway")], 66.7, 100),
        ([(URGED, "Norway"), (PRICE, "The price"), (SETTLED, "")], 80, 50),
        ([(SETTLED, "")], 0, 0),
    ],
)
def test_issues_found_missed_and_too_many(
    found: list[tuple[str, str]], sentence: float, raised: float
) -> None:
    held = tuple(
        Issue(at(ROW, words), at(ROW, words), "contested", at(ROW, words), at(ROW, who) if who else None)
        for words, who in found
    )
    document = Document(Source("S1", "x", "", ROW), issues=held)
    figures = issues.score([issues.tally(Entry("politics", "row", ROW, ROW_GOLD), document)])
    assert {key: round(value, 1) for key, value in figures.items()} == {
        "sentence F1": sentence,
        "raised by": raised,
    }


# The product


def test_a_text_is_taken_the_way_of_the_command() -> None:
    text = (
        "Home\nMenu\nLog in\n"
        + NEWS.replace("\n\n", "\n")
        + "\n“We are all ready,” Anna Lee said in Oslo on Monday."
    )
    document = prepared(text)
    assert document.text(document.quotes[0].parts[0]) == "We are all ready,"
    assert document.meta.published.value == "2025-03-04"
    assert {block.label for block in document.blocks} >= {"body", "furniture"}


@pytest.mark.parametrize("name", ["quotes", "dates", "clean", "partners", "issues"])
def test_the_product_is_measured_on_each_corpus(name: str) -> None:
    figures = import_module(f"benchmarks.scorers.{name}").figures()
    assert all(value <= 100 for value in figures.values())
    assert max(figures.values()) > 50
