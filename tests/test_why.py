"""`briefgen why` on what composing did: the row of each sentence, or why it has none; the order of rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.compose import compose, written
from briefgen.why import Composed, reasons
from tests import made

FOLDER = """topic: fisheries
actor: NO

# Norway and Iceland talk about fisheries
published: 2025-03-03

Norway has a fisheries agreement with Iceland that covers patrols of the northern banks until May.
“We will not sign a new fisheries agreement before the quotas are decided,” Foreign Minister Anna Olde said.
She also said that the fisheries talks would go on.
It covers fisheries.
It will also cover the fisheries of the southern banks.
The fisheries talks began in the harbour of Bergen on 2 March 2025.
Who pays for the fisheries patrols?
Whether Iceland will pay its share of the fisheries patrols has not been decided, Olde said.
Fisheries, then and now
The fisheries fleet of the northern banks has forty boats in three harbours of the country.

# Denmark looks on
published: 2025-03-04

“We will not sign a new fisheries agreement before the quotas are decided,” Foreign Minister Anna Olde said.
"""


def examined(case: str = FOLDER, limit: int | None = None) -> Composed:
    brief = made.brief_of(case, limit)
    ledger = written(brief)
    return Composed(brief, ledger, compose(brief, ledger))


def told(one: Composed) -> list[str]:
    return list(reasons(one.brief.corpus, one.brief.selection, one))


def fate(one: Composed, words: str) -> str:
    """The line below a sentence."""
    lines = told(one)
    at = next(n for n, line in enumerate(lines) if line.startswith("      ") and words in line)
    return lines[at + 1].strip()


def order(one: Composed, what: str) -> list[str]:
    return [line for line in told(one) if line.startswith(what)]


WHOLE = examined()


@pytest.mark.parametrize("label", ["K", "O", "B", "P", "C"])
def test_a_sentence_is_told_with_the_rows_in_which_it_stands(label: str) -> None:
    items = [item for section in WHOLE.memo.sections for item in section.items if item.label[:1] == label]
    assert items
    for item in items:
        words = " ".join(WHOLE.brief.corpus.text(item.cites[0]).split())
        rows = fate(WHOLE, words).removeprefix("in the memo: ").split(", ")
        assert item.label in [row.split(" ")[0] for row in rows]


def test_what_in_brief_tells_is_said_to_stand_there() -> None:
    assert any("in brief 1" in line for line in told(WHOLE))


def test_a_row_of_the_annex_is_told_with_its_letter() -> None:
    one = examined(limit=1)
    rest = [item.label for item in one.ledger.rest]
    assert rest
    letter = one.memo.annexes["further"]
    assert all(any(f"{label} (annex {letter})" in line for line in told(one)) for label in rest)


OUT = {
    "It covers fisheries.": "not in the memo: too short to be understood by itself",
    "It will also": "not in the memo: it leans on the sentence before it",
    "Who pays": "not in the memo: it asks",
    "Fisheries, then": "not in the memo: too short to be understood by itself",
}


@pytest.mark.parametrize("words", OUT)
def test_a_sentence_in_no_row_is_told_why(words: str) -> None:
    assert fate(WHOLE, words) == OUT[words]


def test_a_statement_that_is_told_twice_names_the_row() -> None:
    twice = [line for line in order(WHOLE, "statement out") if "told already by K" in line]
    assert len(twice) == 1
    assert any("not in the memo: " in line and "told already by K" in line for line in told(WHOLE))


def test_what_the_limit_cuts_off_is_told_with_its_worth() -> None:
    brief = made.brief_of(FOLDER)
    sections = tuple(one._replace(limit=1, most=1) if not one.annex else one for one in brief.style.sections)
    brief = replace(brief, style=replace(brief.style, sections=sections))
    ledger = written(brief)
    one = Composed(brief, ledger, compose(brief, ledger))
    assert any("less than the limit of 1 statements allows" in line for line in order(one, "statement out"))
    assert any("for the rows of its document" in line for line in order(one, "statement out"))


def test_statements_are_told_by_their_worth_with_its_parts() -> None:
    lines = order(WHOLE, "statement")
    worth = [float(line.split("; ")[0].rpartition(" = ")[2]) for line in lines]
    assert worth == sorted(worth, reverse=True)
    for line in lines:
        parts = line.split(": ", 1)[1] if "“" not in line else line.rsplit(": ", 1)[1]
        assert "bears on the topic" in parts
    assert any("denies 0.20" in line and "own words 0.20" in line for line in lines)


def test_an_issue_is_told_with_what_makes_it_open() -> None:
    (line,) = [line for line in order(WHOLE, "issue O") if "Whether Iceland" in line]
    assert "surely open" in line
    assert "unresolved 0.20" in line


def test_a_partner_is_told_with_its_relations_and_places() -> None:
    (line,) = order(WHOLE, "partner P")
    assert line.startswith("partner P1 Iceland: has, 1.txt, line 3")


def test_sources_have_the_numbers_of_the_memo() -> None:
    lines = [line for line in told(WHOLE) if line.startswith("document in ")]
    for line in lines:
        number, file = line.split()[2:4]
        entry = next(entry for entry in WHOLE.memo.sources if entry.id == number)
        assert file == f"{entry.file},"


def test_without_a_memo_the_reasons_of_selection_are_told_all_the_same() -> None:
    brief = made.brief_of(FOLDER)
    lines = list(reasons(brief.corpus, brief.selection))
    assert any(line.startswith("in  1.txt") for line in lines)
    assert not any("the memo" in line for line in lines)
